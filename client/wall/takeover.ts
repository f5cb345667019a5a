// When an alarm takes the wall over, and with which one. Pure: it follows from the alarms and server time, so that all screens agree.
import { standingOf } from '../../shared/alarms/standing.ts'
import type { Alarm, AlarmState } from '../../shared/alarms/state.ts'

/** It holds the wall so long, or until somebody acknowledges it; then the scenes go on. */
export const TAKEOVER_MS = 60_000

/** The newest high alarm that has just asked for attention; undefined = the scenes go on. */
export function takeoverAt(state: AlarmState | undefined, serverNow: number | undefined): Alarm | undefined {
  if (!state || serverNow === undefined) return undefined
  let newest: Alarm | undefined
  for (const alarm of state.alarms.values()) {
    if (alarm.priority !== 'high' || standingOf(alarm) !== 'unacknowledged') continue
    if (serverNow - alarm.annunciatedAt >= TAKEOVER_MS) continue
    if (!newest || alarm.occurrence > newest.occurrence) newest = alarm
  }
  return newest
}
