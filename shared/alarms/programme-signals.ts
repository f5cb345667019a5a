// What the rules of the programme watch: tasks, dossiers and reports, with how their clocks stand on a day. Pure; days and
// deadlines are the programme's own rules, what becomes of a signal is the evaluation's.
import { dossierClock, newestDossiers, runningSince, stageOf } from '../programme/dossier.ts'
import type { Day, ReportSpan } from '../programme/facts.ts'
import { REPORTS_BACK_DAYS } from '../programme/overview.ts'
import { startOfDay } from '../programme/province-day.ts'
import { reportStandings } from '../programme/report-standing.ts'
import { simulatedThings } from '../programme/simulated-things.ts'
import { type DossierState, keyOf, type ProgrammeState } from '../programme/state.ts'
import { taskStandings } from '../programme/task-standing.ts'
import { successorOn, type Units, villageUnitOn } from '../programme/units.ts'
import {
  addDays,
  addWorkingDays,
  daysBetween,
  MAX_SPAN_DAYS,
  MAX_WORKING_DAYS,
  workingDaysBetween,
} from '../programme/working-calendar.ts'
import type { Words } from '../words.ts'
import type { GivenSignal } from './evaluation.ts'
import type { AlarmAbout } from './event.ts'
import type { ProgrammeClock, Rule } from './rule.ts'
import { scopeTest } from './scope.ts'
import { alarmIdOf, targetOf } from './target.ts'
import type { Watch } from './watch.ts'
import { levelsOf, type VersionedRule } from './watches.ts'

export type ProgrammeSignals = { readonly watches: readonly Watch[]; readonly signals: readonly GivenSignal[] }

/**
 * Of every rule of the programme that is on, every thing its clock can run for. A signal is null where the clock doesn't run
 * (done, sent in, paused): then there is nothing to alarm about, whatever the setpoints. A level is reached when its day begins.
 */
export function programmeSignals(
  state: ProgrammeState,
  units: Units,
  today: Day,
  rules: Iterable<VersionedRule>,
): ProgrammeSignals {
  const scene = { state, units, today, simulated: simulatedKeys(state) }
  const things = new Map<ProgrammeClock, readonly Thing[]>()
  const watches: Watch[] = []
  const signals: GivenSignal[] = []
  for (const { rule, version } of rules) {
    if (!rule.isOn || rule.signal.kind !== 'programme') continue
    const { clock } = rule.signal
    const levels = levelsOf(rule, [])
    if (levels.length === 0) continue
    const found = things.get(clock) ?? THINGS_OF[clock](scene)
    things.set(clock, found)
    const isMeant = scopeTest(rule.scope)
    for (const { target, about, days } of found) {
      if (!isMeant({ ...about, target })) continue
      const alarm = alarmIdOf(rule.id, target)
      watches.push({ alarm, rule, ruleVersion: version, target, about, levels, inputs: [] })
      const reachedAt = days ? levels.map(({ at }) => reachedAtOf(days, at, rule.side)) : []
      signals.push({ alarm, value: days?.count ?? null, reachedAt })
    }
  }
  return { watches, signals }
}

/** A clock that runs: where it stands, and on which day it came to where it has been. */
type Days = { readonly count: number; readonly reachedOn: (count: number) => Day }
type Thing = { readonly target: string; readonly about: AlarmAbout; readonly days: Days | null }
type Scene = {
  readonly state: ProgrammeState
  readonly units: Units
  readonly today: Day
  /** `<table> <key>` */
  readonly simulated: ReadonlySet<string>
}

const THINGS_OF: Readonly<Record<ProgrammeClock, (scene: Scene) => readonly Thing[]>> = {
  'task-overdue': tasks,
  'appraisal-day': scene => dossiers(scene, leadOf, appraisalDays),
  'dossier-returned': scene => dossiers(scene, communeOf, returnedDays),
  'report-due': reports,
}

/** Infinity = it hasn't come to it. */
function reachedAtOf({ count, reachedOn }: Days, at: number, side: Rule['side']): number {
  const isReached = side === 'high' ? count >= at : count <= at
  return isReached ? startOfDay(reachedOn(at)) : Infinity
}

/** What was so for a century was always so. */
const daysSince = (from: Day, today: Day): Days => ({
  count: daysBetween(from, today),
  reachedOn: count => addDays(from, Math.ceil(Math.max(count, -MAX_SPAN_DAYS))),
})
const daysUntil = (to: Day, today: Day): Days => ({
  count: daysBetween(today, to),
  reachedOn: count => addDays(to, Math.ceil(-Math.min(count, MAX_SPAN_DAYS))),
})

function tasks({ state, units, today, simulated }: Scene): readonly Thing[] {
  return taskStandings(state, today).map(({ task, dueOn, daysLeft }) => ({
    target: targetOf.task(task.id),
    about: aboutThing(
      { vi: `Nhiệm vụ ${task.id} · ${task.title}`, en: `Task ${task.id} · ${task.title}` },
      { unit: successorOn(units, task.lead, today)?.id ?? null, isSimulated: simulated.has(`tasks ${task.id}`) },
      simulated,
    ),
    days: dueOn === null || daysLeft === null ? null : daysSince(dueOn, today),
  }))
}

/** Of each village only the newest: the round before has ended. */
function dossiers(
  scene: Scene,
  unitOf: (scene: Scene, dossier: DossierState) => string | null,
  daysOf: (scene: Scene, dossier: DossierState) => Days | null,
): readonly Thing[] {
  const { state, simulated } = scene
  return newestDossiers(state).map(dossier => {
    const { village, round } = dossier
    const { name = village, centre = null } = state.villages.get(village) ?? {}
    const isSimulated = simulated.has(`dossiers ${keyOf.dossier(village, round)}`)
    const title = { vi: `Hồ sơ ${name} · lần ${round}`, en: `Dossier of ${name} · round ${round}` }
    return {
      target: targetOf.dossier(village, round),
      about: {
        ...aboutThing(title, { unit: unitOf(scene, dossier), isSimulated }, simulated),
        village,
        position: centre,
      },
      days: daysOf(scene, dossier),
    }
  })
}

/** The first working day after the file was whole is day 1. After a pause it is beyond a level again from when it goes on. */
function appraisalDays({ state: { calendar, settings }, today }: Scene, dossier: DossierState): Days | null {
  const since = runningSince(dossier, today)
  if (since === undefined) return null
  const { usedDays } = dossierClock(dossier, calendar, settings.appraisalWorkingDays, today)
  const usedBefore = usedDays - workingDaysBetween(calendar, since, today).days
  return {
    count: usedDays,
    reachedOn: count =>
      addWorkingDays(calendar, since, Math.min(MAX_WORKING_DAYS, Math.max(0, Math.ceil(count) - usedBefore))).on,
  }
}

function returnedDays({ today }: Scene, dossier: DossierState): Days | null {
  const on = dossier.moves.at(-1)?.on
  if (on === undefined || stageOf(dossier) !== 'returned') return null
  return daysSince(on < today ? on : today, today)
}

/** As far back as the overview counts them, so that both name the same ones missing. Where nobody is named, nobody can act. */
function reports({ state, units, today, simulated }: Scene): readonly Thing[] {
  const isExpectedBySimulation = REPORT_SETTINGS.some(key => simulated.has(`changedSettings ${key}`))
  return reportStandings(state, units, today, addDays(today, 1 - REPORTS_BACK_DAYS)).flatMap(
    ({ period, unit, mark, submittedOn }) => {
      if (unit === null || mark === 'nobody') return []
      const [name, words] = [units.get(unit)?.name ?? unit, periodWords(period.span, period.year)]
      const isSimulated = isExpectedBySimulation || simulated.has(`reports ${keyOf.report(unit, period.id)}`)
      const title = { vi: `Báo cáo ${words.vi} · ${name}`, en: `Report ${words.en} · ${name}` }
      return [
        {
          target: targetOf.report(unit, period.id),
          about: aboutThing(title, { unit, isSimulated }, simulated),
          days: submittedOn === null ? daysUntil(period.dueOn, today) : null,
        },
      ]
    },
  )
}

/** Who owes a report by when follows from these. */
const REPORT_SETTINGS = ['districtStep', 'reportSpans', 'reportCutoffs', 'reportDueDays'] as const

const SPANS: Readonly<Record<ReportSpan, Words>> = {
  Q1: { vi: 'Quý I', en: 'Q1' },
  Q2: { vi: 'Quý II', en: 'Q2' },
  Q3: { vi: 'Quý III', en: 'Q3' },
  Q4: { vi: 'Quý IV', en: 'Q4' },
  '6M': { vi: '6 tháng', en: '6 months' },
  '9M': { vi: '9 tháng', en: '9 months' },
  Y: { vi: 'Năm', en: 'Year' },
}
const periodWords = (span: ReportSpan, year: number): Words => {
  const between = span === 'Y' ? ' ' : '/'
  return { vi: `${SPANS[span].vi}${between}${year}`, en: `${SPANS[span].en}${between}${year}` }
}

const leadOf = ({ state, units, today }: Scene): string | null =>
  (state.plan && successorOn(units, state.plan.roles.lead, today)?.id) ?? null

function communeOf({ state, units, today }: Scene, dossier: DossierState): string | null {
  const village = state.villages.get(dossier.village)
  const unit = village && villageUnitOn(village, today)
  return (unit === undefined ? undefined : successorOn(units, unit, today)?.id) ?? null
}

const aboutThing = (
  title: Words,
  { unit, isSimulated }: { readonly unit: string | null; readonly isSimulated: boolean },
  simulated: ReadonlySet<string>,
): AlarmAbout => ({
  title,
  village: null,
  position: null,
  device: null,
  series: null,
  quantity: null,
  unit,
  source: isSimulated || simulated.has(PLAN) ? 'simulated' : 'manual',
})

/** Under a simulated plan everything is. */
const PLAN = 'plan'
const simulatedKeys = (state: ProgrammeState): ReadonlySet<string> =>
  new Set(simulatedThings(state).map(({ table, key }) => (table === 'plan' ? PLAN : `${table} ${key}`)))
