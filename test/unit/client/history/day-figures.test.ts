import { describe, expect, test } from 'vitest'
import { changeInHour, sumOf } from '../../../../client/history/day-figures.ts'

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
