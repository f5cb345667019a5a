// Points as rows of one fixed array, grouped by their mark in drawing order: what is worse is drawn later and lies on top. A point that
// changes its mark is swapped across the borders of the groups, so that only a few rows change. Pure; knows no graphics.
import type { Mark } from '../../overview/stations.ts'
import { MARKS_WORST_FIRST } from '../../overview/stations.ts'
import { createDirtyRows, type DirtyRows } from './dirty-rows.ts'

/** In drawing order; a row's third number is a place in this list. */
export const MARKS_BEST_FIRST = MARKS_WORST_FIRST.toReversed()
const GROUPS = MARKS_BEST_FIRST.length
const groupOf = (mark: Mark): number => MARKS_BEST_FIRST.indexOf(mark)

/** Longitude, latitude, mark. */
export const ROW_SIZE = 3

/** An array of fixed length that a layer draws, and which of its rows it has yet to write to the graphics card. */
export type Rows = { readonly values: Float32Array; readonly dirty: DirtyRows }

export type MarkRows = Rows & {
  readonly markOf: (point: number) => Mark | undefined
  /** @returns whether anything changed */
  readonly setMark: (point: number, mark: Mark) => boolean
}

/**
 * @param positions longitude and latitude of each point, one after the other
 * @param marks one per point
 */
export function createMarkRows(positions: Float64Array, marks: readonly Mark[]): MarkRows {
  const count = marks.length
  const values = new Float32Array(count * ROW_SIZE)
  const dirty = createDirtyRows()
  const pointIn = new Uint32Array(count)
  const rowOf = new Uint32Array(count)
  /** Where each group begins; the last entry is where all end. */
  const starts = new Uint32Array(GROUPS + 1)

  for (const mark of marks) starts[groupOf(mark) + 1] = (starts[groupOf(mark) + 1] ?? 0) + 1
  for (let group = 0; group < GROUPS; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0)
  const free = starts.slice()
  marks.forEach((mark, point) => {
    const group = groupOf(mark)
    const row = free[group] ?? 0
    free[group] = row + 1
    put(point, row, group)
  })

  function put(point: number, row: number, group: number): void {
    pointIn[row] = point
    rowOf[point] = row
    const at = row * ROW_SIZE
    values[at] = positions[point * 2] ?? 0
    values[at + 1] = positions[point * 2 + 1] ?? 0
    values[at + 2] = group
  }
  const groupAt = (point: number): number => values[(rowOf[point] ?? 0) * ROW_SIZE + 2] ?? 0
  /** Both rows are of one group. */
  function swapInto(point: number, row: number, group: number): void {
    const own = rowOf[point] ?? 0
    const other = pointIn[row] ?? 0
    if (other === point) return
    put(other, own, group)
    put(point, row, group)
    dirty.add(own)
  }

  return {
    values,
    dirty,
    markOf: point => (point < count ? MARKS_BEST_FIRST[groupAt(point)] : undefined),
    setMark: (point, mark) => {
      const to = groupOf(mark)
      let group = groupAt(point)
      if (point >= count || group === to) return false
      for (; group < to; group++) {
        const last = (starts[group + 1] ?? 0) - 1
        swapInto(point, last, group)
        starts[group + 1] = last
        dirty.add(last)
      }
      for (; group > to; group--) {
        const first = starts[group] ?? 0
        swapInto(point, first, group)
        starts[group] = first + 1
        dirty.add(first)
      }
      put(point, rowOf[point] ?? 0, to)
      return true
    },
  }
}
