// The instant that a query names. Pure.

import { endOfDay } from '../../shared/programme/province-day.ts'
import { parseTime } from '../../shared/time.ts'

/**
 * Epoch milliseconds of a day of the province (its end), of digits (milliseconds) or of RFC 3339 with an offset; undefined when
 * the text is none of them. "+07:00" arrives as " 07:00" when a caller forgot to encode the plus.
 */
export const instantOf = (text: string): number | undefined =>
  endOfDay(text) ?? parseTime(/^\d+$/.test(text) ? Number(text) : text.replace(/ (?=\d\d:\d\d$)/, '+'), Number.NaN)
