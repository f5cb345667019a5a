// Screens that ask to be let in: each shows a code of six digits that an administrator types. In memory only: a restart asks anew.
import { randomInt } from 'node:crypto'
import { createBackOff } from './back-off.ts'
import { hashSecret, isSame, newSecret } from './secret.ts'

export const CODE_LIFE_MS = 10 * 60_000
/** Open at once: with a million codes, guessing one of these within its life is what the waits below are for. */
export const MOST_OPEN = 50
const FREE_GUESSES = 5

export type Pairing = {
  readonly code: string
  readonly display: string
  readonly address: string
  readonly expiresAt: number
}
/** What an administrator gives it. */
export type Approval<A> = { readonly pairing: Pairing; readonly approval: A }

export type Pairings<A> = {
  /** Undefined = too many screens ask. `secret` stays on the screen and fetches what was approved. */
  readonly open: (
    display: string,
    address: string,
  ) => { readonly pairing: Pairing; readonly secret: string } | undefined
  /** Uses the code up. `guesser` is who types it: wrong ones make them wait. */
  readonly approve: (code: string, guesser: string, approval: A) => Pairing | 'wrong' | { readonly waitSeconds: number }
  readonly look: (code: string, guesser: string) => Pairing | 'wrong' | { readonly waitSeconds: number }
  /** What became of it; once. */
  readonly claim: (secret: string) => Approval<A> | 'waiting' | 'gone'
}

type Open<A> = Pairing & { readonly secretHash: string; approval: A | undefined }

/** @param draw a number from 0 up to, not including, the one given */
export function createPairings<A>(now: () => number, draw: (below: number) => number = randomInt): Pairings<A> {
  const held = new Map<string, Open<A>>()
  const guesses = createBackOff(FREE_GUESSES)
  const forgetOld = () => {
    for (const [code, { expiresAt }] of held) if (expiresAt <= now()) held.delete(code)
  }
  const publicOf = ({ code, display, address, expiresAt }: Open<A>): Pairing => ({ code, display, address, expiresAt })

  function guess(code: string, guesser: string): Open<A> | 'wrong' | { readonly waitSeconds: number } {
    forgetOld()
    const waitSeconds = guesses.wait(guesser, now())
    if (waitSeconds > 0) return { waitSeconds }
    const found = held.get(code)
    if (found && found.approval === undefined) {
      guesses.forget(guesser)
      return found
    }
    guesses.fail(guesser, now())
    return 'wrong'
  }

  return {
    open(display, address) {
      forgetOld()
      // The same screen asks anew: its older code is worth nothing.
      for (const [code, one] of held) if (one.display === display && !one.approval) held.delete(code)
      if (held.size >= MOST_OPEN) return undefined
      let code: string
      do code = String(draw(1_000_000)).padStart(6, '0')
      while (held.has(code))
      const secret = newSecret()
      const one = {
        code,
        display,
        address,
        expiresAt: now() + CODE_LIFE_MS,
        secretHash: hashSecret(secret),
        approval: undefined,
      }
      held.set(code, one)
      return { pairing: publicOf(one), secret }
    },
    look(code, guesser) {
      const found = guess(code, guesser)
      return typeof found === 'object' && 'code' in found ? publicOf(found) : found
    },
    approve(code, guesser, approval) {
      const found = guess(code, guesser)
      if (typeof found !== 'object' || !('code' in found)) return found
      found.approval = approval
      return publicOf(found)
    },
    claim(secret) {
      forgetOld()
      const found = [...held.values()].find(({ secretHash }) => isSame(secretHash, hashSecret(secret)))
      if (!found) return 'gone'
      const { approval } = found
      if (approval === undefined) return 'waiting'
      held.delete(found.code)
      return { pairing: publicOf(found), approval }
    },
  }
}
