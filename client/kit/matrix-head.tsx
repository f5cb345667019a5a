// The heads of a matrix: a line of groups where there are any, then one head per column.
import styles from './matrix-grid.module.css'
import type { MatrixLine } from './matrix-grid.tsx'
import { groupRuns } from './matrix-groups.ts'

type Props = {
  readonly rowsTitle: string
  readonly columns: readonly MatrixLine[]
  readonly endTitle: string | undefined
  readonly lookedAt: number | undefined
}

export function MatrixHead({ rowsTitle, columns, endTitle, lookedAt }: Props) {
  const runs = groupRuns(columns)
  const isGrouped = runs.some(({ group }) => group !== undefined)
  const levels = isGrouped ? 2 : 1
  // All alike in what the row heads leave.
  const width = `${(80 / columns.length).toFixed(2)}%`
  return (
    <thead role="rowgroup" data-grouped={isGrouped}>
      <tr role="row">
        <th role="columnheader" scope="col" className={styles.corner} rowSpan={levels}>
          {rowsTitle}
        </th>
        {isGrouped
          ? runs.map(({ group, count, from }) => (
              <th key={from} role="columnheader" scope="colgroup" className={styles.group} colSpan={count}>
                <span>{group}</span>
              </th>
            ))
          : columns.map((column, index) => (
              <ColumnHead
                key={column.id}
                column={column}
                isLooked={index === lookedAt}
                isGroupStart={false}
                width={width}
              />
            ))}
        {endTitle !== undefined && (
          <th role="columnheader" scope="col" className={styles.endHead} rowSpan={levels}>
            {endTitle}
          </th>
        )}
      </tr>
      {isGrouped && (
        <tr role="row">
          {columns.map((column, index) => (
            <ColumnHead
              key={column.id}
              column={column}
              isLooked={index === lookedAt}
              isGroupStart={runs.some(({ from }) => from === index)}
              width={width}
            />
          ))}
        </tr>
      )}
    </thead>
  )
}

type ColumnHeadProps = {
  readonly column: MatrixLine
  readonly isLooked: boolean
  readonly isGroupStart: boolean
  readonly width: string
}

function ColumnHead({ column, isLooked, isGroupStart, width }: ColumnHeadProps) {
  return (
    <th
      role="columnheader"
      scope="col"
      className={styles.columnHead}
      data-looked={isLooked}
      data-group-start={isGroupStart}
      style={{ width }}
    >
      <span aria-hidden={column.short !== undefined}>{column.short ?? column.title}</span>
      {column.short !== undefined && (
        <span className="spoken">
          {column.short} {column.title}
        </span>
      )}
    </th>
  )
}
