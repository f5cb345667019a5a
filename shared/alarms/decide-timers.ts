// What time alone does to alarms: shelving that is over, and acknowledged alarms that stand too long. Pure.
import type { AlarmDraft } from './event.ts'
import { isQuiet } from './standing.ts'
import type { AlarmState } from './state.ts'
import { subjectOfAlarm } from './target.ts'

/** Of every alarm at most one; the same on every node whose clock has passed the same moments. `now` in epoch milliseconds. */
export function decideTimers(state: AlarmState, now: number): readonly AlarmDraft[] {
  const waiting = [...state.alarms.values()].filter(({ isActive, shelved }) => isActive || shelved)
  return waiting.flatMap((alarm): readonly AlarmDraft[] => {
    const subject = subjectOfAlarm(alarm.id)
    if (alarm.shelved && alarm.shelved.until <= now)
      return [{ type: 'alarm.unshelved', subject, data: { cause: 'expired', reason: null } }]
    // From the acknowledgement on, while it stands and nobody set it aside.
    if (!alarm.acknowledged || isQuiet(alarm)) return []
    const afterMs = state.rules.get(alarm.rule)?.rule.reAlarmMs ?? Infinity
    const isDue = alarm.acknowledged.at + afterMs <= now
    return isDue ? [{ type: 'alarm.re-alarmed', subject, data: { afterMs } }] : []
  })
}
