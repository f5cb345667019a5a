// How often the page draws: animation frames of the last ten seconds, counted by the second. Pure; time is an argument.
const SECONDS = 10

export type FrameRate = {
  /** @param now monotonic milliseconds */
  readonly count: (now: number) => void
  /** Frames a second over the last ten whole seconds; null before there were as many. */
  readonly perSecond: (now: number) => number | null
  /** A pause in which nobody draws (a hidden page) is no low rate. */
  readonly restart: (now: number) => void
}

export function createFrameRate(startedAt: number): FrameRate {
  const counts = new Uint32Array(SECONDS + 1)
  let from = startedAt
  let second = 0
  /** Empties the seconds that have passed since. */
  function advance(now: number): void {
    const next = Math.floor((now - from) / 1_000)
    for (let passed = Math.max(second + 1, next - SECONDS); passed <= next; passed++) counts[passed % counts.length] = 0
    second = Math.max(second, next)
  }
  return {
    count: now => {
      advance(now)
      const at = second % counts.length
      counts[at] = (counts[at] ?? 0) + 1
    },
    perSecond: now => {
      advance(now)
      if (second < SECONDS) return null
      const current = counts[second % counts.length] ?? 0
      return (counts.reduce((sum, one) => sum + one, 0) - current) / SECONDS
    },
    restart: now => {
      from = now
      second = 0
      counts.fill(0)
    },
  }
}
