import { describe, expect, test } from 'vitest'
import { DEAF_AFTER_MS } from '../../../shared/alarms/evaluation.ts'
import { EVENT_FRESH_MS } from '../../../shared/alarms/evaluation-run.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { ConditionChange, WatchedSeries } from '../../../shared/alarms/watch.ts'
import { STALE_INTERVALS } from '../../../shared/freshness.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'
import {
  columnsOf,
  DAY,
  evaluationOf,
  feed,
  HOUR,
  inShort,
  MINUTE,
  type SampleReading,
  SECOND,
  seriesOf,
  T0,
  watchOf,
} from './evaluation-sample.ts'

const ALARM = 'r:series:1'
const at = (minutes: number, v: number, change: Partial<SampleReading & { now: number }> = {}) => ({
  t: T0 + minutes * MINUTE,
  v,
  ...change,
})
const one = (change: Partial<Rule> = {}, inputs?: readonly WatchedSeries[]) => evaluationOf([watchOf(change, inputs)])
const FRESH_MS = STALE_INTERVALS * 10 * MINUTE

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

describe('silence', () => {
  const silent = (change: Partial<Rule> = {}, inputs?: readonly WatchedSeries[]) =>
    one(
      {
        signal: { kind: 'silence', of: 'series' },
        levels: [
          { name: '3×', at: 3, priority: 'low' },
          { name: '6×', at: 6, priority: 'medium' },
        ],
        ...change,
      },
      inputs,
    )
  /** Somebody listens all the time. */
  function listen(evaluation: ReturnType<typeof silent>, from: number, to: number): ConditionChange[] {
    const changes: ConditionChange[] = []
    for (let now = from; now <= to; now += MINUTE) changes.push(...evaluation.advance(now))
    return changes
  }

  test('is none where nothing ever was heard', () => expect(listen(silent(), T0, T0 + DAY)).toEqual([]))

  test('is judged by the clock: at its intervals, with its age, until the next reading', () => {
    const evaluation = silent()
    feed(evaluation, [at(0, 1)])
    expect(listen(evaluation, T0, T0 + 30 * MINUTE - 1)).toEqual([])
    expect(listen(evaluation, T0 + 30 * MINUTE, T0 + 2 * HOUR)).toMatchObject([
      { level: { name: '3×' }, value: 3, t: T0, since: T0 + 30 * MINUTE },
      { level: { name: '6×' }, value: 6, t: T0, since: T0 + 60 * MINUTE },
    ])
    expect(feed(evaluation, [at(125, 1)])).toEqual([])
    expect(evaluation.advance(T0 + 126 * MINUTE)).toMatchObject([
      { level: null, value: 0, t: T0 + 125 * MINUTE, since: T0 + 125 * MINUTE },
    ])
    expect(evaluation.signalOf(ALARM, T0 + 130 * MINUTE)).toEqual({ value: 0.5, t: T0 + 125 * MINUTE })
  })

  test('is over its off-delay after the reading that broke it, however many follow', () => {
    const evaluation = silent({ offDelayMs: 25 * MINUTE })
    feed(evaluation, [at(0, 1)])
    expect(inShort(listen(evaluation, T0, T0 + 40 * MINUTE))).toEqual(['3× 3'])
    const returned: ConditionChange[] = []
    for (let minute = 41; minute <= 80; minute++) {
      returned.push(...feed(evaluation, [at(minute, 1)]), ...evaluation.advance(T0 + minute * MINUTE))
    }
    expect(returned).toMatchObject([{ level: null, since: T0 + 41 * MINUTE }])
  })

  test('is broken by a bad reading, too: the device spoke', () => {
    const evaluation = silent()
    feed(evaluation, [at(0, 1), at(20, 1, { q: QUALITY_CODE.bad })])
    expect(listen(evaluation, T0 + 20 * MINUTE, T0 + 50 * MINUTE - 1)).toEqual([])
    expect(evaluation.advance(T0 + 50 * MINUTE)).toHaveLength(1)
  })

  test('isn’t broken by old readings, only by how the newest of them stands', () => {
    const evaluation = silent()
    feed(evaluation, [at(0, 1)])
    expect(inShort(listen(evaluation, T0, T0 + 40 * MINUTE))).toEqual(['3× 3'])
    const now = T0 + 41 * MINUTE
    feed(evaluation, [at(5, 1, { now })])
    expect(evaluation.advance(now)).toEqual([])
    feed(evaluation, [at(10, 1, { now }), at(20, 1, { now })])
    expect(inShort(evaluation.advance(now))).toEqual(['– 0'])
  })

  test('comes after its on-delay and goes after its off-delay', () => {
    const evaluation = silent({ onDelayMs: 5 * MINUTE, offDelayMs: 5 * MINUTE })
    feed(evaluation, [at(0, 1)])
    expect(listen(evaluation, T0, T0 + 34 * MINUTE)).toEqual([])
    expect(listen(evaluation, T0 + 35 * MINUTE, T0 + 35 * MINUTE)).toMatchObject([
      { level: { name: '3×' }, value: 3.5, since: T0 + 30 * MINUTE },
    ])
    feed(evaluation, [at(36, 1)])
    expect(listen(evaluation, T0 + 36 * MINUTE, T0 + 40 * MINUTE)).toEqual([])
    expect(listen(evaluation, T0 + 41 * MINUTE, T0 + 41 * MINUTE)).toMatchObject([
      { level: null, since: T0 + 36 * MINUTE },
    ])
  })

  test('is none of our own: after a sleep it counts from waking up', () => {
    const evaluation = silent()
    feed(evaluation, [at(0, 1)])
    evaluation.advance(T0)
    const awake = T0 + DEAF_AFTER_MS + 1
    expect(listen(evaluation, awake, awake + 30 * MINUTE - 1)).toEqual([])
    expect(listen(evaluation, awake + 30 * MINUTE, awake + 31 * MINUTE)).toHaveLength(1)
    const dozing = silent()
    feed(dozing, [at(0, 1)])
    for (let now = T0; now < T0 + 30 * MINUTE; now += DEAF_AFTER_MS) dozing.advance(now)
    expect(dozing.advance(T0 + 30 * MINUTE)).toHaveLength(1)
  })

  test('after a start counts from the start, though the newest reading is older', () => {
    const evaluation = silent()
    const now = T0 + 5 * HOUR
    evaluation.warm(1, [{ t: T0, v: 1, q: 0 }], now)
    expect(listen(evaluation, now, now + 30 * MINUTE - 1)).toEqual([])
    expect(listen(evaluation, now + 30 * MINUTE, now + 30 * MINUTE)).toMatchObject([{ value: 33, t: T0 }])
  })

  test('of a device is that of its freshest series', () => {
    const evaluation = silent({ signal: { kind: 'silence', of: 'device' } }, [
      seriesOf(1),
      seriesOf(2, { intervalMs: HOUR }),
    ])
    feed(evaluation, [at(0, 1), at(0, 1, { n: 2 })])
    expect(listen(evaluation, T0, T0 + 3 * HOUR - 1)).toEqual([])
    expect(evaluation.advance(T0 + 3 * HOUR)).toHaveLength(1)
    feed(evaluation, [at(181, 1)])
    expect(inShort(evaluation.advance(T0 + 181 * MINUTE))).toEqual(['– 0'])
  })
})

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

describe('a start', () => {
  const now = T0 + HOUR
  const history = [0, 10, 20, 30, 40, 50].map(minutes => ({ t: T0 + minutes * MINUTE, v: minutes / 10, q: 0 }))

  test('asks for the history that the signals want, and the newest reading of every series', () => {
    const evaluation = evaluationOf([
      watchOf(),
      watchOf({ id: 'change', signal: { kind: 'change', overMs: HOUR } }),
      watchOf({ id: 'count', signal: { kind: 'count', of: 'bad', at: null, overMs: DAY } }, [seriesOf(3)]),
      watchOf({ id: 'silence', signal: { kind: 'silence', of: 'series' } }, [seriesOf(7)]),
    ])
    expect(evaluation.windowsToWarm()).toEqual([
      { n: 1, overMs: HOUR + FRESH_MS },
      { n: 3, overMs: DAY },
      { n: 7, overMs: 0 },
    ])
    evaluation.warm(1, history, now)
    evaluation.warm(3, [], now)
    expect(evaluation.windowsToWarm()).toEqual([{ n: 7, overMs: 0 }])
  })

  test('remembers, in whatever order, and raises nothing by remembering', () => {
    const evaluation = one({
      signal: { kind: 'change', overMs: HOUR },
      levels: [{ name: 'H', at: 5, priority: 'low' }],
    })
    evaluation.warm(1, history.toReversed(), now)
    expect(evaluation.advance(now)).toEqual([])
    expect(inShort(feed(evaluation, [at(60, 6)]))).toEqual(['H 6'])
  })

  test('remembers also what comes while readings are taken', () => {
    const evaluation = one({
      signal: { kind: 'change', overMs: HOUR },
      levels: [{ name: 'H', at: 5, priority: 'low' }],
    })
    expect(feed(evaluation, [at(55, 5)])).toEqual([])
    evaluation.warm(1, [...history, { t: T0 + 58 * MINUTE, v: 99, q: 0 }], now)
    expect(inShort(feed(evaluation, [at(60, 6)]))).toEqual(['H 6'])
  })

  test('remembers once what it took itself', () => {
    const evaluation = one({ signal: { kind: 'count', of: 'bad', at: null, overMs: HOUR } })
    const bad = (minutes: number) => ({ t: T0 + minutes * MINUTE, v: 0, q: QUALITY_CODE.bad })
    evaluation.take(columnsOf([bad(50)]), now)
    evaluation.warm(1, [bad(40), bad(50)], now)
    evaluation.take(columnsOf([bad(60)]), now)
    expect(evaluation.signalOf(ALARM, now)?.value).toBe(3)
  })

  test('finds by the clock what the newest reading says, while that is fresh', () => {
    const fresh = one()
    fresh.warm(1, [{ t: T0, v: 12, q: 0 }], T0 + FRESH_MS)
    expect(inShort(fresh.advance(T0 + FRESH_MS))).toEqual(['H 12'])
    const old = one()
    old.warm(1, [{ t: T0, v: 12, q: 0 }], T0 + FRESH_MS + 1)
    expect(old.advance(T0 + FRESH_MS + 1)).toEqual([])
    const failing = one()
    failing.warm(
      1,
      [
        { t: T0, v: 12, q: 0 },
        { t: T0 + 1, v: 0, q: QUALITY_CODE.bad },
      ],
      T0 + 2,
    )
    expect(inShort(failing.advance(T0 + 2))).toEqual(['H 12'])
  })

  test('does not raise again what stands, and ends what has ended', () => {
    const stands = evaluationOf([watchOf()], { [ALARM]: 'H' })
    stands.warm(1, [{ t: T0, v: 12, q: 0 }], T0)
    expect(stands.advance(T0)).toEqual([])
    expect(inShort(feed(stands, [at(10, 25), at(20, 5)]))).toEqual(['HH 25', '– 5'])
    const ended = evaluationOf([watchOf()], { [ALARM]: 'HH' })
    // What was before it was raised doesn't end it.
    ended.warm(
      1,
      [
        { t: T0, v: 5, q: 0 },
        { t: T0 + MINUTE, v: 12, q: 0 },
      ],
      T0 + HOUR,
    )
    expect(inShort(ended.advance(T0 + HOUR))).toEqual(['H 12'])
  })

  test('ends what nobody watches any more, and what stands at a level that isn’t there any more', () => {
    const evaluation = evaluationOf([watchOf()], { [ALARM]: 'HHH', 'gone:series:9': 'H' })
    expect(evaluation.nextDueAt()).toBe(-Infinity)
    expect(evaluation.advance(T0)).toEqual([
      { alarm: 'gone:series:9', level: null, value: null, t: T0, since: T0 },
      { alarm: ALARM, level: null, value: null, t: T0, since: T0 },
    ])
    expect(evaluation.advance(T0)).toEqual([])
    expect(inShort(feed(evaluation, [at(0, 12)]))).toEqual(['H 12'])
  })
})

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
    expect(evaluation.hasWatch('other:series:2')).toBe(true)
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
    expect(evaluation.hasWatch(ALARM)).toBe(false)
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
  const TASK = 'r:series:none'

  test('comes, grows and goes; null is that its clock doesn’t run', () => {
    const evaluation = programme()
    expect(evaluation.setSignals([{ alarm: TASK, value: 0 }], T0)).toEqual([])
    expect(evaluation.setSignals([{ alarm: TASK, value: 1 }], T0 + DAY)).toMatchObject([
      { level: { name: 'H' }, value: 1, t: T0 + DAY, since: T0 + DAY },
    ])
    expect(evaluation.setSignals([{ alarm: TASK, value: 2 }], T0 + 2 * DAY)).toEqual([])
    expect(inShort(evaluation.setSignals([{ alarm: TASK, value: null }], T0 + 3 * DAY))).toEqual(['– null'])
  })
  test('has delays, and says since when where that is known', () => {
    const evaluation = programme({ onDelayMs: HOUR })
    expect(evaluation.setSignals([{ alarm: TASK, value: 1, t: T0 }], T0 + MINUTE)).toEqual([])
    expect(evaluation.advance(T0 + HOUR)).toMatchObject([{ level: { name: 'H' }, since: T0 }])
  })
  test('of a thing that nobody watches is nothing', () =>
    expect(programme().setSignals([{ alarm: 'r:task:9', value: 9 }], T0)).toEqual([]))
})

test('what is known now can be asked', () => {
  const evaluation = one()
  expect(evaluation.signalOf(ALARM, T0)).toBeUndefined()
  expect(evaluation.signalOf('none', T0)).toBeUndefined()
  evaluation.takeOne(1, T0, 7, 0, T0 + SECOND)
  expect(evaluation.signalOf(ALARM, T0 + SECOND)).toEqual({ value: 7, t: T0 })
})
