// What the wall's tile of the alarms says: how many are open of each priority, and since when the oldest waits. Pure.
import { PRIORITIES, type Priority } from '../../shared/alarms/rule.ts'
import { asksForAttention, countsByPriority, openAlarms } from '../../shared/alarms/standing.ts'
import type { AlarmState } from '../../shared/alarms/state.ts'
import type { Source } from '../../shared/reading.ts'

export type OpenAlarms = {
  readonly open: number
  /** Worst first, each priority once, also those without any. */
  readonly counts: readonly { readonly priority: Priority; readonly count: number }[]
  /** When the one that nobody has acknowledged for longest asked for attention; undefined = all are acknowledged. */
  readonly waitingSince: number | undefined
  readonly unacknowledged: number
  /** Where what they are about comes from. */
  readonly sources: ReadonlySet<Source>
}

export function openAlarmFigures(state: AlarmState): OpenAlarms {
  const open = openAlarms(state)
  const counts = countsByPriority(open)
  const waiting = open.filter(asksForAttention).map(({ annunciatedAt }) => annunciatedAt)
  return {
    open: open.length,
    counts: PRIORITIES.toReversed().map(priority => ({ priority, count: counts[priority] })),
    waitingSince: waiting.length === 0 ? undefined : Math.min(...waiting),
    unacknowledged: waiting.length,
    sources: new Set(open.map(({ about }) => about.source)),
  }
}
