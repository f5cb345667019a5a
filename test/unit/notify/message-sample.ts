// Messages as the station would write them: from events, by the real writer, with the real registry.
import { createMessageWriter } from '../../../server/notify/message.ts'
import { loadRegistry } from '../../../server/registry/seed.ts'
import type { AlarmAbout, AlarmDraft } from '../../../shared/alarms/event.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import type { AlarmMessage } from '../../../shared/alarms/notification.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { alarmIdOf, targetOf } from '../../../shared/alarms/target.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { aDraft, anAbout, aRule, eventsOf, NOON, published } from '../alarms/sample.ts'

export const registry = loadRegistry()

/** What the station would say of each event when the log ends with `until` (all of them when not said). */
export async function messagesAfter(
  drafts: readonly AlarmDraft[],
  {
    rules = [aRule()],
    until,
    actor,
  }: { readonly rules?: readonly Rule[]; readonly until?: number; readonly actor?: string } = {},
): Promise<readonly (AlarmMessage | null)[]> {
  const events = eventsOf(0, [...rules.map(rule => published(rule)), ...drafts], NOON, actor)
  const log = events.slice(0, until === undefined ? events.length : rules.length + until)
  return Promise.all(log.slice(rules.length).map(writerOf(log).messageOf))
}
export function writerOf(log: readonly AnyEvent[]) {
  const { alarms, rules } = foldAlarms(EMPTY_ALARM_STATE, log)
  return createMessageWriter({
    historyOf: async (subject, limit) =>
      log
        .filter(event => event.subject === subject)
        .toReversed()
        .slice(0, limit),
    alarmOf: id => alarms.get(id),
    ruleOf: id => rules.get(id),
    registry,
  })
}

export const alarmAt = (device: string, rule = 'ph-high'): string => alarmIdOf(rule, targetOf.series(`${device}.ph`))
/** Raised at a device. */
export const raisedAt = (device: string, about: Partial<AlarmAbout> = {}, rule = 'ph-high'): AlarmDraft =>
  aDraft(
    'alarm.raised',
    { rule, target: targetOf.series(`${device}.ph`), about: anAbout(device, about) },
    alarmAt(device, rule),
  )
/** Raised at a device beyond its severest level. */
export function highAt(device: string): AlarmDraft {
  const raised = raisedAt(device)
  return { ...raised, data: { ...raised.data, level: 'HH', priority: 'high' } } as AlarmDraft
}

/** The message of one raise. */
export async function aMessage(about: Partial<AlarmAbout> = {}, rule = aRule()): Promise<AlarmMessage> {
  const [message] = await messagesAfter([raisedAt('pond-1', about)], { rules: [rule] })
  if (!message) throw new Error('a raise makes a message')
  return message
}
/** One raise each of so many alarms; `place` says the village of the i-th. */
export async function manyMessages(count: number, place: (i: number) => string | null): Promise<AlarmMessage[]> {
  const drafts = Array.from({ length: count }, (_, i) =>
    raisedAt(`pond-${i}`, { village: place(i), source: 'measured' }),
  )
  return (await messagesAfter(drafts)).flatMap(message => message ?? [])
}
