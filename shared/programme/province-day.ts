// Calendar days of the province (UTC+7, no summer time) and the instants they stand for. Pure.
import type { Day } from './facts.ts'
import { addDays } from './working-calendar.ts'

const DAY_MS = 86_400_000
const OFFSET_MS = 7 * 3_600_000
const DAY = /^\d{4}-\d\d-\d\d$/

/** @param at epoch milliseconds */
export const provinceDayOf = (at: number): Day => addDays('1970-01-01', Math.floor((at + OFFSET_MS) / DAY_MS))

/** The last millisecond of a day; undefined when it is no day of the calendar. */
export function endOfDay(day: string): number | undefined {
  const start = DAY.test(day) ? Date.parse(`${day}T00:00:00+07:00`) : Number.NaN
  return Number.isNaN(start) || provinceDayOf(start) !== day ? undefined : start + DAY_MS - 1
}
