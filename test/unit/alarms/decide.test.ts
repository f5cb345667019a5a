import { describe, expect, test } from 'vitest'
import {
  type AlarmCommandRequest,
  MAX_ALARMS_A_COMMAND,
  MAX_REASON,
  MAX_RULES,
  MAX_SHELVE_MS,
  MIN_SHELVE_MS,
} from '../../../shared/alarms/command.ts'
import { type AlarmScene, decideAlarmCommand } from '../../../shared/alarms/decide.ts'
import { type AlarmRefusalCode, REFUSALS_OF_ALARMS } from '../../../shared/alarms/refusal.ts'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { REFUSAL_CASES } from './decide-refusal-cases.ts'
import {
  ALARM,
  aDraft,
  after,
  alarmIn,
  aRule,
  ask,
  aWatch,
  COMMAND_NAMES,
  DECLARED_SEN,
  happen,
  NOON,
  published,
  SEN,
  units,
} from './sample.ts'

const raised = after([aDraft('alarm.raised')])
const sceneOf = (state: AlarmState, now = NOON + 1): AlarmScene => ({ state, units, now })
const codesOf = (request: AlarmCommandRequest, state = raised) =>
  decideAlarmCommand(sceneOf(state), request).refusals.map(({ code }) => code)

describe('every refusal', () => {
  test.each(Object.entries(REFUSAL_CASES))('%s', (code, { field, alarm, request, state }) => {
    const { events, refusals } = decideAlarmCommand(sceneOf(state), request)
    expect(refusals.map(one => [one.code, one.field, one.alarm])).toEqual([[code, field, alarm]])
    expect(events).toEqual([])
    const { vi = '', en = '' } = refusals[0] ?? {}
    for (const text of [vi, en]) {
      expect(text.length).toBeGreaterThan(15)
      expect(text).toMatch(/[.]$/)
      expect(text).not.toMatch(/undefined|null|NaN|\[object|declared:/)
    }
    expect(vi).not.toBe(en)
    expect(vi).toMatch(/[À-ỹ]/)
  })

  test('has a case', () =>
    expect(Object.keys(REFUSAL_CASES).toSorted()).toEqual(
      (Object.keys(REFUSALS_OF_ALARMS) as AlarmRefusalCode[]).toSorted(),
    ))
})

describe('who asks', () => {
  test.each([
    ['nobody', { ...SEN, name: ' ' }, ['actor-name-length', 'actor-name-characters']],
    ['hidden characters', { ...SEN, name: 'Sen\u200bSen' }, ['actor-name-characters']],
    ['a unit that is not there', { ...SEN, unit: 'so-khac' }, ['unit-unknown']],
    ['a unit that ended', { ...SEN, unit: 'so-khcn' }, ['unit-abolished']],
    ['a unit to come', { ...SEN, unit: 'so-mai-sau' }, ['unit-not-yet']],
  ])('%s is refused whatever is asked', (_who, actor, codes) => {
    for (const command of COMMAND_NAMES) {
      const { events, expected, refusals } = decideAlarmCommand(sceneOf(raised), ask(raised, command, {}, actor))
      const ofWhole = refusals.filter(({ alarm }) => alarm === null)
      expect(
        ofWhole.map(({ code }) => code),
        command,
      ).toEqual(codes)
      expect([events, expected]).toEqual([[], []])
    }
  })

  test('a unit is judged on the day of the province', () => {
    const { validFrom } = units.get('so-khcn-2025') ?? {}
    expect(validFrom).toBe('2025-03-01')
    const at = (time: string) =>
      decideAlarmCommand(sceneOf(raised, Date.parse(time)), ask(raised, 'acknowledge')).refusals.map(({ code }) => code)
    expect(at('2025-03-01T00:00:00+07:00')).toEqual([])
    expect(at('2025-02-28T23:59:59+07:00')).toEqual(['unit-not-yet'])
  })
})

describe('several alarms', () => {
  const watches = ['pond-1', 'pond-2', 'pond-3'].map(device => aWatch(aRule(), device))
  const state = happen(
    after(watches.map(watch => aDraft('alarm.raised', { target: watch.target, about: watch.about }, watch.alarm))),
    [aDraft('alarm.acknowledged', {}, watches[1]?.alarm)],
    NOON,
    DECLARED_SEN,
  )
  const seen = [...state.alarms.values()].map(({ id, occurrence }) => ({ id, occurrence }))

  test('are judged each for itself: those that can are done', () => {
    const request = ask(state, 'acknowledge', { alarms: [{ id: 'x:series:y.z', occurrence: 1 }, ...seen] })
    const { events, expected, refusals } = decideAlarmCommand(sceneOf(state), request)
    expect(events.map(({ type, subject }) => [type, subject])).toEqual([
      ['alarm.acknowledged', `alarm:${watches[0]?.alarm}`],
      ['alarm.acknowledged', `alarm:${watches[2]?.alarm}`],
    ])
    expect(expected.map(({ subject }) => subject)).toEqual(events.map(({ subject }) => subject))
    expect(refusals.map(({ code, alarm, field }) => [code, alarm, field])).toEqual([
      ['unknown-alarm', 'x:series:y.z', 'alarms.0'],
      ['already-acknowledged', watches[1]?.alarm, 'alarms.2'],
    ])
    expect(refusals[1]?.vi).toContain('Nguyễn Thị Sen · Sở Khoa học và Công nghệ đã xác nhận lúc 12:00 25/11/2026')
  })

  test('named twice are meant once', () => {
    const { events, refusals } = decideAlarmCommand(
      sceneOf(state),
      ask(state, 'comment', { alarms: [...seen, ...seen] }),
    )
    expect([events.length, refusals]).toEqual([3, []])
  })

  test('are at most so many', () => {
    const many = (count: number) =>
      codesOf(
        ask(state, 'comment', { alarms: Array.from({ length: count }, () => ({ id: ALARM, occurrence: 1 })) }),
        state,
      )
    expect(many(MAX_ALARMS_A_COMMAND)).toEqual([])
    expect(many(MAX_ALARMS_A_COMMAND + 1)).toEqual(['too-many'])
  })
})

describe('bounds', () => {
  test.each([
    [MIN_SHELVE_MS - 1, ['shelve-time']],
    [MIN_SHELVE_MS, []],
    [MAX_SHELVE_MS, []],
    [MAX_SHELVE_MS + 1, ['shelve-time']],
    [MIN_SHELVE_MS + 0.5, ['shelve-time']],
    [Number.NaN, ['shelve-time']],
  ])('shelving for %d ms: %o', (forMs, codes) => expect(codesOf(ask(raised, 'shelve', { forMs }))).toEqual(codes))

  test('shelving ends so long after now', () => {
    const { events } = decideAlarmCommand(sceneOf(raised), ask(raised, 'shelve', { forMs: MAX_SHELVE_MS }))
    expect(events[0]?.data).toMatchObject({ until: NOON + 1 + MAX_SHELVE_MS })
  })

  test('texts are counted as composed letters', () => {
    const reason = 'ệ'.normalize('NFD').repeat(MAX_REASON)
    expect(codesOf(ask(raised, 'shelve', { reason }))).toEqual([])
    expect(codesOf(ask(raised, 'shelve', { reason: `${reason}x` }))).toEqual(['text-long'])
    for (const [command, part] of [
      ['acknowledge', 'comment'],
      ['unshelve', 'reason'],
      ['return-to-service', 'reason'],
      ['assign', 'comment'],
    ] as const)
      expect(codesOf(ask(raised, command, { [part]: 'x'.repeat(MAX_REASON + 1) })), command).toContain('text-long')
    expect(codesOf(ask(raised, 'publish-rule', { reason: 'x'.repeat(MAX_REASON + 1) }))).toEqual(['text-long'])
  })

  test('rules are at most so many; one that is there may still change', () => {
    const held = [...raised.rules.values()]
    const full = (count: number) => ({
      ...raised,
      rules: new Map([...raised.rules, ...Array.from({ length: count - 1 }, (_, at) => [`r${at}`, held[0]] as const)]),
    })
    const state = (count: number) => full(count) as AlarmState
    expect(codesOf(ask(raised, 'publish-rule'), state(MAX_RULES - 1))).toEqual([])
    expect(codesOf(ask(raised, 'publish-rule'), state(MAX_RULES))).toEqual(['too-many-rules'])
    expect(codesOf(ask(raised, 'publish-rule', { rule: aRule(), expected: 1 }), state(MAX_RULES))).toEqual([])
  })
})

describe('publishing a rule', () => {
  test('gives it the next version, and names the event that it follows', () => {
    const first = decideAlarmCommand(sceneOf(raised), ask(raised, 'publish-rule'))
    expect(first.events[0]).toMatchObject({ subject: 'alarm-rule:ph-other', data: { version: 1 } })
    expect(first.expected).toEqual([{ subject: 'alarm-rule:ph-other', version: 0 }])
    const again = ask(raised, 'publish-rule', { rule: aRule({ isOn: false }), expected: 1 })
    const second = decideAlarmCommand(sceneOf(raised), again)
    expect(second.events[0]).toMatchObject({ subject: 'alarm-rule:ph-high', data: { version: 2 } })
    expect(second.expected).toEqual([{ subject: 'alarm-rule:ph-high', version: 1 }])
    const after2 = happen(raised, second.events)
    expect(after2.rules.get('ph-high')).toMatchObject({ version: 2, rule: { isOn: false }, eventId: after2.lastId })
  })

  test('a chain of suppression is no circle', () => {
    const state = after(
      [],
      [aRule({ id: 'a', suppressedBy: 'b' }), aRule({ id: 'b', suppressedBy: 'c' }), aRule({ id: 'c' })],
    )
    const publish = (suppressedBy: string) =>
      codesOf(ask(state, 'publish-rule', { rule: aRule({ id: 'c', suppressedBy }), expected: 1 }), state)
    expect(codesOf(ask(state, 'publish-rule', { rule: aRule({ suppressedBy: 'a' }) }), state)).toEqual([])
    expect(publish('a')).toEqual(['suppressor-circle'])
    expect(publish('c')).toEqual(['suppressor-circle'])
    // A circle that others would close among themselves isn't this rule's fault, and doesn't hang the check.
    const closed = happen(state, [published(aRule({ id: 'c', suppressedBy: 'a' }), 2)])
    expect(codesOf(ask(closed, 'publish-rule', { rule: aRule({ suppressedBy: 'a' }) }), closed)).toEqual([])
  })

  test('says of a count whether a value is missing or too much', () => {
    const said = (of: 'beyond' | 'changes', at: number | null) =>
      decideAlarmCommand(
        sceneOf(raised),
        ask(raised, 'publish-rule', {
          rule: aRule({ id: 'ph-other', signal: { kind: 'count', of, at, overMs: 60_000 } }),
        }),
      ).refusals.map(({ en }) => en)
    expect(said('beyond', null)).toEqual(['To count readings beyond a value, give the value.'])
    expect(said('changes', 1)).toEqual(['This count takes no value. Leave it out.'])
  })

  test('says all that is wrong at once', () => {
    const rule = aRule({
      id: 'Bad:id',
      quantity: null,
      levels: [
        { name: 'H', at: 9, priority: 'high' },
        { name: 'H', at: 8, priority: 'low' },
      ],
      deadband: -1,
      onDelayMs: -1,
      suppressedBy: 'x',
    })
    const { refusals } = decideAlarmCommand(sceneOf(raised), ask(raised, 'publish-rule', { rule }))
    expect(refusals.map(({ code, field }) => [code, field])).toEqual([
      ['rule-id', 'rule.id'],
      ['rule-time', 'rule.onDelayMs'],
      ['quantity-needed', 'rule.quantity'],
      ['level-twice', 'rule.levels.1.name'],
      ['level-order', 'rule.levels.1.at'],
      ['level-priority', 'rule.levels.1.priority'],
      ['rule-negative', 'rule.deadband'],
      ['suppressor-unknown', 'rule.suppressedBy'],
    ])
  })
})

test('an acknowledgement says how it came', () => {
  const via = (scene: AlarmScene) =>
    decideAlarmCommand(scene, ask(raised, 'acknowledge', { comment: 'đã rõ' })).events[0]?.data
  expect(via(sceneOf(raised))).toEqual({ comment: 'đã rõ', via: 'desk' })
  expect(via({ ...sceneOf(raised), via: 'link' })).toEqual({ comment: 'đã rõ', via: 'link' })
})

test('an assignment may be taken back', () => {
  const given = happen(raised, [aDraft('alarm.assigned')], NOON, DECLARED_SEN)
  expect(alarmIn(given).assigned).toMatchObject({ name: 'Lê Văn Tám', unit: 'so-yt', by: DECLARED_SEN })
  const { events } = decideAlarmCommand(sceneOf(given), ask(given, 'assign', { to: null }))
  expect(alarmIn(happen(given, events)).assigned).toBeNull()
  expect(codesOf(ask(given, 'assign', { to: { name: 'Tám', unit: 'so-khcn' } }))).toEqual(['unit-abolished'])
  for (const name of ['T', 'Lê\u200bTám', 'x'.repeat(81), '...'])
    expect(codesOf(ask(given, 'assign', { to: { name, unit: 'so-yt' } }))).toEqual(['assignee-name'])
})
