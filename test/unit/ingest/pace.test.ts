import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPace } from '../../../server/ingest/pace.ts'

const NOW = 1_000_000

test('a rested sender waits for nothing up to its burst, then for one turn after the other, and no longer than so many', () => {
  const { take } = createPace(2, 3, 4)
  for (let i = 0; i < 3; i++) expect(take('a', NOW)).toBe(0)
  expect([1, 2, 3, 4].map(() => take('a', NOW))).toEqual([500, 1_000, 1_500, 2_000])
  expect(take('a', NOW)).toBeUndefined()
  expect(take('b', NOW)).toBe(0)
})

test('what was refused takes no turn: a turn later there is room for one again', () => {
  const { take } = createPace(2, 1, 1)
  expect([take('a', NOW), take('a', NOW), take('a', NOW), take('a', NOW)]).toEqual([0, 500, undefined, undefined])
  expect(take('a', NOW + 499)).toBeUndefined()
  expect(take('a', NOW + 500)).toBe(500)
})

test('a clock that is set back gives nothing away and takes nothing', () => {
  const { take } = createPace(1, 1, 5)
  take('a', NOW)
  expect(take('a', NOW - 3_600_000)).toBe(1_000)
  expect(take('a', NOW - 3_600_000 + 2_000)).toBe(0)
})

test('ten thousand senders are remembered; beyond that the longest silent one is forgotten', () => {
  const { take } = createPace(0.001, 1, 0)
  for (let i = 0; i < 10_000; i++) take(`key-${i}`, NOW)
  expect(take('key-0', NOW)).toBeUndefined()
  take('one-more', NOW)
  expect(take('key-0', NOW)).toBeUndefined()
  expect(take('key-1', NOW)).toBe(0)
})

test('whoever keeps its waits never passes more than the burst and the rate allow', () => {
  const pauses = fc.array(fc.nat(2_000), { minLength: 1, maxLength: 200 })
  const some = fc.integer({ min: 1, max: 20 })
  fc.assert(
    fc.property(pauses, some, some, fc.nat(20), (all, perSecond, burst, waiting) => {
      const { take } = createPace(perSecond, burst, waiting)
      let at = NOW
      const passed: number[] = []
      for (const pause of all) {
        at += pause
        const wait = take('a', at)
        if (wait !== undefined) passed.push(at + wait)
        expect(wait ?? 0).toBeLessThanOrEqual(Math.ceil((waiting / perSecond) * 1_000))
      }
      for (const until of passed) {
        const count = passed.filter(one => one <= until).length
        expect(count).toBeLessThanOrEqual(burst + ((until - NOW) / 1_000) * perSecond + 1e-6)
      }
    }),
  )
})
