// The tasks as the page lists them: filtered, sorted, by column. Pure; the rules are those of shared/programme.
import { isSimulated } from '../../../shared/programme/event.ts'
import type { Day } from '../../../shared/programme/facts.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { TASK_MARKS, type TaskMark, type TaskStanding, taskStandings } from '../../../shared/programme/task-standing.ts'
import { daysBetween } from '../../../shared/programme/working-calendar.ts'
import { type NamedUnit, namedUnit } from '../named-unit.ts'
import { isFoundBy } from '../plain-text.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'

export type TaskRow = {
  readonly id: string
  /** Place in the plan. */
  readonly order: number
  readonly standing: TaskStanding
  readonly lead: NamedUnit
  readonly lastOn: Day | null
  readonly ageDays: number | null
}

export function taskRows(view: ProgrammeView): readonly TaskRow[] {
  return taskStandings(view.state, view.day).map((standing, order) => {
    const { latest } = standing.state
    const lastOn = latest && provinceDayOf(latest.at)
    return {
      id: standing.task.id,
      order,
      standing,
      lead: namedUnit(view, standing.task.lead),
      lastOn,
      ageDays: lastOn === null ? null : Math.max(0, daysBetween(lastOn, view.day)),
    }
  })
}

/** What is last known of it was made up by a simulated field. */
export const isTaskSimulated = ({ standing: { state } }: TaskRow): boolean =>
  state.latest !== null && isSimulated(state.latest.by)

export type TaskFilter = {
  readonly lead: string | undefined
  readonly mark: TaskMark | undefined
  readonly text: string
}

/** As the address says it; a mark that doesn't exist filters nothing. */
export function filterIn(parameters: URLSearchParams): TaskFilter {
  const mark = parameters.get('mark')
  return {
    lead: parameters.get('lead') ?? undefined,
    mark: TASK_MARKS.find(one => one === mark),
    text: parameters.get('text') ?? '',
  }
}

export const isFiltering = ({ lead, mark, text }: TaskFilter): boolean =>
  lead !== undefined || mark !== undefined || text.trim() !== ''

export function filterTasks(rows: readonly TaskRow[], { lead, mark, text }: TaskFilter): readonly TaskRow[] {
  return rows.filter(
    row =>
      (lead === undefined || row.lead.key === lead) &&
      (mark === undefined || row.standing.mark === mark) &&
      isFoundBy(text, row.id, row.standing.task.title, row.lead.name ?? '', row.lead.formerly ?? ''),
  )
}

/** Each lead once, in the plan's order. */
export const leadsOf = (rows: readonly TaskRow[]): readonly NamedUnit[] => [
  ...new Map(rows.map(({ lead }) => [lead.key, lead])).values(),
]

/** What needs somebody comes first; what can't be judged stands together. */
export const BOARD_COLUMNS = [
  { key: 'overdue', marks: ['overdue'] },
  { key: 'due-soon', marks: ['due-soon'] },
  { key: 'silent', marks: ['silent'] },
  { key: 'on-track', marks: ['on-track'] },
  { key: 'open', marks: ['waiting', 'no-date'] },
  { key: 'done', marks: ['done'] },
  { key: 'stopped', marks: ['stopped'] },
] as const satisfies readonly { readonly key: string; readonly marks: readonly TaskMark[] }[]
export type BoardColumn = {
  readonly key: (typeof BOARD_COLUMNS)[number]['key']
  readonly marks: readonly TaskMark[]
  readonly rows: readonly TaskRow[]
}

/** Columns that hold something; within one the most urgent first. */
export function boardOf(rows: readonly TaskRow[]): readonly BoardColumn[] {
  return BOARD_COLUMNS.map(({ key, marks }) => ({
    key,
    marks,
    rows: rows.filter(({ standing }) => marks.some(mark => mark === standing.mark)).toSorted(byUrgency),
  })).filter(column => column.rows.length > 0)
}

function byUrgency(a: TaskRow, b: TaskRow): number {
  return (
    (a.standing.daysLeft ?? 0) - (b.standing.daysLeft ?? 0) ||
    (b.standing.silentDays ?? 0) - (a.standing.silentDays ?? 0) ||
    a.order - b.order
  )
}
