import { describe, expect, test } from 'vitest'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { ALARM, at, DAY, feed, HOUR, inShort, MINUTE, one, SECOND, seriesOf, T0 } from './evaluation-sample.ts'

test('a count of an event-driven series falls by the clock', () => {
  const evaluation = one(
    {
      signal: { kind: 'count', of: 'changes', at: null, overMs: HOUR },
      levels: [{ name: 'H', at: 3, priority: 'low' }],
      offDelayMs: 5 * MINUTE,
    },
    [seriesOf(1, { intervalMs: null })],
  )
  expect(inShort(feed(evaluation, [at(0, 0), at(1, 1), at(2, 0), at(3, 1)]))).toEqual(['H 3'])
  expect(evaluation.advance(T0 + 3 * MINUTE)).toEqual([])
  expect(evaluation.nextDueAt()).toBe(T0 + 61 * MINUTE)
  expect(evaluation.advance(T0 + 65 * MINUTE)).toEqual([])
  expect(evaluation.advance(T0 + 70 * MINUTE)).toMatchObject([{ level: null, value: 0, since: T0 + 61 * MINUTE }])
})

test('a count that is too low is found by the clock when its whole time was seen', () => {
  const evaluation = one(
    {
      signal: { kind: 'count', of: 'changes', at: null, overMs: HOUR },
      side: 'low',
      levels: [{ name: 'L', at: 0, priority: 'low' }],
    },
    [seriesOf(1, { intervalMs: null })],
  )
  evaluation.advance(T0)
  feed(evaluation, [at(0, 1)])
  expect(evaluation.advance(T0 + HOUR - 1)).toEqual([])
  expect(evaluation.advance(T0 + HOUR)).toMatchObject([{ level: { name: 'L' }, value: 0, since: T0 + HOUR }])
})

describe('a deviation from another series', () => {
  const pair = [seriesOf(1), seriesOf(2)]
  const rule: Partial<Rule> = {
    signal: { kind: 'deviation', reference: { kind: 'series', series: 'b.water_level' }, isAbsolute: true },
    levels: [{ name: 'H', at: 1, priority: 'low' }],
  }
  test('is judged at its own readings and kept while the reference is silent', () => {
    const evaluation = one(rule, pair)
    expect(inShort(feed(evaluation, [at(0, 3), at(0, 1, { n: 2 }), at(10, 3)]))).toEqual(['H 2'])
    expect(feed(evaluation, [at(30, 1)])).toEqual([])
    expect(inShort(feed(evaluation, [at(31, 1, { n: 2 }), at(40, 1)]))).toEqual(['– 0'])
  })
})

describe('a signal of the programme', () => {
  const programme = (change: Partial<Rule> = {}) =>
    one(
      {
        signal: { kind: 'programme', clock: 'task-overdue' },
        levels: [{ name: 'H', at: 1, priority: 'low' }],
        ...change,
      },
      [],
    )
  const told = (value: number | null, ...reachedAt: readonly number[]) => [{ alarm: 'r:series:none', value, reachedAt }]

  test('comes, grows and goes; null is that its clock doesn’t run', () => {
    const evaluation = programme()
    expect(evaluation.setSignals(told(0, Infinity), T0)).toEqual([])
    const looked = T0 + DAY + HOUR
    expect(evaluation.setSignals(told(1, T0 + DAY), looked)).toMatchObject([
      { level: { name: 'H' }, value: 1, t: looked, since: T0 + DAY },
    ])
    expect(evaluation.setSignals(told(2, T0 + DAY), T0 + 2 * DAY)).toEqual([])
    expect(inShort(evaluation.setSignals(told(null), T0 + 3 * DAY))).toEqual(['– null'])
  })
  test('has delays, from when it came to its level', () => {
    const evaluation = programme({ onDelayMs: HOUR })
    expect(evaluation.setSignals(told(1, T0), T0 + MINUTE)).toEqual([])
    expect(evaluation.advance(T0 + HOUR - 1)).toEqual([])
    expect(evaluation.advance(T0 + HOUR)).toMatchObject([{ level: { name: 'H' }, since: T0 }])
  })
  test('first looked at late says since when it is beyond the level it stands at', () => {
    const levels = [1, 30].map(days => ({ name: `${days}`, at: days, priority: 'low' as const }))
    const late = (value: number) =>
      programme({ levels }).setSignals(told(value, T0, value < 30 ? Infinity : T0 + 29 * DAY), T0 + 40 * DAY)
    expect(late(29)).toMatchObject([{ level: { name: '1' }, t: T0 + 40 * DAY, since: T0 }])
    expect(late(41)).toMatchObject([{ level: { name: '30' }, t: T0 + 40 * DAY, since: T0 + 29 * DAY }])
  })
  test('is never beyond a level before it is looked at, by a clock that runs ahead', () =>
    expect(programme().setSignals(told(1, T0 + DAY), T0)).toMatchObject([{ since: T0 }]))
  test('of a thing that nobody watches is nothing', () =>
    expect(programme().setSignals([{ alarm: 'r:task:9', value: 9, reachedAt: [] }], T0)).toEqual([]))
})

test('what is known now can be asked', () => {
  const evaluation = one()
  expect(evaluation.signalOf(ALARM, T0)).toBeUndefined()
  expect(evaluation.signalOf('none', T0)).toBeUndefined()
  evaluation.takeOne(1, T0, 7, 0, T0 + SECOND)
  expect(evaluation.signalOf(ALARM, T0 + SECOND)).toEqual({ value: 7, t: T0 })
})
