// Points grouped by mark in one array: whatever changes, each point stands once, where it is, with its mark, and the worst are drawn last.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createMarkRows,
  MARKS_BEST_FIRST,
  type MarkRows,
  ROW_SIZE,
} from '../../../../../client/map/points/mark-rows.ts'
import type { Mark } from '../../../../../client/overview/stations.ts'

const aMark = fc.constantFrom<Mark>(...MARKS_BEST_FIRST)
/** Each point's longitude is its number, so that it can be found again. */
const rowsFor = (marks: readonly Mark[]): MarkRows =>
  createMarkRows(Float64Array.from(marks.flatMap((_, point) => [point, 10])), marks)
const drawn = ({ values }: MarkRows) =>
  Array.from({ length: values.length / ROW_SIZE }, (_, row) => ({
    point: values[row * ROW_SIZE] ?? -1,
    group: values[row * ROW_SIZE + 2] ?? -1,
  }))

const history = fc.array(aMark, { minLength: 1, maxLength: 40 }).chain(first =>
  fc.record({
    first: fc.constant(first),
    changes: fc.array(fc.tuple(fc.nat(first.length - 1), aMark), { maxLength: 80 }),
  }),
)

describe('after any changes', () => {
  test('every point stands in one row with the mark it was given last', () => {
    fc.assert(
      fc.property(history, ({ first, changes }) => {
        const rows = rowsFor(first)
        const marks = [...first]
        for (const [point, mark] of changes) {
          expect(rows.setMark(point, mark)).toBe(marks[point] !== mark)
          marks[point] = mark
        }
        const byPoint = drawn(rows).toSorted((a, b) => a.point - b.point)
        expect(byPoint).toEqual(marks.map((mark, point) => ({ point, group: MARKS_BEST_FIRST.indexOf(mark) })))
        expect(marks.map((_, point) => rows.markOf(point))).toEqual(marks)
      }),
    )
  })

  test('what is worse comes later', () => {
    fc.assert(
      fc.property(history, ({ first, changes }) => {
        const rows = rowsFor(first)
        for (const [point, mark] of changes) rows.setMark(point, mark)
        const groups = drawn(rows).map(({ group }) => group)
        expect(groups).toEqual(groups.toSorted((a, b) => a - b))
      }),
    )
  })

  test('a copy that gets only the dirty rows is the same', () => {
    fc.assert(
      fc.property(history, ({ first, changes }) => {
        const rows = rowsFor(first)
        const copy = rows.values.slice()
        for (const [point, mark] of changes) {
          rows.setMark(point, mark)
          rows.dirty.flush((from, end) =>
            copy.set(rows.values.subarray(from * ROW_SIZE, end * ROW_SIZE), from * ROW_SIZE),
          )
          expect(copy).toEqual(rows.values)
        }
      }),
    )
  })
})

test('one change touches at most two rows per mark passed', () => {
  const rows = rowsFor(Array.from({ length: 1_000 }, (_, i) => MARKS_BEST_FIRST[i % 6] ?? 'normal'))
  rows.dirty.flush(() => undefined)
  const before = rows.values.slice()
  rows.setMark(0, 'critical')
  const touched = drawn(rows).filter(({ point, group }, row) => {
    const at = row * ROW_SIZE
    return before[at] !== point || before[at + 2] !== group
  })
  expect(touched.length).toBeLessThanOrEqual(6)
})

test('a point that is not there changes nothing', () => {
  const rows = rowsFor(['normal', 'normal'])
  expect(rows.setMark(2, 'critical')).toBe(false)
  expect(rows.markOf(2)).toBeUndefined()
})
