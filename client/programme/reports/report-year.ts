// The reports of one year as the page lays them out: periods, who owed which, how far it is. Pure; the rules are those of
// shared/programme.
import { isSimulated } from '../../../shared/programme/event.ts'
import type { Day } from '../../../shared/programme/facts.ts'
import { periodsBetween, type ReportPeriod } from '../../../shared/programme/report-period.ts'
import { type ReportStanding, reportStandings } from '../../../shared/programme/report-standing.ts'
import { keyOf, type ProgrammeState } from '../../../shared/programme/state.ts'
import { addDays, daysBetween, yearOf } from '../../../shared/programme/working-calendar.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'

type Picture = Pick<ProgrammeView, 'state' | 'units' | 'day'>

/** From the year the plan begins to the year shown, oldest first. */
export function reportYears({ state, day }: Pick<Picture, 'state' | 'day'>): readonly number[] {
  const first = yearOf(state.plan?.validFrom ?? day)
  return Array.from({ length: Math.max(1, yearOf(day) - first + 1) }, (_, index) => first + index)
}

/** The one in the address; the newest when that isn't one of them. */
export const chosenYear = (asked: string | null, years: readonly number[]): number =>
  years.find(year => String(year) === asked) ?? years.at(-1) ?? 0

export const standingsOfYear = ({ state, units, day }: Picture, year: number): readonly ReportStanding[] =>
  reportStandings(state, units, day, `${year}-01-01`).filter(({ period }) => period.year === year)

export const standingsOfPeriod = (picture: Picture, period: ReportPeriod): readonly ReportStanding[] =>
  standingsOfYear(picture, period.year).filter(standing => standing.period.id === period.id)

export type ReporterRow = {
  /** The unit, or the one whose duty nobody took over. */
  readonly id: string
  readonly unit: string | null
  /** Part of the year nobody was named for it. */
  readonly isOrphaned: boolean
  readonly cells: ReadonlyMap<string, ReportStanding>
}

/** Whose duty ended within the year stands in one row: first its own reports, then those that nobody sends. */
export function reporterRows(standings: readonly ReportStanding[]): readonly ReporterRow[] {
  const groups = Map.groupBy(standings, ({ unit, formerly }) => unit ?? formerly ?? '')
  return [...groups].map(([id, own]) => ({
    id,
    unit: own.find(({ unit }) => unit !== null)?.unit ?? null,
    isOrphaned: own.some(({ mark }) => mark === 'nobody'),
    cells: new Map(own.map(standing => [standing.period.id, standing])),
  }))
}

export const periodsOf = (standings: readonly ReportStanding[]): readonly ReportPeriod[] => [
  ...new Map(standings.map(({ period }) => [period.id, period])).values(),
]

/** Something of it was made up by a simulated field. */
export const isAnySimulated = ({ state }: Pick<Picture, 'state'>, standings: readonly ReportStanding[]): boolean =>
  standings.some(({ unit, period }) => {
    const report = unit === null ? undefined : state.reports.get(keyOf.report(unit, period.id))
    return report !== undefined && isSimulated(report.by)
  })

export type ReportCounts = {
  /** Came, or should have come by now. */
  readonly expected: number
  readonly received: number
  readonly onTime: number
  readonly missing: number
  readonly nobody: number
}

export function countReports(standings: readonly ReportStanding[]): ReportCounts {
  const count = (...marks: readonly ReportStanding['mark'][]) =>
    standings.filter(({ mark }) => marks.includes(mark)).length
  return {
    expected: count('on-time', 'late', 'missing'),
    received: count('on-time', 'late'),
    onTime: count('on-time'),
    missing: count('missing'),
    nobody: count('nobody'),
  }
}

export type CurrentPeriods = {
  /** Several may be due on one day: the fourth quarter and the year. */
  readonly periods: readonly ReportPeriod[]
  readonly cutoff: Day
  readonly dueOn: Day
  readonly daysLeft: number
}

/** What is due next; undefined when the settings ask for no report at all. */
export function currentPeriods({ settings }: Pick<ProgrammeState, 'settings'>, day: Day): CurrentPeriods | undefined {
  const ahead = periodsBetween(addDays(day, -settings.reportDueDays), addDays(day, 366), settings)
  const dues = ahead.filter(({ dueOn }) => dueOn >= day)
  const [first] = dues.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  if (!first) return undefined
  return {
    periods: dues.filter(({ dueOn }) => dueOn === first.dueOn),
    cutoff: first.cutoff,
    dueOn: first.dueOn,
    daysLeft: daysBetween(day, first.dueOn),
  }
}

export type PeriodPhase =
  | { readonly kind: 'coming' | 'collecting' | 'over'; readonly days: number }
  | { readonly kind: 'lastDay' }

/** Before the cut-off, between it and the due day, or past that. */
export function phaseOf({ cutoff, dueOn }: Pick<ReportPeriod, 'cutoff' | 'dueOn'>, day: Day): PeriodPhase {
  if (day < cutoff) return { kind: 'coming', days: daysBetween(day, cutoff) }
  if (day === dueOn) return { kind: 'lastDay' }
  return day < dueOn
    ? { kind: 'collecting', days: daysBetween(day, dueOn) }
    : { kind: 'over', days: daysBetween(dueOn, day) }
}
