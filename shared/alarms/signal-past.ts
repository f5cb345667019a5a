// Signals that hold a reading against the same series before: change, distance from its own mean, surge. Pure.
import { type Distance, holdMs, isBad, type PastReading, type ReadingSignal, UNMOVED } from './signal.ts'
import { createWindow, MAX_KEPT, type ReadingWindow } from './signal-window.ts'
import type { WatchedSeries } from './watch.ts'

/** A time is remembered by at most so many readings, evenly spread: its edge is that much blurred where they come faster. */
const PARTS = MAX_KEPT - 100
const DAY_MS = 86_400_000

/**
 * Reading minus the one that was the present one `overMs` before. Unknown when none was, and of a counter that fell: it was
 * replaced or reset.
 */
export function createChange(overMs: number, series: WatchedSeries): ReadingSignal {
  // A state holds until the next one, but nobody can look back for ever.
  const toleranceMs = Math.min(holdMs(series), series.intervalMs === null ? overMs : Infinity)
  const before = createWindow(overMs / PARTS)
  return {
    ...remembering(before, overMs + toleranceMs),
    take(_input, t, v, q) {
      if (isBad(q)) return UNMOVED
      const then = t - overMs
      while (before.timeAt(1) <= then) before.drop(1)
      const base = before.timeAt(0)
      const isKnown = base <= then && then - base <= toleranceMs
      const change = v - before.valueAt(0)
      before.add(t, v)
      return isKnown && !(change < 0 && series.isCounter === true) ? change : undefined
    },
  }
}

/** From the mean of the readings in the `overMs` before; unknown until they reach back over half of it. */
export function createMeanDeviation(overMs: number, distance: Distance): ReadingSignal {
  const before = createWindow(overMs / PARTS)
  return {
    ...remembering(before, overMs),
    take(_input, t, v, q) {
      if (isBad(q)) return UNMOVED
      while (before.timeAt(0) < t - overMs) before.drop(1)
      const size = before.size()
      const isKnown = size > 1 && before.timeAt(0) <= t - overMs / 2
      const mean = before.sum() / size
      before.add(t, v)
      return isKnown ? distance(v, mean) : undefined
    },
  }
}

/**
 * Newest count divided by the median of the counts of the `nights` before; a trap that caught nothing counts as one. Below
 * `atLeast` it is never a surge; unknown with fewer than half of the nights. Our own rule: no official count exists.
 */
export function createSurge(nights: number, atLeast: number, series: WatchedSeries): ReadingSignal {
  const nightMs = series.intervalMs ?? DAY_MS
  // The nights' readings don't come on the minute.
  const lookBackMs = (nights + 0.5) * nightMs
  const before = createWindow(0)
  return {
    ...remembering(before, lookBackMs),
    take(_input, t, v, q) {
      if (isBad(q)) return UNMOVED
      while (before.timeAt(0) < t - lookBackMs || before.size() > nights) before.drop(1)
      const counts = Array.from({ length: before.size() }, (_, i) => before.valueAt(i))
      before.add(t, v)
      if (v < atLeast) return null
      return counts.length < nights / 2 ? undefined : v / Math.max(1, median(counts))
    },
  }
}

const remembering = (window: ReadingWindow, lookBackMs: number): Omit<ReadingSignal, 'take'> => ({
  recall: (_input, readings: readonly PastReading[]) => window.addBefore(readings.filter(({ q }) => !isBad(q))),
  lookBackMs,
})

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
