// What the benchmark feeds: the same points and changes on every run, all within the outline, every change a real one.
import { expect, test } from 'vitest'
import { createChance, createChanges, syntheticPositions, TROUBLED } from '../../../../client/bench/synthetic-points.ts'

/** An L: the upper right quarter is outside. */
const outline = [
  [105, 10],
  [106, 10],
  [106, 10.5],
  [105.5, 10.5],
  [105.5, 11],
  [105, 11],
  [105, 10],
]
const province = {
  type: 'FeatureCollection' as const,
  features: [
    {
      type: 'Feature' as const,
      properties: {},
      geometry: { type: 'Polygon' as const, coordinates: [outline] },
    },
  ],
}

test('points lie within the outline', () => {
  const positions = syntheticPositions(province, 500, createChance(1))
  expect(positions).toHaveLength(1_000)
  for (let i = 0; i < 1_000; i += 2) {
    const [lon = 0, lat = 0] = positions.subarray(i, i + 2)
    expect(lon > 105 && lon < 106 && lat > 10 && lat < 11 && !(lon > 105.5 && lat > 10.5)).toBe(true)
  }
})

test('the same seed makes the same points and changes', () => {
  const run = () => {
    const chance = createChance(7)
    const positions = syntheticPositions(province, 50, chance)
    const { next } = createChanges(50, chance)
    return [...positions, ...Array.from({ length: 30 }, next)]
  }
  expect(run()).toEqual(run())
})

test('every change gives a point another mark, and never more than TROUBLED are in trouble', () => {
  const { marks, next } = createChanges(10_000, createChance(3))
  const known = [...marks]
  for (let i = 0; i < 10_000; i++) {
    const { point, mark } = next()
    expect(known[point]).not.toBe(mark)
    known[point] = mark
  }
  const troubled = known.filter(mark => mark !== 'normal').length
  expect(troubled).toBeGreaterThanOrEqual(TROUBLED - 1)
  expect(troubled).toBeLessThanOrEqual(TROUBLED)
})
