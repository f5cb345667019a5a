// Calendar days as people type them, day first.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatIsoDate } from '../../../../client/design/time-format.ts'
import { FIRST_YEAR, LAST_YEAR, parseDay } from '../../../../client/kit/day-text.ts'

test.each([
  ['23/11/2026', '2026-11-23'],
  ['5/3/2026', '2026-03-05'],
  ['05/03/26', '2026-03-05'],
  ['05-03-2026', '2026-03-05'],
  ['05.03.2026', '2026-03-05'],
  ['5 3 2026', '2026-03-05'],
  ['5 / 3 / 2026', '2026-03-05'],
  ['05032026', '2026-03-05'],
  ['2026-03-05', '2026-03-05'],
  [' 23/11/2026 ', '2026-11-23'],
  ['29/2/2024', '2024-02-29'],
  ['29/2/2000', '2000-02-29'],
  ['31/12/2026', '2026-12-31'],
  ['30/4/2026', '2026-04-30'],
  [`1/1/${FIRST_YEAR}`, '1900-01-01'],
  [`31/12/${LAST_YEAR}`, '2199-12-31'],
])('"%s" is %s', (text, iso) => {
  expect(parseDay(text)).toBe(iso)
})

test.each([
  '',
  '5/3',
  '5/3/226',
  '29/2/2026',
  '29/2/2100',
  '31/4/2026',
  '32/1/2026',
  '0/1/2026',
  '1/0/2026',
  '11/23/2026',
  '5/3-2026',
  '5//3/2026',
  '2026-3-5',
  '2026-02-30',
  '2026/03/05',
  '503202',
  '5/3/2026 10:00',
  'hôm nay',
  `31/12/${FIRST_YEAR - 1}`,
  `1/1/${LAST_YEAR + 1}`,
])('"%s" is no day', text => {
  expect(parseDay(text)).toBeUndefined()
})

test('every day that is written out is read back as the same day', () => {
  const days = fc
    .integer({ min: Date.UTC(FIRST_YEAR, 0, 1) / 86_400_000, max: Date.UTC(LAST_YEAR, 11, 31) / 86_400_000 })
    .map(day => new Date(day * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(days, iso => {
      expect(parseDay(formatIsoDate(iso))).toBe(iso)
      expect(parseDay(iso)).toBe(iso)
    }),
    { numRuns: 2_000 },
  )
})
