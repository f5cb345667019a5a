// Local time and season as arithmetic on epoch milliseconds. Viet Nam is UTC+7 without summer time, so no time-zone table.

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
const LOCAL_OFFSET_MS = 7 * HOUR_MS
/** Mean Gregorian year: the season drifts by less than a day, which no sensor notices. */
const YEAR_MS = 365.2425 * DAY_MS

/** 2026-01-01 00:00 local: the simulated field is commissioned; counters and soil start here. Never move it. */
export const FIELD_EPOCH = Date.UTC(2026, 0, 1) - LOCAL_OFFSET_MS

/** Local day number; it changes at local midnight. */
export const dayOf = (t: number): number => Math.floor((t + LOCAL_OFFSET_MS) / DAY_MS)
export const startOfDay = (day: number): number => day * DAY_MS - LOCAL_OFFSET_MS
/** Local hour of day with its fraction, [0, 24). */
export const hourOf = (t: number): number => (t - startOfDay(dayOf(t))) / HOUR_MS
/** Years since the field's epoch; its fraction is the season, 0 on 1 January. */
export const yearsSince = (t: number): number => (t - FIELD_EPOCH) / YEAR_MS
export const yearFraction = (t: number): number => yearsSince(t) - Math.floor(yearsSince(t))

/** Twelve monthly values, January first, each true at mid-month. */
export type Monthly = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]

/** A monthly table as a continuous function of time. */
export function seasonal(table: Monthly, t: number): number {
  const x = yearFraction(t) * 12 - 0.5
  const month = Math.floor(x)
  const here = table[(month + 12) % 12] ?? 0
  return here + ((table[(month + 13) % 12] ?? 0) - here) * (x - month)
}

/** A bump of height 1 around `centre` (hours), `width` hours wide at e⁻½, that wraps at midnight. */
export function dailyBump(hour: number, centre: number, width: number): number {
  const away = Math.abs(hour - centre)
  const hours = Math.min(away, 24 - away)
  return Math.exp(-0.5 * (hours / width) ** 2)
}
