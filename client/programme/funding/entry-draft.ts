// From the fields of a funding form to its command. Pure: what is missing is named by field, the rest is judged by decide.ts.
import type { CommandData } from '../../../shared/programme/command.ts'
import type { BookedAmount, Dong, PlannedAmount } from '../../../shared/programme/facts.ts'
import { type FundingCell, keyOf, type ProgrammeState } from '../../../shared/programme/state.ts'

export type PlaceDraft = {
  readonly village: string | undefined
  readonly source: string | undefined
  readonly year: number | undefined
}
export type BookDraft = PlaceDraft & {
  readonly kind: BookedAmount
  /** A correction takes back what was booked: the amount is typed without its sign. */
  readonly isCorrection: boolean
  readonly amount: Dong | undefined
  readonly on: string | undefined
  readonly document: string
  readonly note: string
}
export type PlanDraft = PlaceDraft & {
  readonly kind: PlannedAmount
  readonly amount: Dong | undefined
  readonly note: string
}
export type NoteDraft = {
  readonly village: string | undefined
  readonly year: number | undefined
  readonly on: string | undefined
  readonly text: string
}

export type MissingField = 'village' | 'source' | 'year' | 'amount' | 'on'

export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const missing = (fields: Readonly<Partial<Record<MissingField, unknown>>>): readonly MissingField[] =>
  (Object.keys(fields) as MissingField[]).filter(field => fields[field] === undefined)

export const missingOfBooking = ({ village, source, year, amount, on }: BookDraft): readonly MissingField[] =>
  missing({ village, source, year, amount, on })
export const missingOfPlan = ({ village, source, year, amount }: PlanDraft): readonly MissingField[] =>
  missing({ village, source, year, amount })
export const missingOfNote = ({ year, on }: NoteDraft): readonly MissingField[] => missing({ year, on })

export function bookingOf(draft: BookDraft): CommandData['book-funding'] | undefined {
  const { village, source, year, amount, on, kind } = draft
  if (village === undefined || source === undefined || year === undefined || amount === undefined || on === undefined)
    return undefined
  return {
    village,
    source,
    year,
    kind,
    amount: draft.isCorrection ? -amount : amount,
    on,
    document: textOrNull(draft.document),
    note: textOrNull(draft.note),
  }
}

export function planOf({
  village,
  source,
  year,
  amount,
  kind,
  note,
}: PlanDraft): CommandData['plan-funding'] | undefined {
  if (village === undefined || source === undefined || year === undefined || amount === undefined) return undefined
  return { village, source, year, kind, amount, note: textOrNull(note) }
}

export function noteOf({ village, year, on, text }: NoteDraft): CommandData['note-supervision'] | undefined {
  return year === undefined || on === undefined ? undefined : { village: village ?? null, year, on, text: text.trim() }
}

/** What is known of the place so far; undefined while it isn't fully named. */
export function knownAt(
  state: ProgrammeState,
  { village, source, year }: PlaceDraft,
): FundingCell['amounts'] | undefined {
  if (village === undefined || source === undefined || year === undefined) return undefined
  const nothing = { need: null, allocated: null, disbursed: null, settled: null }
  return state.funding.get(keyOf.funding(village, source, year))?.amounts ?? nothing
}
