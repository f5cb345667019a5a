// The events of one task as lines of its history, newest first. Pure; knows no language.
import type { AnyEvent, ProgrammeEvent } from '../../../shared/programme/event.ts'
import { isKnown } from '../../../shared/programme/fold.ts'

export type TaskEvent = Extract<ProgrammeEvent, { readonly type: `programme.task-${string}` }>

/** What is known of a task and can be told in full; events of a newer station are named only. */
export const isTaskEvent = (event: AnyEvent): event is TaskEvent =>
  isKnown(event) && event.type.startsWith('programme.task-')

export type DeadlineSetting = { readonly by: string; readonly at: number; readonly reason: string | null }

/** Who set the deadline that counts now. */
export function deadlineSetBy(newestFirst: readonly AnyEvent[]): DeadlineSetting | undefined {
  for (const event of newestFirst)
    if (isTaskEvent(event) && event.type === 'programme.task-deadline-set')
      return { by: event.actor, at: event.at, reason: event.data.reason }
  return undefined
}
