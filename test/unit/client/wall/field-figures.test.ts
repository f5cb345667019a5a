// What the wall says of several gauges together, and what it must not: levels that aren't known, reasons that aren't so, a lost link.
import { describe, expect, test } from 'vitest'
import type { History } from '../../../../client/history/history-query.ts'
import { type Extreme, valuesOf } from '../../../../client/overview/extremes.ts'
import { aboveLevelOne, fastestRise, heardRest, mostRain, risingGauges } from '../../../../client/wall/field-figures.ts'
import type { Gauge } from '../../../../shared/registry.ts'
import { aSeries } from '../live/builders.ts'
import { aLiveState, type Reading } from '../overview/live-sample.ts'

const NOW = 1_790_000_000_000
const INTERVAL = 10_000
const HOUR = 3_600_000
const LINKED = { at: NOW, isLinkLost: false }
const LOST = { at: NOW, isLinkLost: true }
const old = (intervals: number): number => NOW - intervals * INTERVAL

const LEVELS: Readonly<Record<string, Gauge['levels']>> = {
  all: { I: 1.9, II: 2.2, III: 2.5 },
  three: { I: null, II: null, III: 1.8 },
  none: { I: null, II: null, III: null },
}
const gaugeOf = (village: string): Gauge | undefined => {
  const levels = LEVELS[village.split('-')[0] ?? '']
  return levels && { id: village, name: village, river: 'x', position: [0, 0], levels, evidence: '', source: 'x' }
}
/** The name of a village begins with its gauge's levels. */
type Water = Reading & { readonly village: string }
const stateOf = (waters: readonly Water[], quantity = 'water_level') =>
  aLiveState(
    waters.map(({ village }, n) => aSeries({ n, device: `d${n}`, village, quantity, intervalMs: INTERVAL })),
    waters,
  )
const above = (waters: readonly Water[], judged: typeof LINKED = LINKED) =>
  aboveLevelOne(
    stateOf(waters),
    judged,
    [...new Set(waters.map(({ village }) => village))].map(id => ({ id, name: id })),
    gaugeOf,
  )

describe('villages at level I', () => {
  test('are counted among those whose gauge has a level I', () => {
    expect(
      above([
        { village: 'all-a', v: 1.9 },
        { village: 'all-b', v: 1.89 },
        { village: 'none-c', v: 9 },
      ]),
    ).toMatchObject({ reached: [{ id: 'all-a' }], counted: 2, withoutLevel: 1, unheard: 0, freshness: 'live' })
  })

  test('aren’t told by a level III alone: below it nothing follows, beyond it it does', () => {
    expect(
      above([
        { village: 'all-a', v: 1 },
        { village: 'three-b', v: 1.79 },
      ]),
    ).toMatchObject({
      reached: [],
      counted: 1,
      withoutLevel: 1,
    })
    expect(
      above([
        { village: 'all-a', v: 1 },
        { village: 'three-b', v: 1.8 },
      ]),
    ).toMatchObject({
      reached: [{ id: 'three-b', stage: { kind: 'reached', level: 'III' } }],
      counted: 2,
      withoutLevel: 0,
    })
  })

  test('leave out one that fell silent, and say so', () =>
    expect(
      above([
        { village: 'all-a', v: 1 },
        { village: 'all-b', v: 3, t: old(3) },
      ]),
    ).toMatchObject({
      reached: [],
      counted: 1,
      unheard: 1,
    }))

  test('stay what they were when the link is lost, and look old', () => {
    const waters = [
      { village: 'all-a', v: 2, t: old(1) },
      { village: 'all-b', v: 1 },
      { village: 'all-c', v: 3, t: old(3) },
    ]
    const [was, is] = [above(waters), above(waters, LOST)]
    expect(was).toMatchObject({ reached: [{ id: 'all-a' }], counted: 2, freshness: 'live', measuredAt: old(1) })
    expect(is).toEqual({ ...was, freshness: 'stale' })
  })

  test('aren’t counted while nothing can be held against a level I', () => {
    expect(
      above([
        { village: 'none-a', v: 9 },
        { village: 'three-b', v: 1 },
      ]),
    ).toBeUndefined()
    expect(above([{ village: 'all-a', v: 1, t: NaN }])).toBeUndefined()
  })
})

const history = (...buckets: readonly (readonly [hoursAgo: number, mean: number, count?: number])[]): History => ({
  from: NOW - 24 * HOUR,
  to: NOW,
  points: 96,
  buckets: buckets.map(([before, mean, count = 1]) => ({ t: NOW - before * HOUR, min: mean, max: mean, mean, count })),
})
const gaugesOf = (waters: readonly Water[], judged = LINKED): readonly Extreme[] =>
  risingGauges(stateOf(waters), judged)

describe('the fastest rise', () => {
  const two = gaugesOf([
    { village: 'a', v: 2 },
    { village: 'b', v: 2 },
  ])
  test('is that of the gauge whose level grew most in the hour', () =>
    expect(fastestRise(two, [history([1.25, 1], [0.25, 1.1]), history([1.25, 1], [0.25, 1.3])], false)).toMatchObject({
      kind: 'found',
      gauge: { series: { village: 'b' } },
      rise: expect.closeTo(0.3) as number,
      freshness: 'live',
    }))

  test('on a lost link is the last one known, and looks old', () => {
    const gauges = gaugesOf([{ village: 'a', v: 2 }], LOST)
    expect(fastestRise(gauges, [history([1.25, 1], [0.25, 1.1])], true)).toMatchObject({ freshness: 'stale' })
  })

  test.each([
    ['no gauge is heard', [], [], false, 'silent'],
    ['their day isn’t here yet', two, [history([0.25, 1]), undefined], false, 'loading'],
    ['it can’t be had without the link', two, [undefined, undefined], true, 'unlinked'],
    ['less than an hour is measured', two, [history([0.25, 1]), history()], false, 'short'],
    ['less than an hour was measured when the link was lost', two, [history([0.25, 1]), history()], true, 'short'],
  ] as const)('says why there is none: %s', (_why, gauges, histories, isLinkLost, kind) =>
    expect(fastestRise(gauges, histories, isLinkLost)).toEqual({ kind }),
  )

  test('is asked of gauges that are heard: of one that fell silent nobody knows', () =>
    expect(
      gaugesOf(
        [
          { village: 'a', v: 2, t: old(3) },
          { village: 'b', v: 2 },
        ],
        LOST,
      ),
    ).toHaveLength(1))
})

describe('most rain', () => {
  const rains = (readings: readonly Water[]) => valuesOf(stateOf(readings, 'rainfall'), 'rainfall', LINKED)
  test('is where most fell, with the hours that were measured there', () =>
    expect(
      mostRain(
        rains([
          { village: 'a', v: 0 },
          { village: 'b', v: 0 },
        ]),
        [history([3, 1], [2, 1]), history([5, 2, 3], [4, 1], [3, 0])],
      ),
    ).toMatchObject({ kind: 'found', gauge: { series: { village: 'b' } }, millimetres: 7, hours: 3 }))

  test('of equal gauges is said by the freshest', () =>
    expect(
      mostRain(
        rains([
          { village: 'a', v: 0, t: old(4) },
          { village: 'b', v: 0 },
        ]),
        [history([2, 0]), history([2, 0])],
      ),
    ).toMatchObject({ gauge: { freshness: 'live', series: { village: 'b' } } }))

  test('isn’t known without gauges, before their day is here, and when nothing was measured in it', () => {
    const one = rains([{ village: 'a', v: 0 }])
    expect([mostRain([], []), mostRain(one, [undefined]), mostRain(one, [history()])]).toEqual([
      { kind: 'none' },
      { kind: 'loading' },
      { kind: 'silent' },
    ])
  })
})

test.each([
  [12, 12, false, 'all-heard'],
  [11, 12, false, 'others-heard'],
  [0, 12, false, 'none-heard'],
  [12, 12, true, 'as-last-known'],
  [0, 12, true, 'as-last-known'],
] as const)('of %d of %d stations, link lost: %s, it is said: %s', (online, total, isLinkLost, rest) =>
  expect(heardRest(online, total, isLinkLost)).toBe(rest),
)
