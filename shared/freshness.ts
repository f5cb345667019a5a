// Rule 1 in numbers: when a value stops looking live, and when a link counts as lost. Pure; time is an argument.

/** A value older than this many expected intervals can't look live (design, rule 1). */
export const STALE_INTERVALS = 2
/** Older than this, it is shown as dead. */
export const DEAD_INTERVALS = 5
/** The server ticks every 5 s; two missed ticks and some jitter later the link counts as lost. */
export const TICK_MS = 5_000
export const LINK_LOST_MS = 12_000

export type Freshness = 'none' | 'live' | 'stale' | 'dead'

/**
 * How fresh a value is.
 * @param ageMs server time now minus measuring time; undefined = never measured
 * @param intervalMs expected interval; null = event-driven (a state holds until it changes)
 */
export function freshnessOf(ageMs: number | undefined, intervalMs: number | null): Freshness {
  if (ageMs === undefined) return 'none'
  if (intervalMs === null || ageMs <= STALE_INTERVALS * intervalMs) return 'live'
  return ageMs <= DEAD_INTERVALS * intervalMs ? 'stale' : 'dead'
}

/** On a lost link nothing may look live, whatever its age. */
export const underLink = (freshness: Freshness, linkLost: boolean): Freshness =>
  linkLost && freshness === 'live' ? 'stale' : freshness

/** How long after `t` the freshness of a value will next change; undefined = never. Lets a screen sleep until then. */
export function nextFreshnessChangeAt(t: number, intervalMs: number | null, now: number): number | undefined {
  if (intervalMs === null) return undefined
  const staleAt = t + STALE_INTERVALS * intervalMs + 1
  if (now < staleAt) return staleAt
  const deadAt = t + DEAD_INTERVALS * intervalMs + 1
  return now < deadAt ? deadAt : undefined
}
