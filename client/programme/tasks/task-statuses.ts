// What a person may say of a task, by the station's own rules. Pure.
import { decide } from '../../../shared/programme/decide.ts'
import { type Deadline, TASK_STATUSES, type TaskStatus } from '../../../shared/programme/facts.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'

/** An ongoing task is never done: what would be refused for that isn't offered. */
export function statusesOf({ state, units, day }: ProgrammeView, task: string): readonly TaskStatus[] {
  return TASK_STATUSES.filter(status => {
    const data = { task, status, progress: null, text: '', files: [], year: null }
    const request = { command: 'update-task' as const, data, actor: { name: '', unit: '' }, expected: 0 }
    const decision = decide({ state, units, today: day }, request)
    return decision.kind === 'accepted' || decision.refusals.every(({ code }) => code !== 'task-never-done')
  })
}

/** Done is all of it, not begun is none; else what was said before stays. */
export function progressAfter(status: TaskStatus, progress: number | undefined): number | undefined {
  if (status === 'done') return 100
  if (status === 'not-started') return 0
  return progress
}

/** The years that a yearly task may count for, newest first; undefined = it doesn't count by year. */
export function countedYears(deadline: Deadline, from: number, to: number): readonly number[] | undefined {
  if (deadline.kind !== 'yearly') return undefined
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => to - index)
}
