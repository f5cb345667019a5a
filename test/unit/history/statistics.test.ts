import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { statisticsOfBuckets, statisticsOfReadings } from '../../../server/history/statistics.ts'

const MINUTE = 60_000
const about = { series: 'a.b', from: 0, to: 60 * MINUTE, intervalMs: 10 * MINUTE, limits: [] as number[] }
const at = (...minutes: number[]) => minutes.map(one => one * MINUTE)

describe('of readings', () => {
  test('worked by hand', () => {
    const found = statisticsOfReadings({ t: at(0, 10, 20, 30), v: [2, 4, 4, 6] }, { ...about, limits: [4, 6] })
    expect(found).toMatchObject({
      basis: 'readings',
      count: 4,
      first: 0,
      last: 30 * MINUTE,
      mean: 4,
      min: { v: 2, t: 0, withinMs: 0 },
      max: { v: 6, t: 30 * MINUTE, withinMs: 0 },
      deviation: Math.sqrt(2),
      percentiles: { p10: 2, p50: 4, p90: 6 },
      // The last reading stands for three usual steps, to the end.
      measuredMs: 60 * MINUTE,
      rangeMs: 60 * MINUTE,
      gaps: { count: 0, longestMs: 0, longestFrom: null },
    })
    expect(found.above).toEqual([
      { at: 4, atLeastMs: 50 * MINUTE, atMostMs: 50 * MINUTE },
      { at: 6, atLeastMs: 30 * MINUTE, atMostMs: 30 * MINUTE },
    ])
  })

  test('a reading stands for two intervals: at that a series is whole, beyond it has a gap', () => {
    const gapsOf = (end: number) => statisticsOfReadings({ t: [0], v: [1] }, { ...about, to: end }).gaps.count
    expect(gapsOf(20 * MINUTE)).toBe(0)
    expect(gapsOf(20 * MINUTE + 1)).toBe(1)
  })

  test('or for three steps that were usual then: a station that once sent less often had no gaps', () => {
    const gapsOf = (last: number) =>
      statisticsOfReadings({ t: at(0, 15, 30, last), v: [1, 1, 1, 1] }, { ...about, to: last * MINUTE }).gaps.count
    expect(gapsOf(75)).toBe(0)
    expect(gapsOf(76)).toBe(1)
  })

  test('nothing measured is unknown, not zero', () => {
    expect(statisticsOfReadings({ t: [], v: [] }, { ...about, limits: [1] })).toMatchObject({
      count: 0,
      mean: null,
      min: null,
      max: null,
      deviation: null,
      percentiles: null,
      measuredMs: 0,
      gaps: { count: 1, longestMs: 60 * MINUTE, longestFrom: 0 },
      above: [{ at: 1, atLeastMs: 0, atMostMs: 0 }],
    })
  })

  test('what is measured and what isn’t make up the range', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 60 * MINUTE }), { maxLength: 30 })
    fc.assert(
      fc.property(times, all => {
        const t = all.toSorted((a, b) => a - b)
        const found = statisticsOfReadings({ t, v: t.map(() => 5) }, { ...about, limits: [5, 6] })
        expect(found.measuredMs).toBeLessThanOrEqual(found.rangeMs)
        expect(found.gaps.longestMs).toBeLessThanOrEqual(found.rangeMs - found.measuredMs)
        expect(found.above.map(one => one.atMostMs)).toEqual([found.measuredMs, 0])
      }),
    )
  })
})

describe('of buckets', () => {
  test('tell bounds for the time above a limit, and not what only readings tell', () => {
    const buckets = { t: at(0, 30), min: [1, 5], max: [5, 9], mean: [3, 7], count: [10, 30] }
    const found = statisticsOfBuckets(buckets, 30 * MINUTE, { ...about, limits: [4, 5, 10] })
    expect(found).toMatchObject({
      basis: 'buckets',
      count: 40,
      mean: 6,
      min: { v: 1, t: 0, withinMs: 30 * MINUTE },
      deviation: null,
      percentiles: null,
      measuredMs: 60 * MINUTE,
      gaps: { count: 0, longestMs: 0, longestFrom: null },
    })
    expect(found.above).toEqual([
      { at: 4, atLeastMs: 30 * MINUTE, atMostMs: 60 * MINUTE },
      { at: 5, atLeastMs: 30 * MINUTE, atMostMs: 60 * MINUTE },
      { at: 10, atLeastMs: 0, atMostMs: 0 },
    ])
  })
})
