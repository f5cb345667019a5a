import { describe, expect, test } from 'vitest'
import type { SignalValue } from '../../../shared/alarms/limit-stage.ts'
import type { Signal } from '../../../shared/alarms/rule.ts'
import { UNMOVED } from '../../../shared/alarms/signal.ts'
import { DAY, HOUR, MINUTE, seriesOf } from './evaluation-sample.ts'
import { bad, EVENTS, good, last, past, type Sample, signalOf, take } from './signal-sample.ts'

describe('a change', () => {
  const HOUR_CHANGE: Signal = { kind: 'change', overMs: HOUR }
  const first = -HOUR

  test.each<[string, Sample[], SignalValue]>([
    [
      'is from the reading right then',
      [
        [0, 1],
        [HOUR, 4],
      ],
      3,
    ],
    [
      'is from the nearest one before then, not after',
      [
        [-MINUTE, 1],
        [MINUTE, 2],
        [HOUR, 4],
      ],
      3,
    ],
    [
      'is from a reading that was the present one then',
      [
        [-20 * MINUTE, 1],
        [HOUR, 4],
      ],
      3,
    ],
    [
      'is unknown, not zero, when there was no present one',
      [
        [-20 * MINUTE - 1, 1],
        [HOUR, 4],
      ],
      undefined,
    ],
    ['is unknown at the first reading', [[HOUR, 4]], undefined],
    [
      'is unknown while only later ones are known',
      [
        [1, 1],
        [HOUR, 4],
      ],
      undefined,
    ],
    [
      'has no part in bad readings',
      [
        [0, 1],
        [HOUR, 4],
        [HOUR + 1, 99, bad],
        [2 * HOUR, 6],
      ],
      2,
    ],
    [
      'falls as well',
      [
        [0, 5],
        [HOUR, 4],
      ],
      -1,
    ],
  ])('%s', (_, samples, value) => {
    const known = take(signalOf(HOUR_CHANGE), samples).filter(one => one !== UNMOVED)
    expect(known.at(-1)).toBe(value)
  })

  test('of a counter that fell is unknown: it was replaced', () => {
    const meter = [seriesOf(1, { isCounter: true })]
    expect(
      last(signalOf(HOUR_CHANGE, meter), [
        [0, 500],
        [HOUR, 3],
      ]),
    ).toBeUndefined()
    expect(
      last(signalOf(HOUR_CHANGE, meter), [
        [0, 500],
        [HOUR, 500],
      ]),
    ).toBe(0)
  })

  test('of an event-driven series looks back as far again', () => {
    expect(
      last(signalOf(HOUR_CHANGE, EVENTS), [
        [first, 1],
        [HOUR, 4],
      ]),
    ).toBe(3)
    expect(
      last(signalOf(HOUR_CHANGE, EVENTS), [
        [first - 1, 1],
        [HOUR, 4],
      ]),
    ).toBeUndefined()
  })

  test('recalls what was before, whether something was taken since or not', () => {
    const fresh = signalOf(HOUR_CHANGE)
    fresh.recall(
      0,
      past([
        [-5 * MINUTE, 1],
        [0, 2, bad],
      ]),
    )
    expect(fresh.take(0, HOUR, 4, good)).toBe(3)
    const running = signalOf(HOUR_CHANGE)
    expect(running.take(0, 30 * MINUTE, 2, good)).toBeUndefined()
    running.recall(0, past([[0, 1]]))
    expect(
      take(running, [
        [HOUR, 4],
        [HOUR + 30 * MINUTE, 5],
      ]),
    ).toEqual([3, 3])
    expect(running.lookBackMs).toBe(HOUR + 20 * MINUTE)
  })

  test('reaches over its whole time, however fast the readings come', () => {
    const day = signalOf({ kind: 'change', overMs: DAY })
    // Rises by 1 a second.
    let value: unknown
    for (let t = 0; t <= 2 * DAY; t += 1_000) value = day.take(0, t, t / 1_000, good)
    expect(value).toBeGreaterThanOrEqual(86_400)
    expect(value).toBeLessThan(86_400 * (1 + 1 / 900) + 1)
  })
})

describe('the distance from its own mean', () => {
  const mean = (isAbsolute = false): Signal => ({
    kind: 'deviation',
    reference: { kind: 'own-mean', overMs: HOUR },
    isAbsolute,
  })
  const before: Sample[] = [
    [0, 1],
    [30 * MINUTE, 3],
  ]

  test.each<[string, Sample[], SignalValue]>([
    ['is from the readings before', [...before, [HOUR, 5]], 3],
    [
      'leaves out what is older than its time',
      [...before, [HOUR + 30 * MINUTE, 4], [HOUR + 31 * MINUTE, 9]],
      undefined,
    ],
    [
      'is known when they reach back over half of it',
      [
        [30 * MINUTE, 1],
        [40 * MINUTE, 3],
        [HOUR, 5],
      ],
      3,
    ],
    [
      'is unknown when they don’t',
      [
        [30 * MINUTE + 1, 1],
        [40 * MINUTE, 3],
        [HOUR, 5],
      ],
      undefined,
    ],
    [
      'is unknown with one alone',
      [
        [0, 1],
        [HOUR, 5],
      ],
      undefined,
    ],
    [
      'has no part in bad ones',
      [
        [0, 1],
        [MINUTE, 99, bad],
        [30 * MINUTE, 3],
        [HOUR, 5],
      ],
      3,
    ],
  ])('%s', (_, samples, value) => expect(last(signalOf(mean()), samples)).toBe(value))

  test('by amount', () => expect(last(signalOf(mean(true)), [...before, [HOUR, 0]])).toBe(2))
  test('keeps the edge of its time', () => {
    expect(
      last(signalOf(mean()), [
        [0, 1],
        [59 * MINUTE, 3],
        [HOUR, 5],
      ]),
    ).toBe(3)
    expect(
      last(signalOf(mean()), [
        [0, 1],
        [59 * MINUTE, 3],
        [HOUR + 1, 5],
      ]),
    ).toBeUndefined()
  })
})

describe('a surge', () => {
  const nightly = [seriesOf(1, { quantity: 'light_trap_count', intervalMs: DAY })]
  const surge = (nights = 6, atLeast = 50) => signalOf({ kind: 'surge', nights, atLeast }, nightly)
  const nights = (...counts: readonly number[]) => counts.map((v, night): Sample => [night * DAY, v])

  test.each<[string, Sample[], SignalValue]>([
    ['is the ratio to the median of the nights before', nights(10, 20, 30, 40, 1_000, 50, 105), 3],
    ['of an odd number is to the middle one', nights(10, 20, 30, 60), 3],
    ['is known with half of the nights', nights(20, 20, 20, 60), 3],
    ['is unknown with fewer', nights(20, 20, 60), undefined],
    ['is none below the least count, however small the others', nights(1, 1, 1, 1, 1, 1, 49), null],
    ['may be one at the least count', nights(1, 1, 1, 1, 1, 1, 50), 50],
    ['takes nothing caught for one', nights(0, 0, 0, 0, 0, 0, 60), 60],
    ['looks at the nights before only', nights(600, 600, 600, 20, 20, 20, 20, 20, 20, 60), 3],
    ['forgets nights that are too long ago', [...nights(20, 20, 20), [9 * DAY, 20], [10 * DAY, 60]], undefined],
    [
      'has no part in bad counts',
      [
        [0, 9_999, bad],
        [DAY, 20],
        [2 * DAY, 20],
        [3 * DAY, 20],
        [4 * DAY, 60],
      ],
      3,
    ],
  ])('%s', (_, samples, value) => expect(last(surge(), samples)).toBe(value))

  test('is held against the newest counts where one comes oftener', () => {
    const halves = [600, 600, 600, 600, 600, 600, 20, 20, 20, 20, 20, 20, 60]
    expect(
      last(
        surge(),
        halves.map((v, half): Sample => [(half * DAY) / 2, v]),
      ),
    ).toBe(3)
  })

  test('recalls the nights before', () => {
    const one = surge()
    one.recall(0, past(nights(20, 20, 20)))
    expect(one.take(0, 3 * DAY + HOUR, 60, good)).toBe(3)
    expect(one.lookBackMs).toBe(6.5 * DAY)
  })
})
