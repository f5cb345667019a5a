// The programme at a glance, for the wall and the province's page. Pure; every figure is counted from a list that is exported
// here or where its name says: recognitions, indicatorStandings, forecastBasis, taskStandings, fundingCells, obstacleStandings.
import { countsOf, indicatorStandings, type StandingCounts } from './assessment-standing.ts'
import { setOn } from './criteria.ts'
import { type DossierClock, dossierClock, newestDossier, stageOf } from './dossier.ts'
import type { Day, DossierStage } from './facts.ts'
import { type Forecast, forecastOf } from './forecast.ts'
import { fundingCells, fundingTotals, type Totals } from './funding-totals.ts'
import { obstacleStandings } from './obstacle-standing.ts'
import {
  planAgainstActual,
  type RecognitionCounts,
  type RecognitionStanding,
  type RecognitionYear,
  recognitionCounts,
  recognitions,
} from './recognition-progress.ts'
import { type ReportMark, type ReportStanding, reportStandings } from './report-standing.ts'
import { hasSimulated } from './simulated-things.ts'
import type { ProgrammeState, SetState, VillageState } from './state.ts'
import { type TaskMark, type TaskStanding, taskCounts, taskStandings } from './task-standing.ts'
import type { Units } from './units.ts'
import { addDays, yearOf } from './working-calendar.ts'

/** Tasks that a wall can name. */
export const MAX_WORST_TASKS = 10
/** Reports whose cut-off lies within so many days, today included. */
export const REPORTS_BACK_DAYS = 365

export type VillageOverview = {
  readonly id: string
  readonly name: string
  readonly plannedYear: number
  readonly recognition: RecognitionStanding
  /** By the set in use; `total` null without one. */
  readonly counts: StandingCounts
  readonly forecast: Forecast
  /** Of the newest dossier; null = there is none. */
  readonly stage: DossierStage | null
  readonly clock: DossierClock | null
  /** Some of its results are. */
  readonly isSimulated: boolean
}

export type ReportsOverview = {
  /** Came, or should have come by now. */
  readonly expected: number
  readonly onTime: number
  readonly late: number
  readonly missing: number
  /** Due, with nobody named to send it; not in `expected`. */
  readonly nobody: number
  /** Of those expected; null = none was. */
  readonly onTimeRate: number | null
}

export type ProgrammeOverview = {
  readonly day: Day
  /** In the order of the plan. */
  readonly villages: readonly VillageOverview[]
  readonly recognition: RecognitionCounts
  readonly years: readonly RecognitionYear[]
  /** Null = no plan was adopted. */
  readonly tasks: {
    readonly counts: Readonly<Record<TaskMark, number>>
    readonly worst: readonly TaskStanding[]
  } | null
  readonly funding: { readonly year: number; readonly ofYear: Totals; readonly all: Totals }
  readonly reports: ReportsOverview
  /** `oldestDays` null = none is open. */
  readonly obstacles: { readonly open: number; readonly overdue: number; readonly oldestDays: number | null }
  readonly set: SetState | null
  readonly isSetLapsed: boolean
  /** Anything at all was written by a simulated field (`simulatedThings`). */
  readonly isSimulated: boolean
}

export function programmeOverview(state: ProgrammeState, units: Units, day: Day): ProgrammeOverview {
  const { set, isLapsed } = setOn(state, day)
  const tasks = taskStandings(state, day)
  const year = yearOf(day)
  return {
    day,
    villages: recognitions(state).map(({ village, standing }) => villageOverview(state, village, standing, day)),
    recognition: recognitionCounts(state),
    years: planAgainstActual(state, day),
    tasks: state.plan && { counts: taskCounts(tasks), worst: worstTasks(tasks) },
    funding: {
      year,
      ofYear: fundingTotals(fundingCells(state, { year })),
      all: fundingTotals(fundingCells(state)),
    },
    reports: reportsOverview(reportsOfLastYear(state, units, day)),
    obstacles: obstaclesOverview(state, day),
    set,
    isSetLapsed: isLapsed,
    isSimulated: hasSimulated(state),
  }
}

/** The overdue ones, latest first, then the silent ones, longest first. */
export function worstTasks(standings: readonly TaskStanding[]): readonly TaskStanding[] {
  const overdue = standings.filter(({ mark }) => mark === 'overdue')
  const silent = standings.filter(({ mark }) => mark === 'silent')
  return [
    ...overdue.toSorted((a, b) => (a.daysLeft ?? 0) - (b.daysLeft ?? 0)),
    ...silent.toSorted((a, b) => (b.silentDays ?? 0) - (a.silentDays ?? 0)),
  ].slice(0, MAX_WORST_TASKS)
}

/** What the figures of reports are made of: those that came, are missing, or are due with nobody to send them. */
export function reportsOfLastYear(state: ProgrammeState, units: Units, day: Day): readonly ReportStanding[] {
  return reportStandings(state, units, day, addDays(day, 1 - REPORTS_BACK_DAYS)).filter(
    ({ mark, period }) => IS_SETTLED[mark] || (mark === 'nobody' && period.dueOn < day),
  )
}

const IS_SETTLED: Readonly<Record<ReportMark, boolean>> = {
  'on-time': true,
  late: true,
  missing: true,
  nobody: false,
  'due-soon': false,
  'not-due': false,
}

function villageOverview(
  state: ProgrammeState,
  village: VillageState,
  recognition: RecognitionStanding,
  day: Day,
): VillageOverview {
  const { id, name, plannedYear } = village
  const { set } = setOn(state, day)
  const standings = set ? indicatorStandings(state, id, set) : []
  const dossier = newestDossier(state, id)
  return {
    id,
    name,
    plannedYear,
    recognition,
    counts: countsOf(standings),
    forecast: forecastOf(state, id, day),
    stage: dossier ? stageOf(dossier) : null,
    clock: dossier ? dossierClock(dossier, state.calendar, state.settings.appraisalWorkingDays, day) : null,
    isSimulated: standings.some(standing => standing.isSimulated),
  }
}

function reportsOverview(standings: readonly ReportStanding[]): ReportsOverview {
  const count = (mark: ReportStanding['mark']) => standings.filter(one => one.mark === mark).length
  const [onTime, late, missing, nobody] = [count('on-time'), count('late'), count('missing'), count('nobody')]
  const expected = onTime + late + missing
  return { expected, onTime, late, missing, nobody, onTimeRate: expected === 0 ? null : onTime / expected }
}

function obstaclesOverview(state: ProgrammeState, day: Day): ProgrammeOverview['obstacles'] {
  const open = obstacleStandings(state, day).filter(({ isOpen }) => isOpen)
  return {
    open: open.length,
    overdue: open.filter(({ isOverdue }) => isOverdue).length,
    oldestDays: open.length === 0 ? null : Math.max(...open.map(({ ageDays }) => ageDays)),
  }
}
