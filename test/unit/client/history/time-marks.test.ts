// Few round moments of the province, in words that fit the length of time.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeMarks } from '../../../../client/history/time-marks.ts'

const NOON = Date.parse('2026-11-25T12:00:00+07:00')
const HOUR = 3_600_000
const DAY = 24 * HOUR
const words = (hours: number) => timeMarks(NOON - hours * HOUR, NOON).map(mark => mark.words)

test('the hours of a day', () => {
  expect(timeMarks(NOON - 12 * HOUR, NOON).map(({ at }) => at)).toContain(NOON - 12 * HOUR)
  expect(words(24)).toEqual(['12:00', '18:00', '00:00', '06:00', '12:00'])
  expect(timeMarks(NOON + 1, NOON + 59_000)).toEqual([])
})
test('midnights of several days have their date', () =>
  expect(words(48)).toEqual(['12:00', '24/11', '12:00', '25/11', '12:00']))
test('days, months, years', () => {
  expect(words(7 * 24)).toEqual(['19/11', '21/11', '23/11', '25/11'])
  expect(words(30 * 24).every(text => /^\d\d\/\d\d$/.test(text))).toBe(true)
  expect(words(365 * 24)).toEqual(['01/2026', '04/2026', '07/2026', '10/2026'])
  expect(words(10 * 365 * 24).every(text => /^01\/\d{4}$/.test(text))).toBe(true)
})
test('never crowded, never outside, always in order', () => {
  const lengths = fc.integer({ min: 60_000, max: 20 * 365 * DAY })
  fc.assert(
    fc.property(lengths, fc.integer({ min: 0, max: 400 * DAY }), (length, before) => {
      const to = NOON - before
      const marks = timeMarks(to - length, to)
      expect(marks.length).toBeLessThanOrEqual(7)
      for (const { at } of marks) {
        expect(at).toBeGreaterThanOrEqual(to - length)
        expect(at).toBeLessThanOrEqual(to)
      }
      expect(marks.map(({ at }) => at)).toEqual(marks.map(({ at }) => at).toSorted((a, b) => a - b))
    }),
  )
})
