import { expect, test } from 'vitest'
import { typeSizes } from '../../../shared/displays/type-scale.ts'

const rounded = (distance: number, width = 1920, height = 1080) => {
  const { label, value, alarm, headline } = typeSizes({ width, height }, 55, distance)
  return [label, value, alarm, headline].map(Math.round)
}

test.each([
  [3, [31, 39, 43, 59]],
  [4, [42, 52, 58, 79]],
  [5, [52, 66, 72, 98]],
  [6, [63, 79, 86, 118]],
  [8, [84, 105, 115, 157]],
])('on 55 inches of 1080 lines at %d m: %j', (distance, sizes) => {
  rounded(distance).forEach((size, i) => expect(Math.abs(size - (sizes[i] ?? 0))).toBeLessThanOrEqual(1))
})

test('the same height at the eye on twice the lines and on a screen that stands upright', () => {
  expect(typeSizes({ width: 3840, height: 2160 }, 55, 3).label).toBeCloseTo(
    2 * typeSizes({ width: 1920, height: 1080 }, 55, 3).label,
  )
  expect(rounded(3, 1080, 1920)).toEqual(rounded(3))
})
