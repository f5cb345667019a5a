// Days of a series as cells of weeks, and its clock hours as a grid of hours and days or months; days of the province. Pure.
import type { Bucket } from '../../../shared/api.ts'
import { provinceDayOf, startOfDay } from '../../../shared/programme/province-day.ts'
import { addDays, daysBetween } from '../../../shared/programme/working-calendar.ts'
import type { TimeRange } from './history-choice.ts'

export const MEASURES = ['mean', 'min', 'max', 'sum'] as const
export type Measure = (typeof MEASURES)[number]
export const MAX_CELL_DAYS = 1_100
const HOUR_MS = 3_600_000
const ZONE_MS = 7 * HOUR_MS

export const valueOf = (bucket: Pick<Bucket, 'mean' | 'min' | 'max' | 'count'>, measure: Measure): number =>
  measure === 'sum' ? bucket.mean * bucket.count : bucket[measure]

export type DayCell = { readonly day: string /** Undefined = not measured. */; readonly value: number | undefined }

/** Every day the range touches, the newest at the end; at most MAX_CELL_DAYS, the newest of them. */
export function daysOf({ from, to }: TimeRange): readonly string[] {
  const last = provinceDayOf(to)
  const count = Math.min(MAX_CELL_DAYS, daysBetween(provinceDayOf(from), last) + 1)
  return Array.from({ length: count }, (_, i) => addDays(last, i - count + 1))
}

export function dayCells(buckets: readonly Bucket[], range: TimeRange, measure: Measure): readonly DayCell[] {
  const byDay = new Map(buckets.map(bucket => [provinceDayOf(bucket.t), bucket]))
  return daysOf(range).map(day => {
    const bucket = byDay.get(day)
    return { day, value: bucket && valueOf(bucket, measure) }
  })
}

/** Columns of seven, Monday first; undefined where a week has days outside of the range. */
export function weeksOf(cells: readonly DayCell[]): readonly (readonly (DayCell | undefined)[])[] {
  const [first] = cells
  if (!first) return []
  const before = (new Date(`${first.day}T00:00:00Z`).getUTCDay() + 6) % 7
  const all = [...Array.from({ length: before }, () => undefined), ...cells]
  return Array.from({ length: Math.ceil(all.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_unused, weekday) => all[week * 7 + weekday]),
  )
}

export type HourRow = { readonly key: string; readonly values: readonly (number | undefined)[] }

/** A row a day, or a month where there are more than `mostDays` of them; 24 values each. */
export function hourRows(hours: readonly Bucket[], range: TimeRange, mostDays: number): readonly HourRow[] {
  const days = daysOf(range)
  const isByMonth = days.length > mostDays
  const keyOf = (day: string) => (isByMonth ? day.slice(0, 7) : day)
  const sums = new Map<string, { readonly sum: Float64Array; readonly count: Float64Array }>()
  for (const day of days)
    if (!sums.has(keyOf(day))) sums.set(keyOf(day), { sum: new Float64Array(24), count: new Float64Array(24) })
  for (const { t, mean, count } of hours) {
    const row = sums.get(keyOf(provinceDayOf(t)))
    const hour = hourOfDay(t)
    if (!row) continue
    row.sum[hour] = (row.sum[hour] as number) + mean * count
    row.count[hour] = (row.count[hour] as number) + count
  }
  return [...sums].map(([key, { sum, count }]) => ({
    key,
    values: Array.from(sum, (one, hour) => ((count[hour] as number) > 0 ? one / (count[hour] as number) : undefined)),
  }))
}

export const hourOfDay = (t: number): number => Math.floor((t + ZONE_MS) / HOUR_MS) % 24

export type ProfileHour = { readonly mean: number; readonly min: number; readonly max: number }

/** The mean day: of each hour its mean over all days, and the lowest and highest there were. */
export function dayProfile(hours: readonly Bucket[]): readonly (ProfileHour | undefined)[] {
  const byHour = Map.groupBy(hours, ({ t }) => hourOfDay(t))
  return Array.from({ length: 24 }, (_, hour) => {
    const all = byHour.get(hour)
    if (!all) return undefined
    const count = all.reduce((sum, one) => sum + one.count, 0)
    return {
      mean: all.reduce((sum, one) => sum + one.mean * one.count, 0) / count,
      min: all.reduce((least, { min }) => Math.min(least, min), Infinity),
      max: all.reduce((most, { max }) => Math.max(most, max), -Infinity),
    }
  })
}

/** Whole days, for the store's day buckets: as many points as days. */
export function wholeDays(range: TimeRange): { readonly from: number; readonly to: number; readonly points: number } {
  const days = daysOf(range)
  const from = startOfDay(days[0] ?? provinceDayOf(range.from))
  return { from, to: from + days.length * 24 * HOUR_MS - 1, points: days.length }
}

/** Of the scale in heat.module.css: one hue, lightness alone tells its steps apart (colour vision doesn't matter). */
export const SCALE_STEPS = 9

/** Undefined = not measured. */
export function stepOf(value: number | undefined, low: number, high: number): number | undefined {
  if (value === undefined) return undefined
  if (high <= low) return Math.floor(SCALE_STEPS / 2)
  return Math.min(SCALE_STEPS - 1, Math.floor(((value - low) / (high - low)) * SCALE_STEPS))
}

export function boundsOf(
  values: readonly (number | undefined)[],
): { readonly low: number; readonly high: number } | undefined {
  const known = values.filter(one => one !== undefined)
  if (known.length === 0) return undefined
  return {
    low: known.reduce((least, one) => Math.min(least, one), Infinity),
    high: known.reduce((most, one) => Math.max(most, one), -Infinity),
  }
}
