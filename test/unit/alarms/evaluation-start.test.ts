import { describe, expect, test } from 'vitest'
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
