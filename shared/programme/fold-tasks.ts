// Tasks of the plan: what was last said of each, what was asked for, and the milestones that have a unit each.
import type { Draft } from './draft.ts'
import { type Handlers, idIn } from './handlers.ts'
import { stampOf } from './stamp.ts'
import { keyOf, type TaskState } from './state.ts'

type Types =
  | 'programme.task-updated'
  | 'programme.task-requested'
  | 'programme.task-request-closed'
  | 'programme.task-deadline-set'
  | 'programme.plan-milestone-reached'

export const untouchedTask = (task: string): TaskState => ({
  task,
  latest: null,
  updates: 0,
  doneAt: null,
  firstDoneAt: null,
  yearsDone: [],
  openRequests: [],
  deadline: null,
})

export const foldTasks: Handlers<Types> = {
  'programme.task-updated': (draft, event) => {
    const { status, progress, text, unit, files, year } = event.data
    change(draft, event.subject, task => ({
      ...task,
      latest: { status, progress, text, unit, files: files.length, ...stampOf(event) },
      updates: task.updates + 1,
      // A yearly task begins anew each year; it is done for years, not for ever.
      doneAt: status === 'done' && year === null ? (task.doneAt ?? event.at) : null,
      firstDoneAt: task.firstDoneAt ?? (status === 'done' && year === null ? event.at : null),
      yearsDone: yearsAfter(task.yearsDone, year, status === 'done'),
    }))
  },
  'programme.task-requested': (draft, { subject, data }) => {
    const { request: id, text, unit, on } = data
    change(draft, subject, task => ({ ...task, openRequests: [...task.openRequests, { id, text, unit, on }] }))
  },
  'programme.task-request-closed': (draft, { subject, data }) =>
    change(draft, subject, task => ({
      ...task,
      openRequests: task.openRequests.filter(({ id }) => id !== data.request),
    })),
  'programme.task-deadline-set': (draft, { subject, data }) =>
    change(draft, subject, task => ({ ...task, deadline: data.deadline })),
  'programme.plan-milestone-reached': (draft, event) => {
    const { milestone, unit, on, note } = event.data
    draft
      .table('planMilestones')
      .set(keyOf.planMilestone(milestone, unit), { milestone, unit, on, note, ...stampOf(event) })
  },
}

function yearsAfter(held: readonly number[], year: number | null, isDone: boolean): readonly number[] {
  if (year === null || held.includes(year) === isDone) return held
  return isDone ? [...held, year].sort((a, b) => a - b) : held.filter(one => one !== year)
}

function change(draft: Draft, subject: string, to: (task: TaskState) => TaskState): void {
  const id = idIn(subject)
  draft.table('tasks').set(id, to(draft.state.tasks.get(id) ?? untouchedTask(id)))
}
