import { describe, expect, test } from 'vitest'
import { dateMarkOf, dueDayOf } from '../../../shared/programme/deadline.ts'
import type { Deadline } from '../../../shared/programme/facts.ts'

const quarter = (of: 1 | 2 | 3 | 4): Deadline => ({ kind: 'quarter', year: 2024, quarter: of, thenOngoing: true })
const month = (of: string): Deadline => ({ kind: 'month', month: of, thenOngoing: false })

describe('the last day of a deadline', () => {
  test.each<[string, Deadline, string | null]>([
    ['a day', { kind: 'day', day: '2024-03-05' }, '2024-03-05'],
    ['a month', month('2024-05'), '2024-05-31'],
    ['February of a leap year', month('2024-02'), '2024-02-29'],
    ['February of a common year', month('2025-02'), '2025-02-28'],
    ['December', month('2024-12'), '2024-12-31'],
    ['quarter 1', quarter(1), '2024-03-31'],
    ['quarter 2', quarter(2), '2024-06-30'],
    ['quarter 3', quarter(3), '2024-09-30'],
    ['quarter 4', quarter(4), '2024-12-31'],
    ['every year', { kind: 'yearly' }, '2025-12-31'],
    ['again and again', { kind: 'periodic' }, null],
    ['ongoing', { kind: 'ongoing' }, null],
    ['on request', { kind: 'on-request' }, null],
    ['by another plan', { kind: 'by-plan' }, null],
    ['so many working days', { kind: 'working-days', days: 10, after: 'dossier-complete' }, null],
    ['unknown', { kind: 'unknown' }, null],
  ])('%s', (_, deadline, due) => expect(dueDayOf(deadline, '2025-07-01')).toBe(due))

  test('moves with the year only when it is yearly', () => {
    expect(dueDayOf({ kind: 'yearly' }, '2024-01-01')).toBe('2024-12-31')
    expect(dueDayOf({ kind: 'yearly' }, '2024-12-31')).toBe('2024-12-31')
    expect(dueDayOf(quarter(1), '2030-01-01')).toBe('2024-03-31')
  })
})

describe('how near a day is', () => {
  test.each([
    ['2024-04-30', 'on-track'],
    ['2024-05-01', 'due-soon'],
    ['2024-05-31', 'due-soon'],
    ['2024-06-01', 'overdue'],
  ])('31 May 2024 seen on %s, 30 days being soon: %s', (day, mark) =>
    expect(dateMarkOf('2024-05-31', day, 30)).toBe(mark),
  )

  test.each([
    ['2024-05-30', 'on-track'],
    ['2024-05-31', 'due-soon'],
    ['2024-06-01', 'overdue'],
  ])('31 May 2024 seen on %s, only the day itself being soon: %s', (day, mark) =>
    expect(dateMarkOf('2024-05-31', day, 0)).toBe(mark),
  )
})
