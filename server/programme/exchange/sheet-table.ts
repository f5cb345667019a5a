// A sheet that a person filled in, as lines by column: the header is found by its words, whatever its place and order.
// Pure; knows no programme. What it can't place it reports and never drops.
import type { ImportError } from '../../../shared/programme/exchange-schema.ts'
import type { Words } from '../../../shared/words.ts'
import type { Cell, ColumnKind, Sheet, Workbook, WrittenSheet } from '../../spreadsheet/workbook.ts'

export type ColumnLayout = Words & {
  readonly kind: ColumnKind
  readonly width: number
  /** The column must be there, and every line must fill it. */
  readonly isRequired?: true
  /** Shown to be read; what stands there must be what was exported. Says where it is changed instead. */
  readonly readOnly?: Words
}
export type SheetLayout<Key extends string> = Words & { readonly columns: Readonly<Record<Key, ColumnLayout>> }

export type Line<Key extends string> = {
  readonly sheet: string
  /** As Excel counts. */
  readonly number: number
  /** Undefined = the sheet has no such column. */
  readonly cells: Readonly<Partial<Record<Key, Cell>>>
}
export type Table<Key extends string> = {
  readonly lines: readonly Line<Key>[]
  readonly errors: readonly ImportError[]
}

/** A note or a title may stand above the header. */
const HEADER_WITHIN = 5

/** Spelling without what people and Excel change: case, spaces, composed letters. */
export const normalised = (text: string): string =>
  text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('vi')

export function keysOf<Key extends string>(layout: SheetLayout<Key>): readonly Key[] {
  return Object.keys(layout.columns) as Key[]
}

/** `isOnly`: the workbook needs no other sheet, so a single one may have any name. */
export function readTable<Key extends string>(
  workbook: Workbook,
  layout: SheetLayout<Key>,
  { isOnly }: { readonly isOnly: boolean },
): Table<Key> {
  const [first] = workbook.sheets
  const sheet =
    workbook.sheets.find(({ name }) => [layout.vi, layout.en].map(normalised).includes(normalised(name))) ??
    (isOnly && workbook.sheets.length === 1 ? first : undefined)
  if (!sheet)
    return {
      lines: [],
      errors: [
        error({ sheet: null, line: null }, null, 'sheet-missing', {
          vi: `Thiếu trang tính "${layout.vi}"`,
          en: `The sheet "${layout.en}" is missing`,
        }),
      ],
    }
  const known = new Map(
    keysOf(layout).flatMap(key => {
      const { vi, en } = layout.columns[key]
      return [vi, en, key].map(title => [normalised(title), key] as const)
    }),
  )
  const header = headerOf(sheet, known)
  const errors = headerErrors(sheet, header, layout, known)
  const lines = sheet.rows.flatMap((row, at) => {
    if (at <= header || row.every(isEmpty)) return []
    return [{ sheet: sheet.name, number: at + 1, cells: cellsOf(row, sheet.rows[header] ?? [], known) }]
  })
  return { lines, errors }
}

/** Index of the row that names most columns; 0 when none does. */
function headerOf({ rows }: Sheet, known: ReadonlyMap<string, string>): number {
  const counts = rows.slice(0, HEADER_WITHIN).map(row => row.filter(cell => known.has(titleOf(cell))).length)
  return Math.max(0, counts.indexOf(Math.max(...counts, 0)))
}

function headerErrors<Key extends string>(
  { name, rows }: Sheet,
  header: number,
  layout: SheetLayout<Key>,
  known: ReadonlyMap<string, Key>,
): ImportError[] {
  const at = { sheet: name, line: header + 1 }
  const titles = rows[header] ?? []
  const found = titles.flatMap(cell => known.get(titleOf(cell)) ?? [])
  const missing = keysOf(layout).filter(key => layout.columns[key].isRequired && !found.includes(key))
  const twice = keysOf(layout).filter(key => found.filter(one => one === key).length > 1)
  return [
    ...missing.map(key => {
      const { vi, en } = layout.columns[key]
      return error(at, vi, 'column-missing', { vi: `Thiếu cột "${vi}"`, en: `The column "${en}" is missing` })
    }),
    ...twice.map(key => {
      const { vi } = layout.columns[key]
      return error(at, vi, 'column-twice', { vi: `Cột "${vi}" có hai lần`, en: `The column "${vi}" is there twice` })
    }),
    ...unknownColumns(rows, header, known).map(column =>
      error(at, column, 'column-unknown', {
        vi: `Không rõ cột "${column}": hãy xóa cột này hoặc sửa tên cột`,
        en: `The column "${column}" isn't known: delete it, or correct its title`,
      }),
    ),
  ]
}

/** A column without a title is one as soon as anything stands in it. */
function unknownColumns(rows: Sheet['rows'], header: number, known: ReadonlyMap<string, string>): string[] {
  const titles = rows[header] ?? []
  const width = Math.max(0, ...rows.slice(header).map(row => row.length))
  return Array.from({ length: width }, (_, column) => column).flatMap(column => {
    const cell = titles[column] ?? null
    const title = titleOf(cell)
    if (known.has(title)) return []
    if (typeof cell === 'string' && title !== '') return [cell]
    return rows.slice(header + 1).some(row => !isEmpty(row[column] ?? null)) ? [letterOf(column)] : []
  })
}

function cellsOf<Key extends string>(
  row: readonly Cell[],
  titles: readonly Cell[],
  known: ReadonlyMap<string, Key>,
): Partial<Record<Key, Cell>> {
  const cells: Partial<Record<Key, Cell>> = {}
  for (const [column, title] of titles.entries()) {
    const key = known.get(titleOf(title))
    if (key !== undefined && !(key in cells)) cells[key] = row[column] ?? null
  }
  return cells
}

const titleOf = (cell: Cell): string => (typeof cell === 'string' ? normalised(cell) : '')
export const isEmpty = (cell: Cell): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '')

/** 0 → A, 26 → AA. */
function letterOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : letterOf(Math.floor(column / 26) - 1) + letter
}

export const error = (
  { sheet, line }: Pick<ImportError, 'sheet' | 'line'>,
  column: string | null,
  code: string,
  { vi, en }: Words,
): ImportError => ({ sheet, line, column, code, vi, en })

export function writeTable<Key extends string>(
  layout: SheetLayout<Key>,
  rows: readonly Readonly<Partial<Record<Key, Cell>>>[],
): WrittenSheet {
  const keys = keysOf(layout)
  return {
    name: layout.vi,
    columns: keys.map(key => {
      const { vi, width, kind } = layout.columns[key]
      return { title: vi, width, kind }
    }),
    rows: rows.map(row => keys.map(key => row[key] ?? null)),
  }
}
