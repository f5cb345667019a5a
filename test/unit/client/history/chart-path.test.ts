// A chart draws what was measured: gaps stay gaps, and the server may answer in wider buckets than asked for.
import { expect, test } from 'vitest'
import {
  isWithin,
  pathsOf,
  rangeWith,
  runsOf,
  ticksBetween,
  valueRange,
} from '../../../../client/history/chart-path.ts'

const bucket = (t: number, mean: number) => ({ t, min: mean - 1, max: mean + 1, mean, count: 3 })
const historyOf = (times: readonly number[]) => ({
  from: 0,
  to: 1_000,
  points: 100,
  buckets: times.map(t => bucket(t, 5)),
})

test('regular buckets are one run, whatever their width', () => {
  expect(runsOf(historyOf([0, 10, 20, 30]), 1).length).toBe(1)
  expect(runsOf(historyOf([0, 50, 100, 150]), 1).length).toBe(1)
})

test('a hole splits the line, an irregular step does not', () => {
  expect(runsOf(historyOf([0, 10, 20, 200, 210]), 1).map(run => run.length)).toEqual([3, 2])
  expect(runsOf(historyOf([0, 10, 20, 40, 50]), 1).length).toBe(1)
})

test('a slow station is not full of holes', () => {
  expect(runsOf(historyOf([0, 10, 200, 210]), 150).length).toBe(1)
})

test('a lone bucket is drawn as a dot, and nothing is drawn over a hole', () => {
  const { line, band } = pathsOf(historyOf([0, 10, 500]), 1, { width: 100, height: 100, low: 0, high: 10 })
  expect(line.match(/M/g)?.length).toBe(2)
  expect(line).toContain('h0')
  expect(band.match(/Z/g)?.length).toBe(2)
})

test('a flat line still has a range, an empty history has none', () => {
  const range = valueRange([{ t: 0, min: 5, max: 5, mean: 5, count: 1 }], 0.2)
  expect(range?.low).toBeLessThan(5)
  expect(range?.high).toBeGreaterThan(5)
  expect(valueRange([], 0.2)).toBeUndefined()
})

test('ticks are round and lie inside', () => {
  expect(ticksBetween(1.38, 2.02, 4)).toEqual([1.4, 1.6, 1.8, 2])
})

test('a limit is kept in sight, with room for its words; without one the range is that of the readings', () => {
  const readings = { low: 7, high: 8 }
  expect(rangeWith(readings, [])).toEqual(readings)
  const above = rangeWith(readings, [8.5])
  expect(above.high).toBeGreaterThan(8.5)
  expect(above.low).toBe(7)
  const below = rangeWith(readings, [5])
  expect(below.low).toBeLessThan(5)
  expect(below.high).toBe(8)
  const between = rangeWith(readings, [7.99])
  expect(between.high).toBeGreaterThan(8)
})

test('a moment is marked only when it lies within', () => {
  const history = historyOf([])
  expect([0, 1, 999, 1_000].map(at => isWithin(history, at))).toEqual([false, true, true, false])
  expect(isWithin(history, -1)).toBe(false)
})
