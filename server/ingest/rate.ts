// A token bucket per key. Pure: time comes in.

export type RateLimit = {
  /** 0 when the request may pass, else seconds to wait. */
  readonly take: (key: string, now: number) => number
}

/** Forgotten beyond this many keys, oldest first: a bucket that was idle so long is full anyway. */
const MAX_KEYS = 10_000

/**
 * @param perSecond sustained requests per second and key
 * @param burst requests a rested key may send at once
 */
export function createRateLimit(perSecond: number, burst: number): RateLimit {
  const buckets = new Map<string, { level: number; at: number }>()
  return {
    take(key, now) {
      const held = buckets.get(key) ?? { level: burst, at: now }
      const level = Math.min(burst, held.level + (Math.max(0, now - held.at) / 1000) * perSecond)
      const isAllowed = level >= 1
      buckets.delete(key)
      buckets.set(key, { level: isAllowed ? level - 1 : level, at: now })
      if (buckets.size > MAX_KEYS) buckets.delete(buckets.keys().next().value as string)
      return isAllowed ? 0 : Math.max(1, Math.ceil((1 - level) / perSecond))
    },
  }
}
