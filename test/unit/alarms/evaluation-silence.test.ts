import { describe, expect, test } from 'vitest'
import { DEAF_AFTER_MS } from '../../../shared/alarms/evaluation.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { ConditionChange, WatchedSeries } from '../../../shared/alarms/watch.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'
import { ALARM, at, DAY, feed, HOUR, inShort, MINUTE, one, seriesOf, T0 } from './evaluation-sample.ts'

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

  test('that comes again within its off-delay begins it anew, though only past the deadband', () => {
    const evaluation = silent({ deadband: 1, offDelayMs: 45 * MINUTE })
    feed(evaluation, [at(0, 1)])
    listen(evaluation, T0, T0 + 40 * MINUTE)
    const returned = [41, 60, 80, 101, 110, 120, 130, 140, 150].flatMap((minute, i, all) => [
      ...feed(evaluation, [at(minute, 1)]),
      ...listen(evaluation, T0 + minute * MINUTE, T0 + ((all[i + 1] ?? minute + 1) - 1) * MINUTE),
    ])
    // From 80 to 101 it was silent for more than the two intervals that end it, but for less than three.
    expect(returned).toMatchObject([{ level: null, since: T0 + 101 * MINUTE, t: T0 + 140 * MINUTE }])
  })

  test('is over since the first of the readings that came between two looks', () => {
    const evaluation = silent({ offDelayMs: 5 * MINUTE })
    feed(evaluation, [at(0, 1)])
    listen(evaluation, T0, T0 + 40 * MINUTE)
    feed(evaluation, [at(41, 1), at(42, 1), at(43, 1)])
    expect(listen(evaluation, T0 + 43 * MINUTE, T0 + 45 * MINUTE)).toEqual([])
    expect(evaluation.advance(T0 + 46 * MINUTE)).toMatchObject([{ level: null, since: T0 + 41 * MINUTE }])
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
