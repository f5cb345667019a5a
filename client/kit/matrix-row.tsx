// One row of a matrix. Redrawn only when it changes itself: moving about touches two rows, not all.
import { memo } from 'react'
import styles from './matrix-grid.module.css'
import type { MatrixLine } from './matrix-grid.tsx'
import { StateShape } from './state-mark.tsx'
import type { ProgrammeState } from './state-shapes.ts'

export type MatrixCell = {
  readonly mark?: ProgrammeState
  /** A few characters beside the mark or in its place. */
  readonly label?: string
  /** The cell in words: "chưa đạt, tự đánh giá ngày 12/03/2024". */
  readonly words: string
}

type Props = {
  readonly row: MatrixLine
  readonly index: number
  readonly isGroupStart: boolean
  readonly columns: readonly MatrixLine[]
  readonly cellOf: (rowId: string, columnId: string) => MatrixCell
  /** The column that the Tab key reaches in this row. */
  readonly focusColumn: number | undefined
  readonly isLooked: boolean
  readonly end: string | undefined
  readonly isActive: boolean
}

export const MatrixRow = memo(function MatrixRow(props: Props) {
  const { row, index, columns, cellOf, focusColumn, end } = props
  const width = columns.length + (end === undefined ? 1 : 2)
  return (
    <>
      {props.isGroupStart && (
        <tr role="row" className={styles.groupRow}>
          <th role="rowheader" scope="rowgroup" colSpan={width}>
            <span>{row.group}</span>
          </th>
        </tr>
      )}
      <tr role="row" data-looked={props.isLooked}>
        <th role="rowheader" scope="row" className={styles.rowHead}>
          <span className={styles.rowTitle}>
            {row.short !== undefined && <span className={styles.code}>{row.short}</span>} {row.title}
          </span>
        </th>
        {columns.map((column, at) => {
          const cell = cellOf(row.id, column.id)
          return (
            <td
              key={column.id}
              role="gridcell"
              className={styles.cell}
              data-row={index}
              data-column={at}
              data-active={props.isActive}
              data-group-start={at > 0 && column.group !== columns[at - 1]?.group}
              tabIndex={at === focusColumn ? 0 : -1}
              aria-label={cell.words}
            >
              <span className={styles.inside}>
                {cell.mark && <StateShape state={cell.mark} />}
                {cell.label && <span>{cell.label}</span>}
              </span>
            </td>
          )
        })}
        {end !== undefined && (
          <td role="gridcell" className={styles.end}>
            {end}
          </td>
        )}
      </tr>
    </>
  )
})
