import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DEAD_INTERVALS,
  freshnessOf,
  LINK_LOST_MS,
  nextFreshnessChangeAt,
  STALE_INTERVALS,
  TICK_MS,
  underLink,
} from '../../../shared/freshness.ts'

const INTERVAL = 600_000

describe('the freshness of a value', () => {
  test('is live up to twice its interval, stale up to five times, then dead', () => {
    expect(freshnessOf(2 * INTERVAL, INTERVAL)).toBe('live')
    expect(freshnessOf(2 * INTERVAL + 1, INTERVAL)).toBe('stale')
    expect(freshnessOf(5 * INTERVAL, INTERVAL)).toBe('stale')
    expect(freshnessOf(5 * INTERVAL + 1, INTERVAL)).toBe('dead')
    expect([STALE_INTERVALS, DEAD_INTERVALS]).toEqual([2, 5])
  })

  test('is none when nothing was ever measured, and live for a state that holds until it changes', () => {
    expect(freshnessOf(undefined, INTERVAL)).toBe('none')
    expect(freshnessOf(undefined, null)).toBe('none')
    expect(freshnessOf(365 * 86_400_000, null)).toBe('live')
  })

  test('of a clock that runs ahead is live', () => expect(freshnessOf(-300_000, INTERVAL)).toBe('live'))
})

describe('a lost link', () => {
  test('lets nothing look live and makes nothing look better', () => {
    expect((['none', 'live', 'stale', 'dead'] as const).map(one => underLink(one, true))).toEqual([
      'none',
      'stale',
      'stale',
      'dead',
    ])
    expect((['none', 'live', 'stale', 'dead'] as const).map(one => underLink(one, false))).toEqual([
      'none',
      'live',
      'stale',
      'dead',
    ])
  })

  test('is noticed after two missed ticks and before the third', () => {
    expect(LINK_LOST_MS).toBeGreaterThan(2 * TICK_MS)
    expect(LINK_LOST_MS).toBeLessThan(3 * TICK_MS)
  })
})

describe('the next change of freshness', () => {
  test('is exactly when the freshness changes, and not a millisecond before', () => {
    const t = fc.integer({ min: 0, max: 4e12 })
    const interval = fc.integer({ min: 1, max: 86_400_000 })
    fc.assert(
      fc.property(t, interval, fc.double({ min: 0, max: 8, noNaN: true }), (measuredAt, intervalMs, ages) => {
        const now = measuredAt + Math.round(ages * intervalMs)
        const at = (time: number) => freshnessOf(time - measuredAt, intervalMs)
        const change = nextFreshnessChangeAt(measuredAt, intervalMs, now)
        if (change === undefined) {
          expect(at(now)).toBe('dead')
          return
        }
        expect(change).toBeGreaterThan(now)
        expect(at(change - 1)).toBe(at(now))
        expect(at(change)).not.toBe(at(now))
      }),
    )
  })

  test('never comes for a state and for a dead value', () => {
    expect(nextFreshnessChangeAt(0, null, 5)).toBeUndefined()
    expect(nextFreshnessChangeAt(0, 10, 51)).toBeUndefined()
    expect(nextFreshnessChangeAt(0, 10, 50)).toBe(51)
  })
})
