import { describe, expect, test } from 'vitest'
import type { Signal } from '../../../shared/alarms/rule.ts'
import { UNMOVED } from '../../../shared/alarms/signal.ts'
import { MAX_KEPT } from '../../../shared/alarms/signal-window.ts'
import { HOUR, MINUTE, seriesOf } from './evaluation-sample.ts'
import { bad, EVENTS, good, last, past, type Sample, signalOf, take } from './signal-sample.ts'

describe('a count', () => {
  const count = (of: 'changes' | 'bad' | 'beyond', at: number | null = null): Signal => ({
    kind: 'count',
    of,
    at,
    overMs: HOUR,
  })

  test('of changes of a state', () =>
    expect(
      take(signalOf(count('changes')), [
        [0, 0],
        [1, 1],
        [2, 1],
        [3, 5, bad],
        [4, 0],
      ]),
    ).toEqual([0, 1, 1, UNMOVED, 2]))
  test('of bad readings', () =>
    expect(
      take(signalOf(count('bad')), [
        [0, 0],
        [1, 1, bad],
        [2, 1, bad],
        [3, 5],
      ]),
    ).toEqual([0, 1, 2, 2]))
  test('of readings at or beyond a value, on the rule’s side', () => {
    const samples: Sample[] = [
      [0, 4],
      [1, 5],
      [2, 6],
      [3, 9, bad],
    ]
    expect(take(signalOf(count('beyond', 5)), samples)).toEqual([0, 1, 2, UNMOVED])
    const low = signalOf(count('beyond', 5), [seriesOf(1)], 'low')
    low.recall(0, past([[-HOUR, 9]]))
    expect(take(low, samples)).toEqual([1, 2, 2, UNMOVED])
    expect(take(signalOf(count('beyond')), samples)).toEqual([0, 0, 0, UNMOVED])
  })
  test('forgets what is older than its time', () => {
    expect(
      last(signalOf(count('bad')), [
        [0, 1, bad],
        [HOUR - 1, 1],
      ]),
    ).toBe(1)
    expect(
      last(signalOf(count('bad')), [
        [0, 1, bad],
        [HOUR, 1],
      ]),
    ).toBe(0)
  })
  test(`goes up to ${MAX_KEPT}`, () => {
    const flood = signalOf(count('bad'))
    for (let t = 1; t <= MAX_KEPT + 50; t++) expect(flood.take(0, t, 0, bad)).toBe(Math.min(t, MAX_KEPT))
  })
  test('falls by itself where what doesn’t come didn’t happen', () => {
    const flaps = signalOf(count('changes'), EVENTS)
    take(flaps, [
      [0, 0],
      [10, 1],
      [20, 0],
    ])
    expect(flaps.moving?.nextAt()).toBe(10 + HOUR)
    expect(flaps.moving?.moveTo(10 + HOUR)).toBe(1)
    expect(flaps.moving?.moveTo(20 + HOUR)).toBe(0)
    expect(flaps.moving?.nextAt()).toBe(Infinity)
    const regular = signalOf(count('changes'))
    take(regular, [
      [0, 0],
      [10, 1],
    ])
    expect(regular.moving).toBeUndefined()
  })
  test('that may be too low is unknown until the whole time was seen', () => {
    const regular = signalOf(count('changes'), [seriesOf(1)], 'low')
    expect(
      take(regular, [
        [0, 0],
        [40 * MINUTE - 1, 0],
        [40 * MINUTE, 0],
      ]),
    ).toEqual([undefined, undefined, 0])
    const gate = signalOf(count('changes'), EVENTS, 'low')
    expect(take(gate, [[0, 0]])).toEqual([undefined])
    expect(gate.moving?.nextAt()).toBe(HOUR)
    expect(gate.moving?.moveTo(HOUR)).toBe(0)
    expect(gate.moving?.nextAt()).toBe(Infinity)
  })
  test('recalls what was before, and what changed since', () => {
    const state = signalOf(count('changes'))
    state.take(0, 10, 1, good)
    state.recall(
      0,
      past([
        [0, 0],
        [5, 1],
        [6, 0],
        [7, 9, bad],
      ]),
    )
    expect(state.take(0, 11, 1, good)).toBe(3)
    const fresh = signalOf(count('changes'))
    fresh.recall(0, past([[0, 0]]))
    expect(fresh.take(0, 1, 1, good)).toBe(1)
    const failing = signalOf(count('bad'))
    failing.recall(
      0,
      past([
        [0, 0, bad],
        [1, 0],
      ]),
    )
    expect(failing.take(0, 2, 0, bad)).toBe(2)
  })
})
