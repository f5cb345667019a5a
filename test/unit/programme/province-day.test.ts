import { describe, expect, test } from 'vitest'
import { endOfDay, provinceClockOf, provinceDayOf, startOfDay } from '../../../shared/programme/province-day.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'

describe('the day of the province', () => {
  test.each([
    ['2024-05-31T16:59:59.999Z', '2024-05-31'],
    ['2024-05-31T17:00:00Z', '2024-06-01'],
    ['2024-12-31T17:00:00Z', '2025-01-01'],
    ['2024-02-28T17:00:00Z', '2024-02-29'],
  ])('at %s is %s', (instant, day) => expect(provinceDayOf(Date.parse(instant))).toBe(day))

  test('is refused of what is no time', () => expect(() => provinceDayOf(Number.NaN)).toThrow(RangeError))
})

test.each([
  ['2024-05-31T16:59:59.999Z', '23:59'],
  ['2024-05-31T17:00:00Z', '00:00'],
  ['2024-05-31T22:59:59Z', '05:59'],
])('at %s the clocks show %s', (instant, clock) => expect(provinceClockOf(Date.parse(instant))).toBe(clock))

test.each(['1924-06-30', '1970-01-01', '2024-02-29', '2024-03-01', '2025-01-01'])(
  '%s begins right after the day before',
  day => {
    expect(startOfDay(day)).toBe((endOfDay(addDays(day, -1)) ?? 0) + 1)
    expect(provinceDayOf(startOfDay(day))).toBe(day)
  },
)

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
