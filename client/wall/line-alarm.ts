// Which alarm the line at the bottom of the wall tells, if any. Pure.
import { asksForAttention } from '../../shared/alarms/standing.ts'
import type { Alarm } from '../../shared/alarms/state.ts'

/** A low alarm that nobody acknowledges gives the line back to the programme's news after so long; it stays counted. */
export const LOW_ON_LINE_MS = 600_000

/** The newest of the field that nobody has acknowledged. Deadlines stand for days, and the programme's own panel tells them. */
export function lineAlarmOf(open: readonly Alarm[], serverNow: number): Alarm | undefined {
  return open
    .filter(
      alarm =>
        asksForAttention(alarm) &&
        alarm.about.device !== null &&
        (alarm.priority !== 'low' || serverNow - alarm.annunciatedAt < LOW_ON_LINE_MS),
    )
    .toSorted((a, b) => b.occurrence - a.occurrence)[0]
}
