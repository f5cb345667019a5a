import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  backOffMs,
  MAX_ATTEMPTS,
  MAX_BACK_OFF_MS,
  MAX_RETRY_AFTER_MS,
  retryAfterMs,
} from '../../../server/notify/back-off.ts'

test('the pauses grow from 5 seconds to a quarter of an hour', () => {
  expect([1, 2, 3, 4, 5, 6].map(attempts => backOffMs(attempts, 0))).toEqual([
    5_000, 20_000, 80_000, 320_000, 900_000, 900_000,
  ])
})

test('from the first try to the last it takes about two hours', () => {
  const pauses = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, i) => backOffMs(i + 1, 0))
  expect(pauses.reduce((sum, pause) => sum + pause, 0) / 60_000).toBeCloseTo(112, 0)
})

test('chance takes away at most a fifth of a pause, and never adds to it', () => {
  const attempts = fc.integer({ min: 1, max: MAX_ATTEMPTS })
  fc.assert(
    fc.property(attempts, fc.double({ min: 0, max: 0.999_999, noNaN: true }), (tries, random) => {
      const pause = backOffMs(tries, random)
      expect(pause).toBeGreaterThanOrEqual(0.8 * backOffMs(tries, 0) - 1)
      expect(pause).toBeLessThanOrEqual(Math.min(MAX_BACK_OFF_MS, backOffMs(tries, 0)))
    }),
  )
})

const NOW = Date.parse('2026-11-25T05:00:00Z')
test.each([
  ['7', 7_000],
  [' 0 ', 0],
  ['3600', MAX_RETRY_AFTER_MS],
  ['3601', MAX_RETRY_AFTER_MS],
  ['Wed, 25 Nov 2026 05:00:30 GMT', 30_000],
  ['Wed, 25 Nov 2026 04:59:30 GMT', 0],
  ['', null],
  [null, null],
  ['-1', null],
  ['1.5', null],
  ['soon', null],
  ['soon GMT', null],
  ['99999999999999', null],
])('Retry-After: %s asks for %s ms', (header, expected) => expect(retryAfterMs(header, NOW)).toBe(expected))
