import { describe, expect, test } from 'vitest'
import { endOfDay, provinceDayOf } from '../../../shared/programme/province-day.ts'

describe('the day of the province', () => {
  test.each([
    ['2024-05-31T16:59:59.999Z', '2024-05-31'],
    ['2024-05-31T17:00:00Z', '2024-06-01'],
    ['2024-12-31T17:00:00Z', '2025-01-01'],
    ['2024-02-28T17:00:00Z', '2024-02-29'],
  ])('at %s is %s', (instant, day) => expect(provinceDayOf(Date.parse(instant))).toBe(day))

  test('is refused of what is no time', () => expect(() => provinceDayOf(Number.NaN)).toThrow(RangeError))
})

describe('the end of a day', () => {
  test.each([
    ['2024-05-31', '2024-05-31T16:59:59.999Z'],
    ['2024-02-29', '2024-02-29T16:59:59.999Z'],
    ['2024-12-31', '2024-12-31T16:59:59.999Z'],
  ])('%s is the last millisecond in the province', (day, instant) => expect(endOfDay(day)).toBe(Date.parse(instant)))

  test.each(['', '2024-5-31', '2025-02-29', '2024-13-01', '2024-00-10', '2024-05-31T00:00', 'hôm nay'])(
    '%j is no day',
    day => expect(endOfDay(day)).toBeUndefined(),
  )
})
