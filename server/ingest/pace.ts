// How long a message has to wait so that its sender keeps its pace. Pure: time comes in.

export type Pace = {
  /** Milliseconds this message has to wait (0 = none), or undefined when too many wait already. */
  readonly take: (key: string, now: number) => number | undefined
}

/** Forgotten beyond this many keys, longest silent first. */
const MAX_KEYS = 10_000

/**
 * @param perSecond sustained messages per second and key
 * @param burst messages a rested key may send without waiting
 * @param maxWaiting messages of a key that may wait at once
 */
export function createPace(perSecond: number, burst: number, maxWaiting: number): Pace {
  /** Below zero = so many messages wait. */
  const levels = new Map<string, { level: number; at: number }>()
  return {
    take(key, now) {
      const held = levels.get(key) ?? { level: burst, at: now }
      const level = Math.min(burst, held.level + (Math.max(0, now - held.at) / 1000) * perSecond)
      const isTaken = level - 1 >= -maxWaiting
      levels.delete(key)
      levels.set(key, { level: isTaken ? level - 1 : level, at: now })
      if (levels.size > MAX_KEYS) levels.delete(levels.keys().next().value as string)
      if (!isTaken) return undefined
      return level >= 1 ? 0 : Math.ceil(((1 - level) / perSecond) * 1000)
    },
  }
}
