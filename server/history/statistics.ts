// Figures of one series over a range, from its readings or, where those are too many or gone, from buckets. Pure; says what it
// can't know.
import { STALE_INTERVALS } from '../../shared/freshness.ts'
import type { Statistics } from '../../shared/history/api-schema.ts'
import type { Range } from './range.ts'

/** Without `bad` readings, oldest first. */
export type Values = { readonly t: ArrayLike<number>; readonly v: ArrayLike<number> }
export type ValueBuckets = {
  readonly t: ArrayLike<number>
  readonly min: ArrayLike<number>
  readonly max: ArrayLike<number>
  readonly mean: ArrayLike<number>
  readonly count: ArrayLike<number>
}
type About = Range & {
  readonly series: string
  readonly intervalMs: number | null
  /** How long a value stands when that is known; else it follows from the interval and the usual step. */
  readonly holdMs?: number
  /** In the series' unit. */
  readonly limits: readonly number[]
}

/** A step this many times the usual one is a hole, whatever interval the station has today. */
const HOLE_STEPS = 3

/** How long a reading stands for what comes after it; of an event-driven series, until the next. */
function holdOf(intervalMs: number | null, t: ArrayLike<number>): number {
  if (intervalMs === null) return Infinity
  const steps = Float64Array.from({ length: Math.max(0, t.length - 1) }, (_, i) => (t[i + 1] ?? 0) - (t[i] ?? 0)).sort()
  return Math.max(STALE_INTERVALS * intervalMs, (steps[Math.floor((steps.length - 1) / 2)] ?? 0) * HOLE_STEPS)
}

export function statisticsOfReadings({ t, v }: Values, about: About): Statistics {
  const { from, to, intervalMs } = about
  const hold = about.holdMs ?? holdOf(intervalMs, t)
  const cover = createCover(about)
  const [lowest, highest] = [createExtreme(-1), createExtreme(1)]
  let [sum, squares] = [0, 0]
  for (let i = 0; i < t.length; i++) {
    const [at, value] = [t[i] as number, v[i] as number]
    cover.take(at, Math.min(at + hold, t[i + 1] ?? to), value, value)
    lowest.take(value, at, 0)
    highest.take(value, at, 0)
    sum += value
  }
  const mean = sum / t.length
  for (let i = 0; i < t.length; i++) squares += ((v[i] as number) - mean) ** 2
  const isKnown = t.length > 0
  return {
    series: about.series,
    from,
    to,
    basis: 'readings',
    count: t.length,
    first: t[0] ?? null,
    last: t[t.length - 1] ?? null,
    mean: isKnown ? mean : null,
    min: lowest.found(),
    max: highest.found(),
    deviation: isKnown ? Math.sqrt(squares / t.length) : null,
    percentiles: isKnown ? percentilesOf(v) : null,
    ...cover.end(),
  }
}

/** @param stepMs length of each bucket */
export function statisticsOfBuckets(buckets: ValueBuckets, stepMs: number, about: About): Statistics {
  const { t, min, max, mean, count } = buckets
  const { from, to, intervalMs } = about
  const hold = Math.max(stepMs, holdOf(intervalMs, []))
  const cover = createCover(about)
  const [lowest, highest] = [createExtreme(-1), createExtreme(1)]
  let [sum, all] = [0, 0]
  for (let i = 0; i < t.length; i++) {
    const at = t[i] as number
    cover.take(Math.max(at, from), Math.min(at + hold, t[i + 1] ?? to), min[i] as number, max[i] as number)
    lowest.take(min[i] as number, at, stepMs)
    highest.take(max[i] as number, at, stepMs)
    sum += (mean[i] as number) * (count[i] as number)
    all += count[i] as number
  }
  return {
    series: about.series,
    from,
    to,
    basis: 'buckets',
    count: all,
    first: t[0] ?? null,
    last: t[t.length - 1] ?? null,
    mean: all > 0 ? sum / all : null,
    min: lowest.found(),
    max: highest.found(),
    deviation: null,
    percentiles: null,
    ...cover.end(),
  }
}

/** The first of the most extreme. @param side 1 = highest, -1 = lowest */
function createExtreme(side: 1 | -1) {
  let held: Statistics['max'] = null
  return {
    take(v: number, t: number, withinMs: number) {
      if (held === null || side * (v - held.v) > 0) held = { v, t, withinMs }
    },
    found: () => held,
  }
}

/** Which part of the range is covered by what was measured, what lies between, and for how long it was at or above each limit. */
function createCover({ from, to, limits }: About) {
  const above = limits.map(at => ({ at, atLeastMs: 0, atMostMs: 0 }))
  const gaps = { count: 0, longestMs: 0, longestFrom: null as number | null }
  let [reached, measuredMs] = [from, 0]
  const noteGap = (until: number) => {
    const length = until - reached
    if (length <= 0) return
    gaps.count += 1
    if (length > gaps.longestMs) {
      gaps.longestMs = length
      gaps.longestFrom = reached
    }
  }
  return {
    take(start: number, until: number, low: number, high: number) {
      noteGap(start)
      const length = Math.max(0, until - Math.max(start, reached))
      measuredMs += length
      for (const one of above) {
        if (low >= one.at) one.atLeastMs += length
        if (high >= one.at) one.atMostMs += length
      }
      reached = Math.max(reached, until)
    },
    end() {
      noteGap(to)
      return { measuredMs, rangeMs: to - from, gaps, above }
    },
  }
}

/** Nearest rank. */
function percentilesOf(values: ArrayLike<number>): NonNullable<Statistics['percentiles']> {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) }
}
