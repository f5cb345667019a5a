import { describe, expect, test } from 'vitest'
import type { SignalValue } from '../../../shared/alarms/limit-stage.ts'
import type { Signal } from '../../../shared/alarms/rule.ts'
import { UNMOVED } from '../../../shared/alarms/signal.ts'
import { createSignal } from '../../../shared/alarms/signal-of-watch.ts'
import { MINUTE, ruleOf, seriesOf } from './evaluation-sample.ts'
import { bad, good, late, type Sample, signalOf, take } from './signal-sample.ts'

test.each<[string, Signal, Sample[], (SignalValue | typeof UNMOVED)[]]>([
  [
    'the value itself',
    { kind: 'value' },
    [
      [0, 3],
      [1, -2, late],
    ],
    [3, -2],
  ],
  ['a water level', { kind: 'flood' }, [[0, 2.3]], [2.3]],
  [
    'a state',
    { kind: 'state', value: 0 },
    [
      [0, 1],
      [1, 0],
      [2, 0.5],
    ],
    [0, 1, 0],
  ],
  [
    'from a constant',
    { kind: 'deviation', reference: { kind: 'constant', value: 7 }, isAbsolute: false },
    [
      [0, 5],
      [1, 9],
    ],
    [-2, 2],
  ],
  [
    'from a constant, by amount',
    { kind: 'deviation', reference: { kind: 'constant', value: 7 }, isAbsolute: true },
    [
      [0, 5],
      [1, 9],
    ],
    [2, 2],
  ],
])('%s follows from each reading, never from a bad one', (_, signal, samples, values) => {
  const one = signalOf(signal)
  expect(take(one, samples)).toEqual(values)
  expect(one.take(0, 9, 9, bad)).toBe(UNMOVED)
  expect(one.moving).toBeUndefined()
})

describe('the distance from another series', () => {
  const signal: Signal = {
    kind: 'deviation',
    reference: { kind: 'series', series: 'b.water_level' },
    isAbsolute: false,
  }
  const pair = [seriesOf(1), seriesOf(2, { intervalMs: MINUTE })]

  test('is from its newest reading, while that is live', () => {
    const one = signalOf(signal, pair)
    expect(one.take(0, 0, 5, good)).toBeUndefined()
    expect(one.take(1, 1, 3, good)).toBe(UNMOVED)
    expect(one.take(1, 2, 100, bad)).toBe(UNMOVED)
    expect(one.take(0, 1 + 2 * MINUTE, 5, good)).toBe(2)
    expect(one.take(0, 2 + 2 * MINUTE, 5, good)).toBeUndefined()
  })
  test('cannot be without it', () =>
    expect(createSignal({ rule: ruleOf({ signal }), inputs: [seriesOf(1)] })).toBeUndefined())
})
