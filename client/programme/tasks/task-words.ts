// A task's deadline, time left and last word as people say them. Needs a translator; knows no component.
import type { TFunction } from 'i18next'
import type { Deadline } from '../../../shared/programme/facts.ts'
import type { TaskMark, TaskStanding } from '../../../shared/programme/task-standing.ts'
import { formatNumber } from '../../design/number-format.ts'
import { formatClock, formatDate, formatIsoDate } from '../../design/time-format.ts'
import type { ProgrammeState as StateShape } from '../../kit/state-shapes.ts'
import type { Reason } from './task-reason.ts'
import type { TaskRow } from './task-rows.ts'

type Words = TFunction<'programme'>

/** Where a mark means what a shape of the kit means, it has it. */
export const SHAPE_OF_MARK: Readonly<Record<TaskMark, StateShape>> = {
  overdue: 'overdue',
  silent: 'late',
  'due-soon': 'due-soon',
  'on-track': 'on-track',
  waiting: 'waiting',
  'no-date': 'unknown',
  done: 'done',
  stopped: 'paused',
}

const ROMAN = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const

/** Of one set in place of the plan's, which has no words of its own. */
export function deadlineWords(t: Words, deadline: Deadline): string {
  switch (deadline.kind) {
    case 'day':
      return t('tasks.deadlineOf.day', { day: formatIsoDate(deadline.day) })
    case 'month': {
      const words = t('tasks.deadlineOf.month', { month: formatIsoDate(deadline.month) })
      return deadline.thenOngoing ? t('tasks.deadlineOf.thenOngoing', { deadline: words }) : words
    }
    case 'quarter': {
      const words = t('tasks.deadlineOf.quarter', { quarter: ROMAN[deadline.quarter], year: deadline.year })
      return deadline.thenOngoing ? t('tasks.deadlineOf.thenOngoing', { deadline: words }) : words
    }
    case 'working-days':
      return t('tasks.deadlineOf.working-days', { days: deadline.days })
    case 'yearly':
    case 'periodic':
    case 'ongoing':
    case 'on-request':
    case 'by-plan':
    case 'unknown':
      return t(`tasks.deadlineOf.${deadline.kind}`)
    default:
      return deadline satisfies never
  }
}

/** The plan's words, or what was set in their place, with the last day where the words don't say it. */
export function deadlineLine(t: Words, { task, state, deadline, dueOn }: TaskStanding): string {
  const words =
    state.deadline === null ? task.deadlineText : `${deadlineWords(t, deadline)} (${t('tasks.replacedDeadline')})`
  return dueOn === null || deadline.kind === 'day' ? words : `${words} · ${formatIsoDate(dueOn)}`
}

/** "trễ 12 ngày", "còn 5 ngày", "91 ngày chưa cập nhật"; undefined where there is nothing to count. */
export function timeWords(t: Words, { mark, daysLeft, doneLateDays, silentDays }: TaskStanding): string | undefined {
  const days = (count: number) => ({ days: formatNumber(count) })
  if (mark === 'stopped') return undefined
  if (silentDays !== null) return silentDays === 0 ? t('tasks.quietToday') : t('tasks.quietDays', days(silentDays))
  if (daysLeft !== null) {
    if (daysLeft === 0) return t('tasks.lastDay')
    return daysLeft < 0 ? t('tasks.late', days(-daysLeft)) : t('tasks.left', days(daysLeft))
  }
  if (doneLateDays === null) return undefined
  return doneLateDays === 0 ? t('tasks.doneOnTime') : t('tasks.doneLate', days(doneLateDays))
}

export function lastWords(t: Words, { lastOn, ageDays }: Pick<TaskRow, 'lastOn' | 'ageDays'>): string {
  if (lastOn === null || ageDays === null) return t('tasks.neverUpdated')
  const day = formatIsoDate(lastOn)
  return ageDays === 0 ? t('tasks.updatedToday', { day }) : t('tasks.updatedOn', { day, days: formatNumber(ageDays) })
}

export function progressWords(t: Words, { state }: TaskStanding): string {
  const progress = state.latest?.progress ?? null
  return progress === null ? t('tasks.progressUnknown') : `${progress}\u00a0%`
}

/** "25/11/2026 08:30" */
export const momentWords = (at: number): string => `${formatDate(at)} ${formatClock(at)}`

export function reasonWords(t: Words, { key, figures, isUncertain }: Reason): string {
  const words = t(`tasks.reason.${key}`, figures)
  return isUncertain ? `${words} ${t('tasks.reason.uncertain')}` : words
}
