// When something counts as growing: the end against the beginning, by medians, so that one odd sample decides nothing.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { DRIFT_LIMIT, driftInLife, driftOf, type Metric } from '../../soak/drift.ts'

const metric = (values: readonly number[], outOf?: readonly number[]): Metric => ({
  id: 'heap',
  name: 'heap',
  unit: 'MB',
  values,
  ...(outOf && { outOf }),
})
const eight = (first: number, last: number) => [first, first, 0, 0, 0, 0, last, last]

test('the limit itself is within, a little more is not', () => {
  expect(driftOf(metric(eight(100, 105)))).toEqual({ first: 100, last: 105, share: DRIFT_LIMIT, isWithin: true })
  expect(driftOf(metric(eight(100, 105.1))).isWithin).toBe(false)
})

test('what shrinks is within', () => {
  expect(driftOf(metric(eight(100, 20)))).toMatchObject({ share: -0.8, isWithin: true })
})

test('one odd sample decides nothing', () => {
  expect(driftOf(metric([100, 100, 100, 0, 0, 0, 0, 0, 0, 100, 900, 100])).isWithin).toBe(true)
})

test('from nothing to something is growth without end, from nothing to nothing is none', () => {
  expect(driftOf(metric(eight(0, 1)))).toMatchObject({ share: Number.POSITIVE_INFINITY, isWithin: false })
  expect(driftOf(metric(eight(0, 0)))).toMatchObject({ share: 0, isWithin: true })
})

test('what is next to nothing is measured against what it is part of', () => {
  expect(driftOf(metric(eight(10, 14), eight(400, 400)))).toMatchObject({ share: 0.01, isWithin: true })
})

test('what could not be measured is not within', () => {
  expect(driftOf(metric([])).isWithin).toBe(false)
  expect(driftOf(metric(eight(100, Number.NaN))).isWithin).toBe(false)
})

test('a steady climb beyond the limit never passes', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.15, max: 3, noNaN: true }),
      fc.array(fc.double({ min: -0.004, max: 0.004, noNaN: true }), { minLength: 40, maxLength: 40 }),
      (climb, noise) => {
        const values = noise.map((jitter, i) => 100 * (1 + (climb * i) / 39 + jitter))
        expect(driftOf(metric(values)).isWithin).toBe(false)
      },
    ),
  )
})

test('within a life: its end against its beginning, whatever the lives do to each other', () => {
  const lives = [100, 101, 102, 105, 100, 104, 103, 105]
  expect(driftInLife(metric(lives), 4)).toEqual({ first: 100, last: 105, share: DRIFT_LIMIT, isWithin: true })
  expect(driftInLife(metric([100, 120, 100, 120]), 2)).toMatchObject({ share: 0.2, isWithin: false })
})

test('within a life: what is made anew hides no growth that the whole run does not show', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 1_000 }), fc.integer({ min: 6, max: 50 }), (start, percent) => {
      const life = [start, start, start, start * (1 + percent / 100)]
      const values = Array.from({ length: 8 }, () => life).flat()
      expect(driftOf(metric(values)).isWithin).toBe(true)
      expect(driftInLife(metric(values), 4).isWithin).toBe(false)
    }),
  )
})

test('within a life: of none that was whole nothing is said to be within', () => {
  expect(driftInLife(metric([100, 100, 100]), 4).isWithin).toBe(false)
})
