// Where an alarm stands, and what that asks of people. Pure; the states are those of ISA-18.2.
import { PRIORITIES, type Priority } from './rule.ts'
import { type Alarm, type AlarmStanding, type AlarmState, STALE_MS } from './state.ts'

/** The first that applies, in the order of ALARM_STATES. */
export function standingOf(alarm: Alarm): AlarmStanding {
  if (alarm.outOfService) return 'out-of-service'
  if (alarm.suppressed) return 'suppressed'
  if (alarm.shelved) return 'shelved'
  if (alarm.isActive) return alarm.isAcknowledged ? 'acknowledged' : 'unacknowledged'
  if (!alarm.isAcknowledged) return 'returned-unacknowledged'
  return alarm.isLatched ? 'latched' : 'normal'
}

/** Shelved, suppressed or out of service: what happens to it is recorded and asks nobody. */
export const isQuiet = (alarm: Alarm): boolean =>
  alarm.outOfService !== null || alarm.suppressed !== null || alarm.shelved !== null

/** There is something to be looked at, or to be done. */
export const isOpen = (alarm: Alarm): boolean => !isQuiet(alarm) && standingOf(alarm) !== 'normal'

/** Somebody must acknowledge it, whether the signal is still beyond its level or not. */
export const asksForAttention = (alarm: Alarm): boolean => !isQuiet(alarm) && !alarm.isAcknowledged

/** Stands for longer than STALE_MS, and nobody set it aside. `now` in epoch milliseconds. */
export const isStale = (alarm: Alarm, now: number): boolean =>
  alarm.isActive && !isQuiet(alarm) && now - alarm.raisedAt > STALE_MS

/** In the order an operator works: what asks for attention first, then by priority, then the newest. */
export const openAlarms = (state: AlarmState): readonly Alarm[] =>
  [...state.alarms.values()].filter(isOpen).sort(byUrgency)

export function byUrgency(a: Alarm, b: Alarm): number {
  return (
    Number(asksForAttention(b)) - Number(asksForAttention(a)) ||
    PRIORITIES.indexOf(b.priority) - PRIORITIES.indexOf(a.priority) ||
    b.annunciatedAt - a.annunciatedAt ||
    b.occurrence - a.occurrence ||
    (a.id < b.id ? -1 : 1)
  )
}

/** How many of these alarms there are of each priority. */
export function countsByPriority(alarms: Iterable<Alarm>): Readonly<Record<Priority, number>> {
  const counts: Record<Priority, number> = { low: 0, medium: 0, high: 0 }
  for (const { priority } of alarms) counts[priority] += 1
  return counts
}
