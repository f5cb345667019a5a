// The form of a year of the working calendar, and which years a page must speak of. Pure; the rules are in decide-settings.ts.
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import { type CalendarYear, weekdayOf, yearOf } from '../../../shared/programme/working-calendar.ts'

export type HolidayDraft = { readonly key: string; readonly date: string | undefined; readonly name: string }
export type SwapDraft = { readonly key: string; readonly off: string | undefined; readonly on: string | undefined }
export type CalendarDraft = {
  readonly year: number | undefined
  readonly holidays: readonly HolidayDraft[]
  readonly swaps: readonly SwapDraft[]
  readonly source: string
  readonly confidence: CalendarYear['confidence']
}

export function calendarDraftOf(year: number | undefined, known: CalendarYear | undefined): CalendarDraft {
  return {
    year,
    holidays: known
      ? sortedHolidays(known).map(({ date, name }) => ({ key: date, date, name }))
      : [{ key: 'first', date: undefined, name: '' }],
    swaps: known?.swaps.map(({ off, on }) => ({ key: off, off, on })) ?? [],
    source: known?.source ?? '',
    confidence: known?.confidence ?? 'reported',
  }
}

/** Fields that are still empty, by the names that decide.ts uses. */
export function missingOfCalendar({ year, holidays, swaps }: CalendarDraft): readonly string[] {
  return [
    ...(year === undefined ? ['year.year'] : []),
    ...holidays.flatMap(({ date }, at) => (date === undefined ? [`year.holidays.${at}.date`] : [])),
    ...swaps.flatMap(({ off, on }, at) => [
      ...(off === undefined ? [`year.swaps.${at}.off`] : []),
      ...(on === undefined ? [`year.swaps.${at}.on`] : []),
    ]),
  ]
}

/** In the order of the form, so that what is refused is found in its row. */
export function calendarYearOf(draft: CalendarDraft): CalendarYear | undefined {
  const { year, holidays, swaps, source, confidence } = draft
  if (year === undefined || missingOfCalendar(draft).length > 0) return undefined
  return {
    year,
    holidays: holidays.map(({ date, name }) => ({ date: date ?? '', name: name.trim() })),
    swaps: swaps.map(({ off, on }) => ({ off: off ?? '', on: on ?? '' })),
    source: source.trim(),
    confidence,
  }
}

export const sortedHolidays = ({ holidays }: CalendarYear): CalendarYear['holidays'] =>
  holidays.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

export type YearRow = {
  readonly year: number
  /** Null = nobody published it: only weekends are known to rest. */
  readonly known: CalendarYear | null
}

/** From the plan's first year to the one after the page's, and whatever else is known; newest first. */
export function calendarRows(
  { calendar, plan }: Pick<ProgrammeState, 'calendar' | 'plan'>,
  day: string,
): readonly YearRow[] {
  const wanted = [...calendar.keys(), yearOf(day) + 1, plan ? yearOf(plan.validFrom) : yearOf(day)]
  const [first, last] = [Math.min(...wanted), Math.max(...wanted)]
  return Array.from({ length: last - first + 1 }, (_, at) => last - at).map(year => ({
    year,
    known: calendar.get(year) ?? null,
  }))
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
/** Monday first; what is left is Sunday. */
export const weekdayKeyOf = (day: string): (typeof WEEKDAYS)[number] | 'sun' => WEEKDAYS[weekdayOf(day) - 1] ?? 'sun'
