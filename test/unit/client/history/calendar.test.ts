import { describe, expect, test } from 'vitest'
import {
  boundsOf,
  dayCells,
  dayProfile,
  daysOf,
  hourRows,
  MAX_CELL_DAYS,
  SCALE_STEPS,
  stepOf,
  weeksOf,
  wholeDays,
} from '../../../../client/history/page/calendar.ts'

const DAY = 86_400_000
/** 24/11/2026, 00:00 in the province; a Tuesday. */
const TUESDAY = Date.UTC(2026, 10, 23, 17)
const bucket = (t: number, mean: number, count = 1) => ({ t, min: mean, max: mean, mean, count })

describe('the calendar', () => {
  test('has the days of the province, whatever zone the screen is in', () => {
    expect(daysOf({ from: TUESDAY - 1, to: TUESDAY })).toEqual(['2026-11-23', '2026-11-24'])
    expect(daysOf({ from: TUESDAY, to: TUESDAY + DAY - 1 })).toEqual(['2026-11-24'])
  })
  test('is bounded', () => {
    const days = (count: number) => daysOf({ from: TUESDAY, to: TUESDAY + count * DAY - 1 }).length
    expect([days(MAX_CELL_DAYS), days(MAX_CELL_DAYS + 1)]).toEqual([MAX_CELL_DAYS, MAX_CELL_DAYS])
  })
  test('asks for whole days, one bucket each', () =>
    expect(wholeDays({ from: TUESDAY + 5, to: TUESDAY + DAY + 5 })).toEqual({
      from: TUESDAY,
      to: TUESDAY + 2 * DAY - 1,
      points: 2,
    }))
  test('knows which days were not measured, and adds up what is counted', () => {
    const range = { from: TUESDAY, to: TUESDAY + 2 * DAY - 1 }
    expect(dayCells([bucket(TUESDAY, 3, 4)], range, 'sum')).toEqual([
      { day: '2026-11-24', value: 12 },
      { day: '2026-11-25', value: undefined },
    ])
  })
  test('stands in weeks from Monday', () => {
    const cells = dayCells([], { from: TUESDAY, to: TUESDAY + 7 * DAY - 1 }, 'mean')
    const weeks = weeksOf(cells).map(week => week.map(cell => cell?.day.slice(8)))
    expect(weeks).toEqual([
      [undefined, '24', '25', '26', '27', '28', '29'],
      ['30', undefined, undefined, undefined, undefined, undefined, undefined],
    ])
  })
})

describe('the hours of the day', () => {
  const hour = (day: number, at: number, mean: number, count = 1) =>
    bucket(TUESDAY + day * DAY + at * 3_600_000, mean, count)
  const range = { from: TUESDAY, to: TUESDAY + 2 * DAY - 1 }
  test('are those of the province, a row a day', () => {
    const rows = hourRows([hour(0, 0, 1), hour(1, 23, 2)], range, 62)
    expect(rows.map(({ key }) => key)).toEqual(['2026-11-24', '2026-11-25'])
    expect([rows[0]?.values[0], rows[0]?.values[23], rows[1]?.values[23]]).toEqual([1, undefined, 2])
  })
  test('stand by month where there are too many days, weighed by how often was measured', () => {
    const rows = hourRows([hour(0, 6, 10, 1), hour(1, 6, 20, 3)], range, 1)
    expect(rows.map(({ key }) => key)).toEqual(['2026-11'])
    expect(rows[0]?.values[6]).toBe(17.5)
  })
  test('make a mean day with its lowest and highest', () => {
    const profile = dayProfile([hour(0, 6, 10, 1), hour(1, 6, 20, 3)])
    expect(profile[6]).toEqual({ mean: 17.5, min: 10, max: 20 })
    expect(profile[7]).toBeUndefined()
  })
})

test('a step of the scale is found at both ends, and never for what is unknown', () => {
  expect([stepOf(0, 0, 9), stepOf(9, 0, 9), stepOf(1, 0, 9), stepOf(5, 5, 5)]).toEqual([0, SCALE_STEPS - 1, 1, 4])
  expect(stepOf(undefined, 0, 9)).toBeUndefined()
  expect(boundsOf([undefined, 3, 1])).toEqual({ low: 1, high: 3 })
  expect(boundsOf([undefined])).toBeUndefined()
})
