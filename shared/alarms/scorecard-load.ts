// How many alarms asked for attention, and when: periods of ten minutes, bars of a chart, floods. Part of the scorecard; pure, but for
// what it has counted so far.
import { PROVINCE_OFFSET_MS } from '../programme/province-day.ts'
import { PRIORITIES, type Priority } from './rule.ts'
import { type Bucket, MAX_BUCKETS, type ScorecardFigures, TEN_MINUTES_MS } from './scorecard-figures.ts'
import { type AlarmState, FLOOD_BEGIN, FLOOD_END, FLOOD_WINDOW_MS } from './state.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

export type Period = { readonly from: number; readonly to: number }

/** Counts within consecutive periods of ten minutes from the start on; only the current one is kept. */
export function createTenMinutes(from: number) {
  let index = 0
  let count = 0
  let busy = 0
  let busiest: ScorecardFigures['busiest'] = null

  return {
    add(at: number): void {
      const now = Math.floor((at - from) / TEN_MINUTES_MS)
      if (now !== index) [index, count] = [now, 0]
      count += 1
      if (count === FLOOD_BEGIN + 1) busy += 1
      if (count > (busiest?.count ?? 0)) busiest = { at: from + index * TEN_MINUTES_MS, count }
    },
    /** Periods with more than ten, and the fullest (the first of several). */
    read: () => ({ busy, busiest }),
    /** Periods that a span touches. */
    within: (start: number, end: number): number =>
      Math.ceil((end - from) / TEN_MINUTES_MS) - Math.floor((start - from) / TEN_MINUTES_MS),
  }
}

/** Bars of whole hours or days of the province that the period touches, at most MAX_BUCKETS. */
export function createChart({ from, to }: Period) {
  const firstOf = (size: number) => Math.floor((from + PROVINCE_OFFSET_MS) / size) * size - PROVINCE_OFFSET_MS
  const barsOf = (size: number) => Math.ceil((to - firstOf(size)) / size)
  const unit = barsOf(HOUR_MS) <= MAX_BUCKETS ? 'hour' : 'day'
  const size = unit === 'hour' ? HOUR_MS : DAY_MS
  const first = firstOf(size)
  const counts: Readonly<Record<Priority, Uint32Array>> = {
    low: new Uint32Array(barsOf(size)),
    medium: new Uint32Array(barsOf(size)),
    high: new Uint32Array(barsOf(size)),
  }

  return {
    add(at: number, priority: Priority): void {
      const n = Math.floor((at - first) / size)
      counts[priority][n] = (counts[priority][n] ?? 0) + 1
    },
    /** Up to the one that holds `until`. */
    read(until: number): ScorecardFigures['chart'] {
      const length = Math.min(counts.low.length, Math.floor((until - first) / size) + 1)
      const buckets = Array.from({ length: Math.max(0, length) }, (_, n): Bucket => {
        const [low, medium, high] = PRIORITIES.map(priority => counts[priority][n] ?? 0)
        return { at: first + n * size, low: low ?? 0, medium: medium ?? 0, high: high ?? 0 }
      })
      return { unit, buckets }
    },
  }
}

type Flood = { readonly since: number; readonly endsAt: number }

/** When floods were, by the state after each event: a flood ends with time, not with an event. */
export function createFloods(from: number, before: AlarmState) {
  let current = floodIn(before)
  let ended = { count: 0, totalMs: 0, longest: null as ScorecardFigures['floods']['longest'] }

  const withFlood = (flood: Flood | null, until: number): typeof ended => {
    const start = Math.max(from, flood?.since ?? until)
    const end = Math.min(until, flood?.endsAt ?? until)
    if (end <= start) return ended
    const { longest } = ended
    const isLonger = !longest || end - start > longest.until - longest.from
    return {
      count: ended.count + 1,
      totalMs: ended.totalMs + (end - start),
      longest: isLonger ? { from: start, until: end } : longest,
    }
  }

  return {
    move(after: AlarmState): void {
      const next = floodIn(after)
      // One can't follow another at once: between them fewer than FLOOD_END are left.
      if (current && !next) ended = withFlood(current, after.lastAt)
      current = next
    },
    read: (until: number) => withFlood(current, until),
  }
}

function floodIn({ floodSince, annunciations }: AlarmState): Flood | null {
  const lastNeeded = annunciations.at(-FLOOD_END)
  return floodSince === null || lastNeeded === undefined
    ? null
    : { since: floodSince, endsAt: lastNeeded + FLOOD_WINDOW_MS }
}
