// Calendar days of the province (UTC+7, no summer time) and the instants they stand for. Pure.
import type { Day } from './facts.ts'
import { addDays, daysBetween } from './working-calendar.ts'

const DAY_MS = 86_400_000
export const PROVINCE_OFFSET_MS = 7 * 3_600_000
const DAY = /^\d{4}-\d\d-\d\d$/

/** @param at epoch milliseconds */
export const provinceDayOf = (at: number): Day => addDays('1970-01-01', Math.floor((at + PROVINCE_OFFSET_MS) / DAY_MS))

/** "05:59", as the clocks of the province show it. @param at epoch milliseconds */
export const provinceClockOf = (at: number): string => new Date(at + PROVINCE_OFFSET_MS).toISOString().slice(11, 16)

/** "05:59 23/11/2026"; both languages of the province's office write a moment so. */
export const momentWords = (at: number): string =>
  `${provinceClockOf(at)} ${provinceDayOf(at).split('-').toReversed().join('/')}`

/** The first millisecond of a day that exists. */
export const startOfDay = (day: Day): number => daysBetween('1970-01-01', day) * DAY_MS - PROVINCE_OFFSET_MS

/** The last millisecond of a day; undefined when it is no day of the calendar. */
export function endOfDay(day: string): number | undefined {
  const start = DAY.test(day) ? Date.parse(`${day}T00:00:00+07:00`) : Number.NaN
  return Number.isNaN(start) || provinceDayOf(start) !== day ? undefined : start + DAY_MS - 1
}
