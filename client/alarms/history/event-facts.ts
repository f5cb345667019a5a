// What can be read of an event of the alarms besides its sentence: its alarm, village and priority; and which events a choice asks for.
// Pure.
import { isKnownAlarmEvent } from '../../../shared/alarms/fold.ts'
import type { Priority } from '../../../shared/alarms/rule.ts'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { alarmOfEvent } from '../alarm-words.ts'
import type { HistoryChoice } from './history-choice.ts'

type Alarms = Pick<AlarmState, 'alarms'>

/** Undefined for a rule's event, and for an alarm of no village. */
export function villageOfEvent(event: AnyEvent, { alarms }: Alarms): string | undefined {
  if (isKnownAlarmEvent(event) && event.type === 'alarm.raised') return event.data.about.village ?? undefined
  return alarms.get(alarmOfEvent(event) ?? '')?.about.village ?? undefined
}

/** As the event says; of one that says nothing, what the alarm has now. */
export function priorityOfEvent(event: AnyEvent, { alarms }: Alarms): Priority | undefined {
  if (isKnownAlarmEvent(event) && (event.type === 'alarm.raised' || event.type === 'alarm.level-changed'))
    return event.data.priority
  return alarms.get(alarmOfEvent(event) ?? '')?.priority
}

/** Undefined when nothing is filtered away. Alarm and days are the station's to find. */
export function matcherOf(
  { type, village, priority }: Pick<HistoryChoice, 'type' | 'village' | 'priority'>,
  state: Alarms,
): ((event: AnyEvent) => boolean) | undefined {
  if (type === undefined && village === undefined && priority === undefined) return undefined
  return event =>
    (type === undefined || event.type === `alarm.${type}`) &&
    (village === undefined || villageOfEvent(event, state) === village) &&
    (priority === undefined || priorityOfEvent(event, state) === priority)
}
