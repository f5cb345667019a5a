// A small world of alarms to judge in: a rule, what it watches, events as the store would give them. Each names only what a test is about.
import type { AlarmCommandData, AlarmCommandName, AlarmCommandRequest } from '../../../shared/alarms/command.ts'
import type { AlarmAbout, AlarmDraft, AlarmEventData, AlarmEventType } from '../../../shared/alarms/event.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { type Alarm, type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { alarmIdOf, subjectOfAlarm, subjectOfRule, targetOf } from '../../../shared/alarms/target.ts'
import type { ConditionChange, Watch } from '../../../shared/alarms/watch.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { units } from '../programme/decide-sample.ts'

export { units }
/** Noon of the province. */
export const NOON = Date.parse('2026-11-25T12:00:00+07:00')
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const SEN = { name: 'Nguyễn Thị Sen', unit: 'so-khcn-2025' }
export const DECLARED_SEN = 'declared:Nguyễn Thị Sen · Sở Khoa học và Công nghệ'
export const SYSTEM = 'system:alarms'

const words = (vi: string, en: string) => ({ vi, en })

export const aRule = (change: Partial<Rule> = {}): Rule => ({
  id: 'ph-high',
  name: words('pH cao', 'High pH'),
  quantity: 'ph',
  scope: { villages: null, devices: null, except: [] },
  signal: { kind: 'value' },
  side: 'high',
  levels: [
    { name: 'H', at: 8.5, priority: 'low' },
    { name: 'HH', at: 9, priority: 'high' },
  ],
  deadband: 0.1,
  onDelayMs: 0,
  offDelayMs: 0,
  isLatching: false,
  reAlarmMs: null,
  hours: null,
  suppressedBy: null,
  cause: words('Nước nhiễm kiềm', 'Alkaline water'),
  consequence: words('Cá chậm lớn', 'Fish grow slowly'),
  action: words('Thay nước', 'Change the water'),
  responder: words('Tổ Điều hành', 'Operating team'),
  respondWithinMs: HOUR,
  basis: { kind: 'internal', source: words('để thử', 'for tests') },
  isOn: true,
  ...change,
})

export const anAbout = (device: string, change: Partial<AlarmAbout> = {}): AlarmAbout => ({
  title: words(`Trạm ${device} · pH`, `Station ${device} · pH`),
  village: 'my-dong',
  position: [105.7, 10.4],
  device,
  series: `${device}.ph`,
  quantity: 'ph',
  unit: null,
  source: 'simulated',
  ...change,
})

/** The rule at the pH series of a device. */
export function aWatch(rule: Rule = aRule(), device = 'pond-1', change: Partial<AlarmAbout> = {}): Watch {
  const target = targetOf.series(`${device}.ph`)
  return {
    alarm: alarmIdOf(rule.id, target),
    rule,
    ruleVersion: 1,
    target,
    about: anAbout(device, change),
    levels: rule.levels.map(({ name, at, priority }) => ({ name, at: at ?? 0, priority })),
    inputs: [],
  }
}
export const byAlarm = (...watches: readonly Watch[]): ReadonlyMap<string, Watch> =>
  new Map(watches.map(watch => [watch.alarm, watch]))

/** The alarm of `aRule()` at `pond-1`. */
export const ALARM = aWatch().alarm

/** What the evaluation would say: the signal is at a level of the watch, by its name, or back (null). */
export function aChange(watch: Watch, level: string | null, t = NOON): ConditionChange {
  const found = watch.levels.find(({ name }) => name === level) ?? null
  if (level !== null && !found) throw new Error(`${watch.alarm} has no level ${level}`)
  return { alarm: watch.alarm, level: found, value: found ? found.at + 0.1 : 7, t, since: t }
}

type DataOf<T extends AlarmEventType> = AlarmEventData[T]
/** Good data of each type about an alarm. */
const DATA: { readonly [T in Exclude<AlarmEventType, 'alarm.rule-published'>]: DataOf<T> } = {
  'alarm.raised': {
    rule: 'ph-high',
    ruleVersion: 1,
    target: targetOf.series('pond-1.ph'),
    about: anAbout('pond-1'),
    level: 'H',
    priority: 'low',
    limit: 8.5,
    since: NOON - MINUTE,
    value: 8.6,
    t: NOON,
  },
  'alarm.level-changed': { level: 'HH', priority: 'high', limit: 9, isSeverer: true, value: 9.1, t: NOON },
  'alarm.returned': { reason: 'signal', value: 8.3, t: NOON },
  'alarm.re-alarmed': { afterMs: 24 * HOUR },
  'alarm.acknowledged': { comment: null, via: 'desk' },
  'alarm.reset': { comment: null },
  'alarm.shelved': { until: NOON + 8 * HOUR, reason: 'đang sửa máy' },
  'alarm.unshelved': { cause: 'person', reason: null },
  'alarm.suppressed': { cause: 'hours', by: null },
  'alarm.unsuppressed': { cause: 'hours' },
  'alarm.taken-out-of-service': { reason: 'tháo đầu đo' },
  'alarm.returned-to-service': { reason: null },
  'alarm.assigned': { to: { name: 'Lê Văn Tám', unit: 'so-yt' }, comment: null },
  'alarm.commented': { text: 'đã gọi cho trạm' },
}
export const ALARM_EVENT_TYPES = Object.keys(DATA) as readonly (keyof typeof DATA)[]

/** An event about an alarm (`ALARM` when not said); name what is special about it. */
export function aDraft<T extends keyof typeof DATA>(
  type: T,
  change: Partial<DataOf<T>> = {},
  alarm: string = ALARM,
): AlarmDraft {
  return { type, subject: subjectOfAlarm(alarm), data: { ...DATA[type], ...change } } as AlarmDraft
}
export const published = (rule: Rule = aRule(), version = 1): AlarmDraft => ({
  type: 'alarm.rule-published',
  subject: subjectOfRule(rule.id),
  data: { rule, version, reason: null },
})

export const eventsOf = (
  lastId: number,
  drafts: readonly AlarmDraft[],
  at = NOON,
  actor: string = SYSTEM,
): readonly AnyEvent[] => drafts.map((draft, place) => ({ ...draft, id: lastId + place + 1, at, actor }))

/** The alarms after these drafts, with ids as the store would give them. */
export const happen = (state: AlarmState, drafts: readonly AlarmDraft[], at = NOON, actor?: string): AlarmState =>
  foldAlarms(state, eventsOf(state.lastId, drafts, at, actor))

/** From nothing: the rules, then the drafts. */
export const after = (drafts: readonly AlarmDraft[], rules: readonly Rule[] = [aRule()], at = NOON): AlarmState =>
  happen(EMPTY_ALARM_STATE, [...rules.map(rule => published(rule)), ...drafts], at)

export function alarmIn(state: AlarmState, id: string = ALARM): Alarm {
  const alarm = state.alarms.get(id)
  if (!alarm) throw new Error(`there is no alarm ${id}`)
  return alarm
}

/** Good data of each command about the alarm as it stands. */
export function ask<N extends AlarmCommandName>(
  state: AlarmState,
  command: N,
  change: Partial<AlarmCommandData[N]> = {},
  actor: typeof SEN = SEN,
): AlarmCommandRequest {
  const alarms = [...state.alarms.values()].map(({ id, occurrence }) => ({ id, occurrence }))
  const good: AlarmCommandData = {
    acknowledge: { alarms, comment: null },
    reset: { alarms, comment: null },
    shelve: { alarms, forMs: HOUR, reason: 'đang sửa máy' },
    unshelve: { alarms, reason: null },
    assign: { alarms, to: { name: 'Lê Văn Tám', unit: 'so-yt' }, comment: null },
    comment: { alarms, text: 'đã gọi cho trạm' },
    'take-out-of-service': { alarms, reason: 'tháo đầu đo' },
    'return-to-service': { alarms, reason: null },
    'publish-rule': { rule: aRule({ id: 'ph-other' }), expected: 0, reason: null },
  }
  return { command, data: { ...good[command], ...change }, actor } as AlarmCommandRequest
}
export const COMMAND_NAMES = [
  'acknowledge',
  'reset',
  'shelve',
  'unshelve',
  'assign',
  'comment',
  'take-out-of-service',
  'return-to-service',
  'publish-rule',
] as const satisfies readonly AlarmCommandName[]
