// The list of rules: what each watches, what is open of it, how it is found; and what a trial of one says.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alarmAddress } from '../../../../client/alarms/alarm-address.ts'
import { ruleName } from '../../../../client/alarms/alarm-names.ts'
import { GROUP_OF_QUANTITY, groupOf, RULE_GROUPS } from '../../../../client/alarms/rules/rule-group.ts'
import { filterRules, ruleFilterIn, ruleRows } from '../../../../client/alarms/rules/rule-rows.ts'
import { ruleTask } from '../../../../client/alarms/rules/rule-task.ts'
import { versionsIn } from '../../../../client/alarms/rules/rule-versions.ts'
import { countsOf, createTargetCounts, targetsOf } from '../../../../client/alarms/rules/rule-watches.ts'
import {
  countsByDay,
  countsByVillage,
  isListWhole,
  saysNothing,
} from '../../../../client/alarms/rules/trial-figures.ts'
import { daysOf, daysWithin, MAX_TRIAL_DAYS, trialPeriod } from '../../../../client/alarms/rules/trial-period.ts'
import { alarmNames } from '../../../../client/alarms/use-alarm-names.ts'
import { MAX_BACKTEST_DAYS } from '../../../../shared/alarms/api-schema.ts'
import type { BacktestAlarm } from '../../../../shared/alarms/backtest.ts'
import type { AlarmEvent } from '../../../../shared/alarms/event.ts'
import { PRIORITIES } from '../../../../shared/alarms/rule.ts'
import { EMPTY_ALARM_STATE } from '../../../../shared/alarms/state.ts'
import { aDraft, after, aRule, happen, NOON } from '../../alarms/sample.ts'
import { namesIn, registry, series, shipped, shippedRules } from './rules-sample.ts'

const DAY_MS = 86_400_000

describe('the groups', () => {
  test('have a place for every quantity of the catalogue and every shipped rule', () => {
    expect(registry.quantities.filter(({ code }) => !GROUP_OF_QUANTITY.has(code))).toEqual([])
    expect(shippedRules.filter(rule => groupOf(rule) === 'other')).toEqual([])
  })
  test('put a rule where people look for it', () => {
    expect(groupOf({ signal: { kind: 'programme', clock: 'report-due' }, quantity: null })).toBe('programme')
    expect(groupOf({ signal: { kind: 'silence', of: 'series' }, quantity: 'salinity' })).toBe('devices')
    expect(groupOf({ signal: { kind: 'value' }, quantity: 'salinity' })).toBe('water')
    expect(groupOf({ signal: { kind: 'value' }, quantity: 'not-in-the-catalogue' })).toBe('other')
  })
})

describe('the rows', () => {
  const rules = [aRule({ id: 'b', name: { vi: 'Độ mặn', en: 'Salinity' }, quantity: 'salinity' }), aRule({ id: 'a' })]

  test('stand by group, then by name', () => {
    const state = after([], [...rules, shipped('task-overdue'), shipped('soil-ph-low')])
    const rows = ruleRows(state, 'vi')
    expect(rows.map(({ group }) => RULE_GROUPS.indexOf(group))).toEqual(
      rows.map(({ group }) => RULE_GROUPS.indexOf(group)).toSorted((a, b) => a - b),
    )
    expect(rows.map(({ rule }) => rule.id)).toEqual(['b', 'a', 'soil-ph-low', 'task-overdue'])
  })
  test('say what is open, and apart from it what stands but is set aside', () => {
    const raised = after([aDraft('alarm.raised')])
    const row = (state: typeof raised) => ruleRows(state, 'vi').find(({ rule }) => rule.id === 'ph-high')
    expect(row(raised)).toMatchObject({ open: [{ isActive: true }], aside: 0 })
    expect(row(happen(raised, [aDraft('alarm.shelved')]))).toMatchObject({ open: [], aside: 1 })
    expect(row(happen(raised, [aDraft('alarm.shelved'), aDraft('alarm.returned')]))).toMatchObject({
      open: [],
      aside: 0,
    })
    const over = happen(raised, [aDraft('alarm.acknowledged'), aDraft('alarm.returned')])
    expect(row(over)).toMatchObject({ open: [], aside: 0 })
  })

  const found = (search: string) => {
    const filter = ruleFilterIn(new URLSearchParams(search))
    const rows = ruleRows(after([], [...rules, aRule({ id: 'off', isOn: false })]), 'vi')
    return filterRules(rows, filter, ({ quantity }) => [quantity ?? '']).map(({ rule }) => rule.id)
  }
  test.each([
    ['', ['b', 'a', 'off']],
    ['text=do+man', ['b']],
    ['text=ĐỘ+MẶN', ['b']],
    ['text=high', ['a', 'off']],
    ['text=khong-co', []],
    ['on=off', ['off']],
    ['on=on&group=water', ['b', 'a']],
    ['group=soil', []],
    ['group=nonsense&on=maybe', ['b', 'a', 'off']],
  ])('“%s” finds %j', (search, ids) => expect(found(search)).toEqual(ids))
})

describe('what a rule watches', () => {
  const villages = registry.villages.map(({ id }) => id)
  const world = { registry, catalogue: villages.map((id, n) => ({ ...series(id, 'water_level'), n })) }

  test('is each place, and those without a verified level are named, not guessed', () => {
    const targets = targetsOf(shipped('flood-stage'), world) ?? []
    const { watched, withoutLevel } = countsOf(targets)
    expect(watched + withoutLevel).toBe(villages.length)
    expect(withoutLevel).toBeGreaterThan(0)
    expect(watched).toBeGreaterThan(0)
    expect(targets.slice(0, watched).every(({ levels }) => levels.length > 0)).toBe(true)
    expect(targets.slice(watched).every(({ levels }) => levels.length === 0)).toBe(true)
  })
  test('is the same for a rule that is off', () => {
    const rule = shipped('water-level-low')
    expect(targetsOf({ ...rule, isOn: false }, world)).toEqual(targetsOf({ ...rule, isOn: true }, world))
    expect(targetsOf(rule, world)).toHaveLength(villages.length)
  })
  test('of the programme only the station knows', () => {
    expect(targetsOf(shipped('task-overdue'), world)).toBeNull()
  })
  test('is counted for a whole list in one pass, and once', () => {
    const count = createTargetCounts(world)
    const each = shippedRules.map(rule => {
      const targets = targetsOf(rule, world)
      return targets && countsOf(targets)
    })
    const counted = count(shippedRules)
    expect(counted).toEqual(each)
    const again = count(shippedRules.toReversed())
    expect(again.every((counts, at) => counts === counted.at(-1 - at))).toBe(true)
  })
  test('goes by its names, and by its id where nobody knows it', () => {
    const names = namesIn('vi', [series('my-dong', 'ph', 'ao-1')])
    expect(names.targetName('series:ao-1.ph')).toBe('Trạm ao-1 · pH')
    expect(names.targetName('device:ao-1')).toBe('Trạm ao-1')
    expect(names.targetName('series:gone')).toBe('gone')
    expect(names.targetName('task:1.4')).toBe('1.4')
    expect([names.seriesName('ao-1.ph'), names.deviceName('gone')]).toEqual(['Trạm ao-1 · pH', 'gone'])
    expect(['series:ao-1.ph', 'device:ao-1', 'series:gone'].map(names.villageOf)).toEqual(['my-dong', 'my-dong', null])
    expect(ruleName(names, 'flood-stage')).toBe(shipped('flood-stage').name.vi)
    const { quantities } = names
    const early = alarmNames({ state: EMPTY_ALARM_STATE, registry: undefined, quantities, language: 'vi' })
    expect([early.villageName('my-dong'), ruleName(early, 'x')]).toEqual(['my-dong', 'x'])
  })
})

describe('the address', () => {
  test('says what is done with a rule, and nothing else', () => {
    expect(ruleTask(new URLSearchParams('form=edit'))).toBe('edit')
    expect(ruleTask(new URLSearchParams('form=delete'))).toBeUndefined()
    expect(ruleTask(new URLSearchParams())).toBeUndefined()
  })
  test('of an alarm is the desk with it, in the same language', () => {
    expect(alarmAddress('ph-high:series:a.ph', '')).toBe('/alarms?alarm=ph-high%3Aseries%3Aa.ph')
    expect(alarmAddress('x', '?lang=en&form=edit')).toBe('/alarms?lang=en&alarm=x')
  })
})

test('versions stand newest first, and other events are none', () => {
  const event = (version: number): AlarmEvent => ({
    id: version,
    at: NOON,
    actor: 'declared:Sen · UBND',
    type: 'alarm.rule-published',
    subject: 'alarm-rule:ph-high',
    data: { rule: aRule(), version, reason: null },
  })
  const raised = { ...event(9), type: 'alarm.re-alarmed', data: { afterMs: 1 } } as AlarmEvent
  expect(versionsIn([event(1), raised, event(3), event(2)]).map(({ version }) => version)).toEqual([3, 2, 1])
})

describe('the period of a trial', () => {
  const own = (from: string, to: string) => trialPeriod({ kind: 'own', from, to }, NOON)

  test('ends now when it is so many days back', () => {
    expect(trialPeriod({ kind: '7', from: undefined, to: undefined }, NOON)).toEqual({
      from: NOON - 7 * DAY_MS,
      to: NOON,
    })
  })
  test('of one’s own takes whole days of the province, the last until now at most', () => {
    expect(own('2026-11-20', '2026-11-21')).toEqual({
      from: Date.parse('2026-11-20T00:00:00+07:00'),
      to: Date.parse('2026-11-22T00:00:00+07:00'),
    })
    expect(own('2026-11-25', '2026-11-25')?.to).toBe(NOON)
    expect(own('2026-11-26', '2026-11-26')).toBeUndefined()
    expect(own('2026-11-21', '2026-11-20')).toBeUndefined()
    expect(trialPeriod({ kind: 'own', from: '2026-11-20', to: undefined }, NOON)).toBeUndefined()
  })
  test(`is ${MAX_TRIAL_DAYS} days long at most, as the station has it`, () => {
    expect(MAX_TRIAL_DAYS).toBe(MAX_BACKTEST_DAYS)
    expect(own('2026-08-01', '2026-10-31')).toBeDefined()
    expect(own('2026-08-01', '2026-11-01')).toBeUndefined()
  })
  test('names every day it touches', () => {
    const period = { from: Date.parse('2026-10-30T18:00:00+07:00'), to: Date.parse('2026-11-02T00:00:00+07:00') }
    expect(daysWithin(period)).toEqual(['2026-10-30', '2026-10-31', '2026-11-01'])
    expect(daysOf(period)).toBe(2)
    expect(daysOf({ from: 0, to: 1 })).toBe(1)
  })
})

describe('what a trial found', () => {
  const from = Date.parse('2026-11-01T00:00:00+07:00')
  const until = from + 10 * DAY_MS
  const alarms = fc
    .array(fc.record({ raisedAt: fc.integer({ min: from, max: until - 1 }), priority: fc.constantFrom(...PRIORITIES) }))
    .map(list =>
      list
        .toSorted((a, b) => a.raisedAt - b.raisedAt)
        .map((one): BacktestAlarm => ({ alarm: 'r:x', target: 'x', level: 'H', returnedAt: null, peak: null, ...one })),
    )

  test('is counted once, on its day of the province', () =>
    fc.assert(
      fc.property(alarms, listed => {
        const days = countsByDay({ from, until, alarms: listed.length, listed, firstReadingAt: from })
        expect(days).toHaveLength(10)
        for (const priority of PRIORITIES)
          expect(days.reduce((sum, day) => sum + day[priority], 0)).toBe(
            listed.filter(one => one.priority === priority).length,
          )
        expect(days.some(({ isUnknown }) => isUnknown)).toBe(false)
      }),
    ))
  test('is not known for days before the first reading, nor beyond the list', () => {
    const at = (days: number): BacktestAlarm => ({
      alarm: 'r:x',
      target: 'x',
      level: 'H',
      priority: 'low',
      returnedAt: null,
      peak: null,
      raisedAt: from + days * DAY_MS,
    })
    const unknown = (about: Partial<Parameters<typeof countsByDay>[0]>) =>
      countsByDay({ from, until, alarms: 1, listed: [at(4)], firstReadingAt: from, ...about })
        .filter(({ isUnknown }) => isUnknown)
        .map(({ day }) => day)
    expect(unknown({})).toEqual([])
    expect(unknown({ firstReadingAt: from + 2 * DAY_MS + 1 })).toEqual(['2026-11-01', '2026-11-02'])
    expect(unknown({ firstReadingAt: null, alarms: 0, listed: [] })).toHaveLength(10)
    expect(isListWhole({ alarms: 2, listed: [at(4)] })).toBe(false)
    expect(unknown({ alarms: 2 })).toEqual(['2026-11-06', '2026-11-07', '2026-11-08', '2026-11-09', '2026-11-10'])
  })
  test('is nothing to rely on when there was neither alarm nor reading', () => {
    expect(saysNothing({ alarms: 0, firstReadingAt: null })).toBe(true)
    expect(saysNothing({ alarms: 0, firstReadingAt: from })).toBe(false)
    // Silence raises alarms without a reading.
    expect(saysNothing({ alarms: 1, firstReadingAt: null })).toBe(false)
  })
  test('is gathered by village, most first, and what has none together', () => {
    const byTarget = [
      { target: 'a', alarms: 1 },
      { target: 'b', alarms: 4 },
      { target: 'c', alarms: 2 },
      { target: 'd', alarms: 2 },
    ]
    const villageOf = (target: string) => ({ a: 'my-dong', b: null, c: 'my-dong', d: null })[target] ?? null
    expect(countsByVillage(byTarget, villageOf)).toEqual([
      { village: null, alarms: 6 },
      { village: 'my-dong', alarms: 3 },
    ])
  })
})
