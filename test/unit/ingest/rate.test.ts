import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRateLimit } from '../../../server/ingest/rate.ts'

const NOW = 1_000_000

test('a rested key may send its burst at once, and not one more', () => {
  const { take } = createRateLimit(5, 10)
  for (let i = 0; i < 10; i++) expect(take('a', NOW)).toBe(0)
  expect(take('a', NOW)).toBeGreaterThan(0)
})

test('who waits as long as it was told may send again', () => {
  const { take } = createRateLimit(0.5, 1)
  expect(take('a', NOW)).toBe(0)
  const seconds = take('a', NOW)
  expect(seconds).toBe(2)
  expect(take('a', NOW + seconds * 1_000)).toBe(0)
  expect(take('a', NOW + seconds * 1_000)).toBe(2)
})

test('a token comes back exactly after its time', () => {
  const { take } = createRateLimit(4, 1)
  take('a', NOW)
  expect(take('a', NOW + 249)).toBe(1)
  const other = createRateLimit(4, 1)
  other.take('a', NOW)
  expect(other.take('a', NOW + 250)).toBe(0)
})

test('one key never spends what belongs to another', () => {
  const { take } = createRateLimit(1, 1)
  expect(take('a', NOW)).toBe(0)
  expect(take('a', NOW)).toBeGreaterThan(0)
  expect(take('b', NOW)).toBe(0)
})

test('a clock that is set back refuses nobody for longer than told', () => {
  const { take } = createRateLimit(1, 1)
  take('a', NOW)
  expect(take('a', NOW - 3_600_000)).toBe(1)
  expect(take('a', NOW - 3_600_000 + 1_000)).toBe(0)
})

test('ten thousand keys are remembered; beyond that the longest silent one is forgotten', () => {
  const { take } = createRateLimit(0.001, 1)
  take('first', NOW)
  for (let i = 0; i < 9_999; i++) take(`key-${i}`, NOW)
  expect(take('first', NOW)).toBeGreaterThan(0)
  // Asking moved it to the end of the line: now key-0 is the oldest.
  take('one-more', NOW)
  expect(take('first', NOW)).toBeGreaterThan(0)
  expect(take('key-0', NOW)).toBe(0)
})

test('over any stretch of time no more pass than the burst and the rate allow', () => {
  const pauses = fc.array(fc.nat(2_000), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(pauses, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (all, perSecond, burst) => {
      const { take } = createRateLimit(perSecond, burst)
      let at = NOW
      let passed = 0
      for (const pause of all) {
        at += pause
        if (take('a', at) === 0) passed++
      }
      expect(passed).toBeLessThanOrEqual(burst + ((at - NOW) / 1_000) * perSecond + 1e-6)
    }),
  )
})
