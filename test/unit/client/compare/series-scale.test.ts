// Charts of one unit share a scale; one of another unit keeps its own; a limit far off squeezes no line flat.
import { expect, test } from 'vitest'
import { scalesOf } from '../../../../client/compare/series-scale.ts'

const bucket = (min: number, max: number) => ({ t: 0, min, max, mean: (min + max) / 2, count: 2 })
const one = (axis: string, min: number, max: number, limits: readonly number[] = []) => ({
  series: { axis, decimals: 2 },
  buckets: [bucket(min, max)],
  limits: limits.map(at => ({ at })),
})

test('one scale for one axis', () => {
  const scales = scalesOf([one('m', 1, 2), one('°C', 20, 30), one('m', 3, 4)])
  expect([...scales.keys()]).toEqual(['m', '°C'])
  expect(scales.get('m')?.low).toBeLessThan(1)
  expect(scales.get('m')?.high).toBeGreaterThan(4)
  expect(scales.get('°C')?.low).toBeGreaterThan(10)
})
test('a limit nearby is in sight, one far off is not', () => {
  expect(scalesOf([one('m', 1, 2, [2.5])]).get('m')?.high).toBeGreaterThan(2.5)
  expect(scalesOf([one('m', 1, 2, [9])]).get('m')?.high).toBeLessThan(3)
})
test('nothing measured, no scale', () =>
  expect(scalesOf([{ series: { axis: 'm', decimals: 2 }, buckets: [], limits: [] }]).size).toBe(0))
