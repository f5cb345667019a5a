import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldAlarms, foldingAlarms, isKnownAlarmEvent } from '../../../shared/alarms/fold.ts'
import { ALARM_SNAPSHOT_VERSION, packAlarms, unpackAlarms } from '../../../shared/alarms/snapshot.ts'
import { type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { subjectOfAlarm } from '../../../shared/alarms/target.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { frozen, nextEvent } from '../../support/folding.ts'
import { run, steps } from './lifecycle-run.ts'
import {
  ALARM,
  ALARM_EVENT_TYPES,
  aDraft,
  after,
  alarmIn,
  aRule,
  DECLARED_SEN,
  eventsOf,
  HOUR,
  happen,
  NOON,
  published,
} from './sample.ts'

const logs = steps.map(all => {
  const { log, state } = run(all)
  return { log, state }
})
const RUNS = { numRuns: 40 }

const past = (state: AlarmState, change: Partial<AnyEvent> = {}): AnyEvent =>
  nextEvent(state, { type: 'alarm.something-new', subject: 'alarm:nobody', ...change })

describe('the fold', () => {
  test('gives the same alarms for any order-preserving split of the events, one by one and all at once', () => {
    fc.assert(
      fc.property(logs, fc.array(fc.nat(300), { maxLength: 8 }), ({ log, state }, cuts) => {
        const places = [0, ...cuts.map(cut => cut % (log.length + 1)).sort((a, b) => a - b), log.length]
        const parts = places.slice(1).map((to, at) => log.slice(places[at], to))
        expect(parts.reduce(foldAlarms, EMPTY_ALARM_STATE)).toStrictEqual(state)
        expect(log.reduce((held, event) => foldAlarms(held, [event]), EMPTY_ALARM_STATE)).toStrictEqual(state)
      }),
      RUNS,
    )
  })

  test('never changes the state or the events it is given', () => {
    fc.assert(
      fc.property(logs, fc.nat(300), ({ log, state }, cut) => {
        const at = cut % (log.length + 1)
        const before = frozen(foldAlarms(EMPTY_ALARM_STATE, frozen(structuredClone(log.slice(0, at)))))
        const kept = structuredClone({ ...before })
        expect(foldAlarms(before, frozen(structuredClone(log.slice(at))))).toStrictEqual(state)
        expect({ ...before }).toStrictEqual(kept)
      }),
      RUNS,
    )
    expect(() => frozen(new Map([[1, 1]])).set(1, 2)).toThrow('is written to')
  })

  test('copies a table once, and only when it is written', () => {
    const before = after([aDraft('alarm.raised')])
    const open = foldingAlarms(before)
    for (const event of eventsOf(before.lastId, [aDraft('alarm.commented'), aDraft('alarm.commented')]))
      open.take(event)
    const { alarms, rules } = open.state()
    expect(alarms).not.toBe(before.alarms)
    expect(rules).toBe(before.rules)
    for (const event of eventsOf(before.lastId + 2, [aDraft('alarm.commented')])) open.take(event)
    expect(open.state().alarms).toBe(alarms)
  })

  test('ignores types it does not know, but knows that they were there', () => {
    const types = fc.constantFrom('alarm.something-new', 'alarm.constructor', 'alarm.__proto__', 'alarm.')
    fc.assert(
      fc.property(logs, types, fc.jsonValue(), ({ state }, type, data) => {
        const event = past(state, { type, data })
        const [held] = state.alarms.values()
        const moved = { ...state, lastId: event.id, lastAt: event.at }
        expect(foldAlarms(state, [event])).toStrictEqual(moved)
        if (!held) return
        const about = past(state, { type, data, subject: subjectOfAlarm(held.id) })
        expect(foldAlarms(state, [about])).toStrictEqual({
          ...moved,
          alarms: new Map([...state.alarms, [held.id, { ...held, version: event.id }]]),
        })
      }),
      RUNS,
    )
  })

  test('knows its types, and leaves what it knows nothing of alone', () => {
    for (const type of ALARM_EVENT_TYPES) expect(isKnownAlarmEvent(past(EMPTY_ALARM_STATE, { type }))).toBe(true)
    expect(isKnownAlarmEvent(past(EMPTY_ALARM_STATE))).toBe(false)
    const state = after([aDraft('alarm.raised')])
    for (const type of ['programme.plan-adopted', 'alarms.raised', 'alarm', ''])
      expect(foldAlarms(state, [past(state, { type })])).toStrictEqual(state)
    // What happens to an alarm that was never raised happens to none.
    for (const type of ALARM_EVENT_TYPES) {
      if (type === 'alarm.raised') continue
      const next = happen(EMPTY_ALARM_STATE, [aDraft(type)])
      expect(next).toStrictEqual({ ...EMPTY_ALARM_STATE, lastId: 1, lastAt: NOON })
    }
  })

  test('changes nothing at a repeat of what it knows', () => {
    fc.assert(
      fc.property(logs, fc.array(fc.nat(300)), ({ log, state }, places) => {
        const repeated = places.flatMap(place => log[place % log.length] ?? [])
        expect(foldAlarms(state, repeated)).toStrictEqual(state)
        expect(
          foldAlarms(
            EMPTY_ALARM_STATE,
            log.flatMap(event => [event, event]),
          ),
        ).toStrictEqual(state)
      }),
      RUNS,
    )
  })

  test('counts a version for every alarm and rule: the id of the last event about it', () => {
    fc.assert(
      fc.property(logs, ({ log, state }) => {
        const newest = new Map(log.map(({ subject, id }) => [subject, id]))
        for (const { id, version } of state.alarms.values()) expect(version).toBe(newest.get(subjectOfAlarm(id)))
        for (const { rule, eventId } of state.rules.values()) expect(eventId).toBe(newest.get(`alarm-rule:${rule.id}`))
        expect(state.lastId).toBe(log.length)
      }),
      RUNS,
    )
  })
})

describe('what an alarm keeps', () => {
  const raised = after([aDraft('alarm.raised')])
  const then = (type: (typeof ALARM_EVENT_TYPES)[number]) =>
    alarmIn(happen(raised, [aDraft(type)], NOON + HOUR, DECLARED_SEN))
  const stamp = { by: DECLARED_SEN, at: NOON + HOUR, eventId: 3 }

  test('what it was raised with', () =>
    expect(alarmIn(raised)).toMatchObject({
      id: ALARM,
      rule: 'ph-high',
      ruleVersion: 1,
      about: { device: 'pond-1', source: 'simulated' },
      level: 'H',
      priority: 'low',
      value: 8.6,
      limit: 8.5,
      since: NOON - 60_000,
      raisedAt: NOON,
      comments: 0,
    }))

  test('who did what, when, by which event', () => {
    expect(then('alarm.acknowledged').acknowledged).toEqual({ ...stamp, comment: null })
    expect(then('alarm.shelved').shelved).toEqual({ ...stamp, until: NOON + 8 * HOUR, reason: 'đang sửa máy' })
    expect(then('alarm.assigned').assigned).toEqual({ ...stamp, name: 'Lê Văn Tám', unit: 'so-yt' })
    const commented = happen(raised, [aDraft('alarm.commented'), aDraft('alarm.commented', { text: 'hai' })])
    expect(alarmIn(commented)).toMatchObject({ comments: 2, lastComment: { text: 'hai', eventId: 4 } })
  })

  test('the newest level and value', () => {
    const severer = happen(raised, [aDraft('alarm.level-changed')])
    expect(alarmIn(severer)).toMatchObject({ level: 'HH', priority: 'high', limit: 9, value: 9.1, raisedAt: NOON })
    const back = happen(severer, [aDraft('alarm.returned')], NOON + HOUR)
    expect(alarmIn(back)).toMatchObject({ level: 'HH', value: 8.3, returnedAt: NOON + HOUR })
  })

  test('who is in charge while it is open; a new alarm is in nobody’s charge', () => {
    const assigned = happen(raised, [aDraft('alarm.assigned'), aDraft('alarm.returned')])
    expect(alarmIn(happen(assigned, [aDraft('alarm.raised')])).assigned).toMatchObject({ name: 'Lê Văn Tám' })
    const closed = happen(assigned, [aDraft('alarm.acknowledged')])
    expect(alarmIn(closed).assigned).toMatchObject({ name: 'Lê Văn Tám' })
    expect(alarmIn(happen(closed, [aDraft('alarm.raised')])).assigned).toBeNull()
  })
})

test('a rule is the one published last', () => {
  const state = after([published(aRule({ deadband: 0.2 }), 2)])
  expect(state.rules.get('ph-high')).toMatchObject({ version: 2, eventId: 2, rule: { deadband: 0.2 } })
})

describe('a snapshot', () => {
  test('comes out of JSON as it went in, and the tail goes on from it', () => {
    fc.assert(
      fc.property(logs, fc.nat(300), ({ log, state }, cut) => {
        const early = foldAlarms(EMPTY_ALARM_STATE, log.slice(0, cut % (log.length + 1)))
        const packed = packAlarms(early, 'abc')
        expect(packed).toMatchObject({ version: ALARM_SNAPSHOT_VERSION, hash: 'abc' })
        const unpacked = unpackAlarms(JSON.parse(JSON.stringify(packed)))
        expect(unpacked).toStrictEqual(early)
        expect(unpacked && foldAlarms(unpacked, log)).toStrictEqual(state)
      }),
      RUNS,
    )
  })

  test('of another version is not read', () =>
    expect(unpackAlarms({ ...packAlarms(EMPTY_ALARM_STATE, ''), version: ALARM_SNAPSHOT_VERSION + 1 })).toBeUndefined())
})
