// An event of the alarms as one sentence in the page's language: what happened; the reason that somebody gave stands beside it.
import type { TFunction } from 'i18next'
import type { AlarmEvent, AlarmEventType, Finding } from '../../shared/alarms/event.ts'
import { isKnownAlarmEvent } from '../../shared/alarms/fold.ts'
import type { Alarm } from '../../shared/alarms/state.ts'
import { subjectOfAlarm } from '../../shared/alarms/target.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'
import { actorWords } from '../programme/event-words.ts'
import {
  type AlarmNames,
  alarmTitle,
  clockWords,
  ruleName,
  signalWords,
  spanWords,
  titleAndPlace,
} from './alarm-names.ts'

type Words = TFunction<'alarms'>
type EventOf<T extends AlarmEventType> = Extract<AlarmEvent, { type: T }>
type AboutAlarm = Exclude<AlarmEventType, 'alarm.rule-published'>
type Phrases = { readonly [T in AboutAlarm]: (t: Words, event: EventOf<T>, names: AlarmNames) => string }

const SUBJECT = subjectOfAlarm('')

/** The alarm an event is about; undefined for a rule's. */
export const alarmOfEvent = ({ subject }: Pick<AnyEvent, 'subject'>): string | undefined =>
  subject.startsWith(SUBJECT) ? subject.slice(SUBJECT.length) : undefined

/** "Trạm Mỹ Đông 1 · Mực nước: phát cảnh báo mức BĐ I, 2,12 m (ngưỡng 1,90 m)"; a newer station's event goes by its type. */
export function alarmEventWords(t: Words, event: AnyEvent, names: AlarmNames): string {
  if (isKnownAlarmEvent(event) && event.type === 'alarm.rule-published') {
    const { rule, version } = event.data
    return t(rule.isOn ? 'history.rule' : 'history.ruleOff', { rule: rule.name[names.language], version })
  }
  const alarm = alarmOfEvent(event)
  const title =
    isKnownAlarmEvent(event) && event.type === 'alarm.raised'
      ? event.data.about.title[names.language]
      : alarmTitle(names, alarm ?? event.subject)
  const phrase = alarmEventPhrase(t, event, names)
  return phrase === undefined
    ? t('history.unknownType', { title, type: event.type })
    : t('history.sentence', { title, phrase })
}

/** What happened, without the thing it happened to; undefined for what isn't about an alarm or isn't known here. */
export function alarmEventPhrase(t: Words, event: AnyEvent, names: AlarmNames): string | undefined {
  if (!isKnownAlarmEvent(event) || event.type === 'alarm.rule-published') return undefined
  // Type and data belong together; TypeScript can't follow that through the table.
  const phrase = PHRASES[event.type] as (t: Words, event: AlarmEvent, names: AlarmNames) => string
  return phrase(t, event, names)
}

/** Who did it; of what the station did by itself, that it was the station. */
export const actorOfEvent = (t: Words, { actor }: Pick<AnyEvent, 'actor'>): string =>
  actor.startsWith('system:') || actor.startsWith('seed:') ? t('history.system') : actorWords(actor)

/** Why, in the words of whoever did it. */
export function alarmReasonOf(event: AnyEvent): string | undefined {
  if (!isKnownAlarmEvent(event)) return undefined
  switch (event.type) {
    case 'alarm.acknowledged':
    case 'alarm.reset':
    case 'alarm.assigned':
      return event.data.comment ?? undefined
    case 'alarm.commented':
      return event.data.text
    case 'alarm.rule-published':
    case 'alarm.shelved':
    case 'alarm.unshelved':
    case 'alarm.taken-out-of-service':
    case 'alarm.returned-to-service':
      return event.data.reason ?? undefined
    case 'alarm.raised':
    case 'alarm.level-changed':
    case 'alarm.returned':
    case 'alarm.re-alarmed':
    case 'alarm.suppressed':
    case 'alarm.unsuppressed':
      return undefined
    default:
      return event satisfies never
  }
}

const PHRASES: Phrases = {
  'alarm.raised': (t, { data }, names) =>
    t('history.phrase.raised', { level: data.level, finding: findingWords(t, names, data, data, data.limit) }),
  'alarm.level-changed': (t, event, names) => {
    const { level, limit, isSeverer } = event.data
    const finding = findingWords(t, names, heldFor(names, event), event.data, limit)
    return t(isSeverer ? 'history.phrase.severer' : 'history.phrase.milder', { level, finding })
  },
  'alarm.returned': (t, event, names) => {
    const { reason } = event.data
    if (reason === 'rule-changed') return t('history.phrase.ruleChanged')
    if (reason === 'target-gone') return t('history.phrase.targetGone')
    return t('history.phrase.back', { finding: findingWords(t, names, heldFor(names, event), event.data, null) })
  },
  'alarm.re-alarmed': (t, { data }) => t('history.phrase.reAlarmed', { time: spanWords(t, data.afterMs) }),
  'alarm.acknowledged': (t, { data }) =>
    t(data.via === 'link' ? 'history.phrase.acknowledgedByLink' : 'history.phrase.acknowledged'),
  'alarm.reset': t => t('history.phrase.reset'),
  'alarm.shelved': (t, { at, data }) => t('history.phrase.shelved', { until: clockWords(data.until, at) }),
  'alarm.unshelved': (t, { data }) =>
    t(data.cause === 'expired' ? 'history.phrase.shelfExpired' : 'history.phrase.unshelved'),
  'alarm.suppressed': (t, { data }, names) =>
    data.cause === 'hours'
      ? t('history.phrase.suppressedByHours')
      : t('history.phrase.suppressedByAlarm', { alarm: causeWords(t, names, data.by) }),
  'alarm.unsuppressed': t => t('history.phrase.unsuppressed'),
  'alarm.taken-out-of-service': t => t('history.phrase.outOfService'),
  'alarm.returned-to-service': t => t('history.phrase.backInService'),
  'alarm.assigned': (t, { data: { to } }, names) =>
    to
      ? to.name === ''
        ? t('desk.list.assigned', { name: names.unitName(to.unit) })
        : t('history.phrase.assigned', { name: to.name, unit: names.unitName(to.unit) })
      : t('history.phrase.unassigned'),
  'alarm.commented': t => t('history.phrase.commented'),
}

/** The alarm or rule that explains another: an alarm's thing and rule, else the rule's name. */
export function causeWords(t: Words, names: AlarmNames, by: string | null): string {
  if (by === null) return t('shell.unknown')
  const alarm = names.state.alarms.get(by)
  return alarm ? `${titleAndPlace(names, alarm)} · ${ruleName(names, alarm.rule)}` : ruleName(names, by)
}

const heldFor = ({ state }: AlarmNames, event: AlarmEvent): Alarm | undefined =>
  state.alarms.get(alarmOfEvent(event) ?? '')

/** "2,12 m (ngưỡng 1,90 m)" */
function findingWords(
  t: Words,
  names: AlarmNames,
  alarm: Pick<Alarm, 'rule' | 'about'> | undefined,
  { value }: Finding,
  limit: number | null,
): string {
  const found = alarm && signalWords(t, names, alarm, value)
  if (!alarm || found === undefined) return t('history.finding.none')
  const bound = signalWords(t, names, alarm, limit)
  // A state has no limit beside itself.
  return bound === undefined || bound === found
    ? t('history.finding.bare', { value: found })
    : t('history.finding.of', { value: found, limit: bound })
}
