// Arrows: a list goes round, a grid stops at its edges, and nothing leaves either.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveInGrid, moveInList, PAGE_ROWS } from '../../../../client/kit/roving.ts'

test.each([
  ['ArrowRight', 2, 0],
  ['ArrowDown', 0, 1],
  ['ArrowLeft', 0, 2],
  ['ArrowUp', 2, 1],
  ['Home', 2, 0],
  ['End', 0, 2],
])('%s in a list of three', (key, from, to) => {
  expect(moveInList(from, key, 3)).toBe(to)
})

test('other keys move nothing, and an empty list or grid has nowhere to go', () => {
  expect(moveInList(0, 'Enter', 3)).toBeUndefined()
  expect(moveInList(0, 'Home', 0)).toBeUndefined()
  expect(moveInGrid({ row: 0, column: 0 }, 'a', false, { rows: 3, columns: 3 })).toBeUndefined()
  expect(moveInGrid({ row: 0, column: 0 }, 'ArrowDown', false, { rows: 0, columns: 3 })).toBeUndefined()
  expect(moveInGrid({ row: 0, column: 0 }, 'ArrowDown', false, { rows: 3, columns: 0 })).toBeUndefined()
})

test.each([
  ['ArrowUp', false, [3, 5]],
  ['ArrowDown', false, [5, 5]],
  ['ArrowLeft', false, [4, 4]],
  ['ArrowRight', false, [4, 6]],
  ['Home', false, [4, 0]],
  ['End', false, [4, 26]],
  ['PageUp', false, [0, 5]],
  ['PageDown', false, [4 + PAGE_ROWS, 5]],
  ['ArrowUp', true, [0, 5]],
  ['ArrowDown', true, [29, 5]],
  ['ArrowLeft', true, [4, 0]],
  ['ArrowRight', true, [4, 26]],
  ['Home', true, [0, 0]],
  ['End', true, [29, 26]],
] as const)('%s (with Ctrl: %s) in a grid', (key, isControl, [row, column]) => {
  expect(moveInGrid({ row: 4, column: 5 }, key, isControl, { rows: 30, columns: 27 })).toEqual({ row, column })
})

test('no walk leaves the grid', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']
  const steps = fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 })
  const sizes = fc.record({ rows: fc.integer({ min: 1, max: 30 }), columns: fc.integer({ min: 1, max: 60 }) })
  fc.assert(
    fc.property(sizes, steps, (size, walk) => {
      let at = { row: 0, column: 0 }
      for (const [key, isControl] of walk) {
        at = moveInGrid(at, key, isControl, size) ?? at
        expect(at.row >= 0 && at.row < size.rows && at.column >= 0 && at.column < size.columns).toBe(true)
      }
    }),
  )
})
