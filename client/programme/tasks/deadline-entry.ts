// A deadline as it is entered, part by part, and the deadline those parts make. Pure.
import type { Day, Deadline } from '../../../shared/programme/facts.ts'
import { yearOf } from '../../../shared/programme/working-calendar.ts'

export const DEADLINE_KINDS = [
  'day',
  'month',
  'quarter',
  'yearly',
  'periodic',
  'ongoing',
  'on-request',
  'by-plan',
  'working-days',
] as const satisfies readonly Deadline['kind'][]
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/** Undefined = not entered. */
export type DeadlineEntry = {
  readonly kind: DeadlineKind
  readonly day: Day | undefined
  readonly month: number | undefined
  readonly quarter: 1 | 2 | 3 | 4 | undefined
  readonly year: number | undefined
  readonly days: number | undefined
  readonly thenOngoing: boolean
}

/** What stands in the form at first: the deadline that counts now; of one that isn't known, a day. */
export function entryOf(deadline: Deadline, today: Day): DeadlineEntry {
  const entry: DeadlineEntry = {
    kind: deadline.kind === 'unknown' ? 'day' : deadline.kind,
    day: undefined,
    month: undefined,
    quarter: undefined,
    year: yearOf(today),
    days: undefined,
    thenOngoing: false,
  }
  switch (deadline.kind) {
    case 'day':
      return { ...entry, day: deadline.day }
    case 'month':
      return {
        ...entry,
        year: yearOf(deadline.month),
        month: Number(deadline.month.slice(5)),
        thenOngoing: deadline.thenOngoing,
      }
    case 'quarter':
      return { ...entry, year: deadline.year, quarter: deadline.quarter, thenOngoing: deadline.thenOngoing }
    case 'working-days':
      return { ...entry, days: deadline.days }
    case 'yearly':
    case 'periodic':
    case 'ongoing':
    case 'on-request':
    case 'by-plan':
    case 'unknown':
      return entry
    default:
      return deadline satisfies never
  }
}

/** Undefined while a part is missing. */
export function deadlineFrom(entry: DeadlineEntry): Deadline | undefined {
  const { kind, day, month, quarter, year, days, thenOngoing } = entry
  switch (kind) {
    case 'day':
      return day === undefined ? undefined : { kind, day }
    case 'month':
      return month === undefined || year === undefined
        ? undefined
        : { kind, month: `${year}-${String(month).padStart(2, '0')}`, thenOngoing }
    case 'quarter':
      return quarter === undefined || year === undefined ? undefined : { kind, year, quarter, thenOngoing }
    case 'working-days':
      return days === undefined ? undefined : { kind, days, after: 'dossier-complete' }
    case 'yearly':
    case 'periodic':
    case 'ongoing':
    case 'on-request':
    case 'by-plan':
      return { kind }
    default:
      return kind satisfies never
  }
}

/** Names of the fields that are still empty. */
export function missingParts(entry: DeadlineEntry): readonly string[] {
  const { kind, day, month, quarter, year, days } = entry
  const asked: Readonly<Partial<Record<DeadlineKind, Readonly<Record<string, unknown>>>>> = {
    day: { day },
    month: { month, year },
    quarter: { quarter, year },
    'working-days': { days },
  }
  return Object.entries(asked[kind] ?? {}).flatMap(([part, value]) => (value === undefined ? [`deadline.${part}`] : []))
}

const YEARS_AHEAD = 10

/** Years to choose from: this one and the next ten, and the one that stands there already. */
export function yearsFor({ year }: Pick<DeadlineEntry, 'year'>, today: Day): readonly number[] {
  const first = yearOf(today)
  const coming = Array.from({ length: YEARS_AHEAD + 1 }, (_, index) => first + index)
  return year === undefined || coming.includes(year) ? coming : [...coming, year].toSorted((a, b) => a - b)
}
