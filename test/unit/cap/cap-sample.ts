// Rules, alarms and their events as the log would hold them, for tests of CAP messages.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alertXml } from '../../../server/cap/alert.ts'
import { capEventOf } from '../../../server/cap/mapping.ts'
import { type CapMessage, type LoggedEvent, messagesOf } from '../../../server/cap/messages.ts'
import { readOutlines } from '../../../server/cap/outline.ts'
import { loadRegistry } from '../../../server/registry/seed.ts'
import type { AlarmEventData, AlarmEventType } from '../../../shared/alarms/event.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { alarmIdOf, subjectOfAlarm, targetOf } from '../../../shared/alarms/target.ts'

export const REGISTRY = loadRegistry()
const MAP = join(import.meta.dirname, '..', '..', '..', 'public', 'geo', 'communes.geojson')
export const OUTLINES = readOutlines(readFileSync(MAP, 'utf8'))
export const DEPS = {
  registry: REGISTRY,
  outlines: OUTLINES,
  sender: 'dai-sen@station.invalid',
  web: 'https://ioc.example.vn/alarms',
}

/** 14:30 in the province; the millisecond must not show. */
export const T0 = Date.parse('2026-10-21T14:30:00.987+07:00')
export const MINUTE = 60_000
export const HOUR = 3_600_000

export const aRule = (about: Partial<Rule> = {}): Rule => ({
  id: 'flood-stage',
  name: { vi: 'Mực nước theo cấp báo động lũ', en: 'Water level by flood alarm levels' },
  quantity: 'water_level',
  scope: { villages: null, devices: null, except: [] },
  signal: { kind: 'flood' },
  side: 'high',
  levels: [{ name: 'BĐ I', at: null, priority: 'low' }],
  deadband: 0.02,
  onDelayMs: 60_000,
  offDelayMs: 120_000,
  isLatching: false,
  reAlarmMs: 24 * HOUR,
  hours: null,
  suppressedBy: null,
  cause: { vi: 'Lũ về hoặc triều cường.', en: 'Flood or spring tide.' },
  consequence: { vi: 'Ngập đường, ngập vườn.', en: 'Roads and orchards under water.' },
  action: { vi: 'Đóng cống, kê cao tài sản.', en: 'Close the gates, move belongings up.' },
  responder: { vi: 'Tổ điều hành', en: 'Operating team' },
  respondWithinMs: 15 * MINUTE,
  basis: { kind: 'regulation', source: { vi: 'QĐ 05/2020/QĐ-TTg', en: 'Decision 05/2020/QĐ-TTg' } },
  isOn: true,
  ...about,
})

export const TARGET = targetOf.series('gauge-1.water_level')
export const ALARM = alarmIdOf('flood-stage', TARGET)

export const raisedData = (about: Partial<AlarmEventData['alarm.raised']> = {}): AlarmEventData['alarm.raised'] => ({
  rule: 'flood-stage',
  ruleVersion: 1,
  target: TARGET,
  about: {
    title: { vi: 'Trạm Mỹ Đông 1 · Mực nước', en: 'Mỹ Đông 1 station · Water level' },
    village: 'my-dong',
    position: [105.802, 10.528],
    device: 'gauge-1',
    series: 'gauge-1.water_level',
    quantity: 'water_level',
    unit: null,
    source: 'measured',
  },
  level: 'BĐ I',
  priority: 'low',
  limit: 1.9,
  since: T0 - 5 * MINUTE,
  value: 1.9500000476837158,
  t: T0 - MINUTE,
  ...about,
})

type Written = {
  readonly [T in AlarmEventType]: { readonly type: T; readonly data: AlarmEventData[T]; readonly at: number }
}[AlarmEventType]

/** `[type, minutes after T0, data]`; ids count up from 1, hashes follow from them. */
export function eventsOf(
  ...written: readonly {
    [T in AlarmEventType]: readonly [type: T, minutes: number, data: AlarmEventData[T]]
  }[AlarmEventType][]
): LoggedEvent[] {
  return written.map(([type, minutes, data], n) => {
    const one = { type, data, at: T0 + minutes * MINUTE } as Written
    return { ...one, id: n + 1, actor: 'system:alarms', subject: subjectOfAlarm(ALARM), hash: hashOf(n + 1) }
  })
}
export const hashOf = (id: number): string => createHash('sha256').update(String(id)).digest('hex')

export const raised = (minutes = 0, about: Partial<AlarmEventData['alarm.raised']> = {}) =>
  ['alarm.raised', minutes, raisedData(about)] as const
export const levelChanged = (minutes: number, level: string, value: number) =>
  [
    'alarm.level-changed',
    minutes,
    {
      level,
      priority: level === 'BĐ III' ? 'high' : 'medium',
      limit: null,
      isSeverer: true,
      value,
      t: T0 + minutes * MINUTE,
    },
  ] as const
export const returned = (minutes: number, reason: AlarmEventData['alarm.returned']['reason'] = 'signal') =>
  ['alarm.returned', minutes, { reason, value: 1.7, t: T0 + minutes * MINUTE }] as const

export const messagesAfter = (
  events: readonly LoggedEvent[],
  minutes: number,
  ...cut: readonly [Parameters<typeof messagesOf>[3]] | readonly []
): readonly CapMessage[] => messagesOf(ALARM, events, T0 + minutes * MINUTE, ...cut)

/** As it is published under this rule, which must be one that is. */
export function xmlOf(message: CapMessage, rule: Rule = aRule(), deps: typeof DEPS = DEPS): string {
  const event = capEventOf(rule)
  if (!event) throw new Error(`${rule.id} is not published`)
  return alertXml({ message, rule, event }, deps)
}
