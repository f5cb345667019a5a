// Why a task stands as it does: one sentence's key and its figures, from the standing itself. Pure; the words are elsewhere.
import type { Day, Plan, Settings } from '../../../shared/programme/facts.ts'
import type { TaskStanding } from '../../../shared/programme/task-standing.ts'
import { yearOf } from '../../../shared/programme/working-calendar.ts'
import { formatIsoDate } from '../../design/time-format.ts'
import type { vi } from './standing-words.ts'

export type ReasonKey = Exclude<keyof (typeof vi)['reason'], 'uncertain'>
export type Reason = {
  readonly key: ReasonKey
  readonly figures: Readonly<Record<string, string | number>>
  /** The day in it hangs on holidays that aren't published. */
  readonly isUncertain: boolean
}
type Scene = {
  readonly settings: Pick<Settings, 'silentDays' | 'dueSoonDays'>
  readonly plan: Pick<Plan, 'validFrom'> | null
}

export function reasonOf(standing: TaskStanding, scene: Scene): Reason {
  const [key, figures] = judged(standing, scene)
  return { key, figures, isUncertain: !standing.isCertain }
}

type Judged = readonly [ReasonKey, Reason['figures']]

function judged(standing: TaskStanding, scene: Scene): Judged {
  const { mark, deadline } = standing
  switch (mark) {
    case 'stopped':
      return ['stopped', {}]
    case 'done':
      return done(standing)
    case 'overdue':
    case 'due-soon':
      return dated(standing, scene)
    case 'silent':
    case 'on-track':
      return standing.silentDays === null ? dated(standing, scene) : silence(standing, scene)
    case 'waiting':
      return [deadline.kind === 'working-days' ? 'waiting-dossier' : 'waiting-request', {}]
    case 'no-date':
      return [deadline.kind === 'unknown' ? 'unknown' : 'by-plan', {}]
    default:
      return mark satisfies never
  }
}

function done({ deadline, dueOn, doneLateDays }: TaskStanding): Judged {
  if (dueOn === null) return ['done-undated', {}]
  if (deadline.kind === 'yearly') return ['done-year', { year: yearOf(dueOn) }]
  const due = formatIsoDate(dueOn)
  return doneLateDays ? ['done-late', { due, days: doneLateDays }] : ['done-on-time', { due }]
}

function dated({ mark, deadline, dueOn, daysLeft }: TaskStanding, { settings }: Scene): Judged {
  const due = dueOn === null ? '' : formatIsoDate(dueOn)
  const left = daysLeft ?? 0
  if (mark === 'overdue') {
    if (deadline.kind === 'yearly') return ['overdue-year', { year: yearOf(dueOn ?? ''), days: -left }]
    return [deadline.kind === 'working-days' ? 'overdue-clock' : 'overdue-day', { due, days: -left }]
  }
  if (left === 0) return ['due-today', { due }]
  if (mark === 'due-soon') return ['due-soon', { due, days: left, limit: settings.dueSoonDays }]
  return ['on-track-day', { due, days: left }]
}

function silence({ mark, deadline, state, dueOn, silentDays }: TaskStanding, { settings, plan }: Scene): Judged {
  const isSilent = mark === 'silent'
  const figures = { days: silentDays ?? 0, limit: settings.silentDays }
  if (dueOn !== null) return [isSilent ? 'done-then-silent' : 'done-then-fresh', figures]
  if (deadline.kind === 'on-request') return [isSilent ? 'silent-request' : 'fresh-request', figures]
  if (state.latest) return [isSilent ? 'silent' : 'fresh', figures]
  const since: Day = plan?.validFrom ?? ''
  return [isSilent ? 'silent-never' : 'fresh-never', { ...figures, since: formatIsoDate(since) }]
}
