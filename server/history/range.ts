// Which time a query of the history is about. Pure.
import { parseTime } from '../../shared/time.ts'

/** What is shown when nobody says: the last day. */
export const DEFAULT_SPAN_MS = 24 * 3_600_000
/** Beyond any time a reading can have; stands for "no bound". */
export const FAR = 8.64e15

export type RangeQuery = { readonly from?: string | undefined; readonly to?: string | undefined }
/** Both ends included, epoch milliseconds. */
export type Range = { readonly from: number; readonly to: number }

/** Digits alone are milliseconds; "+07:00" arrives as " 07:00" when a caller forgot to encode the plus. */
export function timeOf(text: string): number | undefined {
  return parseTime(/^-?\d+$/.test(text) ? Number(text) : text.replace(/ (?=\d\d:\d\d$)/, '+'), 0)
}

/** An end that isn't named is open. Undefined when it is no range. */
export function rangeOf({ from: first, to: last }: RangeQuery): Range | undefined {
  const from = first === undefined ? -FAR : timeOf(first)
  const to = last === undefined ? FAR : timeOf(last)
  return from === undefined || to === undefined || from > to ? undefined : { from, to }
}

/** Up to now and of the last day, unless the query says otherwise. */
export function recentRange(query: RangeQuery, now: number): Range | undefined {
  const range = rangeOf(query)
  if (!range) return undefined
  const to = query.to === undefined ? now : range.to
  return { from: query.from === undefined ? to - DEFAULT_SPAN_MS : range.from, to }
}
