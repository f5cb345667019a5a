// Highest, lowest, how many: what is live counts first, what can't be believed never.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countOf, extremeOf, valuesOf } from '../../../../client/overview/extremes.ts'
import { QUALITY_CODE } from '../../../../shared/quality.ts'
import { aSeries } from '../live/builders.ts'
import { aLiveState, type Reading } from './live-sample.ts'

const NOW = 1_790_000_000_000
const INTERVAL = 10_000
const JUDGED = { at: NOW, isLinkLost: false }
/** Age in intervals. */
const old = (intervals: number): number => NOW - intervals * INTERVAL

const stateOf = (readings: readonly (Reading & { readonly village?: string; readonly quantity?: string })[]) =>
  aLiveState(
    readings.map(({ village = 'my-dong', quantity = 'salinity' }, n) =>
      aSeries({ n, device: `d${n}`, village, quantity, intervalMs: INTERVAL }),
    ),
    readings,
  )
const highest = (readings: readonly (Reading & { readonly village?: string })[], about: Partial<typeof JUDGED> = {}) =>
  extremeOf(valuesOf(stateOf(readings), 'salinity', { ...JUDGED, ...about }), 'highest')

describe('an extreme', () => {
  test('is the highest or the lowest of what is live', () => {
    const values = valuesOf(stateOf([{ v: 1 }, { v: 3 }, { v: 2 }]), 'salinity', JUDGED)
    expect([extremeOf(values, 'highest')?.value, extremeOf(values, 'lowest')?.value]).toEqual([3, 1])
  })

  test('is never of what is old while anything is live', () => {
    expect(highest([{ v: 9, t: old(3) }, { v: 1 }])).toMatchObject({ value: 1, freshness: 'live' })
  })

  test('of old values says that it is old, of dead ones that it is dead', () => {
    expect(
      highest([
        { v: 9, t: old(6) },
        { v: 1, t: old(3) },
      ]),
    ).toMatchObject({ value: 1, freshness: 'stale' })
    expect(highest([{ v: 9, t: old(6) }])).toMatchObject({ value: 9, freshness: 'dead' })
  })

  test('on a lost link is never live', () =>
    expect(highest([{ v: 1 }], { isLinkLost: true })?.freshness).not.toBe('live'))

  test('knows no value that can’t be believed, and none of another quantity or village', () => {
    expect(highest([{ v: 40, q: QUALITY_CODE.bad }, { v: 1 }])?.value).toBe(1)
    const state = stateOf([{ v: 9, quantity: 'ph' }, { v: 5, village: 'dinh-yen' }, { v: 1 }])
    expect(valuesOf(state, 'salinity', JUDGED, 'my-dong').map(({ value }) => value)).toEqual([1])
  })

  test('of nothing measured is nothing', () => {
    expect(highest([{ v: 1, t: NaN }])).toBeUndefined()
    expect(extremeOf([], 'lowest')).toBeUndefined()
  })

  test('whatever is measured: nothing as fresh lies beyond it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ v: fc.integer(), age: fc.nat(8) }), { minLength: 1, maxLength: 12 }),
        readings => {
          const values = valuesOf(stateOf(readings.map(({ v, age }) => ({ v, t: old(age) }))), 'salinity', JUDGED)
          const top = extremeOf(values, 'highest')
          if (!top) throw new Error('something was measured')
          for (const { value, freshness } of values)
            if (freshness === top.freshness) expect(value).toBeLessThanOrEqual(top.value)
          if (values.some(({ freshness }) => freshness === 'live')) expect(top.freshness).toBe('live')
        },
      ),
    ))
})

describe('a count', () => {
  const running = (readings: readonly Reading[]) =>
    countOf(valuesOf(stateOf(readings), 'salinity', JUDGED), value => value === 1)

  test('is of those whose state is known, and as old as the oldest of them', () => {
    expect(running([{ v: 1 }, { v: 0, t: old(3) }, { v: 1, t: NaN }])).toEqual({
      count: 1,
      total: 2,
      freshness: 'stale',
      measuredAt: old(3),
    })
  })

  test('of nothing known is nothing, not none', () => expect(running([{ v: 1, t: NaN }])).toBeUndefined())
})
