// The first way into a new station: one link, shown once in its log, good for half an hour and for one account.
import { hashToken, newToken } from '../registry/token.ts'
import { isSame } from './secret.ts'

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
      const secret = newToken()
      held = { hash: hashToken(secret), expiresAt: now() + SET_UP_MS }
      return secret
    },
    isGood: secret => held !== undefined && now() < held.expiresAt && isSame(hashToken(secret), held.hash),
    spend() {
      held = undefined
    },
  }
}
