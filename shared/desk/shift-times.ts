// When shifts begin, and where a moment lies among them. Pure; a moment is a parameter.
import { PROVINCE_OFFSET_MS } from '../programme/province-day.ts'

/** Hours of the province's clock. No document of the province sets them: two shifts of twelve hours, until the centre says otherwise. */
export const SHIFT_HOURS = [7, 19] as const
export type ShiftHour = (typeof SHIFT_HOURS)[number]

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** The farthest that a page may look back: what people do with it is a shift, a weekend, a holiday. */
export const MAX_BACK_MS = 14 * DAY_MS

/** The newest moment, not after `at`, at which the province's clocks showed this hour. */
export function lastAtHour(hour: number, at: number): number {
  const start = Math.floor((at + PROVINCE_OFFSET_MS) / DAY_MS) * DAY_MS - PROVINCE_OFFSET_MS + hour * HOUR_MS
  return start <= at ? start : start - DAY_MS
}

/** When the shift of that moment began. */
export const startOfShift = (at: number): number => Math.max(...SHIFT_HOURS.map(hour => lastAtHour(hour, at)))

/** When it ends. */
export const endOfShift = (at: number): number => Math.min(...SHIFT_HOURS.map(hour => lastAtHour(hour, at) + DAY_MS))

/** The moment that a page's `since` names; undefined when it names none that may be looked back to. */
export function sinceOf(text: string | null, now: number): number | undefined {
  if (text === null || text.length > 40) return undefined
  const at = /^\d{1,15}$/.test(text) ? Number(text) : Date.parse(text)
  return Number.isFinite(at) && at <= now && at >= now - MAX_BACK_MS ? at : undefined
}
