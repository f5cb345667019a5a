import { expect, test } from 'vitest'
import { createSetUp, SET_UP_MS } from '../../../server/access/set-up.ts'

test('the link of a new station is good for half an hour, once, and only the newest', () => {
  let clock = 0
  const setUp = createSetUp(() => clock)
  expect(setUp.isGood('')).toBe(false)
  const first = setUp.issue()
  expect([SET_UP_MS, first.length]).toEqual([1_800_000, 43])
  clock = SET_UP_MS - 1
  expect(setUp.isGood(first)).toBe(true)
  clock = SET_UP_MS
  expect(setUp.isGood(first)).toBe(false)
  const second = setUp.issue()
  expect([setUp.isGood(first), setUp.isGood(second), setUp.isGood(`${second}x`)]).toEqual([false, true, false])
  setUp.spend()
  expect(setUp.isGood(second)).toBe(false)
})
