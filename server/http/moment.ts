// The instant that a `?at=` (or another query of a time) names.
import type { Response } from 'express'
import { endOfDay } from '../../shared/programme/province-day.ts'
import { parseTime } from '../../shared/time.ts'
import { sendProblem } from './problem.ts'

/**
 * Epoch milliseconds of a day of the province (its end), of digits (milliseconds) or of RFC 3339 with an offset; undefined when
 * the text is none of them. "+07:00" arrives as " 07:00" when a caller forgot to encode the plus.
 */
export const instantOf = (text: string): number | undefined =>
  endOfDay(text) ?? parseTime(/^\d+$/.test(text) ? Number(text) : text.replace(/ (?=\d\d:\d\d$)/, '+'), Number.NaN)

/** The part of a zod schema that is used here. */
type MomentSchema = {
  readonly safeParse: (query: unknown) => {
    readonly success: boolean
    readonly data?: { readonly at?: string | undefined } | undefined
  }
}

/**
 * The instant that the query's `at` names. Undefined when there is none (now); null when it was wrong and has been answered as such.
 * @param schema of the whole query
 */
export function momentOf(query: unknown, schema: MomentSchema, response: Response): number | undefined | null {
  const parsed = schema.safeParse(query)
  const text = parsed.success ? parsed.data?.at : ''
  if (text === undefined) return undefined
  const at = instantOf(text)
  if (at !== undefined) return at
  sendProblem(response, 'bad-request', {
    vi: 'Tham số at: một ngày (2025-07-01), hoặc thời điểm RFC 3339 có múi giờ',
    en: 'at: a day (2025-07-01), or an RFC 3339 instant with an offset',
  })
  return null
}
