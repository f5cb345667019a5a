import { describe, expect, test } from 'vitest'
import { nearestTime, plotDataOf } from '../../../../client/history/page/plot-data.ts'

const bucket = (t: number, mean: number) => ({ t, min: mean - 1, max: mean + 1, mean, count: 2 })
const held = (intervalMs: number, ...buckets: ReturnType<typeof bucket>[]) => ({
  history: { from: 0, to: 1_000, points: 100, buckets },
  intervalMs,
})

describe('the columns of a chart', () => {
  test('stand on one axis of time; another series’ time breaks no line, a gap does', () => {
    const { times, series } = plotDataOf(
      [held(10, bucket(0, 1), bucket(10, 2), bucket(500, 3)), held(100, bucket(5, 9), bucket(105, 8))],
      [],
    )
    expect(times).toEqual([0, 5, 10, 105, 499, 500])
    expect(series[0]?.mean).toEqual([1, undefined, 2, undefined, null, 3])
    expect(series[1]?.mean).toEqual([undefined, 9, undefined, 8, undefined, undefined])
    expect(series[0]?.min).toEqual([0, undefined, 1, undefined, null, 2])
    expect(series[0]?.max).toEqual([2, undefined, 3, undefined, null, 4])
  })
  test('end with the newest reading, once it is newer than the last bucket and within the range', () => {
    const last = (newest: { t: number; v: number } | undefined) =>
      plotDataOf([held(10, bucket(0, 1), bucket(10, 2))], [newest]).series[0]?.mean
    expect(last({ t: 30, v: 7 })).toEqual([1, 2, 7])
    expect(last({ t: 15, v: 7 })).toEqual([1, 2])
    expect(last({ t: 1_001, v: 7 })).toEqual([1, 2])
    expect(last(undefined)).toEqual([1, 2])
  })
  test('of nothing are empty', () => expect(plotDataOf([], [])).toEqual({ times: [], series: [] }))
})

test('the nearest time is found on either side', () => {
  expect(nearestTime([0, 10, 20], 14)).toBe(1)
  expect(nearestTime([0, 10, 20], 16)).toBe(2)
  expect(nearestTime([], 1)).toBeUndefined()
})
