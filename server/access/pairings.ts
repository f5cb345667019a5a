// Screens that ask to be let in: each shows a code of six digits that an administrator types. In memory only: a restart asks anew.
import { randomInt } from 'node:crypto'
import { hashToken, newToken } from '../registry/token.ts'
import { createBackOff } from './back-off.ts'

export const CODE_LIFE_MS = 10 * 60_000
/** Open at once: with a million codes, guessing one of these within its life is what the waits below are for. */
export const MOST_OPEN = 50
/** From one address, so that one machine can't take the places of all others. */
export const MOST_OPEN_HERE = 20
const FREE_GUESSES = 5

export type Pairing = {
  readonly code: string
  readonly display: string
  readonly address: string
  readonly askedAt: number
  readonly expiresAt: number
}
export type NotTaken = 'wrong' | { readonly waitSeconds: number }
export type Taken<A> = {
  readonly pairing: Pairing
  /** What an administrator gave it; without, the code is good again for as long as it was. */
  readonly settle: (approval: A | undefined) => void
}
export type Claimed<A> = {
  readonly pairing: Pairing
  readonly approval: A
  /** What was to come of it didn't: it can be fetched again. */
  readonly giveBack: () => void
}

export type Pairings<A> = {
  /** Undefined = too many screens ask. `secret` stays on the screen and fetches what was approved. */
  readonly open: (
    display: string,
    address: string,
  ) => { readonly pairing: Pairing; readonly secret: string } | undefined
  /** `guesser` is who types it: wrong ones make them wait. */
  readonly look: (code: string, guesser: string) => Pairing | NotTaken
  /** Nobody else can use the code until it is settled. */
  readonly take: (code: string, guesser: string) => Taken<A> | NotTaken
  /** What became of it; once. */
  readonly claim: (secret: string) => Claimed<A> | 'waiting' | 'gone'
}

type Open<A> = { pairing: Pairing; readonly secretHash: string; isTaken: boolean; approval: A | undefined }

/** @param draw a number from 0 up to, not including, the one given */
export function createPairings<A>(
  now: () => number,
  draw: (below: number) => number = randomInt,
  lifeMs = CODE_LIFE_MS,
): Pairings<A> {
  const held = new Map<string, Open<A>>()
  const guesses = createBackOff(FREE_GUESSES)

  function forgetOld(): void {
    for (const [code, { pairing, isTaken }] of held) if (!isTaken && pairing.expiresAt <= now()) held.delete(code)
  }
  function guess(code: string, guesser: string): Open<A> | NotTaken {
    forgetOld()
    const waitSeconds = guesses.wait(guesser, now())
    if (waitSeconds > 0) return { waitSeconds }
    const found = held.get(code)
    if (found && !found.isTaken && found.approval === undefined) return found
    guesses.fail(guesser, now())
    return 'wrong'
  }

  return {
    open(display, address) {
      forgetOld()
      // The same screen asks anew: its older code is worth nothing.
      for (const [code, one] of held)
        if (one.pairing.display === display && one.pairing.address === address && !one.isTaken) held.delete(code)
      const here = [...held.values()].filter(({ pairing }) => pairing.address === address)
      if (held.size >= MOST_OPEN || here.length >= MOST_OPEN_HERE) return undefined
      let code: string
      do code = String(draw(1_000_000)).padStart(6, '0')
      while (held.has(code))
      const secret = newToken()
      const askedAt = now()
      const pairing = { code, display, address, askedAt, expiresAt: askedAt + lifeMs }
      held.set(code, { pairing, secretHash: hashToken(secret), isTaken: false, approval: undefined })
      return { pairing, secret }
    },
    look(code, guesser) {
      const found = guess(code, guesser)
      return typeof found === 'object' && 'pairing' in found ? found.pairing : found
    },
    take(code, guesser) {
      const found = guess(code, guesser)
      if (typeof found !== 'object' || !('pairing' in found)) return found
      found.isTaken = true
      return {
        pairing: found.pairing,
        settle(approval) {
          found.isTaken = false
          found.approval = approval
          if (approval === undefined) return
          guesses.forget(guesser)
          // Approved in its last second, it can still be fetched.
          found.pairing = { ...found.pairing, expiresAt: now() + lifeMs }
        },
      }
    },
    claim(secret) {
      forgetOld()
      const hash = hashToken(secret)
      const [code, found] = [...held].find(([, { secretHash }]) => secretHash === hash) ?? []
      if (code === undefined || !found) return 'gone'
      const { pairing, approval } = found
      if (approval === undefined) return 'waiting'
      held.delete(code)
      return { pairing, approval, giveBack: () => void held.set(code, found) }
    },
  }
}
