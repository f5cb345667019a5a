// Times of the province, whatever zone the screen is set to; ages as a count and its unit. Pure.
const ZONE = 'Asia/Ho_Chi_Minh'

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const secondFormat = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, second: '2-digit' })
const dateFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'short' })
const isoFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' })

/** "21:51" */
export const formatClock = (epochMs: number): string => clockFormat.format(epochMs)
/** "07" */
export const formatSeconds = (epochMs: number): string => secondFormat.format(epochMs).padStart(2, '0')
/** "23/11/2026" */
export const formatDate = (epochMs: number): string => dateFormat.format(epochMs)

export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun'
export const weekdayOf = (epochMs: number): Weekday => weekdayFormat.format(epochMs) as Weekday

/** The province's calendar day as ISO date, for comparison with validity dates. */
export const isoDayOf = (epochMs: number): string => isoFormat.format(epochMs)

/** "2025-05-20" as "20/05/2025"; needs no clock. */
export const formatIsoDate = (iso: string): string => iso.split('-').reverse().join('/')

export type Age = { readonly count: number; readonly unit: 'seconds' | 'minutes' | 'hours' | 'days' }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Rounded down, in the unit a person would say it: 119 s are "1 phút", 47 h are "47 giờ", then days. */
export function ageOf(ms: number): Age {
  const age = Math.max(0, ms)
  if (age < MINUTE_MS) return { count: Math.floor(age / 1_000), unit: 'seconds' }
  if (age < HOUR_MS) return { count: Math.floor(age / MINUTE_MS), unit: 'minutes' }
  if (age < 2 * DAY_MS) return { count: Math.floor(age / HOUR_MS), unit: 'hours' }
  return { count: Math.floor(age / DAY_MS), unit: 'days' }
}
