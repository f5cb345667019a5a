// What is late in the programme, the longest first: tasks over their day, reports that didn't come, obstacles nobody moved in time. Pure.
import { obstacleStandings } from '../../shared/programme/obstacle-standing.ts'
import { reportsOfLastYear } from '../../shared/programme/overview.ts'
import { type ReportStanding, reportStandings } from '../../shared/programme/report-standing.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { taskStandings } from '../../shared/programme/task-standing.ts'
import type { Units } from '../../shared/programme/units.ts'
import { daysBetween } from '../../shared/programme/working-calendar.ts'

export type LateThing = {
  readonly kind: 'task' | 'report' | 'obstacle'
  /** Of the task or obstacle; of reports the period that has been missing longest. */
  readonly id: string
  /** '' for reports, which go by their period. */
  readonly title: string
  /** Who acts; null = nobody is named. */
  readonly unit: string | null
  /** How long it has been late, calendar days. */
  readonly days: number
  /** How many reports this unit owes; 1 for everything else. */
  readonly count: number
}

export function lateThings(state: ProgrammeState, units: Units, day: string): readonly LateThing[] {
  const tasks = taskStandings(state, day).flatMap(({ mark, task, daysLeft }): LateThing[] =>
    mark === 'overdue'
      ? [{ kind: 'task', id: task.id, title: task.title, unit: task.lead, days: -(daysLeft ?? 0), count: 1 }]
      : [],
  )
  const obstacles = obstacleStandings(state, day).flatMap(({ item, isOverdue }): LateThing[] =>
    isOverdue && item.dueOn !== null
      ? [
          {
            kind: 'obstacle',
            id: item.id,
            title: item.title,
            unit: item.responsible,
            days: daysBetween(item.dueOn, day),
            count: 1,
          },
        ]
      : [],
  )
  return [...tasks, ...missingReports(reportsOfLastYear(state, units, day), day), ...obstacles].sort(byDays)
}

/** One line for each unit, whatever it owes: the desk names who must act, the reports page names each period. */
function missingReports(standings: readonly ReportStanding[], day: string): readonly LateThing[] {
  const missing = standings.filter(({ mark }) => mark === 'missing' || mark === 'nobody')
  return [...Map.groupBy(missing, ({ unit }) => unit)].map(([unit, owed]) => {
    const [first] = owed.toSorted((a, b) => (a.period.dueOn < b.period.dueOn ? -1 : 1))
    return {
      kind: 'report',
      id: first?.period.id ?? '',
      title: '',
      unit,
      days: first ? daysBetween(first.period.dueOn, day) : 0,
      count: new Set(owed.map(({ period }) => period.id)).size,
    }
  })
}

export type DueReports = {
  readonly dueOn: string
  readonly days: number
  readonly units: readonly string[]
}

/** The reports that come due next; undefined when none is ahead. */
export function dueReports(state: ProgrammeState, units: Units, day: string): DueReports | undefined {
  const ahead = reportStandings(state, units, day, day).filter(
    ({ mark, period }) => (mark === 'due-soon' || mark === 'not-due') && period.dueOn >= day,
  )
  const dueOn = ahead.map(({ period }) => period.dueOn).sort()[0]
  if (dueOn === undefined) return undefined
  const owing = ahead.filter(({ period }) => period.dueOn === dueOn).flatMap(({ unit }) => unit ?? [])
  return { dueOn, days: daysBetween(day, dueOn), units: [...new Set(owing)] }
}

function byDays(a: LateThing, b: LateThing): number {
  return b.days - a.days || (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1)
}
