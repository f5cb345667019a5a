// What a series was where the cursor stands: a hole stays one.
import { expect, test } from 'vitest'
import { bucketAt } from '../../../../client/compare/cursor-value.ts'

const bucket = (t: number) => ({ t, min: t, max: t, mean: t, count: 1, last: t })
const history = { from: 0, to: 100, points: 10, buckets: [0, 10, 20, 60].map(bucket) }

test.each([
  [0, 0],
  [9, 0],
  [10, 10],
  [29, 20],
  [30, undefined],
  [59, undefined],
  [69, 60],
  [70, undefined],
])('at %s: %s', (at, found) => expect(bucketAt(history, at, null)?.t).toBe(found))
test('buckets wider than was asked for', () =>
  expect(bucketAt({ ...history, buckets: [0, 40, 80].map(bucket) }, 39, null)?.t).toBe(0))
test('a reading speaks until the next is due', () => {
  expect(bucketAt(history, 44, 25)?.t).toBe(20)
  expect(bucketAt(history, 45, 25)).toBeUndefined()
})
test('nothing measured', () => expect(bucketAt({ ...history, buckets: [] }, 5, null)).toBeUndefined())
