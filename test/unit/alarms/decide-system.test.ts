// What happens to alarms without a person: conditions, suppression by design, timers.
import { describe, expect, test } from 'vitest'
import { decideConditions } from '../../../shared/alarms/decide-conditions.ts'
import { decideSuppressions, isWithinHours } from '../../../shared/alarms/decide-suppressions.ts'
import { decideSystem } from '../../../shared/alarms/decide-system.ts'
import { decideTimers } from '../../../shared/alarms/decide-timers.ts'
import type { AlarmDraft } from '../../../shared/alarms/event.ts'
import { standingOf } from '../../../shared/alarms/standing.ts'
import { type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import type { Watch } from '../../../shared/alarms/watch.ts'
import {
  aChange,
  aDraft,
  after,
  alarmIn,
  anAbout,
  aRule,
  aWatch,
  byAlarm,
  HOUR,
  happen,
  MINUTE,
  NOON,
  published,
  SEN,
} from './sample.ts'

const watch = aWatch()
const watches = byAlarm(watch)
const typesOf = (drafts: readonly AlarmDraft[]) => drafts.map(({ type, subject }) => [type, subject])
const raised = after([aDraft('alarm.raised')])
const conditions = (state: AlarmState, ...levels: readonly (string | null)[]) =>
  decideConditions(
    state,
    levels.map(level => aChange(watch, level)),
    watches,
    NOON,
  )

describe('a condition', () => {
  test('raises what was normal, with what is known of it', () => {
    const change = { ...aChange(watch, 'H', NOON), since: NOON - MINUTE }
    expect(decideConditions(EMPTY_ALARM_STATE, [change], watches, NOON + 5)).toEqual([
      {
        type: 'alarm.raised',
        subject: `alarm:${watch.alarm}`,
        data: {
          rule: 'ph-high',
          ruleVersion: 1,
          target: watch.target,
          about: anAbout('pond-1'),
          level: 'H',
          priority: 'low',
          limit: 8.5,
          value: 8.6,
          t: NOON,
          since: NOON - MINUTE,
        },
      },
    ])
  })

  test('that stands already says nothing', () => {
    expect(conditions(raised, 'H')).toEqual([])
    expect(conditions(EMPTY_ALARM_STATE, null)).toEqual([])
    expect(conditions(happen(raised, [aDraft('alarm.returned')]), null)).toEqual([])
  })

  test('moves between levels, severer or milder', () => {
    const up = conditions(raised, 'HH')
    expect(up).toMatchObject([
      { type: 'alarm.level-changed', data: { level: 'HH', priority: 'high', limit: 9, isSeverer: true } },
    ])
    expect(conditions(happen(raised, up), 'H')).toMatchObject([{ data: { level: 'H', isSeverer: false } }])
  })

  test('is severer by the order of its levels, whatever their priority', () => {
    const levels = [8, 9].map(at => ({ name: `H${at}`, at, priority: 'low' as const }))
    const same = aWatch(aRule({ levels }))
    const [first, second] = [aChange(same, 'H8'), aChange(same, 'H9')]
    expect(decideConditions(EMPTY_ALARM_STATE, [first, second, first], byAlarm(same), NOON)).toMatchObject([
      { type: 'alarm.raised' },
      { type: 'alarm.level-changed', data: { isSeverer: true } },
      { type: 'alarm.level-changed', data: { isSeverer: false } },
    ])
  })

  test('at a level that the rule no longer has is judged by priority', () => {
    const other = aWatch(
      aRule({
        levels: [
          { name: 'cao', at: 8, priority: 'low' },
          { name: 'rất cao', at: 9, priority: 'medium' },
        ],
      }),
    )
    const to = (level: string) => decideConditions(raised, [aChange(other, level)], byAlarm(other), NOON)
    expect(to('cao')).toMatchObject([{ data: { isSeverer: false } }])
    expect(to('rất cao')).toMatchObject([{ data: { isSeverer: true } }])
    expect(decideConditions(raised, [aChange(other, null)], byAlarm(other), NOON)).toMatchObject([
      { type: 'alarm.returned', data: { reason: 'rule-changed' } },
    ])
  })

  test('may change more than once in one batch', () =>
    expect(conditions(EMPTY_ALARM_STATE, 'H', 'H', 'HH', null, null, 'H').map(({ type }) => type)).toEqual([
      'alarm.raised',
      'alarm.level-changed',
      'alarm.returned',
      'alarm.raised',
    ]))

  test.each<readonly [string, Parameters<typeof aRule>[0] | null, string]>([
    ['its target is gone', {}, 'target-gone'],
    ['its rule was switched off', { isOn: false }, 'rule-changed'],
    ['its rule leaves it out', { scope: { villages: null, devices: null, except: [watch.target] } }, 'rule-changed'],
    ['its rule is of other villages', { scope: { villages: ['x'], devices: null, except: [] } }, 'rule-changed'],
    ['its rule is of other devices', { scope: { villages: null, devices: ['x'], except: [] } }, 'rule-changed'],
    [
      'its rule is of this device',
      { scope: { villages: ['my-dong'], devices: ['pond-1'], except: [] } },
      'target-gone',
    ],
    ['its rule is not there', null, 'rule-changed'],
  ])('of what nothing watches any more only returns: %s', (_why, rule, reason) => {
    const held = rule === null ? { ...raised, rules: new Map() } : happen(raised, [published(aRule(rule), 2)])
    const none: ReadonlyMap<string, Watch> = new Map()
    expect(decideConditions(held, [aChange(watch, null)], none, NOON)).toMatchObject([
      { type: 'alarm.returned', data: { reason } },
    ])
    expect(decideConditions(held, [aChange(watch, 'HH')], none, NOON)).toEqual([])
    expect(decideConditions(EMPTY_ALARM_STATE, [aChange(watch, 'H')], none, NOON)).toEqual([])
  })
})

describe('hours', () => {
  test.each([
    ['06:00', '18:00', '05:59', false],
    ['06:00', '18:00', '06:00', true],
    ['06:00', '18:00', '17:59', true],
    ['06:00', '18:00', '18:00', false],
    ['18:00', '06:00', '18:00', true],
    ['18:00', '06:00', '05:59', true],
    ['18:00', '06:00', '06:00', false],
    ['00:00', '00:01', '00:00', true],
    ['00:00', '00:01', '00:01', false],
  ])('%s to %s at %s: %s', (from, to, clock, isWithin) =>
    expect(isWithinHours({ from, to }, Date.parse(`2026-11-25T${clock}:00+07:00`))).toBe(isWithin),
  )
})

describe('suppression by hours', () => {
  const night = aWatch(aRule({ hours: { from: '18:00', to: '06:00' } }))
  const all = byAlarm(night)
  const SIX_PM = NOON + 6 * HOUR
  const HOURS = { cause: 'hours', by: null } as const

  test('of what is raised outside them: it never asks, and says so at once', () => {
    const drafts = decideConditions(EMPTY_ALARM_STATE, [aChange(night, 'H')], all, NOON)
    expect(drafts).toMatchObject([
      { type: 'alarm.raised', data: { suppressed: HOURS } },
      { type: 'alarm.suppressed', subject: drafts[0]?.subject, data: HOURS },
    ])
    const state = happen(EMPTY_ALARM_STATE, drafts)
    expect([state.annunciations, standingOf(alarmIn(state))]).toEqual([[], 'suppressed'])
    expect(decideSuppressions(state, all, SIX_PM - 1)).toEqual([])
    const lifted = decideSuppressions(state, all, SIX_PM)
    expect(lifted).toMatchObject([{ type: 'alarm.unsuppressed', data: { cause: 'hours' } }])
    const asking = happen(state, lifted, SIX_PM)
    expect([asking.annunciations, standingOf(alarmIn(asking))]).toEqual([[SIX_PM], 'unacknowledged'])
    expect(decideSuppressions(asking, all, SIX_PM)).toEqual([])
  })

  test('of what is active when they end', () => {
    const state = happen(
      EMPTY_ALARM_STATE,
      decideConditions(EMPTY_ALARM_STATE, [aChange(night, 'H')], all, SIX_PM),
      SIX_PM,
    )
    expect(standingOf(alarmIn(state))).toBe('unacknowledged')
    const morning = NOON + 18 * HOUR
    expect(decideSuppressions(state, all, morning - 1)).toEqual([])
    expect(typesOf(decideSuppressions(state, all, morning))).toEqual([['alarm.suppressed', `alarm:${night.alarm}`]])
  })

  test('is not said again of what is raised while it is suppressed', () => {
    const state = happen(EMPTY_ALARM_STATE, decideConditions(EMPTY_ALARM_STATE, [aChange(night, 'H')], all, NOON))
    const back = happen(state, decideConditions(state, [aChange(night, null)], all, NOON))
    const again = decideConditions(back, [aChange(night, 'H')], all, NOON)
    expect(again.map(({ type }) => type)).toEqual(['alarm.raised'])
    expect(happen(back, again).annunciations).toEqual([])
    const twice = decideConditions(
      EMPTY_ALARM_STATE,
      ['H', null, 'H'].map(level => aChange(night, level)),
      all,
      NOON,
    )
    expect(twice.map(({ type }) => type)).toEqual([
      'alarm.raised',
      'alarm.suppressed',
      'alarm.returned',
      'alarm.raised',
    ])
    expect(happen(EMPTY_ALARM_STATE, twice).annunciations).toEqual([])
  })

  test('is lifted from what returned, quietly; what nothing watches returns first', () => {
    const state = happen(EMPTY_ALARM_STATE, decideConditions(EMPTY_ALARM_STATE, [aChange(night, 'H')], all, NOON))
    expect(decideSuppressions(state, new Map(), NOON)).toEqual([])
    const back = happen(state, [aDraft('alarm.returned')])
    expect(decideSuppressions(back, all, NOON)).toEqual([])
    const lifted = decideSuppressions(back, new Map(), NOON)
    expect(lifted).toMatchObject([{ type: 'alarm.unsuppressed' }])
    const closed = happen(back, lifted)
    expect([closed.annunciations, standingOf(alarmIn(closed))]).toEqual([[], 'normal'])
  })
})

describe('suppression by another alarm', () => {
  const silent = aWatch(aRule({ id: 'silent' }))
  const explained = aWatch(aRule({ id: 'explained', suppressedBy: 'silent' }))
  const elsewhere = aWatch(aRule({ id: 'explained', suppressedBy: 'silent' }), 'pond-2')
  const all = byAlarm(silent, explained, elsewhere)
  const BY = { cause: 'alarm', by: silent.alarm } as const
  const decide = (state: AlarmState, ...changes: readonly (readonly [Watch, string | null])[]) =>
    decideConditions(
      state,
      changes.map(([of, level]) => aChange(of, level)),
      all,
      NOON,
    )

  test('holds on the same device, and nowhere else', () => {
    const state = happen(EMPTY_ALARM_STATE, decide(EMPTY_ALARM_STATE, [silent, 'H']))
    expect(decide(state, [explained, 'H'], [elsewhere, 'H'])).toMatchObject([
      { type: 'alarm.raised', data: { suppressed: BY } },
      { type: 'alarm.suppressed', data: BY },
      { type: 'alarm.raised', subject: `alarm:${elsewhere.alarm}` },
    ])
  })

  test('is seen in the same batch, whichever comes first', () => {
    for (const order of [
      [silent, explained],
      [explained, silent],
    ]) {
      const state = happen(EMPTY_ALARM_STATE, decide(EMPTY_ALARM_STATE, ...order.map(one => [one, 'H'] as const)))
      expect(standingOf(alarmIn(state, explained.alarm))).toBe('suppressed')
      expect(state.annunciations).toHaveLength(1)
    }
    expect(decide(EMPTY_ALARM_STATE, [silent, 'H'], [silent, null], [explained, 'H']).map(({ type }) => type)).toEqual([
      'alarm.raised',
      'alarm.returned',
      'alarm.raised',
    ])
  })

  test('begins while it is active, and ends with the other', () => {
    const both = happen(EMPTY_ALARM_STATE, decide(EMPTY_ALARM_STATE, [explained, 'H']))
    const state = happen(both, decide(both, [silent, 'H']))
    expect(decideSuppressions(state, all, NOON)).toMatchObject([{ type: 'alarm.suppressed', data: BY }])
    const under = happen(state, decideSuppressions(state, all, NOON))
    expect(decideSuppressions(under, all, NOON)).toEqual([])
    const over = happen(under, decide(under, [silent, null]))
    expect(decideSuppressions(over, all, NOON)).toMatchObject([
      { type: 'alarm.unsuppressed', data: { cause: 'alarm' } },
    ])
  })

  test('passes from one cause to the next without asking in between', () => {
    const timed = aWatch(aRule({ id: 'explained', suppressedBy: 'silent', hours: { from: '06:00', to: '18:00' } }))
    const both = byAlarm(silent, timed)
    const evening = NOON + 6 * HOUR
    let state = happen(
      EMPTY_ALARM_STATE,
      decideConditions(EMPTY_ALARM_STATE, [aChange(silent, 'H'), aChange(timed, 'H')], both, NOON),
    )
    expect(alarmIn(state, timed.alarm).suppressed).toMatchObject({ cause: 'alarm', because: silent.alarm })
    // The cause it has still holds.
    expect(decideSuppressions(state, both, evening)).toEqual([])
    state = happen(state, decideConditions(state, [aChange(silent, null)], both, evening))
    const drafts = decideSuppressions(state, both, evening)
    expect(drafts).toMatchObject([{ type: 'alarm.suppressed', data: { cause: 'hours', by: null } }])
    const next = happen(state, drafts)
    expect(next.annunciations).toHaveLength(1)
    expect(alarmIn(next, timed.alarm).suppressed).toMatchObject({ cause: 'hours', because: null })
  })

  test('passes from one alarm that explains it to another on the device', () => {
    const second: Watch = { ...silent, alarm: 'silent:series:pond-1.ec', target: 'series:pond-1.ec' }
    const three = byAlarm(silent, second, explained)
    const both = decideConditions(
      EMPTY_ALARM_STATE,
      [silent, second, explained].map(one => aChange(one, 'H')),
      three,
      NOON,
    )
    const state = happen(EMPTY_ALARM_STATE, both)
    expect(alarmIn(state, explained.alarm).suppressed?.because).toBe(silent.alarm)
    const one = happen(state, decideConditions(state, [aChange(silent, null)], three, NOON))
    expect(decideSuppressions(one, three, NOON)).toMatchObject([
      { type: 'alarm.suppressed', subject: `alarm:${explained.alarm}`, data: { cause: 'alarm', by: second.alarm } },
    ])
  })

  test('needs a device', () => {
    const task = { ...explained, about: anAbout('x', { device: null }) }
    const other = { ...silent, about: anAbout('x', { device: null }) }
    const drafts = decideConditions(
      EMPTY_ALARM_STATE,
      [aChange(other, 'H'), aChange(task, 'H')],
      byAlarm(other, task),
      NOON,
    )
    expect(drafts.map(({ type }) => type)).toEqual(['alarm.raised', 'alarm.raised'])
  })
})

describe('timers', () => {
  test('shelving ends at its time, not before', () => {
    const state = happen(raised, [aDraft('alarm.shelved', { until: NOON + HOUR })])
    expect(decideTimers(state, NOON + HOUR - 1)).toEqual([])
    const drafts = decideTimers(state, NOON + HOUR)
    expect(drafts).toEqual([
      { type: 'alarm.unshelved', subject: `alarm:${watch.alarm}`, data: { cause: 'expired', reason: null } },
    ])
    const next = happen(state, drafts, NOON + HOUR)
    expect([standingOf(alarmIn(next)), decideTimers(next, NOON + HOUR)]).toEqual(['unacknowledged', []])
  })

  test('an acknowledged alarm that stands so long asks again, counted from the acknowledgement', () => {
    const rule = aRule({ reAlarmMs: HOUR })
    const open = happen(
      after([aDraft('alarm.raised')], [rule]),
      [aDraft('alarm.acknowledged')],
      NOON + MINUTE,
      SEN.name,
    )
    const due = NOON + MINUTE + HOUR
    expect(decideTimers(open, due - 1)).toEqual([])
    expect(decideTimers(open, due)).toHaveLength(1)
    const drafts = decideTimers(open, due + 5)
    expect(drafts).toEqual([{ type: 'alarm.re-alarmed', subject: `alarm:${watch.alarm}`, data: { afterMs: HOUR } }])
    expect(standingOf(alarmIn(happen(open, drafts, due + 5)))).toBe('unacknowledged')
    for (const set of ['alarm.returned', 'alarm.suppressed', 'alarm.taken-out-of-service'] as const)
      expect(decideTimers(happen(open, [aDraft(set)]), due), set).toEqual([])
    expect(decideTimers(happen(open, [aDraft('alarm.shelved', { until: due + 1 })]), due)).toEqual([])
    expect(decideTimers(after([aDraft('alarm.raised')], [rule]), due)).toEqual([])
    expect(decideTimers({ ...open, rules: new Map() }, due)).toEqual([])
    expect(decideTimers(happen(raised, [aDraft('alarm.acknowledged')]), due)).toEqual([])
  })
})

describe('everything at one moment', () => {
  test('says nothing twice, and names the versions it was decided on', () => {
    const night = aWatch(aRule({ hours: { from: '18:00', to: '06:00' } }))
    const other = aWatch(aRule({ id: 'other' }))
    const state = happen(after([aDraft('alarm.raised')], [night.rule, other.rule]), [
      aDraft('alarm.shelved', { until: NOON + HOUR }),
    ])
    const { events, expected } = decideSystem(state, [aChange(other, 'H')], byAlarm(night, other), NOON + HOUR)
    // Suppressed before it is unshelved: it asks nobody in between.
    expect(typesOf(events)).toEqual([
      ['alarm.raised', `alarm:${other.alarm}`],
      ['alarm.suppressed', `alarm:${night.alarm}`],
      ['alarm.unshelved', `alarm:${night.alarm}`],
    ])
    expect(expected).toEqual([
      { subject: `alarm:${other.alarm}`, version: 0 },
      { subject: `alarm:${night.alarm}`, version: alarmIn(state).version },
    ])
    expect(happen(state, events).annunciations).toHaveLength(state.annunciations.length + 1)
  })

  test('when nothing happens, nothing is said', () =>
    expect(decideSystem(raised, [], watches, NOON)).toEqual({ events: [], expected: [] }))
})
