import { describe, expect, test } from 'vitest'
import { decideConditions } from '../../../shared/alarms/decide-conditions.ts'
import { type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import type { Watch } from '../../../shared/alarms/watch.ts'
import { aChange, aDraft, after, anAbout, aRule, aWatch, byAlarm, happen, MINUTE, NOON, published } from './sample.ts'

const watch = aWatch()
const watches = byAlarm(watch)
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
    [
      'its rule leaves its device out',
      { scope: { villages: null, devices: null, except: ['device:pond-1'] } },
      'rule-changed',
    ],
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
