// How each task of the plan stands on a day: done, due soon, overdue, silent. Derived from what was said of it and never
// stored. Pure; knows deadlines and dossiers' clocks, not who may change a task.
import { type DatedDeadline, type DateMark, dateMarkOf, dueDayOf, lastDayOf, lastDayOfYear } from './deadline.ts'
import { dossierClock, newestDossiers } from './dossier.ts'
import type { Day, Deadline, Plan, PlanTask } from './facts.ts'
import { untouchedTask } from './fold-tasks.ts'
import { provinceDayOf } from './province-day.ts'
import type { ProgrammeState, TaskState } from './state.ts'
import { daysBetween, yearOf } from './working-calendar.ts'

export const TASK_MARKS = [
  'overdue',
  'silent',
  'due-soon',
  'on-track',
  'waiting',
  'no-date',
  'done',
  'stopped',
] as const
export type TaskMark = (typeof TASK_MARKS)[number]

/** Working days left of a clock that make it due soon: day 8 of 10. */
export const CLOCK_SOON_DAYS = 2

export type TaskStanding = {
  readonly task: PlanTask
  readonly state: TaskState
  /** The one that counts: the plan's, or the one set in its place. */
  readonly deadline: Deadline
  readonly mark: TaskMark
  /** The last day in time; of an overdue yearly task, the end of the year it wasn't done in. */
  readonly dueOn: Day | null
  /** Calendar days until `dueOn`, negative = over; null without a day, or when nothing is left to be done. */
  readonly daysLeft: number | null
  /** How long after its day it was done, 0 = in time; null when it isn't done or has no day. */
  readonly doneLateDays: number | null
  /** Days without a word, of a task that is judged by that; else null. */
  readonly silentDays: number | null
  /** False when the day hangs on a working calendar that isn't known. */
  readonly isCertain: boolean
}

/** In the plan's order; none before a plan is adopted. */
export function taskStandings(state: ProgrammeState, day: Day): readonly TaskStanding[] {
  const { plan } = state
  if (!plan) return []
  return plan.tasks.map(task => {
    const held = state.tasks.get(task.id) ?? untouchedTask(task.id)
    const deadline = held.deadline ?? task.deadline
    return { task, state: held, deadline, ...NOTHING_MORE, ...judge(held, deadline, { state, plan, day }) }
  })
}

export function taskCounts(standings: readonly TaskStanding[]): Readonly<Record<TaskMark, number>> {
  const counts: Record<TaskMark, number> = {
    overdue: 0,
    silent: 0,
    'due-soon': 0,
    'on-track': 0,
    waiting: 0,
    'no-date': 0,
    done: 0,
    stopped: 0,
  }
  for (const { mark } of standings) counts[mark] += 1
  return counts
}

type Finding = Omit<TaskStanding, 'task' | 'state' | 'deadline'>
/** What is found of a task; what isn't said is `NOTHING_MORE`. */
type Verdict = Partial<Finding> & { readonly mark: TaskMark }
type Scene = { readonly state: ProgrammeState; readonly plan: Plan; readonly day: Day }

const NOTHING_MORE: Omit<Finding, 'mark'> = {
  dueOn: null,
  daysLeft: null,
  doneLateDays: null,
  silentDays: null,
  isCertain: true,
}

function judge(task: TaskState, deadline: Deadline, scene: Scene): Verdict {
  if (task.latest?.status === 'stopped') return { mark: 'stopped', dueOn: dueDayOf(deadline, scene.day) }
  switch (deadline.kind) {
    case 'day':
    case 'month':
    case 'quarter':
      return judgeDated(task, deadline, scene)
    case 'yearly':
      return judgeYearly(task, scene)
    case 'periodic':
    case 'ongoing':
      return judgeSilence(task, scene.plan.validFrom, scene)
    case 'on-request':
      return judgeRequests(task, scene)
    case 'by-plan':
    case 'unknown':
      return { mark: task.doneAt === null ? 'no-date' : 'done' }
    case 'working-days':
      return judgeClocks(deadline.days, scene)
    default:
      return deadline satisfies never
  }
}

function judgeDated(task: TaskState, deadline: DatedDeadline, scene: Scene): Verdict {
  const dueOn = lastDayOf(deadline)
  const isThenOngoing = deadline.kind !== 'day' && deadline.thenOngoing
  // What goes on after its day isn't undone by the next word of it.
  const doneAt = isThenOngoing ? task.firstDoneAt : task.doneAt
  if (doneAt === null) return judgeDay(dueOn, scene)
  const done = { dueOn, doneLateDays: Math.max(0, daysBetween(dueOn, provinceDayOf(doneAt))) }
  // Done early, it has the time until its day; the going on begins after that.
  return isThenOngoing && scene.day > dueOn
    ? { ...judgeSilence(task, dueOn, scene), ...done }
    : { mark: 'done', ...done }
}

/** Last year's is overdue, unless this year's is done by now; years before the plan ask for nothing. */
function judgeYearly({ doneAt, yearsDone }: TaskState, scene: Scene): Verdict {
  const year = yearOf(scene.day)
  const isDone = (one: number) => yearsDone.includes(one) || (doneAt !== null && yearOf(provinceDayOf(doneAt)) === one)
  if (isDone(year)) return { mark: 'done', dueOn: lastDayOfYear(year), doneLateDays: 0 }
  const isLastYearOpen = year - 1 >= yearOf(scene.plan.validFrom) && !isDone(year - 1)
  return judgeDay(lastDayOfYear(isLastYearOpen ? year - 1 : year), scene)
}

/** Silence counts from the last word since the oldest request came in: an older word didn't answer it. */
function judgeRequests(task: TaskState, scene: Scene): Verdict {
  const [oldest] = task.openRequests.map(request => request.on).sort()
  return oldest === undefined ? { mark: 'waiting' } : judgeSilence(task, oldest, scene)
}

function judgeSilence({ latest }: Pick<TaskState, 'latest'>, since: Day, { state, day }: Scene): Verdict {
  const spoken = latest ? provinceDayOf(latest.at) : since
  const silentDays = Math.max(0, daysBetween(spoken > since ? spoken : since, day))
  return { mark: silentDays > state.settings.silentDays ? 'silent' : 'on-track', silentDays }
}

/** The running clock that ends first speaks for all; of each village only the newest dossier. */
function judgeClocks(days: number, scene: Scene): Verdict {
  const { state, day } = scene
  const running = newestDossiers(state).flatMap(dossier => {
    const { phase, dueOn, leftDays, isCertain } = dossierClock(dossier, state.calendar, days, day)
    return phase === 'running' && dueOn !== null ? [{ dueOn, leftDays, isCertain }] : []
  })
  const [first] = running.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  if (first === undefined) return { mark: 'waiting' }
  const isCertain = running.every(clock => clock.isCertain)
  const { mark, ...due } = judgeDay(first.dueOn, scene)
  if (mark === 'overdue') return { mark, ...due, isCertain }
  // Ten working days would be "soon" from the first one on.
  return { mark: first.leftDays <= CLOCK_SOON_DAYS ? 'due-soon' : 'on-track', ...due, isCertain }
}

function judgeDay(dueOn: Day, { state, day }: Scene): Verdict & { readonly mark: DateMark } {
  return { mark: dateMarkOf(dueOn, day, state.settings.dueSoonDays), dueOn, daysLeft: daysBetween(day, dueOn) }
}
