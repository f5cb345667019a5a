// From plain cells to an .xlsx file. Slow for large ones: runs in a process of its own (job.ts).
import { Workbook as Library, type Cell as LibraryCell } from '@cj-tech-master/excelts'
import type { Cell, ColumnKind, WrittenSheet, WrittenWorkbook } from './workbook.ts'

/** As Excel shows them to a Vietnamese reader: the separators are those of the reader's own Excel. */
const FORMATS = {
  text: '@',
  integer: '#,##0',
  number: '#,##0.###',
  money: '#,##0\\ [$₫-42A]',
  date: 'dd/mm/yyyy',
  percent: '0.0%',
} as const
/** Excel's own limits: a longer text or name makes it call the file damaged. */
export const MAX_CELL_TEXT = 32_767
export const MAX_SHEET_NAME = 31
const CUT = '…'
/** Excel's own, which a style with a font of its own must name. */
const FONT = { name: 'Calibri', size: 11 }
/** Excel takes 1900 for a leap year; what is earlier is written as text. */
const FIRST_DATE = '1900-03-01'

export async function workbookFileOf(workbook: WrittenWorkbook): Promise<Uint8Array> {
  const library = new Library()
  const names = new Set<string>()
  for (const sheet of workbook.sheets) writeSheet(library, sheet, uniqueName(sheet.name, names))
  return library.xlsx.writeBuffer({ validate: false })
}

function writeSheet(library: Library, { note, columns, rows }: WrittenSheet, name: string): void {
  const header = note === undefined ? 1 : 2
  const worksheet = library.addWorksheet(name, { views: [{ state: 'frozen', ySplit: header }] })
  columns.forEach(({ width }, i) => {
    worksheet.getColumn(i + 1).width = width
  })
  if (note !== undefined) {
    const cell = worksheet.getCell(1, 1)
    writeCell(cell, note, 'text')
    cell.font = { ...FONT, italic: true }
  }
  columns.forEach(({ title }, i) => {
    const cell = worksheet.getCell(header, i + 1)
    writeCell(cell, title, 'text')
    cell.font = { ...FONT, bold: true }
  })
  rows.forEach((cells, i) => {
    const row = worksheet.getRow(header + 1 + i)
    cells.forEach((value, j) => writeCell(row.getCell(j + 1), value, columns[j]?.kind ?? 'text'))
  })
  if (columns.length > 0)
    worksheet.autoFilter = {
      from: { row: header, col: 1 },
      to: { row: header + rows.length, col: columns.length },
    }
}

function writeCell(cell: LibraryCell, value: Cell, kind: ColumnKind): void {
  if (value === null || value === '' || (typeof value === 'number' && !Number.isFinite(value))) return
  if (typeof value === 'number') {
    cell.value = value
    cell.numFmt = numberFormat(value, kind)
  } else if (typeof value === 'boolean') cell.value = value
  else if (typeof value === 'string') writeText(cell, value)
  else {
    const date = new Date(value.date)
    if (isDayOf(date, value.date)) {
      cell.value = date
      cell.numFmt = FORMATS.date
    } else writeText(cell, value.date)
  }
}

/** Not for "2024-02-30", which would become the first of March, and not for what only looks like a day. */
const isDayOf = (date: Date, day: string): boolean =>
  day >= FIRST_DATE && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day

/** Always a text cell in text format: "=1+1" isn't a formula, neither now nor when somebody edits the cell. */
function writeText(cell: LibraryCell, text: string): void {
  const fitting = text.length > MAX_CELL_TEXT ? text.slice(0, MAX_CELL_TEXT - CUT.length) + CUT : text
  cell.value = fitting
  cell.numFmt = FORMATS.text
}

function numberFormat(value: number, kind: ColumnKind): string {
  if (kind === 'money' || kind === 'percent') return FORMATS[kind]
  return Number.isInteger(value) ? FORMATS.integer : FORMATS.number
}

/** What Excel accepts as the name of a sheet, closest to the one asked for. */
function uniqueName(wanted: string, taken: Set<string>): string {
  const clean = wanted.replaceAll(/[[\]:*?/\\\p{Cc}\s]+/gu, ' ').replaceAll(/^[' ]+|[' ]+$/g, '') || 'Trang'
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : ` (${n})`
    const name = clean.slice(0, MAX_SHEET_NAME - suffix.length).replace(/[' ]+$/, '') + suffix
    const key = name.toLowerCase()
    if (taken.has(key)) continue
    taken.add(key)
    return name
  }
}
