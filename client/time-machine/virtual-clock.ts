// A clock that can stand, run fast and be set: what "now" is while a page shows the past. Pure; real time is a parameter.

export const SPEEDS = [1, 10, 60, 600, 3_600] as const

/** It showed `at` at the monotonic moment `setAt`. */
export type VirtualClock = {
  readonly at: number
  readonly setAt: number
  readonly speed: number
  readonly isPlaying: boolean
}

export const stoppedAt = (at: number, monotonicNow: number, speed = 1): VirtualClock => ({
  at,
  setAt: monotonicNow,
  speed,
  isPlaying: false,
})

/** What it shows. @param limit it goes no further than the present, as far as that is known */
export function timeOf({ at, setAt, speed, isPlaying }: VirtualClock, monotonicNow: number, limit = Infinity): number {
  const ran = isPlaying ? Math.max(0, monotonicNow - setAt) * speed : 0
  return Math.min(at + ran, Math.max(at, limit))
}

/** The same time from here on, with something changed: nothing jumps. */
export function changed(
  clock: VirtualClock,
  monotonicNow: number,
  change: Partial<Pick<VirtualClock, 'at' | 'speed' | 'isPlaying'>>,
  limit = Infinity,
): VirtualClock {
  return { ...clock, at: timeOf(clock, monotonicNow, limit), setAt: monotonicNow, ...change }
}
