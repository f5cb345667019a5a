import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../shared/alarms/rule.ts'
import {
  ALARM,
  at,
  evaluationOf,
  feed,
  HOUR,
  inShort,
  MINUTE,
  one,
  seriesOf,
  T0,
  watchOf,
} from './evaluation-sample.ts'

describe('what the log says', () => {
  test('after a conflict: what wasn’t written is found again', () => {
    const evaluation = one()
    expect(inShort(feed(evaluation, [at(0, 12)]))).toEqual(['H 12'])
    evaluation.settle(ALARM, null)
    expect(inShort(evaluation.advance(T0 + MINUTE))).toEqual(['H 12'])
    expect(evaluation.advance(T0 + MINUTE)).toEqual([])
  })
  test('another wrote already is not found again', () => {
    const evaluation = one({ onDelayMs: MINUTE })
    feed(evaluation, [at(0, 12)])
    evaluation.settle(ALARM, 'H')
    expect(evaluation.advance(T0 + HOUR)).toEqual([])
    expect(inShort(feed(evaluation, [at(61, 5)]))).toEqual(['– 5'])
  })
  test('of an alarm that nobody watches is that it has returned, unless it has', () => {
    const evaluation = one()
    evaluation.settle('gone:series:9', 'H')
    evaluation.settle('gone:series:8', 'H')
    evaluation.settle('gone:series:8', null)
    expect(evaluation.advance(T0).map(({ alarm }) => alarm)).toEqual(['gone:series:9'])
  })
})

describe('other watches', () => {
  test('that are the same go on as they were', () => {
    const rule: Partial<Rule> = {
      signal: { kind: 'change', overMs: HOUR },
      onDelayMs: 15 * MINUTE,
      levels: [{ name: 'H', at: 5, priority: 'low' }],
    }
    const evaluation = one(rule)
    feed(evaluation, [at(0, 1), at(10, 1), at(60, 6), at(70, 7)])
    const next = [watchOf(rule), watchOf({ id: 'other' }, [seriesOf(2)])]
    expect(evaluation.setWatches(next, T0 + 70 * MINUTE)).toEqual([])
    expect(inShort(evaluation.advance(T0 + 75 * MINUTE))).toEqual(['H 6'])
    expect(inShort(feed(evaluation, [at(76, 99, { n: 2 })]))).toEqual(['HH 99'])
    expect(evaluation.signalOf('other:series:2', T0 + 76 * MINUTE)).toEqual({ value: 99, t: T0 + 76 * MINUTE })
  })
  test('that are gone have returned if they were active', () => {
    const evaluation = evaluationOf(
      [watchOf(), watchOf({ id: 'quiet' }, [seriesOf(2)]), watchOf({ id: 'restored' }, [seriesOf(3)])],
      {
        'restored:series:3': 'H',
      },
    )
    feed(evaluation, [at(0, 12)])
    expect(evaluation.setWatches([], T0 + MINUTE)).toEqual([
      { alarm: ALARM, level: null, value: 12, t: T0, since: T0 + MINUTE },
      { alarm: 'restored:series:3', level: null, value: null, t: T0 + MINUTE, since: T0 + MINUTE },
    ])
    expect(evaluation.signalOf(ALARM, T0 + MINUTE)).toBeUndefined()
    expect(feed(evaluation, [at(10, 99)])).toEqual([])
  })
  test('with other setpoints are judged by what was last read', () => {
    const evaluation = one()
    feed(evaluation, [at(0, 12)])
    const higher = watchOf({ levels: [{ name: 'H', at: 13, priority: 'low' }] })
    expect(evaluation.setWatches([higher], T0 + MINUTE)).toEqual([])
    expect(inShort(evaluation.advance(T0 + MINUTE))).toEqual(['– 12'])
    evaluation.setWatches([watchOf({ levels: [{ name: 'new', at: 11, priority: 'high' }] })], T0 + 2 * MINUTE)
    expect(inShort(evaluation.advance(T0 + 2 * MINUTE))).toEqual(['new 12'])
  })
  test('whose level was renamed return and are raised anew', () => {
    const evaluation = one()
    feed(evaluation, [at(0, 12)])
    const renamed = watchOf({ levels: [{ name: 'new', at: 11, priority: 'high' }] })
    evaluation.setWatches([renamed], T0 + MINUTE)
    evaluation.setWatches([{ ...renamed, levels: [{ name: 'new', at: 11.5, priority: 'high' }] }], T0 + MINUTE)
    expect(inShort(evaluation.advance(T0 + MINUTE))).toEqual(['– 12', 'new 12'])
  })
  test('with another signal forget, but not that they are active', () => {
    const evaluation = one()
    feed(evaluation, [at(0, 12)])
    const absolute = watchOf({
      signal: { kind: 'deviation', reference: { kind: 'constant', value: 0 }, isAbsolute: true },
    })
    expect(evaluation.setWatches([absolute], T0 + MINUTE)).toEqual([])
    expect(evaluation.windowsToWarm()).toEqual([{ n: 1, overMs: 0 }])
    expect(evaluation.advance(T0 + MINUTE)).toEqual([])
    expect(inShort(feed(evaluation, [at(10, -5)]))).toEqual(['– 5'])
  })
  test('that are gone say how long they had been silent', () => {
    const silence = watchOf({
      signal: { kind: 'silence', of: 'series' },
      levels: [{ name: '3×', at: 3, priority: 'low' }],
    })
    const evaluation = evaluationOf([silence], { [ALARM]: '3×' })
    feed(evaluation, [at(0, 1)])
    expect(evaluation.setWatches([], T0 + HOUR)).toEqual([
      { alarm: ALARM, level: null, value: 6, t: T0, since: T0 + HOUR },
    ])
  })
})
