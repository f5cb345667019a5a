// The tasks on an axis of years: where each deadline, each report of being done and each last word lies. Pure.
import { type DateMark, dateMarkOf, lastDayOfYear } from '../../../shared/programme/deadline.ts'
import type { Day, Plan } from '../../../shared/programme/facts.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import type { TaskMark } from '../../../shared/programme/task-standing.ts'
import { daysBetween, yearOf } from '../../../shared/programme/working-calendar.ts'
import type { TaskRow } from './task-rows.ts'

export type YearState = 'done' | DateMark | 'unknown'
export type AxisPoint =
  /** Of one deadline: how the task stands. */
  | { readonly kind: 'due'; readonly on: Day; readonly mark: TaskMark }
  /** Of a task of every year. */
  | { readonly kind: 'year'; readonly on: Day; readonly year: number; readonly state: YearState }
  | { readonly kind: 'done'; readonly on: Day }
  | { readonly kind: 'last'; readonly on: Day }

export type AxisRow = {
  readonly row: TaskRow
  /** In time. */
  readonly points: readonly AxisPoint[]
  /** From the deadline to the day it was done, or to the day shown. */
  readonly late: { readonly from: Day; readonly to: Day } | null
}
export type Axis = {
  readonly from: Day
  readonly to: Day
  readonly years: readonly number[]
  readonly dated: readonly AxisRow[]
  readonly undated: readonly AxisRow[]
}
type Scene = {
  readonly plan: Pick<Plan, 'validFrom' | 'targets'>
  readonly dueSoonDays: number
  readonly day: Day
}

/** From the year the plan begins to that of its last target, or as far as the day shown and the deadlines reach. */
export function axisOf(rows: readonly TaskRow[], scene: Scene): Axis {
  const { plan, day } = scene
  const dues = rows.flatMap(({ standing }) => standing.dueOn ?? [])
  const first = Math.min(yearOf(plan.validFrom), ...dues.map(yearOf))
  const last = Math.max(yearOf(day), ...plan.targets.map(({ year }) => year), ...dues.map(yearOf))
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const placed = rows.map(row => placedOn(row, scene, last))
  const isDated = ({ points }: AxisRow) => points.some(({ kind }) => kind === 'due' || kind === 'year')
  return {
    from: `${first}-01-01`,
    to: lastDayOfYear(last),
    years,
    dated: placed.filter(isDated).toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1)),
    undated: placed.filter(row => !isDated(row)),
  }
}

/** Per cent of the axis, from 0 to 100. */
export function placeOn({ from, to }: Pick<Axis, 'from' | 'to'>, day: Day): number {
  return Math.min(100, Math.max(0, (daysBetween(from, day) / daysBetween(from, to)) * 100))
}

function placedOn(row: TaskRow, scene: Scene, lastYear: number): AxisRow {
  const { standing, lastOn } = row
  const { dueOn, deadline, mark, state } = standing
  const doneOn = state.doneAt === null ? null : provinceDayOf(state.doneAt)
  const dues: readonly AxisPoint[] =
    deadline.kind === 'yearly'
      ? yearPoints(row, scene, lastYear)
      : dueOn === null
        ? []
        : [{ kind: 'due', on: dueOn, mark }]
  const points: readonly AxisPoint[] = [
    ...dues,
    ...(doneOn === null ? [] : [{ kind: 'done', on: doneOn } as const]),
    ...(lastOn === null || lastOn === doneOn ? [] : [{ kind: 'last', on: lastOn } as const]),
  ]
  const until = doneOn ?? (mark === 'overdue' ? scene.day : null)
  const late = dueOn !== null && until !== null && until > dueOn ? { from: dueOn, to: until } : null
  return { row, points: points.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)), late }
}

/** One for each year; a year that is over without a word is only overdue where the standing says so. */
function yearPoints({ standing }: TaskRow, scene: Scene, lastYear: number): readonly AxisPoint[] {
  const first = yearOf(scene.plan.validFrom)
  return Array.from({ length: Math.max(0, lastYear - first + 1) }, (_, index) => {
    const year = first + index
    const on = lastDayOfYear(year)
    return { kind: 'year', on, year, state: yearState(standing.state.yearsDone.includes(year), on) }
  })

  function yearState(isDone: boolean, on: Day): YearState {
    if (isDone) return 'done'
    const mark = dateMarkOf(on, scene.day, scene.dueSoonDays)
    return mark === 'overdue' && standing.dueOn !== on ? 'unknown' : mark
  }
}

const dueOf = ({ points }: AxisRow): Day => points.find(({ kind }) => kind === 'due' || kind === 'year')?.on ?? ''
