// The instant that an address asks for: `?at=` holds a day of the province (its end) or an instant with an offset. Pure.
import { endOfDay, PROVINCE_OFFSET_MS } from '../../shared/programme/province-day.ts'

/** With seconds or without, any offset; the plus may have become a space on its way. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+\- ]\d\d:\d\d)$/
const DAY = /^\d{4}-\d\d-\d\d$/

/** Epoch milliseconds; undefined when it is neither, and then the page shows now. */
export function instantOfText(text: string | null | undefined): number | undefined {
  if (!text) return undefined
  if (DAY.test(text)) return endOfDay(text)
  if (!INSTANT.test(text)) return undefined
  const at = Date.parse(text.replace(' ', '+'))
  return Number.isNaN(at) ? undefined : at
}

/** "2026-11-20T07:15:00+07:00", to the second, as the clocks of the province show it. */
export const textOfInstant = (at: number): string =>
  `${new Date(Math.floor(at / 1_000) * 1_000 + PROVINCE_OFFSET_MS).toISOString().slice(0, 19)}+07:00`
