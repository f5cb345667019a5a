// How often something happened within a time: the state changed, a reading was bad, a reading lay beyond a value. Pure.
import type { Rule } from './rule.ts'
import { holdMs, isBad, type PastReading, type ReadingSignal, UNMOVED } from './signal.ts'
import { createWindow } from './signal-window.ts'
import type { WatchedSeries } from './watch.ts'

type Count = Extract<Rule['signal'], { readonly kind: 'count' }>

/**
 * The count falls as the times pass out of `overMs`: of a series with an interval at its readings (what didn't come is unknown),
 * of an event-driven one by itself (what didn't come didn't happen). Counts up to MAX_KEPT. Where too few are the alarm, it is
 * unknown until the whole time was seen.
 */
export function createCount({ of, at, overMs }: Count, side: Rule['side'], series: WatchedSeries): ReadingSignal {
  const happened = createWindow(0)
  const isEventDriven = series.intervalMs === null
  const toleranceMs = isEventDriven ? 0 : holdMs(series)
  /** Of the oldest reading known; of a state, with its value. */
  let oldest: PastReading | undefined
  let previous: number | undefined
  let judgedAt = -Infinity

  const seenAt = () => (oldest ? oldest.t + overMs - toleranceMs : Infinity)

  function countAt(t: number): number | undefined {
    judgedAt = t
    while (happened.timeAt(0) <= t - overMs) happened.drop(1)
    return side === 'low' && t < seenAt() ? undefined : happened.size()
  }

  function nextAt(): number {
    const leavesAt = happened.size() > 0 ? happened.timeAt(0) + overMs : Infinity
    return side === 'low' && seenAt() > judgedAt ? Math.min(leavesAt, seenAt()) : leavesAt
  }

  function counts({ v, q }: PastReading, before: number | undefined): boolean {
    switch (of) {
      case 'bad':
        return isBad(q)
      case 'changes':
        return before !== undefined && v !== before
      case 'beyond':
        return at !== null && (side === 'high' ? v >= at : v <= at)
      default:
        return of satisfies never
    }
  }

  return {
    take(_input, t, v, q) {
      if (of !== 'bad' && isBad(q)) return UNMOVED
      const reading = { t, v, q }
      if (counts(reading, previous)) happened.add(t, v)
      oldest ??= reading
      previous = v
      return countAt(t)
    },
    recall(_input, readings) {
      const known = of === 'bad' ? readings : readings.filter(({ q }) => !isBad(q))
      // The first one taken counted for itself, without what came before it.
      const joint = of === 'changes' && oldest ? [oldest] : []
      const all = [...known, ...joint]
      happened.addBefore(all.filter((one, i) => counts(one, all[i - 1]?.v)))
      oldest = known[0] ?? oldest
      previous ??= known.at(-1)?.v
    },
    lookBackMs: overMs,
    ...(isEventDriven ? { moving: { nextAt, moveTo: countAt } } : {}),
  }
}
