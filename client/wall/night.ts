// How bright the wall is, and when it loads itself anew: by the province's clock, from the profile. Pure.
import type { Night } from '../../shared/displays/profile.ts'
import { PROVINCE_OFFSET_MS } from '../../shared/programme/province-day.ts'

const MINUTE_MS = 60_000
const DAY_MS = 1_440 * MINUTE_MS
/** From day to night and back nobody sees a step. */
export const DUSK_MS = 10 * MINUTE_MS
/** The quiet hour lasts so long: a screen that was away for it waits for the next one. */
export const QUIET_MS = 30 * MINUTE_MS
/** A page that has just been loaded has nothing to refresh. */
const FRESH_MS = 2 * 60 * MINUTE_MS

/** 'HH:MM' to milliseconds into the day. */
const intoDay = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * MINUTE_MS
/** How long ago a clock time was last, 0 to a day. */
function since(clock: string, now: number): number {
  const passed = (now + PROVINCE_OFFSET_MS - intoDay(clock)) % DAY_MS
  return (passed + DAY_MS) % DAY_MS
}

/** Share of the light that is left, 1 by day. @param now server time */
export function lightAt(night: Night | null, now: number): number {
  if (!night) return 1
  const length = (intoDay(night.to) - intoDay(night.from) + DAY_MS) % DAY_MS
  const into = since(night.from, now)
  const dusk = Math.min(DUSK_MS, length / 2)
  if (into < length) return 1 - (1 - night.light) * Math.min(1, into / dusk)
  return night.light + (1 - night.light) * Math.min(1, (into - length) / dusk)
}

/**
 * Whether the daily refresh is due.
 * @param loadedAt server time when this page was loaded
 * @param spreadMs of this screen: not all of a wall go dark at once
 */
export function isRefreshDue(refreshAt: string | null, now: number, loadedAt: number, spreadMs = 0): boolean {
  if (refreshAt === null || now - loadedAt < FRESH_MS) return false
  const into = since(refreshAt, now) - spreadMs
  return into >= 0 && into < QUIET_MS && now - into > loadedAt
}
