// The figures that a periodic report is prefilled with, and what each of them is made of. Pure; freezing them with the report
// is the submission's business.
import { countsOf, type IndicatorStanding, indicatorStandings } from './assessment-standing.ts'
import { setOn } from './criteria.ts'
import type { Day } from './facts.ts'
import { fundingCells, fundingTotals } from './funding-totals.ts'
import { type ObstacleStanding, obstacleStandings } from './obstacle-standing.ts'
import { recognitionOf } from './recognition-progress.ts'
import type { ReportPeriod } from './report-period.ts'
import { reportersOn } from './report-standing.ts'
import type { FundingCell, ProgrammeState, VillageState } from './state.ts'
import { type TaskStanding, taskStandings } from './task-standing.ts'
import { ancestryOf, groupOf, planDistrictOf, type Units } from './units.ts'

/** In the order of the form. Money in whole đồng, of the report's year; `…Unknown` = how many of its parts aren't known. */
export const REPORT_FIGURES = [
  'villages',
  'recognised',
  'recognitionUnknown',
  'indicatorsMet',
  'indicatorsTotal',
  'tasksOverdue',
  'allocated',
  'allocatedUnknown',
  'disbursed',
  'disbursedUnknown',
  'openObstacles',
] as const
export type ReportFigureName = (typeof REPORT_FIGURES)[number]

/** What the figures are counted from. */
export type ReportScope = {
  readonly villages: readonly VillageState[]
  /** Of all its villages, by the set in use; null = the indicators aren't known. */
  readonly indicators: readonly IndicatorStanding[] | null
  /** Of the tasks it leads, those overdue; null = no plan. */
  readonly overdueTasks: readonly TaskStanding[] | null
  readonly cells: readonly FundingCell[]
  readonly openObstacles: readonly ObstacleStanding[]
}

/** Figures as known on `day`; null = unknown. */
export function reportFigures(
  state: ProgrammeState,
  units: Units,
  unit: string | null,
  period: ReportPeriod,
  day: Day,
): Readonly<Record<ReportFigureName, number | null>> {
  const { villages, indicators, overdueTasks, cells, openObstacles } = reportScope(state, units, unit, period, day)
  const recognised = villages.map(village => recognitionOf(state, village).kind)
  const totals = fundingTotals(cells)
  return {
    villages: villages.length,
    recognised: recognised.filter(kind => kind === 'recognised').length,
    recognitionUnknown: recognised.filter(kind => kind === 'unknown').length,
    indicatorsMet: indicators && countsOf(indicators).met,
    indicatorsTotal: indicators && indicators.length,
    tasksOverdue: overdueTasks && overdueTasks.length,
    allocated: totals.allocated.amount,
    allocatedUnknown: totals.allocated.unknown,
    disbursed: totals.disbursed.amount,
    disbursedUnknown: totals.disbursed.unknown,
    openObstacles: openObstacles.length,
  }
}

/**
 * What belongs to a report: the villages the unit reported on at the cut-off or reports on now (who takes over owes the
 * report too), the tasks and obstacles of the unit, of those it descends from and of the districts it stands in for.
 * `unit` null, or a department or an authority: the whole province, as in the consolidated report.
 */
export function reportScope(
  state: ProgrammeState,
  units: Units,
  unit: string | null,
  period: ReportPeriod,
  day: Day,
): ReportScope {
  const isWhole = unit === null || isProvincial(units, unit)
  const all = [...state.villages.values()].toSorted((a, b) => a.order - b.order)
  const reported = isWhole ? null : villagesReportedBy(state, units, unit, [period.cutoff, day])
  const villages = all.filter(({ id }) => reported === null || reported.has(id))
  const ids = villages.map(({ id }) => id)
  const names = isWhole ? null : namesOf(units, unit, villages)
  const isOwn = (id: string | null) => names === null || (id !== null && names.has(id))
  return {
    villages,
    indicators: indicatorsOfVillages(state, ids, day),
    overdueTasks: state.plan && overdueTasksOf(state, day, isOwn),
    cells: fundingCells(state, { villages: ids, year: period.year }),
    openObstacles: obstacleStandings(state, day).filter(
      ({ isOpen, item }) =>
        isOpen && (isOwn(item.unit) || isOwn(item.responsible) || reported?.has(item.village ?? '') === true),
    ),
  }
}

function isProvincial(units: Units, unit: string): boolean {
  const kind = units.get(unit)?.kind
  return kind === 'department' || kind === 'authority' || kind === 'province'
}

function villagesReportedBy(
  state: ProgrammeState,
  units: Units,
  unit: string,
  days: readonly Day[],
): ReadonlySet<string> {
  const own = days.flatMap(day => reportersOn(state, units, day)).filter(reporter => reporter.unit?.id === unit)
  return new Set(own.flatMap(({ villages }) => villages))
}

function namesOf(units: Units, unit: string, villages: readonly VillageState[]): ReadonlySet<string> {
  return new Set([...ancestryOf(units, unit), ...villages.flatMap(village => planDistrictOf(units, village)?.id ?? [])])
}

/** Null also when there are no villages to look at: nothing is known of their indicators. */
function indicatorsOfVillages(
  state: ProgrammeState,
  villages: readonly string[],
  day: Day,
): readonly IndicatorStanding[] | null {
  const { set } = setOn(state, day)
  const standings = set ? villages.flatMap(village => indicatorStandings(state, village, set)) : []
  return standings.length === 0 ? null : standings
}

function overdueTasksOf(state: ProgrammeState, day: Day, isOwn: (unit: string) => boolean): readonly TaskStanding[] {
  return taskStandings(state, day).filter(
    ({ mark, task }) => mark === 'overdue' && [task.lead, ...(groupOf(state.plan, task.lead) ?? [])].some(isOwn),
  )
}
