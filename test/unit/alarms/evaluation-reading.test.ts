import { describe, expect, test } from 'vitest'
import { EVENT_FRESH_MS } from '../../../shared/alarms/evaluation-run.ts'
import type { ConditionChange } from '../../../shared/alarms/watch.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'
import {
  ALARM,
  at,
  columnsOf,
  DAY,
  evaluationOf,
  FRESH_MS,
  feed,
  HOUR,
  inShort,
  MINUTE,
  one,
  seriesOf,
  T0,
  watchOf,
} from './evaluation-sample.ts'

describe('a reading', () => {
  test('beyond a level is a change that says where, when and by which limit', () =>
    expect(feed(one({ onDelayMs: 0 }), [at(0, 5), at(10, 12)])).toEqual<ConditionChange[]>([
      {
        alarm: ALARM,
        level: { name: 'H', at: 10, priority: 'low' },
        value: 12,
        t: T0 + 10 * MINUTE,
        since: T0 + 10 * MINUTE,
      },
    ]))

  test('moves the level up, down and back', () =>
    expect(inShort(feed(one(), [at(0, 12), at(10, 15), at(20, 25), at(30, 12), at(40, 5), at(50, 4)]))).toEqual([
      'H 12',
      'HH 25',
      'H 12',
      '– 5',
    ]))

  test('that nobody watches is nothing', () => {
    const evaluation = one()
    expect(feed(evaluation, [at(0, 99, { n: 0 }), at(0, 99, { n: 2 }), at(0, 99, { n: 4e9 })])).toEqual([])
  })

  test('reaches every watch of its series', () => {
    const evaluation = evaluationOf([
      watchOf(),
      watchOf({ id: 'low', side: 'low', levels: [{ name: 'L', at: 15, priority: 'low' }] }),
    ])
    expect(feed(evaluation, [at(0, 12)]).map(({ alarm }) => alarm)).toEqual([ALARM, 'low:series:1'])
  })

  test.each([
    ['as new as the newest', 10],
    ['late', 9],
    ['later repeated', 0],
  ])('%s raises nothing and returns nothing', (_, minutes) => {
    const quiet = one()
    expect(feed(quiet, [at(10, 5), at(minutes, 99, { now: T0 + 11 * MINUTE })])).toEqual([])
    const loud = one()
    expect(inShort(feed(loud, [at(10, 12), at(minutes, 0, { now: T0 + 11 * MINUTE })]))).toEqual(['H 12'])
  })

  test('that is bad is no value, but one that can’t come again', () => {
    const evaluation = one()
    expect(
      feed(evaluation, [
        at(0, 99, { q: QUALITY_CODE.bad }),
        at(0, 99),
        at(10, 5),
        at(20, -99, { q: QUALITY_CODE.bad }),
      ]),
    ).toEqual([])
    expect(inShort(feed(evaluation, [at(30, 12), at(40, 0, { q: QUALITY_CODE.bad })]))).toEqual(['H 12'])
  })
})

describe('a reading that was old when it came', () => {
  const age = (ms: number) => ({ now: T0 + ms })

  test.each<[string, number | null, number]>([
    ['of an expected interval', 10 * MINUTE, FRESH_MS],
    ['of an event-driven series', null, EVENT_FRESH_MS],
  ])('%s raises up to its age, and not a millisecond later', (_, intervalMs, limit) => {
    const inputs = [seriesOf(1, { intervalMs })]
    expect(inShort(feed(one({}, inputs), [at(0, 12, age(limit))]))).toEqual(['H 12'])
    const evaluation = one({}, inputs)
    expect(feed(evaluation, [at(0, 12, age(limit + 1))])).toEqual([])
    expect(evaluation.advance(T0 + DAY)).toEqual([])
  })

  test('does not make an alarm severer, but ends it', () => {
    const evaluation = one()
    expect(inShort(feed(evaluation, [at(0, 12)]))).toEqual(['H 12'])
    expect(feed(evaluation, [at(10, 25, { now: T0 + DAY })])).toEqual([])
    expect(inShort(feed(evaluation, [at(20, 5, { now: T0 + DAY })]))).toEqual(['– 5'])
  })

  test('lends its time to the fresh one that goes on from it', () => {
    const evaluation = one({ onDelayMs: 5 * MINUTE })
    const now = T0 + HOUR
    const buffer = [0, 19, 38, 57].map(minutes => at(minutes, 12, { now }))
    expect(feed(evaluation, buffer)).toMatchObject([{ since: T0, t: T0 + 57 * MINUTE, value: 12 }])
  })

  test('comes with a whole buffer: only how it ends counts', () => {
    const now = T0 + 3 * HOUR
    const wave = [12, 25, 5, 12, 5, 25, 4].map((v, i) => at(i * 10, v, { now }))
    expect(feed(one(), wave)).toEqual([])
  })

  test('is a message the broker retained', () => {
    const evaluation = one({ signal: { kind: 'state', value: 0 }, levels: [{ name: 'S', at: 1, priority: 'low' }] }, [
      seriesOf(1, { intervalMs: null }),
    ])
    expect(feed(evaluation, [at(0, 0, { now: T0 + HOUR })])).toEqual([])
    expect(evaluation.advance(T0 + 2 * HOUR)).toEqual([])
  })
})

describe('a delay', () => {
  test('ends by the clock, while the value is still fresh', () => {
    const evaluation = one({ onDelayMs: 5 * MINUTE })
    feed(evaluation, [at(0, 12)])
    expect(evaluation.advance(T0)).toEqual([])
    expect(evaluation.nextDueAt()).toBe(T0 + 5 * MINUTE)
    expect(evaluation.advance(T0 + 5 * MINUTE - 1)).toEqual([])
    expect(evaluation.advance(T0 + 5 * MINUTE)).toMatchObject([{ level: { name: 'H' }, since: T0, t: T0 }])
    expect(evaluation.advance(T0 + 6 * MINUTE)).toEqual([])
    expect(evaluation.nextDueAt()).toBe(Infinity)
  })

  test.each([
    [FRESH_MS, 1],
    [FRESH_MS + 1, 0],
  ])('of %i ms raises by a value that is that old: %i', (onDelayMs, alarms) => {
    const evaluation = one({ onDelayMs })
    feed(evaluation, [at(0, 12)])
    expect(evaluation.advance(T0 + DAY)).toHaveLength(alarms)
  })

  test('of a state that holds until the next may be longer', () => {
    const evaluation = one({ onDelayMs: DAY }, [seriesOf(1, { intervalMs: null })])
    feed(evaluation, [at(0, 12)])
    expect(evaluation.advance(T0 + DAY)).toMatchObject([{ level: { name: 'H' } }])
  })

  test('isn’t put off by a clock that runs ahead', () => {
    const evaluation = one({ onDelayMs: 5 * MINUTE })
    const now = T0
    feed(evaluation, [at(4, 12, { now })])
    expect(evaluation.advance(now + 5 * MINUTE)).toMatchObject([
      { level: { name: 'H' }, since: now, t: T0 + 4 * MINUTE },
    ])
  })

  test('ends by the readings’ own time when the clock wasn’t asked', () => {
    const evaluation = one({ onDelayMs: 5 * MINUTE, offDelayMs: 5 * MINUTE })
    expect(feed(evaluation, [at(0, 12), at(10, 5), at(20, 5)])).toMatchObject([
      { level: { name: 'H' }, value: 12, since: T0 },
      { level: null, value: 5, since: T0 + 10 * MINUTE },
    ])
  })

  test('isn’t ended by a take: what came later may already be there', () => {
    const evaluation = one({ onDelayMs: MINUTE })
    const now = T0 + 10 * MINUTE
    expect(evaluation.take(columnsOf([at(8, 12), at(8.9, 5)]), now)).toEqual([])
    expect(evaluation.advance(now)).toEqual([])
  })
})

test('a signal that is stale for days clears nothing', () => {
  const evaluation = one({ offDelayMs: MINUTE })
  expect(inShort(feed(evaluation, [at(0, 12)]))).toEqual(['H 12'])
  for (let now = T0; now < T0 + 3 * DAY; now += HOUR) expect(evaluation.advance(now)).toEqual([])
})
