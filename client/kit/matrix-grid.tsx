// Many small states at once, villages by indicators: one stop for the Tab key, arrows within, heads in sight while it
// scrolls. Below stands in full what the cell under the pointer or the focus means. Knows nothing of villages.
import { type KeyboardEvent, type SyntheticEvent, useId, useRef, useState } from 'react'
import styles from './matrix-grid.module.css'
import { MatrixHead } from './matrix-head.tsx'
import { type MatrixCell, MatrixRow } from './matrix-row.tsx'
import './print.css'
import { moveInGrid } from './roving.ts'

export type MatrixLine = {
  readonly id: string
  /** In full, for readers that listen and for the line below. */
  readonly title: string
  /** What stands in the head when the title is too long: "1.3". */
  readonly short?: string
  /** Neighbours with the same words stand under them. */
  readonly group?: string
}

export type MatrixGridProps = {
  readonly caption: string
  /** What the rows are: heads the first column. */
  readonly rowsTitle: string
  readonly rows: readonly MatrixLine[]
  readonly columns: readonly MatrixLine[]
  readonly cellOf: (rowId: string, columnId: string) => MatrixCell
  readonly onActivate?: (rowId: string, columnId: string) => void
  /** One more column at the end, outside of the grid's arrows: "21/27". */
  readonly ends?: { readonly title: string; readonly of: (rowId: string) => string }
  /** Column heads that are words stand upright where there is little room. */
  readonly columnHeads?: 'level' | 'upright'
  readonly emptyWords: string
  /** Stands in the line below until a cell is looked at. */
  readonly restingWords: string
  readonly maxHeight?: string
}

type Place = { readonly row: number; readonly column: number }

export function MatrixGrid(props: MatrixGridProps) {
  const { rows, columns, cellOf, onActivate, ends } = props
  const [focused, setFocused] = useState<Place>({ row: 0, column: 0 })
  const [looked, setLooked] = useState<Place>()
  const table = useRef<HTMLTableElement>(null)
  const captionId = useId()
  // A filter may have taken away the place where the focus was.
  const at = {
    row: Math.min(focused.row, Math.max(0, rows.length - 1)),
    column: Math.min(focused.column, Math.max(0, columns.length - 1)),
  }

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const from = placeOf(event.target)
    if (!from) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      activate(from)
      return
    }
    const to = moveInGrid(from, event.key, event.ctrlKey || event.metaKey, {
      rows: rows.length,
      columns: columns.length,
    })
    if (!to) return
    event.preventDefault()
    const cell = table.current?.querySelector<HTMLElement>(`[data-row="${to.row}"][data-column="${to.column}"]`)
    // A browser takes a cell under the fixed heads for visible; scrolling to the nearest heeds their room.
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const activate = ({ row, column }: Place) => {
    const [rowId, columnId] = [rows[row]?.id, columns[column]?.id]
    if (rowId !== undefined && columnId !== undefined) onActivate?.(rowId, columnId)
  }
  const click = (event: SyntheticEvent) => {
    const place = placeOf(event.target)
    if (place) activate(place)
  }
  const look = (event: SyntheticEvent) => {
    const place = placeOf(event.target)
    if (!place) return
    setLooked(place)
    if (event.type === 'focus') setFocused(place)
  }

  if (rows.length === 0 || columns.length === 0) return <p className={styles.empty}>{props.emptyWords}</p>
  return (
    <div className={styles.matrix}>
      <div className={styles.scroll} style={{ maxHeight: props.maxHeight }}>
        <table
          ref={table}
          className={styles.table}
          role="grid"
          aria-labelledby={captionId}
          aria-readonly="true"
          data-heads={props.columnHeads ?? 'level'}
        >
          <caption id={captionId} className="spoken">
            {props.caption}
          </caption>
          <MatrixHead rowsTitle={props.rowsTitle} columns={columns} endTitle={ends?.title} lookedAt={looked?.column} />
          <tbody role="rowgroup" onKeyDown={press} onClick={click} onFocus={look} onMouseOver={look}>
            {rows.map((row, index) => (
              <MatrixRow
                key={row.id}
                row={row}
                index={index}
                isGroupStart={row.group !== undefined && row.group !== rows[index - 1]?.group}
                columns={columns}
                cellOf={cellOf}
                focusColumn={index === at.row ? at.column : undefined}
                isLooked={looked?.row === index}
                end={ends?.of(row.id)}
                isActive={onActivate !== undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Readout {...props} looked={looked} />
    </div>
  )
}

/** What the looked-at cell means, in full. Readers that listen have heard it from the cell. */
function Readout({ rows, columns, cellOf, restingWords, looked }: MatrixGridProps & { looked: Place | undefined }) {
  const row = looked && rows[looked.row]
  const column = looked && columns[looked.column]
  return (
    <p className={styles.readout} aria-hidden="true">
      {row && column ? (
        <>
          <strong>{row.title}</strong> · {column.short && `${column.short} `}
          {column.title} · <strong>{cellOf(row.id, column.id).words}</strong>
        </>
      ) : (
        restingWords
      )}
    </p>
  )
}

function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined
}
