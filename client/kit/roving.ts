// Where the focus goes when an arrow is pressed, in a list and in a grid: one stop for the Tab key, arrows within. Pure.

export type GridPlace = { readonly row: number; readonly column: number }
export type GridSize = { readonly rows: number; readonly columns: number }

/** Rows that Page Up and Page Down pass over. */
export const PAGE_ROWS = 8

/** The next place in a list that goes round, or undefined for a key that doesn't move. */
export function moveInList(index: number, key: string, count: number): number | undefined {
  if (count < 1) return undefined
  if (key === 'ArrowRight' || key === 'ArrowDown') return (index + 1) % count
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (index - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}

/** The next cell of a grid, which stops at its edges; Home and End stay in the row, with Ctrl they leave it. */
export function moveInGrid(at: GridPlace, key: string, isControl: boolean, size: GridSize): GridPlace | undefined {
  if (size.rows < 1 || size.columns < 1) return undefined
  const lastRow = size.rows - 1
  const lastColumn = size.columns - 1
  const to = (row: number, column: number): GridPlace => ({
    row: Math.min(Math.max(row, 0), lastRow),
    column: Math.min(Math.max(column, 0), lastColumn),
  })
  switch (key) {
    case 'ArrowUp':
      return to(isControl ? 0 : at.row - 1, at.column)
    case 'ArrowDown':
      return to(isControl ? lastRow : at.row + 1, at.column)
    case 'ArrowLeft':
      return to(at.row, isControl ? 0 : at.column - 1)
    case 'ArrowRight':
      return to(at.row, isControl ? lastColumn : at.column + 1)
    case 'PageUp':
      return to(at.row - PAGE_ROWS, at.column)
    case 'PageDown':
      return to(at.row + PAGE_ROWS, at.column)
    case 'Home':
      return to(isControl ? 0 : at.row, 0)
    case 'End':
      return to(isControl ? lastRow : at.row, lastColumn)
    default:
      return undefined
  }
}
