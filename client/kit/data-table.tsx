// Rows and columns: sortable by its heads, head and first column in sight while it scrolls, one card per row where it is
// narrow, on paper a plain light table. Knows nothing of what a row is.
import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react'
import styles from './data-table.module.css'
import './print.css'
import { Icon } from './icons.tsx'
import { moveInList } from './roving.ts'
import { RowLink, type RowOpening } from './row-link.tsx'
import { nextSort, type Sort, type SortValue, sortRows } from './table-sort.ts'

export type Column<Row> = {
  readonly key: string
  readonly title: string
  /** Figures stand at the end. */
  readonly align?: 'start' | 'end'
  /** Makes the column sortable. */
  readonly sortValue?: (row: Row) => SortValue
  readonly render: (row: Row) => ReactNode
  /** Names the row; the first column unless another says so. */
  readonly isRowHeader?: boolean
  /** CSS width: "16rem". */
  readonly width?: string
  readonly total?: ReactNode
}

export type DataTableProps<Row> = {
  readonly caption: string
  readonly isCaptionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly emptyWords: string
  readonly opening?: (row: Row) => RowOpening | undefined
  readonly selectedKey?: string | undefined
  readonly initialSort?: Sort | undefined
  /** Told of each new order, for a page that keeps it in its address. */
  readonly onSort?: (sort: Sort | undefined) => void
  /** Names the row of totals; the columns bring their own. */
  readonly totalWords?: string
  readonly isDense?: boolean
  /** CSS height after which it scrolls within itself. */
  readonly maxHeight?: string
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, opening } = props
  const [sort, setSort] = useState(props.initialSort)
  const sortedBy = sort && columns.find(({ key }) => key === sort.key)?.sortValue
  const shown = sort && sortedBy ? sortRows(rows, sortedBy, sort.direction) : rows
  const sortBy = (key: string) => {
    const next = nextSort(sort, key)
    setSort(next)
    props.onSort?.(next)
  }
  const headerKey = (columns.find(({ isRowHeader }) => isRowHeader) ?? columns[0])?.key
  return (
    <div className={styles.holder}>
      <div className={styles.scroll} style={{ maxHeight: props.maxHeight }} data-dense={props.isDense ?? false}>
        {/* Roles are said again because a table drawn as cards would lose its own. */}
        <table className={styles.table} role="table">
          <caption className={props.isCaptionHidden ? 'spoken' : styles.caption}>{props.caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(column => (
                <HeadCell key={column.key} column={column} sort={sort} onSort={sortBy} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" onKeyDown={moveBetweenRows}>
            {shown.map(row => (
              <BodyRow
                key={rowKey(row)}
                row={row}
                columns={columns}
                headerKey={headerKey}
                opening={opening?.(row)}
                isSelected={props.selectedKey !== undefined && rowKey(row) === props.selectedKey}
              />
            ))}
            {shown.length === 0 && (
              <tr role="row" className={styles.empty}>
                <td role="cell" colSpan={columns.length}>
                  {props.emptyWords}
                </td>
              </tr>
            )}
          </tbody>
          {props.totalWords !== undefined && shown.length > 0 && (
            <TotalRow columns={columns} headerKey={headerKey} words={props.totalWords} />
          )}
        </table>
      </div>
    </div>
  )
}

type HeadCellProps<Row> = {
  readonly column: Column<Row>
  readonly sort: Sort | undefined
  readonly onSort: (key: string) => void
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const direction = sort?.key === column.key ? sort.direction : undefined
  const icon = direction === 'ascending' ? 'sort-up' : direction === 'descending' ? 'sort-down' : 'sort-none'
  return (
    <th
      role="columnheader"
      scope="col"
      className={styles.head}
      data-align={column.align ?? 'start'}
      data-sortable={column.sortValue !== undefined}
      aria-sort={column.sortValue && (direction ?? 'none')}
      style={{ width: column.width }}
    >
      {column.sortValue ? (
        <button type="button" onClick={() => onSort(column.key)}>
          <span>{column.title}</span>
          <Icon name={icon} />
        </button>
      ) : (
        <span>{column.title}</span>
      )}
    </th>
  )
}

type BodyRowProps<Row> = {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly headerKey: string | undefined
  readonly opening: RowOpening | undefined
  readonly isSelected: boolean
}

function BodyRow<Row>({ row, columns, headerKey, opening, isSelected }: BodyRowProps<Row>) {
  // The whole row is a target for the pointer; the keyboard has the link in its head.
  const press = (event: MouseEvent<HTMLTableRowElement>) => {
    const isControl =
      event.target instanceof Element && event.target.closest('a, button, input, select, label, summary')
    if (!opening || isControl || getSelection()?.isCollapsed === false) return
    event.currentTarget.querySelector<HTMLElement>('th :is(a, button)')?.click()
  }
  return (
    <tr role="row" className={styles.row} data-opens={opening !== undefined} data-selected={isSelected} onClick={press}>
      {columns.map(column => {
        const isHeader = column.key === headerKey
        const content = column.render(row)
        const Cell = isHeader ? 'th' : 'td'
        return (
          <Cell
            key={column.key}
            role={isHeader ? 'rowheader' : 'cell'}
            scope={isHeader ? 'row' : undefined}
            data-align={column.align ?? 'start'}
          >
            {!isHeader && (
              <span className={styles.title} aria-hidden="true">
                {column.title}
              </span>
            )}
            <span className={styles.content}>
              {isHeader && opening ? (
                <RowLink opening={opening} isCurrent={isSelected}>
                  {content}
                </RowLink>
              ) : (
                content
              )}
            </span>
          </Cell>
        )
      })}
    </tr>
  )
}

type TotalRowProps<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly headerKey: string | undefined
  readonly words: string
}

function TotalRow<Row>({ columns, headerKey, words }: TotalRowProps<Row>) {
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        {columns.map(column =>
          column.key === headerKey ? (
            <th key={column.key} role="rowheader" scope="row">
              {words}
            </th>
          ) : (
            <td
              key={column.key}
              role="cell"
              data-align={column.align ?? 'start'}
              data-empty={column.total === undefined}
            >
              {column.total !== undefined && (
                <span className={styles.title} aria-hidden="true">
                  {column.title}
                </span>
              )}
              <span className={styles.content}>{column.total}</span>
            </td>
          ),
        )}
      </tr>
    </tfoot>
  )
}

/** Up and down go from row to row, as in any list. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-opens="true"] th :is(a, button)')]
  const at = links.findIndex(link => link === event.target)
  const next = at < 0 ? undefined : moveInList(at, event.key, links.length)
  if (next === undefined) return
  event.preventDefault()
  links[next]?.focus({ preventScroll: true })
  links[next]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
