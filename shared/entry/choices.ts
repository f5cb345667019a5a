// What an officer may enter for one unit, with how each thing stands and the version its sender must have seen. Of that unit only.
// Pure; the kiosk's forms are made of it and the station holds every entry against the same rule.
import { indicatorStandings } from '../programme/assessment-standing.ts'
import { setOn } from '../programme/criteria.ts'
import type { DecideContext } from '../programme/decide.ts'
import { carriersOf, communeOf } from '../programme/decide-rights.ts'
import type { Day, Deadline, Outcome, Target, TaskStatus } from '../programme/facts.ts'
import { TASK_STATUSES } from '../programme/facts.ts'
import { type ReportMark, reportStandings } from '../programme/report-standing.ts'
import { subjectOfCommand } from '../programme/subject-of-command.ts'
import { taskStandings } from '../programme/task-standing.ts'
import { addDays, yearOf } from '../programme/working-calendar.ts'
import type { EntryCommand } from './entry.ts'

export type TaskChoice = {
  readonly id: string
  readonly title: string
  readonly status: TaskStatus | null
  readonly progress: number | null
  /** What was last said of it. */
  readonly text: string | null
  readonly dueOn: Day | null
  readonly isLate: boolean
  /** What may be said of it. */
  readonly statuses: readonly TaskStatus[]
  /** The years a yearly one may count for, newest first; null = it doesn't count by year. */
  readonly years: readonly number[] | null
  readonly version: number
}
export type IndicatorChoice = {
  readonly village: string
  readonly set: string
  readonly id: string
  readonly title: string
  readonly target: Target
  /** What must be shown for it; null = nothing. */
  readonly evidence: string | null
  /** As the village itself last said. */
  readonly outcome: Outcome | null
  readonly value: number | null
  readonly note: string | null
  readonly isIllustrative: boolean
  readonly version: number
}
export type ReportChoice = {
  readonly period: string
  readonly cutoff: Day
  readonly dueOn: Day
  readonly mark: ReportMark
  readonly version: number
}
export type EntryChoices = {
  readonly day: Day
  readonly unit: string
  readonly villages: readonly { readonly id: string; readonly name: string }[]
  readonly tasks: readonly TaskChoice[]
  readonly indicators: readonly IndicatorChoice[]
  /** Owed and not in yet, and open for entry. */
  readonly reports: readonly ReportChoice[]
}

/** Reports that are older than this are no kiosk's business. */
const REPORTS_BACK_DAYS = 400

export function entryChoices(context: DecideContext, unit: string): EntryChoices {
  const { state, today } = context
  const version = (entry: Pick<EntryCommand, 'command'> & { readonly data: object }) =>
    state.versions.get(subjectOfCommand(entry as EntryCommand)) ?? 0
  const villages = [...state.villages.values()]
    .filter(village => isAmong(communeOf(context, village), unit))
    .sort((a, b) => a.order - b.order)
  const { set } = setOn(state, today)
  return {
    day: today,
    unit,
    villages: villages.map(({ id, name }) => ({ id, name })),
    tasks: taskStandings(state, today)
      .filter(({ task }) => isAmong(carriersOf(context, task.lead), unit))
      .map(({ task, state: held, deadline, dueOn, mark }) => ({
        id: task.id,
        title: task.title,
        status: held.latest?.status ?? null,
        progress: held.latest?.progress ?? null,
        text: held.latest?.text ?? null,
        dueOn,
        isLate: mark === 'overdue',
        statuses: statusesFor(deadline),
        years: yearsFor(deadline, yearOf(state.plan?.validFrom ?? today), yearOf(today)),
        version: version({ command: 'update-task', data: { task: task.id } }),
      })),
    indicators:
      set && state.settings.steps.includes('self')
        ? villages.flatMap(village =>
            indicatorStandings(state, village.id, set).map(({ indicator: { indicator }, steps }) => ({
              village: village.id,
              set: set.id,
              id: indicator.id,
              title: indicator.title,
              target: indicator.target,
              evidence: indicator.measure === null ? indicator.evidence : null,
              outcome: steps.self?.outcome ?? null,
              value: steps.self?.value ?? null,
              note: steps.self?.note ?? null,
              isIllustrative: set.illustrative,
              version: version({
                command: 'assess-indicator',
                data: { village: village.id, set: set.id, indicator: indicator.id },
              }),
            })),
          )
        : [],
    reports: reportStandings(state, context.units, today, addDays(today, -REPORTS_BACK_DAYS))
      .filter(one => one.unit === unit && one.submittedOn === null && one.period.cutoff <= today)
      .map(({ period, mark }) => ({
        period: period.id,
        cutoff: period.cutoff,
        dueOn: period.dueOn,
        mark,
        version: version({ command: 'submit-report', data: { unit, period: period.id } }),
      })),
  }
}

/** Whether an entry is about what is the unit's own: a wider right that the unit may have isn't for a kiosk. */
export function isOwnEntry(context: DecideContext, unit: string, entry: EntryCommand): boolean {
  const { state } = context
  const isOwnVillage = (id: string) => {
    const village = state.villages.get(id)
    return village !== undefined && isAmong(communeOf(context, village), unit)
  }
  const isOwnTask = (id: string) => {
    const task = state.plan?.tasks.find(one => one.id === id)
    return task !== undefined && isAmong(carriersOf(context, task.lead), unit)
  }
  switch (entry.command) {
    case 'update-task':
      return isOwnTask(entry.data.task)
    case 'assess-indicator':
      return entry.data.step === 'self' && isOwnVillage(entry.data.village)
    case 'submit-report':
      return entry.data.unit === unit
    case 'raise-obstacle': {
      const { village, task } = entry.data
      return (village === null || isOwnVillage(village)) && (task === null || isOwnTask(task))
    }
    default:
      return entry satisfies never
  }
}

const isAmong = (units: readonly { readonly id: string }[], unit: string): boolean =>
  units.some(({ id }) => id === unit)

/** Judged by the last update or by open requests; nobody can finish them. */
const NEVER_DONE: ReadonlySet<Deadline['kind']> = new Set(['ongoing', 'periodic', 'on-request', 'working-days'])

const statusesFor = ({ kind }: Deadline): readonly TaskStatus[] =>
  TASK_STATUSES.filter(status => status !== 'done' || !NEVER_DONE.has(kind))

const yearsFor = ({ kind }: Deadline, from: number, to: number): readonly number[] | null =>
  kind === 'yearly' ? Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => to - index) : null
