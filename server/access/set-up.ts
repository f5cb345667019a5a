// The first way into a new station: one link, shown once in its log, good for half an hour and for one account.
import { hashSecret, isSame, newSecret } from './secret.ts'

export const SET_UP_MS = 30 * 60_000

export type SetUp = {
  /** Another link; the one before is worth nothing. */
  readonly issue: () => string
  readonly isGood: (secret: string) => boolean
  readonly spend: () => void
}

export function createSetUp(now: () => number): SetUp {
  let held: { readonly hash: string; readonly expiresAt: number } | undefined
  return {
    issue() {
      const secret = newSecret()
      held = { hash: hashSecret(secret), expiresAt: now() + SET_UP_MS }
      return secret
    },
    isGood: secret => held !== undefined && now() < held.expiresAt && isSame(hashSecret(secret), held.hash),
    spend() {
      held = undefined
    },
  }
}
