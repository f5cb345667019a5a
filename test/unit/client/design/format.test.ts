// Numbers and times as the province writes them, whatever the screen's own settings.
import { expect, test } from 'vitest'
import { formatNumber } from '../../../../client/design/number-format.ts'
import {
  ageOf,
  formatClock,
  formatDate,
  formatIsoDate,
  isoDayOf,
  weekdayOf,
} from '../../../../client/design/time-format.ts'

test('decimal comma, thousands point, a true minus sign', () => {
  expect(formatNumber(1234.5, 2)).toBe('1.234,50')
  expect(formatNumber(-0.3, 2)).toBe('\u22120,30')
  expect(formatNumber(-0.001, 2)).toBe('0,00')
})

test('the day turns at midnight in the province', () => {
  const beforeMidnight = Date.UTC(2026, 10, 22, 16, 59)
  const midnight = Date.UTC(2026, 10, 22, 17, 0)
  expect([formatClock(beforeMidnight), formatDate(beforeMidnight)]).toEqual(['23:59', '22/11/2026'])
  expect([formatClock(midnight), formatDate(midnight), isoDayOf(midnight), weekdayOf(midnight)]).toEqual([
    '00:00',
    '23/11/2026',
    '2026-11-23',
    'Mon',
  ])
  expect(formatIsoDate('2025-05-20')).toBe('20/05/2025')
})

test.each([
  [-5, 0, 'seconds'],
  [59_999, 59, 'seconds'],
  [60_000, 1, 'minutes'],
  [3_599_999, 59, 'minutes'],
  [3_600_000, 1, 'hours'],
  [47 * 3_600_000, 47, 'hours'],
  [48 * 3_600_000, 2, 'days'],
])('%i ms is %i %s', (ms, count, unit) => {
  expect(ageOf(ms)).toEqual({ count, unit })
})
