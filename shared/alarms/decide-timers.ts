// What time alone does to alarms: shelving that is over, and acknowledged alarms that stand too long. Pure.
import type { AlarmDraft } from './event.ts'
import { isQuiet } from './standing.ts'
import type { Alarm, AlarmState } from './state.ts'
import { subjectOfAlarm } from './target.ts'

/** Of every alarm at most one; the same on every node whose clock has passed the same moments. `now` in epoch milliseconds. */
export function decideTimers(state: AlarmState, now: number): readonly AlarmDraft[] {
  const waiting = [...state.alarms.values()].filter(({ isActive, shelved }) => isActive || shelved)
  return waiting.flatMap((alarm): readonly AlarmDraft[] => {
    const subject = subjectOfAlarm(alarm.id)
    if (alarm.shelved && alarm.shelved.until <= now)
      return [{ type: 'alarm.unshelved', subject, data: { cause: 'expired', reason: null } }]
    const afterMs = reAlarmOf(state, alarm)
    const isDue = afterMs !== null && alarm.acknowledged !== null && alarm.acknowledged.at + afterMs <= now
    return isDue ? [{ type: 'alarm.re-alarmed', subject, data: { afterMs } }] : []
  })
}

/** The rule's time, where it runs: from the acknowledgement on, while the alarm stands and nobody set it aside. */
function reAlarmOf({ rules }: AlarmState, alarm: Alarm): number | null {
  if (!alarm.isActive || !alarm.isAcknowledged || isQuiet(alarm)) return null
  return rules.get(alarm.rule)?.rule.reAlarmMs ?? null
}
