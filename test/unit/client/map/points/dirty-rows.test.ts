// Changed rows gathered into few writes: every change is written, nothing outside is, and there are never too many.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDirtyRows, MAX_LISTED, MAX_WRITES, NEAR_ROWS } from '../../../../../client/map/points/dirty-rows.ts'

const rangesOf = (rows: readonly number[], dirty = createDirtyRows()): [number, number][] => {
  for (const row of rows) dirty.add(row)
  const ranges: [number, number][] = []
  dirty.flush((first, end) => ranges.push([first, end]))
  return ranges
}
const isCovered = (row: number, ranges: readonly [number, number][]) =>
  ranges.some(([first, end]) => first <= row && row < end)

const someRows = fc.array(fc.nat(100_000), { minLength: 1, maxLength: 500 })

test('every changed row lies in a range, and each range begins and ends with a changed row', () => {
  fc.assert(
    fc.property(someRows, rows => {
      const ranges = rangesOf(rows)
      expect(rows.every(row => isCovered(row, ranges))).toBe(true)
      expect(ranges.every(([first, end]) => rows.includes(first) && rows.includes(end - 1))).toBe(true)
    }),
  )
})

test('ranges ascend, do not touch, and are at most MAX_WRITES', () => {
  fc.assert(
    fc.property(someRows, rows => {
      const ranges = rangesOf(rows)
      expect(ranges.length).toBeLessThanOrEqual(MAX_WRITES)
      for (const [i, [first]] of ranges.entries())
        if (i > 0) expect(first - (ranges[i - 1]?.[1] ?? 0)).toBeGreaterThanOrEqual(NEAR_ROWS)
    }),
  )
})

test('what is near goes together, what is one row further does not', () => {
  expect(rangesOf([0, NEAR_ROWS])).toEqual([[0, NEAR_ROWS + 1]])
  expect(rangesOf([0, NEAR_ROWS + 1])).toEqual([
    [0, 1],
    [NEAR_ROWS + 1, NEAR_ROWS + 2],
  ])
})

test('MAX_WRITES lonely rows are written one by one; with one more the nearest go together', () => {
  const lonely = (count: number) => Array.from({ length: count }, (_, i) => i * (NEAR_ROWS + 1))
  expect(rangesOf(lonely(MAX_WRITES))).toHaveLength(MAX_WRITES)
  const oneMore = rangesOf(lonely(MAX_WRITES + 1))
  expect(oneMore.length).toBeLessThan(MAX_WRITES)
  expect(lonely(MAX_WRITES + 1).every(row => isCovered(row, oneMore))).toBe(true)
})

test('MAX_LISTED changes are told apart; with one more everything between the first and the last is written', () => {
  const same = Array.from({ length: MAX_LISTED - 1 }, () => 5)
  expect(rangesOf([...same, 90_000])).toEqual([
    [5, 6],
    [90_000, 90_001],
  ])
  expect(rangesOf([...same, 5, 90_000])).toEqual([[5, 90_001]])
})

test('after a flush nothing is dirty', () => {
  const dirty = createDirtyRows()
  expect(rangesOf([7], dirty)).toEqual([[7, 8]])
  expect(rangesOf([], dirty)).toEqual([])
  expect(rangesOf([9], dirty)).toEqual([[9, 10]])
})
