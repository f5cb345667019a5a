import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SignalValue } from '../../../shared/alarms/limit-stage.ts'
import type { Rule, Signal } from '../../../shared/alarms/rule.ts'
import { type ReadingSignal, UNMOVED } from '../../../shared/alarms/signal.ts'
import { createSignal } from '../../../shared/alarms/signal-of-watch.ts'
import { createSilence } from '../../../shared/alarms/signal-silence.ts'
import { createWindow, MAX_KEPT } from '../../../shared/alarms/signal-window.ts'
import type { WatchedSeries } from '../../../shared/alarms/watch.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'
import { DAY, HOUR, MINUTE, ruleOf, seriesOf } from './evaluation-sample.ts'

const { good, late, bad } = QUALITY_CODE
type Sample = readonly [t: number, v: number, q?: number]

function signalOf(signal: Signal, inputs: readonly WatchedSeries[] = [seriesOf(1)], side: Rule['side'] = 'high') {
  const made = createSignal({ rule: ruleOf({ signal, side }), inputs })
  if (!made) throw new Error('no signal')
  return made
}
const take = (signal: ReadingSignal, samples: readonly Sample[], input = 0) =>
  samples.map(([t, v, q = good]) => signal.take(input, t, v, q))
const last = (signal: ReadingSignal, samples: readonly Sample[]) => take(signal, samples).at(-1)
const past = (samples: readonly Sample[]) => samples.map(([t, v, q = good]) => ({ t, v, q }))
const EVENTS = [seriesOf(1, { intervalMs: null })]

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

describe('VN_AQI of a device', () => {
  const air = (...quantities: readonly string[]) =>
    signalOf(
      { kind: 'aqi' },
      quantities.map((quantity, n) => seriesOf(n, { quantity, intervalMs: HOUR })),
    )

  test('needs two hours of one kind of dust', () => {
    const pm = air('pm25')
    expect(
      take(pm, [
        [0, 80],
        [HOUR, 80],
      ]),
    ).toEqual([undefined, 150])
    const gas = air('o3')
    expect(
      take(gas, [
        [0, 200],
        [HOUR, 200],
      ]),
    ).toEqual([undefined, undefined])
  })
  test.each([
    ['early, then late', [0, HOUR - 5_000, 2 * HOUR + 5_000]],
    ['late, then early', [0, HOUR + 5_000, 2 * HOUR - 5_000]],
  ])('counts readings that come a little %s as an hour apart', (_, [first = 0, second = 0, third = 0]) =>
    expect(
      last(air('pm10'), [
        [first, 50],
        [second, 50],
        [third, 150],
      ]),
    ).toBe(
      // Nowcast of 150, 50, 50 with weight 1/2: (150 + 25 + 12.5) / 1.75
      Math.round(50 + (50 * (187.5 / 1.75 - 50)) / 100),
    ),
  )
  test('counts its hours from the newest reading of all, whichever comes last', () => {
    const both = air('pm25', 'o3')
    take(both, [[0, 25]])
    both.take(1, 3 * HOUR, 100, good)
    // Of the three hours up to then this is the only one.
    expect(both.take(0, 2 * HOUR, 25, good)).toBeUndefined()
  })
  test('takes the mean of an hour that has many readings', () => {
    const fast = signalOf({ kind: 'aqi' }, [seriesOf(0, { quantity: 'pm25', intervalMs: 5 * MINUTE })])
    let value: unknown
    for (let t = 0; t < 2 * HOUR; t += 5 * MINUTE) value = fast.take(0, t, t % (10 * MINUTE) === 0 ? 20 : 30, good)
    expect(value).toBe(50)
  })
  test('is the worst of its pollutants; a gas that hasn’t come yet counts with the hour before', () => {
    const both = air('pm25', 'o3')
    take(both, [
      [0, 25],
      [HOUR, 25],
    ])
    expect(both.take(1, HOUR, 300, good)).toBe(150)
    expect(both.take(0, 2 * HOUR, 25, good)).toBe(150)
    expect(both.take(1, 2 * HOUR, 160, good)).toBe(50)
  })
  test('is unknown, not better, when the worst one falls silent', () => {
    const both = air('pm25', 'o3')
    take(both, [
      [0, 25],
      [HOUR, 25],
    ])
    both.take(1, HOUR, 300, good)
    expect(
      take(both, [
        [2 * HOUR, 25],
        [3 * HOUR, 25],
      ]),
    ).toEqual([150, undefined])
    // Another one that is worse than it was is known.
    expect(
      take(both, [
        [4 * HOUR, 250],
        [5 * HOUR, 250],
      ]).at(-1),
    ).toBeGreaterThan(150)
  })
  test('has no part in bad readings, and recalls the hours before', () => {
    const pm = air('pm25')
    pm.recall(
      0,
      past([
        [0, 80],
        [HOUR, 999, bad],
      ]),
    )
    expect(pm.take(0, HOUR + 1, 999, bad)).toBe(UNMOVED)
    expect(pm.take(0, HOUR + 2, 80, good)).toBe(150)
  })
})

describe('silence', () => {
  const series = [seriesOf(1), seriesOf(2, { intervalMs: HOUR }), seriesOf(3, { intervalMs: null })]

  test('is unknown before the first reading', () => {
    const silence = createSilence(series)
    expect(silence.newestAt()).toBe(-Infinity)
    expect(silence.reachesAt(3, 0)).toBe(-Infinity)
  })
  test('is the age of the freshest series, by its own interval', () => {
    const silence = createSilence(series)
    silence.hear(0, 0)
    expect(silence.ageAt(30 * MINUTE)).toBe(3)
    expect(silence.reachesAt(3, -Infinity)).toBe(30 * MINUTE)
    silence.hear(1, 0)
    expect(silence.ageAt(30 * MINUTE)).toBe(0.5)
    expect(silence.reachesAt(3, -Infinity)).toBe(3 * HOUR)
    expect(silence.newestAt()).toBe(0)
  })
  test('is never negative', () => {
    const silence = createSilence(series)
    silence.hear(0, 1_000)
    expect(silence.ageAt(0)).toBe(0)
  })
  test('counts from where somebody listened', () => {
    const silence = createSilence(series)
    silence.hear(0, 0)
    expect(silence.reachesAt(3, 5 * MINUTE)).toBe(35 * MINUTE)
    expect(silence.ageAt(30 * MINUTE)).toBe(3)
  })
})

describe('a window of readings', () => {
  const times = (window: ReturnType<typeof createWindow>) =>
    Array.from({ length: window.size() }, (_, i) => window.timeAt(i))

  test('holds what a list would, and never more than it may', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), by: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ kind: fc.constant('drop' as const), by: fc.integer({ min: -1, max: 40 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400, size: 'max' }), steps => {
        const window = createWindow(0)
        let list: number[] = []
        let t = 0
        for (const { kind, by } of steps) {
          if (kind === 'add') window.add((t += by), -t)
          else window.drop(by)
          list = kind === 'add' ? [...list, t] : list.slice(Math.max(0, by))
        }
        expect(times(window)).toEqual(list)
        expect(list.map((_, i) => window.valueAt(i))).toEqual(list.map(one => -one))
        expect(window.sum()).toBe(list.reduce((sum, one) => sum - one, 0))
      }),
    )
  })
  test('lets the oldest go', () => {
    const window = createWindow(0)
    for (let t = 1; t <= MAX_KEPT + 1; t++) window.add(t, t)
    expect([window.size(), window.timeAt(0), window.timeAt(MAX_KEPT - 1)]).toEqual([MAX_KEPT, 2, MAX_KEPT + 1])
    expect([window.timeAt(-1), window.valueAt(MAX_KEPT)]).toEqual([Number.NaN, Number.NaN])
  })
  test('keeps one in every stretch', () => {
    const window = createWindow(10)
    for (let t = 0; t <= 30; t++) window.add(t, t)
    expect(times(window)).toEqual([0, 10, 20, 30])
  })
  test('puts what was before in front', () => {
    const window = createWindow(10)
    window.add(30, 3)
    window.addBefore([
      { t: 0, v: 0 },
      { t: 5, v: 0 },
      { t: 20, v: 2 },
    ])
    expect(times(window)).toEqual([0, 20, 30])
  })
})
