// A moment as it is typed: a day and a time of the province's clock. Pure.
import { PROVINCE_OFFSET_MS, provinceClockOf, provinceDayOf } from '../../shared/programme/province-day.ts'

export type TypedMoment = { readonly day: string | undefined; readonly clock: string }

export const typedMoment = (at: number): TypedMoment => ({ day: provinceDayOf(at), clock: provinceClockOf(at) })

const CLOCK = /^([01]?\d|2[0-3])\s*[:h.]\s*([0-5]\d)$/

/** Epoch milliseconds; undefined while either part is none. */
export function momentOf({ day, clock }: TypedMoment): number | undefined {
  const [, hours, minutes] = CLOCK.exec(clock.trim()) ?? []
  const start = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
  if (hours === undefined || minutes === undefined || Number.isNaN(start)) return undefined
  return start - PROVINCE_OFFSET_MS + (Number(hours) * 60 + Number(minutes)) * 60_000
}

export const isClock = (text: string): boolean => CLOCK.test(text.trim())

/** "21:51" on the day that is read, else "21:51 26/11": for a page that looks back days, not years. */
export function shortMoment(at: number, now: number): string {
  const day = provinceDayOf(at)
  const clock = provinceClockOf(at)
  return day === provinceDayOf(now) ? clock : `${clock} ${day.slice(8)}/${day.slice(5, 7)}`
}
