// What becomes of the map when its graphics context is lost, again and again.
import { expect, test } from 'vitest'
import { nextStepAfterLoss } from '../../../../client/map/context-loss.ts'

test('a lost context is mended three times in ten minutes, then the page is loaded anew', () => {
  const minute = 60_000
  expect(nextStepAfterLoss([], 0)).toBe('remount')
  expect(nextStepAfterLoss([0, minute], 2 * minute)).toBe('remount')
  expect(nextStepAfterLoss([0, minute, 2 * minute], 3 * minute)).toBe('reload')
  expect(nextStepAfterLoss([0, minute, 2 * minute], 11 * minute)).toBe('remount')
})
