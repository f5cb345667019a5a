import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  calendarOf,
  daysBetween,
  isWorkingDay,
  lastDayOfMonth,
  MAX_SPAN_DAYS,
  MAX_WORKING_DAYS,
  type WorkingCalendar,
  weekdayOf,
  workingDaysBetween,
  yearOf,
} from '../../../shared/programme/working-calendar.ts'
import { shipped, yearWith } from './calendar-sample.ts'

const NOTHING: WorkingCalendar = new Map()

describe('a clock of working days', () => {
  test('does not count the day it starts on', () => {
    expect(addWorkingDays(shipped, '2026-11-25', 1).on).toBe('2026-11-26')
    expect(addWorkingDays(shipped, '2026-11-27', 1).on).toBe('2026-11-30')
    expect(addWorkingDays(shipped, '2026-11-28', 1).on).toBe('2026-11-30')
  })

  test('of ten days jumps Tết', () =>
    expect(addWorkingDays(shipped, '2024-02-07', 10)).toEqual({ on: '2024-02-28', isCertain: true }))

  test('counts a worked Saturday', () => {
    expect([1, 2, 3, 4].map(days => addWorkingDays(shipped, '2024-04-26', days).on)).toEqual([
      '2024-05-02',
      '2024-05-03',
      '2024-05-04',
      '2024-05-06',
    ])
    expect(addWorkingDays(shipped, '2026-01-09', 1).on).toBe('2026-01-10')
    expect(workingDaysBetween(shipped, '2026-08-21', '2026-08-24').days).toBe(2)
  })

  test('of no days ends where it starts, even on a day off', () =>
    expect(addWorkingDays(shipped, '2026-11-24', 0)).toEqual({ on: '2026-11-24', isCertain: true }))

  test('says so when it runs into an unknown year, where only weekends rest', () => {
    expect(addWorkingDays(shipped, '2027-12-30', 1)).toEqual({ on: '2027-12-31', isCertain: true })
    expect(addWorkingDays(shipped, '2027-12-31', 1)).toEqual({ on: '2028-01-03', isCertain: false })
    expect(addWorkingDays(shipped, '2023-12-31', 1)).toEqual({ on: '2024-01-02', isCertain: true })
    expect(addWorkingDays(shipped, '2023-12-28', 1)).toEqual({ on: '2023-12-29', isCertain: false })
    expect(workingDaysBetween(shipped, '2027-12-31', '2027-12-31')).toEqual({ days: 0, isCertain: true })
    expect(workingDaysBetween(shipped, '2027-12-31', '2028-01-01')).toEqual({ days: 0, isCertain: false })
    expect(workingDaysBetween(shipped, '2028-01-03', '2027-12-29')).toEqual({ days: -3, isCertain: false })
    expect(isWorkingDay(NOTHING, '2026-11-24')).toBe(true)
    expect(isWorkingDay(NOTHING, '2026-11-28')).toBe(false)
  })

  test('stays uncertain after a gap between two known years', () => {
    const gap = calendarOf([yearWith(2024), yearWith(2026)])
    expect(addWorkingDays(gap, '2024-12-31', 300)).toMatchObject({ isCertain: false })
    expect(workingDaysBetween(gap, '2024-12-30', '2026-01-05').isCertain).toBe(false)
  })

  test('takes what the neighbouring year exchanged, before and after', () => {
    const back = calendarOf([yearWith(2015, { swaps: [{ off: '2015-01-02', on: '2014-12-27' }] })])
    expect(isWorkingDay(back, '2014-12-27')).toBe(true)
    expect(isWorkingDay(back, '2015-01-02')).toBe(false)
    const ahead = calendarOf([yearWith(2018, { swaps: [{ off: '2018-12-31', on: '2019-01-05' }] }), yearWith(2019)])
    expect(isWorkingDay(ahead, '2018-12-31')).toBe(false)
    expect(isWorkingDay(ahead, '2019-01-05')).toBe(true)
    expect(isWorkingDay(ahead, '2019-01-12')).toBe(false)
  })

  test('takes whole days of 0 to its limit, and refuses the next', () => {
    const { on } = addWorkingDays(NOTHING, '2024-01-01', MAX_WORKING_DAYS)
    expect(on).toBe('2031-09-01') // 400 weeks
    expect(() => addWorkingDays(NOTHING, '2024-01-01', MAX_WORKING_DAYS + 1)).toThrow(RangeError)
    for (const days of [-1, 1.5, Number.NaN, Infinity])
      expect(() => addWorkingDays(NOTHING, '2024-01-01', days)).toThrow(RangeError)
  })

  test('is read over a century at most', () => {
    const to = addDays('2000-01-01', MAX_SPAN_DAYS)
    expect(workingDaysBetween(NOTHING, '2000-01-01', to).days).toBe(26_090)
    expect(workingDaysBetween(NOTHING, to, '2000-01-01').days).toBe(-26_090)
    expect(() => workingDaysBetween(NOTHING, '2000-01-01', addDays(to, 1))).toThrow(RangeError)
    expect(() => workingDaysBetween(NOTHING, addDays(to, 1), '2000-01-01')).toThrow(RangeError)
  })

  test('ends at the end of time', () => expect(() => addWorkingDays(NOTHING, '9999-12-31', 1)).toThrow(RangeError))

  test('of two records of a year follows the later one', () => {
    const later = yearWith(2026, { holidays: [{ date: '2026-05-04', name: 'Nghỉ bù' }] })
    expect(isWorkingDay(calendarOf([yearWith(2026), later]), '2026-05-04')).toBe(false)
    expect(isWorkingDay(calendarOf([later, yearWith(2026)]), '2026-05-04')).toBe(true)
  })
})

describe('any calendar', () => {
  const day = (from: string, to: string) =>
    fc.integer({ min: 0, max: daysBetween(from, to) }).map(n => addDays(from, n))
  const anyYear = (year: number) =>
    fc
      .record({
        off: fc.uniqueArray(day(`${year}-01-01`, `${year}-12-31`), { maxLength: 30 }),
        swaps: fc.array(
          fc.record({
            off: day(`${year}-01-01`, `${year}-12-31`),
            on: day(`${year - 1}-12-01`, `${year + 1}-01-31`).map(d => addDays(d, 6 - weekdayOf(d))),
          }),
          { maxLength: 5 },
        ),
      })
      .map(({ off, swaps }) => yearWith(year, { holidays: off.map(date => ({ date, name: 'nghỉ' })), swaps }))
  const calendars = fc
    .tuple(anyYear(2024), anyYear(2025), anyYear(2026))
    .chain(years => fc.subarray(years))
    .map(calendarOf)
  const days = day('2023-06-01', '2027-06-30')
  const counts = fc.integer({ min: 0, max: 400 })

  test('gives back the days that were added, as certain as it was', () =>
    fc.assert(
      fc.property(calendars, days, counts, (calendar, start, count) => {
        const { on, isCertain } = addWorkingDays(calendar, start, count)
        expect(workingDaysBetween(calendar, start, on)).toEqual({ days: count, isCertain })
      }),
    ))

  test('adds the days that were counted, up to the last working day', () =>
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: 0, max: 500 }), (calendar, from, span) => {
        const to = addDays(from, span)
        const { on } = addWorkingDays(calendar, from, workingDaysBetween(calendar, from, to).days)
        expect(on <= to).toBe(true)
        expect(workingDaysBetween(calendar, on, to).days).toBe(0)
      }),
    ))

  test('never lets a clock end on a day off', () =>
    fc.assert(
      fc.property(calendars, days, counts, (calendar, start, count) => {
        expect(isWorkingDay(calendar, addWorkingDays(calendar, start, count + 1).on)).toBe(true)
      }),
    ))

  test('lets a longer clock end later and a later one never earlier', () =>
    fc.assert(
      fc.property(calendars, days, counts, (calendar, start, count) => {
        const { on } = addWorkingDays(calendar, start, count)
        expect(addWorkingDays(calendar, start, count + 1).on > on).toBe(true)
        expect(addWorkingDays(calendar, addDays(start, 1), count).on >= on).toBe(true)
      }),
    ))

  test('counts the same backwards, and in parts', () =>
    fc.assert(
      fc.property(calendars, days, days, days, (calendar, a, b, c) => {
        const between = (from: string, to: string) => workingDaysBetween(calendar, from, to).days
        expect(between(b, a) + between(a, b)).toBe(0)
        expect(between(a, b) + between(b, c)).toBe(between(a, c))
      }),
    ))

  test('counts as one who goes through the days with another calendar in hand', () =>
    fc.assert(
      fc.property(calendars, days, fc.integer({ min: 0, max: 400 }), (calendar, from, span) => {
        const years = [...calendar.values()]
        const worked = new Set(years.flatMap(one => one.swaps.map(swap => swap.on)))
        const rests = new Set(years.flatMap(one => [...one.holidays.map(h => h.date), ...one.swaps.map(s => s.off)]))
        const expected = Array.from({ length: span }, (_, n) =>
          Temporal.PlainDate.from(from).add({ days: n + 1 }),
        ).filter(d => worked.has(d.toString()) || (d.dayOfWeek < 6 && !rests.has(d.toString())))
        expect(workingDaysBetween(calendar, from, addDays(from, span)).days).toBe(expected.length)
      }),
    ))
})

describe('day arithmetic', () => {
  const anyDay = fc
    .integer({ min: -719_162, max: 2_932_896 }) // 0001-01-01 to 9999-12-31
    .map(n => Temporal.PlainDate.from('1970-01-01').add({ days: n }))

  test('agrees with Temporal on every kind of day', () =>
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const days = a.until(b, { largestUnit: 'days' }).days
        expect(daysBetween(a.toString(), b.toString())).toBe(days)
        expect(addDays(a.toString(), days)).toBe(b.toString())
        expect(weekdayOf(a.toString())).toBe(a.dayOfWeek)
        expect(lastDayOfMonth(a.year, a.month)).toBe(a.with({ day: a.daysInMonth }).toString())
        expect(yearOf(a.toString())).toBe(a.year)
      }),
      { numRuns: 2_000 },
    ))

  test('knows leap years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01')
    expect([1900, 2000, 2024, 2026].map(year => lastDayOfMonth(year, 2))).toEqual([
      '1900-02-28',
      '2000-02-29',
      '2024-02-29',
      '2026-02-28',
    ])
    expect(addDays('2000-02-28', 1)).toBe('2000-02-29')
    expect(addDays('2000-03-01', -1)).toBe('2000-02-29')
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01')
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31')
    expect(weekdayOf('2026-11-25')).toBe(3)
  })

  test('reaches from the year 1 to the year 9999 and no further', () => {
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31')
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(addDays('0001-01-02', -1)).toBe('0001-01-01')
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
  })

  test.each(['', '2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-04-00', '0000-01-01', '2026-1-1'])(
    'refuses «%s», which is no day',
    text => {
      expect(() => weekdayOf(text)).toThrow(RangeError)
      expect(() => addDays(text, 0)).toThrow(RangeError)
      expect(() => isWorkingDay(shipped, text)).toThrow(RangeError)
      expect(() => addWorkingDays(shipped, text, 0)).toThrow(RangeError)
      expect(() => workingDaysBetween(shipped, '2026-01-01', text)).toThrow(RangeError)
    },
  )

  test('refuses parts of a day, and months there are not', () => {
    for (const days of [0.5, Number.NaN, Infinity]) expect(() => addDays('2026-01-01', days)).toThrow(RangeError)
    for (const month of [0, 13, 1.5]) expect(() => lastDayOfMonth(2026, month)).toThrow(RangeError)
    expect(() => lastDayOfMonth(0, 1)).toThrow(RangeError)
    expect(() => lastDayOfMonth(10_000, 1)).toThrow(RangeError)
  })
})
