// Server time and the state of the link, both judged by the monotonic clock: a screen whose wall clock is wrong still tells the truth.
import { LINK_LOST_MS } from '../../shared/freshness.ts'

/** A server time and the monotonic moment it was heard. */
export type Pulse = { readonly serverTime: number; readonly heardAt: number }

export type Link =
  /** Nothing heard yet. */
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  /** `since` = server time of the last sign of life, undefined when there never was one. */
  | { readonly kind: 'lost'; readonly since: number | undefined }
  /** The picture is of another time, on purpose: no link has a part in it. */
  | { readonly kind: 'past' }

/** @param startedAt monotonic moment the screen began to listen */
export function linkAt(pulse: Pulse | undefined, startedAt: number, monotonicNow: number): Link {
  if (!pulse)
    return monotonicNow - startedAt < LINK_LOST_MS ? { kind: 'connecting' } : { kind: 'lost', since: undefined }
  return monotonicNow - pulse.heardAt < LINK_LOST_MS ? { kind: 'live' } : { kind: 'lost', since: pulse.serverTime }
}

/** The moment all judgements of age are made for: now while the link lives, the last sign of life once it is lost. */
export const judgedAt = (link: Link, serverNow: number): number =>
  link.kind === 'lost' && link.since !== undefined ? link.since : serverNow
