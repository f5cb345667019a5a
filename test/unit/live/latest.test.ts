import { expect, test } from 'vitest'
import { createLatest } from '../../../server/live/latest.ts'

const one = (n: number, t: number, v: number) => ({
  n: Uint32Array.of(n),
  t: Float64Array.of(t),
  v: Float64Array.of(v),
  q: Uint8Array.of(0),
})

test('a reading replaces only an older one', () => {
  const latest = createLatest()
  expect(latest.apply(one(1, 10, 5), 1)).toBe(true)
  expect(latest.apply(one(1, 10, 6), 2)).toBe(false)
  expect(latest.apply(one(1, 9, 7), 2)).toBe(false)
  expect(latest.at(1)).toEqual({ t: 10, v: 5, q: 0 })
  expect(latest.apply(one(1, 11, 8), 2)).toBe(true)
  expect(latest.at(1)).toEqual({ t: 11, v: 8, q: 0 })
})

test('a series without a reading has none, not zero', () => {
  const latest = createLatest()
  expect(latest.at(0)).toBeUndefined()
  expect(latest.at(5_000)).toBeUndefined()
  expect(latest.changedAfter(-1, Uint32Array.of(0, 5_000)).n).toHaveLength(0)
})

test('a time before 1970 and a value of zero are readings like any other', () => {
  const latest = createLatest()
  latest.apply(one(0, -5, 0), 0)
  expect(latest.at(0)).toEqual({ t: -5, v: 0, q: 0 })
  expect([...latest.changedAfter(-1, Uint32Array.of(0)).t]).toEqual([-5])
})

test('it grows with the series numbers and keeps what it held', () => {
  const latest = createLatest()
  for (const n of [0, 1_023, 1_024, 1_025, 100_000]) latest.apply(one(n, 1, n), 1)
  expect([0, 1_023, 1_024, 1_025, 100_000].map(n => latest.at(n)?.v)).toEqual([0, 1_023, 1_024, 1_025, 100_000])
})

test('what changed after a frame is told by the frame in which it changed', () => {
  const latest = createLatest()
  latest.apply(one(1, 1, 1), 1)
  latest.apply(one(2, 1, 1), 2)
  const all = Uint32Array.of(1, 2, 3)
  expect([...latest.changedAfter(0, all).n]).toEqual([1, 2])
  expect([...latest.changedAfter(1, all).n]).toEqual([2])
  expect([...latest.changedAfter(2, all).n]).toEqual([])
  expect([...latest.changedAfter(-1, Uint32Array.of(2)).n]).toEqual([2])
})
