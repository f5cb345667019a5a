// Round moments of the province on an axis of time, a few of them whatever its length, each with its words. Pure.
import { formatClock, formatDate, isoDayOf } from '../design/time-format.ts'

export type TimeMark = { readonly at: number; readonly words: string }

/** The province lies a whole hour from UTC and knows no summer time. */
const ZONE_MS = 7 * 3_600_000
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map(minutes => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map(hours => hours * HOUR_MS),
  ...[1, 2, 5, 10].map(days => days * DAY_MS),
]
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120]
/** So many have room on a phone. */
const MOST = 5
const MONTH_MS = 30.4 * DAY_MS

/** Clocks within a day, with the date at each midnight that several days have; days; months of longer times. */
export function timeMarks(from: number, to: number): readonly TimeMark[] {
  const span = to - from
  const step = STEPS.find(ms => span / ms <= MOST)
  if (step === undefined) return monthMarks(from, to)
  const marks: TimeMark[] = []
  for (let at = Math.ceil((from + ZONE_MS) / step) * step - ZONE_MS; at <= to; at += step)
    marks.push({ at, words: step < DAY_MS && !isMidnight(at, span) ? formatClock(at) : formatDate(at).slice(0, 5) })
  return marks
}

/** Within one day 00:00 is an hour like the others. */
const isMidnight = (at: number, span: number): boolean => span > DAY_MS && (at + ZONE_MS) % DAY_MS === 0

function monthMarks(from: number, to: number): readonly TimeMark[] {
  const months = (to - from) / MONTH_MS
  const step = MONTH_STEPS.find(one => months / one <= MOST) ?? 120
  const marks: TimeMark[] = []
  const [year = 0, month = 0] = isoDayOf(from).split('-').map(Number)
  for (let n = year * 12 + month - 1; ; n++) {
    const at = Date.UTC(Math.floor(n / 12), n % 12, 1) - ZONE_MS
    if (at > to) return marks
    if (at >= from && n % step === 0) marks.push({ at, words: formatDate(at).slice(3) })
  }
}
