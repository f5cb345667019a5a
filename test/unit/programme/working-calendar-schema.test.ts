import { describe, expect, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  type CalendarYear,
  daysBetween,
  isKnownYear,
  isWorkingDay,
  weekdayOf,
  workingDaysBetween,
  yearOf,
} from '../../../shared/programme/working-calendar.ts'
import {
  calendarSeedSchema,
  calendarYearSchema,
  MAX_HOLIDAYS,
  MAX_NAME_LENGTH,
  MAX_SOURCE_LENGTH,
  MAX_SWAPS,
} from '../../../shared/programme/working-calendar-schema.ts'
import { shipped, shippedYears, yearWith } from './calendar-sample.ts'

/** Temporal reckons apart from the code under test. */
const daysOfMonth = (year: number, month: number): string[] => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }).toString())
}
const workingDaysByMonth = (year: number): number[] =>
  Array.from(
    { length: 12 },
    (_, index) => daysOfMonth(year, index + 1).filter(day => isWorkingDay(shipped, day)).length,
  )

describe('the shipped years', () => {
  test('are the published ones, each with its source, confirmed only where nothing is left to decide', () => {
    expect(shippedYears.map(({ year, confidence }) => [year, confidence])).toEqual([
      [2024, 'confirmed'],
      [2025, 'confirmed'],
      [2026, 'confirmed'],
      [2027, 'reported'],
    ])
    for (const { source } of shippedYears) expect(source).toMatch(/\d+\/\S+ ngày \d+\/\d+\/\d{4}/)
    expect([2023, 2024, 2027, 2028].map(year => isKnownYear(shipped, year))).toEqual([false, true, true, false])
  })

  // Counted apart from this code (Python's datetime over the published days).
  test.each([
    [2024, 251, [22, 16, 21, 19, 23, 20, 23, 22, 19, 23, 21, 22]],
    [2025, 250, [17, 20, 21, 21, 20, 21, 23, 21, 20, 23, 20, 23]],
    [2026, 249, [21, 15, 22, 20, 20, 22, 23, 21, 20, 22, 20, 23]],
    [2027, 249, [20, 15, 23, 20, 20, 22, 22, 22, 20, 21, 21, 23]],
  ])('%i has %i working days', (year, total, months) => {
    expect(workingDaysByMonth(year)).toEqual(months)
    expect(workingDaysBetween(shipped, `${year - 1}-12-31`, `${year}-12-31`)).toEqual({ days: total, isCertain: true })
  })

  test.each([
    ['2024-04-29', 1, '2024-05-04'],
    ['2025-05-02', 5, '2025-04-26'],
    ['2026-01-02', 5, '2026-01-10'],
    ['2026-08-31', 1, '2026-08-22'],
  ])('%s rests, a weekday numbered %i, and Saturday %s is worked', (off, weekday, on) => {
    expect(weekdayOf(off)).toBe(weekday)
    expect(weekdayOf(on)).toBe(6)
    expect(isWorkingDay(shipped, off)).toBe(false)
    expect(isWorkingDay(shipped, on)).toBe(true)
    expect(shipped.get(yearOf(off))?.swaps).toContainEqual({ off, on })
  })

  test('exchange no other day', () => expect(shippedYears.map(({ swaps }) => swaps.length)).toEqual([1, 1, 2, 0]))

  test.each([
    ['Tết Giáp Thìn', '2024-02-07', '2024-02-15', 7],
    ['Tết Ất Tỵ', '2025-01-24', '2025-02-03', 9],
    ['Tết Bính Ngọ', '2026-02-13', '2026-02-23', 9],
    ['Tết Đinh Mùi', '2027-02-03', '2027-02-11', 7],
    ['30/4 – 1/5/2024', '2024-04-26', '2024-05-02', 5],
    ['30/4 – 1/5/2025', '2025-04-29', '2025-05-05', 5],
    ['Giỗ Tổ 2026', '2026-04-24', '2026-04-28', 3],
    ['30/4 – 1/5/2026', '2026-04-29', '2026-05-04', 4],
    ['30/4 – 1/5/2027', '2027-04-29', '2027-05-04', 4],
    ['Quốc khánh 2024', '2024-08-30', '2024-09-04', 4],
    ['Quốc khánh 2025', '2025-08-29', '2025-09-03', 4],
    ['Quốc khánh 2026', '2026-08-28', '2026-09-03', 5],
    ['Quốc khánh 2027', '2027-09-01', '2027-09-06', 4],
    ['Tết Dương lịch 2026', '2025-12-31', '2026-01-05', 4],
    ['Ngày Văn hóa 2026', '2026-11-23', '2026-11-25', 1],
  ])('over %s nobody works between %s and %s: %i days', (_, lastBefore, firstAfter, rest) => {
    expect(isWorkingDay(shipped, lastBefore)).toBe(true)
    expect(addWorkingDays(shipped, lastBefore, 1)).toEqual({ on: firstAfter, isCertain: true })
    expect(daysBetween(lastBefore, firstAfter) - 1).toBe(rest)
  })

  test('know the Day of Culture from 2026 and not before', () =>
    expect(['2025-11-24', '2026-11-24', '2027-11-24'].map(day => isWorkingDay(shipped, day))).toEqual([
      true,
      false,
      false,
    ]))
})

const holidaysOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ date: addDays('2026-01-01', n), name: 'nghỉ' }))

describe('a published year', () => {
  const swapsOf = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ off: addDays('2026-01-06', 7 * n), on: addDays('2026-01-10', 7 * n) }))
  const issuesOf = (input: unknown) =>
    (calendarYearSchema.safeParse(input).error?.issues ?? []).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    )

  test('is accepted at its limits and not beyond', () => {
    const within = {
      holidays: [holidaysOf(MAX_HOLIDAYS), holidaysOf(MAX_HOLIDAYS + 1)],
      swaps: [swapsOf(MAX_SWAPS), swapsOf(MAX_SWAPS + 1)],
      source: ['x'.repeat(MAX_SOURCE_LENGTH), 'x'.repeat(MAX_SOURCE_LENGTH + 1)],
    }
    for (const [key, [full, tooMuch]] of Object.entries(within)) {
      expect(issuesOf({ ...yearWith(2026), [key]: full })).toEqual([])
      expect(issuesOf({ ...yearWith(2026), [key]: tooMuch })).toHaveLength(1)
    }
    const named = (length: number) => yearWith(2026, { holidays: [{ date: '2026-01-01', name: 'x'.repeat(length) }] })
    expect(issuesOf(named(MAX_NAME_LENGTH))).toEqual([])
    expect(issuesOf(named(MAX_NAME_LENGTH + 1))).toHaveLength(1)
    expect([1999, 2000, 2100, 2101].map(year => issuesOf(yearWith(year)).length)).toEqual([1, 0, 0, 1])
  })

  const holiday = { date: '2026-01-01', name: 'Tết Dương lịch' }
  test.each<[string, Partial<CalendarYear>, string]>([
    ['no holiday at all', { holidays: [] }, 'holidays: năm nào cũng có ngày lễ · every year has holidays'],
    [
      'a day of another year',
      { holidays: [{ date: '2025-12-31', name: 'x' }] },
      'holidays.0.date: 2025-12-31 không thuộc năm 2026 · is not in 2026',
    ],
    ['a day twice', { holidays: [holiday, holiday] }, 'holidays.1.date: 2026-01-01 ghi hai lần · is there twice'],
    [
      'a day that is none',
      { holidays: [{ date: '2026-02-29', name: 'x' }] },
      'holidays.0.date: không phải ngày dạng NĂM-THÁNG-NGÀY · not a date YYYY-MM-DD',
    ],
    [
      'a rest on a day that is none',
      { swaps: [{ off: '2026-02-30', on: '2026-01-10' }] },
      'swaps.0.off: không phải ngày dạng NĂM-THÁNG-NGÀY · not a date YYYY-MM-DD',
    ],
    [
      'a rest of another year',
      { swaps: [{ off: '2025-12-31', on: '2026-01-10' }] },
      'swaps.0.off: 2025-12-31 không thuộc năm 2026 · is not in 2026',
    ],
    [
      'a rest on a weekend',
      { swaps: [{ off: '2026-01-03', on: '2026-01-10' }] },
      'swaps.0.off: 2026-01-03 đã là ngày nghỉ hằng tuần · is a weekend anyway',
    ],
    [
      'a rest on a holiday',
      { swaps: [{ off: '2026-01-01', on: '2026-01-10' }] },
      'swaps.0.off: 2026-01-01 đã là ngày nghỉ lễ · is a holiday anyway',
    ],
    [
      'work on a Sunday',
      { swaps: [{ off: '2026-01-02', on: '2026-01-11' }] },
      'swaps.0.on: 2026-01-11 không phải thứ Bảy · is not a Saturday',
    ],
    [
      'work on a holiday',
      { holidays: [holiday, { date: '2026-01-10', name: 'x' }], swaps: [{ off: '2026-01-02', on: '2026-01-10' }] },
      'swaps.0.on: 2026-01-10 là ngày nghỉ lễ · is a holiday',
    ],
    [
      'work two years away',
      { swaps: [{ off: '2026-01-02', on: '2024-01-06' }] },
      'swaps.0.on: 2024-01-06 quá xa năm 2026 · is too far from 2026',
    ],
    [
      'one Saturday for two days',
      {
        swaps: [
          { off: '2026-01-02', on: '2026-01-10' },
          { off: '2026-01-05', on: '2026-01-10' },
        ],
      },
      'swaps.1: 2026-01-10 đã hoán đổi rồi · is exchanged already',
    ],
  ])('is refused with %s', (_, change, message) => expect(issuesOf(yearWith(2026, change))).toEqual([message]))

  test('is refused, not thrown at, for dates before all calendars', () =>
    expect(issuesOf(yearWith(2026, { swaps: [{ off: '0000-01-03', on: '0000-01-08' }] }))).toHaveLength(2))

  test('is refused with what nobody asked for', () => {
    expect(issuesOf({ ...yearWith(2026), note: 'x' })).toHaveLength(1)
    expect(issuesOf({ ...yearWith(2026), confidence: 'rumoured' })).toHaveLength(1)
    expect(issuesOf(null)).toHaveLength(1)
  })

  test('may work on a Saturday of its neighbour', () => {
    expect(issuesOf(yearWith(2015, { swaps: [{ off: '2015-01-02', on: '2014-12-27' }] }))).toEqual([])
    expect(issuesOf(yearWith(2018, { swaps: [{ off: '2018-12-31', on: '2019-01-05' }] }))).toEqual([])
  })
})

describe('the seed file', () => {
  const issuesOf = (years: readonly CalendarYear[]) =>
    (calendarSeedSchema.safeParse({ version: 1, asOf: '2026-11-25', about: 'để thử', years }).error?.issues ?? []).map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    )
  const exchanging = yearWith(2018, { swaps: [{ off: '2018-12-31', on: '2019-01-05' }] })

  test('holds each year once', () => {
    expect(issuesOf([yearWith(2026), yearWith(2027)])).toEqual([])
    expect(issuesOf([exchanging, exchanging])).toEqual(['years.1: năm 2018 ghi hai lần · 2018 is there twice'])
    expect(issuesOf([])).toHaveLength(1)
  })

  test('lets no year work on the holiday of another, nor two on the same Saturday', () => {
    const resting = yearWith(2019, { holidays: [{ date: '2019-01-05', name: 'nghỉ' }] })
    expect(issuesOf([exchanging, resting])).toEqual([
      'years.0.swaps.0.on: 2019-01-05 là ngày nghỉ lễ của năm khác · is a holiday of another year',
    ])
    const own = yearWith(2026, { holidays: holidaysOf(10), swaps: [{ off: '2026-01-12', on: '2026-01-10' }] })
    expect(issuesOf([own])).toEqual(['years.0.swaps.0.on: 2026-01-10 là ngày nghỉ lễ · is a holiday'])
    const same = yearWith(2019, { swaps: [{ off: '2019-01-04', on: '2019-01-05' }] })
    expect(issuesOf([exchanging, same])).toEqual([
      'years.1.swaps.0.on: 2019-01-05 đã hoán đổi ở năm khác · is exchanged in another year already',
    ])
  })
})
