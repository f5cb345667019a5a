import { describe, expect, test } from 'vitest'
import { changeInHour, measuredHours, sumOf } from '../../../../client/history/day-figures.ts'

const TO = 1_790_000_000_000
const MINUTE = 60_000
/** Buckets so many minutes before the end, with their means. */
const history = (...buckets: readonly (readonly [number, number, number?])[]) => ({
  from: TO - 1_440 * MINUTE,
  to: TO,
  points: 96,
  buckets: buckets.map(([before, mean, count = 1]) => ({ t: TO - before * MINUTE, min: mean, max: mean, mean, count })),
})

describe('the change in an hour', () => {
  test('is the newest value less the one an hour before', () => {
    expect(changeInHour(history([90, 5], [75, 1], [30, 2.5], [15, 3]))).toBe(2)
  })

  test('takes what is nearest before that hour, up to half an hour off', () => {
    expect(changeInHour(history([105, 1], [15, 3]))).toBe(2)
    expect(changeInHour(history([106, 1], [15, 3]))).toBeUndefined()
  })

  test('isn’t known without an hour, or when the newest is long ago', () => {
    expect(changeInHour(history([30, 1], [15, 3]))).toBeUndefined()
    expect(changeInHour(history([150, 1], [61, 3]))).toBeUndefined()
    expect(changeInHour(history())).toBeUndefined()
  })
})

describe('the sum of a day', () => {
  test('counts every reading of every bucket', () => expect(sumOf(history([30, 0.5, 4], [15, 2]))).toBe(4))
  test('of dry readings is nothing fallen; of no readings it isn’t known', () => {
    expect(sumOf(history([15, 0]))).toBe(0)
    expect(sumOf(history())).toBeUndefined()
  })
})

describe('the hours that were measured', () => {
  const every = (minutes: number, from = 0, to = 1_440) =>
    history(...Array.from({ length: (to - from) / minutes }, (_, i) => [to - i * minutes, 0] as const))
  test.each([
    ['a whole day by the quarter of an hour', every(15), 600_000, 24],
    ['a whole day by wider buckets than were asked for', every(30), 600_000, 24],
    ['a gauge that reports by the hour', every(60), 60 * MINUTE, 24],
    ['one that reports every six hours', history([1_440, 1], [1_080, 1], [720, 1], [360, 1]), 360 * MINUTE, 24],
    ['one that reported once of six hours', history([360, 1]), 360 * MINUTE, 6],
    ['nothing', history(), 600_000, 0],
  ])('of %s', (_what, day, intervalMs, hours) => expect(measuredHours(day, intervalMs)).toBe(hours))

  test('leave out the gaps, however far what is left lies apart', () => {
    expect(measuredHours(history([1_380, 1], [60, 1]), null)).toBe(2)
    expect(measuredHours(every(15, 0, 360), 600_000)).toBeGreaterThanOrEqual(6)
    expect(measuredHours(every(15, 0, 360), 600_000)).toBeLessThanOrEqual(7)
  })
})
