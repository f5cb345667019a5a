// How long somebody who failed must wait before the next try: a few are free, then each failure doubles the wait. Pure: time comes in.
export type BackOff = {
  /** Seconds to wait, 0 = may try. */
  readonly wait: (key: string, now: number) => number
  readonly fail: (key: string, now: number) => void
  readonly forget: (key: string) => void
}

const FIRST_WAIT_MS = 1_000
export const LONGEST_WAIT_MS = 15 * 60_000
/** Failures this old no longer count. */
const MEMORY_MS = 24 * 3_600_000
const MOST_KEYS = 10_000

/** @param free failures that cost no wait */
export function createBackOff(free: number): BackOff {
  const failures = new Map<string, { count: number; at: number }>()
  const held = (key: string, now: number) => {
    const one = failures.get(key)
    return one && now - one.at < MEMORY_MS ? one : undefined
  }
  return {
    wait(key, now) {
      const one = held(key, now)
      if (!one || one.count < free) return 0
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(one.count - free, 20))
      return Math.max(0, Math.ceil((one.at + wait - now) / 1_000))
    },
    fail(key, now) {
      const count = (held(key, now)?.count ?? 0) + 1
      failures.delete(key)
      failures.set(key, { count, at: now })
      if (failures.size > MOST_KEYS) failures.delete(failures.keys().next().value as string)
    },
    forget: key => void failures.delete(key),
  }
}
