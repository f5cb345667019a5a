// Checks of commands about the plan's tasks and milestones: updates, requests, deadlines.
import type { CommandData } from './command.ts'
import type { Judgement, Judges } from './decide-judgement.ts'
import { LIMITS, MOST } from './decide-limits.ts'
import { authorityOf, carriersOf, leadOf, requireRight } from './decide-rights.ts'
import {
  checkFiles,
  checkId,
  checkNote,
  checkPastDay,
  checkProgrammeDay,
  checkText,
  checkWhole,
  checkYear,
  isMonth,
} from './decide-values.ts'
import { subjectOf } from './event.ts'
import type { Deadline, PlanTask } from './facts.ts'
import { untouchedTask } from './fold-tasks.ts'
import type { TaskRequest, TaskState } from './state.ts'
import { groupOf } from './units.ts'
import { yearOf } from './working-calendar.ts'

type Names = 'update-task' | 'request-task' | 'close-task-request' | 'set-task-deadline' | 'reach-plan-milestone'

/** Judged by the last update or by open requests; nobody can finish them. */
const NEVER_DONE: ReadonlySet<Deadline['kind']> = new Set(['ongoing', 'periodic', 'on-request', 'working-days'])

export const judgeTasks: Judges<Names> = {
  'update-task': (j, { task: id, ...update }) => {
    const known = knownTask(j, id)
    if (known) {
      requireRight(j, carriersOf(j, known.task.lead), leadOf(j))
      checkStatus(j, known.held.deadline ?? known.task.deadline, update)
    }
    checkText(j, 'text', update.text, LIMITS.text)
    checkFiles(j, 'files', update.files)
    const data = { ...update, unit: j.actor.unit }
    return [{ type: 'programme.task-updated', subject: subjectOf.task(id), data }]
  },

  'request-task': (j, { task: id, request, text, on }) => {
    const open = knownTask(j, id)?.held.openRequests ?? []
    if (checkId(j, 'request', request) && requestIn(open, request)) j.refuse('request-exists', 'request', request)
    if (open.length >= MOST.openRequests) j.refuse('limit-reached', null, MOST.openRequests)
    checkText(j, 'text', text, LIMITS.text)
    checkPastDay(j, 'on', on)
    const data = { request, text, unit: j.actor.unit, on }
    return [{ type: 'programme.task-requested', subject: subjectOf.task(id), data }]
  },

  'close-task-request': (j, { task: id, request: requestId, text, on }) => {
    const known = knownTask(j, id)
    const request = known && requestIn(known.held.openRequests, requestId)
    if (known && !request) j.refuse('request-unknown', 'request', requestId.slice(0, 64))
    if (request) requireRight(j, carriersOf(j, known.task.lead), carriersOf(j, request.unit), leadOf(j))
    checkText(j, 'text', text, LIMITS.text)
    if (checkPastDay(j, 'on', on) && request && on < request.on) j.refuse('before-request', 'on', request.on)
    const data = { request: requestId, text, on }
    return [{ type: 'programme.task-request-closed', subject: subjectOf.task(id), data }]
  },

  'set-task-deadline': (j, { task: id, deadline, reason }) => {
    knownTask(j, id)
    requireRight(j, leadOf(j), authorityOf(j))
    checkDeadline(j, deadline)
    checkNote(j, 'reason', reason)
    return [{ type: 'programme.task-deadline-set', subject: subjectOf.task(id), data: { deadline, reason } }]
  },

  'reach-plan-milestone': (j, data) => {
    const { milestone: id, unit: unitId, on, note } = data
    checkPlan(j)
    const milestone = j.state.plan?.milestones.find(one => one.id === id)
    const unit = j.units.get(unitId)
    if (j.state.plan && !milestone) j.refuse('milestone-unknown', 'milestone', id.slice(0, 64))
    // A district of the plan may have ended since: what it reached stays its own.
    if (!unit) j.refuse('unit-unknown', 'unit', unitId.slice(0, 64))
    if (milestone && unit) {
      const members = groupOf(j.state.plan, milestone.lead) ?? [milestone.lead]
      if (!members.includes(unit.id)) j.refuse('milestone-unit', 'unit', unit.name)
      requireRight(j, carriersOf(j, unit.id), leadOf(j))
    }
    if (checkPastDay(j, 'on', on)) checkProgrammeDay(j, 'on', on)
    checkNote(j, 'note', note)
    return [{ type: 'programme.plan-milestone-reached', subject: subjectOf.planMilestone(id, unitId), data }]
  },
}

type KnownTask = { readonly task: PlanTask; readonly held: TaskState }

/** The task of a command as the plan has it and as it stands. */
export function knownTask(j: Judgement, id: string, field = 'task'): KnownTask | undefined {
  checkPlan(j)
  const task = j.state.plan?.tasks.find(one => one.id === id)
  if (task) return { task, held: j.state.tasks.get(id) ?? untouchedTask(id) }
  if (j.state.plan) j.refuse('task-unknown', field, id.slice(0, 64))
  return undefined
}

export function checkPlan(j: Judgement): void {
  if (!j.state.plan) j.refuse('plan-missing', null)
}

const requestIn = (open: readonly TaskRequest[], id: string): TaskRequest | undefined =>
  open.find(request => request.id === id)

function checkStatus(j: Judgement, deadline: Deadline, update: Omit<CommandData['update-task'], 'task'>): void {
  const { status, progress, year } = update
  if (status === 'done' && NEVER_DONE.has(deadline.kind)) j.refuse('task-never-done', 'status')
  if (progress !== null && checkWhole(j, 'progress', progress, LIMITS.progress)) {
    const isContradiction = (status === 'done' && progress !== 100) || (status === 'not-started' && progress !== 0)
    if (isContradiction) j.refuse('progress-contradicts-status', 'progress', status)
  }
  if (deadline.kind !== 'yearly') {
    if (year !== null) j.refuse('year-unexpected', 'year')
  } else if (year === null) {
    if (status === 'done') j.refuse('year-missing', 'year')
  } else if (checkYear(j, 'year', year) && year > yearOf(j.today)) j.refuse('year-in-future', 'year', year)
}

function checkDeadline(j: Judgement, deadline: Deadline): void {
  switch (deadline.kind) {
    case 'day':
      checkProgrammeDay(j, 'deadline.day', deadline.day)
      return
    case 'month':
      if (isMonth(deadline.month)) checkYear(j, 'deadline.month', yearOf(deadline.month))
      else j.refuse('month-malformed', 'deadline.month', deadline.month.slice(0, 20))
      return
    case 'quarter':
      checkYear(j, 'deadline.year', deadline.year)
      checkWhole(j, 'deadline.quarter', deadline.quarter, { min: 1, max: 4 })
      return
    case 'working-days':
      checkWhole(j, 'deadline.days', deadline.days, LIMITS.workingDays)
      return
    case 'yearly':
    case 'periodic':
    case 'ongoing':
    case 'on-request':
    case 'by-plan':
    case 'unknown':
      return
    default:
      deadline satisfies never
  }
}
