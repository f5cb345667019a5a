// Small logs of alarm events for tests of the scorecard: written as what happened when, to which alarm.
import type { AlarmEvent, AlarmEventData, AlarmEventType } from '../../../shared/alarms/event.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import type { Priority, Rule } from '../../../shared/alarms/rule.ts'
import { createScorecard } from '../../../shared/alarms/scorecard.ts'
import type { ScorecardFigures } from '../../../shared/alarms/scorecard-figures.ts'
import { EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { alarmIdOf, subjectOfAlarm, subjectOfRule, targetOf } from '../../../shared/alarms/target.ts'

/** Midnight of the province, a Wednesday. */
export const FROM = Date.parse('2026-10-21T00:00:00+07:00')
export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000
export const TO = FROM + DAY

export const PERIOD = { from: FROM, to: TO }
export const RESPOND_MS = 15 * MINUTE

const words = (text: string) => ({ vi: text, en: text })
export const aRule = (about: Partial<Rule> = {}): Rule => ({
  id: 'level-high',
  name: words('Mực nước cao'),
  quantity: 'water_level',
  scope: { villages: null, devices: null, except: [] },
  signal: { kind: 'value' },
  side: 'high',
  levels: [{ name: 'H', at: 2, priority: 'low' }],
  deadband: 0,
  onDelayMs: 0,
  offDelayMs: 0,
  isLatching: false,
  reAlarmMs: DAY,
  hours: null,
  suppressedBy: null,
  cause: words('Lũ về'),
  consequence: words('Ngập'),
  action: words('Đóng cống'),
  responder: words('Tổ điều hành'),
  respondWithinMs: RESPOND_MS,
  basis: { kind: 'internal', source: words('thử') },
  isOn: true,
  ...about,
})

/** When, in milliseconds after FROM, what, to which alarm. */
export type Happened = {
  readonly [T in AlarmEventType]: readonly [afterMs: number, type: T, alarm: string, data: AlarmEventData[T]]
}[AlarmEventType]

export const alarmOf = (name: string): string => alarmIdOf('level-high', targetOf.series(name))

export const published = (afterMs: number, version = 1, about: Partial<Rule> = {}): Happened => {
  const rule = aRule(about)
  return [afterMs, 'alarm.rule-published', rule.id, { rule, version, reason: null }]
}
export const raised = (
  afterMs: number,
  name: string,
  { priority = 'low', ...about }: { priority?: Priority; source?: 'measured' | 'simulated'; suppressed?: true } = {},
): Happened => [
  afterMs,
  'alarm.raised',
  name,
  {
    rule: 'level-high',
    ruleVersion: 1,
    target: targetOf.series(name),
    about: {
      title: words(`Trạm ${name}`),
      village: 'my-dong',
      position: null,
      device: name,
      series: name,
      quantity: 'water_level',
      unit: null,
      source: about.source ?? 'measured',
    },
    level: 'H',
    priority,
    limit: 2,
    since: FROM + afterMs,
    value: 2.1,
    t: FROM + afterMs,
    ...(about.suppressed ? { suppressed: { cause: 'alarm' as const, by: 'other' } } : {}),
  },
]
export const returned = (afterMs: number, name: string): Happened => [
  afterMs,
  'alarm.returned',
  name,
  { reason: 'signal', value: 1.9, t: FROM + afterMs },
]
export const moved = (afterMs: number, name: string, priority: Priority, isSeverer: boolean): Happened => [
  afterMs,
  'alarm.level-changed',
  name,
  { level: priority, priority, limit: 3, isSeverer, value: 3, t: FROM + afterMs },
]
export const acknowledged = (afterMs: number, name: string): Happened => [
  afterMs,
  'alarm.acknowledged',
  name,
  { comment: null, via: 'desk' },
]
export const reAlarmed = (afterMs: number, name: string): Happened => [
  afterMs,
  'alarm.re-alarmed',
  name,
  { afterMs: DAY },
]
export const shelved = (afterMs: number, name: string): Happened => [
  afterMs,
  'alarm.shelved',
  name,
  { until: FROM + afterMs + HOUR, reason: 'x' },
]
export const unshelved = (afterMs: number, name: string): Happened => [
  afterMs,
  'alarm.unshelved',
  name,
  { cause: 'expired', reason: null },
]

/** Ids count up from 1 in the order of time, as the store would give them. */
export function logOf(happened: readonly Happened[], actor = 'system:alarms'): AlarmEvent[] {
  return happened
    .toSorted(([a], [b]) => a - b)
    .map(([afterMs, type, name, data], n) => {
      const subject = type === 'alarm.rule-published' ? subjectOfRule(name) : subjectOfAlarm(alarmOf(name))
      const by = type === 'alarm.rule-published' && actor === 'system:alarms' ? 'seed:rules' : actor
      // Type and data belong together, as Happened has them.
      return { id: n + 1, at: FROM + afterMs, actor: by, subject, type, data } as AlarmEvent
    })
}

/** A month before the period there were rules and an alarm, unless the log says otherwise. */
export const RULES = published(-30 * DAY)
const WATCHED: readonly Happened[] = [
  raised(-30 * DAY, 'long ago'),
  acknowledged(-30 * DAY + 1, 'long ago'),
  returned(-30 * DAY + HOUR, 'long ago'),
]

export function figuresOf(
  happened: readonly Happened[],
  { from, to, at = to }: { from: number; to: number; at?: number } = PERIOD,
): ScorecardFigures {
  const events = logOf(happened.includes(RULES) ? [...happened, ...WATCHED] : happened)
  const before = foldAlarms(
    EMPTY_ALARM_STATE,
    events.filter(event => event.at < from),
  )
  const scorecard = createScorecard({ from, to, before })
  for (const event of events) scorecard.take(event)
  return scorecard.figures(at)
}

/** So many alarms, each of another name, at these moments. */
export const raisedAt = (...afterMs: readonly number[]): Happened[] => afterMs.map((at, n) => raised(at, `g${n}`))

export const verdictsOf = (happened: readonly Happened[], ...about: readonly Parameters<typeof figuresOf>[1][]) => {
  const { figures } = figuresOf(happened, ...about)
  return Object.fromEntries(Object.entries(figures).map(([name, { verdict }]) => [name, verdict]))
}
