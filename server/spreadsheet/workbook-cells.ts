// From the parts of an .xlsx file to plain cells. Slow and hungry for large files: runs in a process of its own (job.ts).
import { type CellValue, Workbook as Library, type Worksheet } from '@cj-tech-master/excelts'
import { refuse, refuseBeyond, type SpreadsheetRefusal } from './refusal.ts'
import type { Cell, Sheet, Workbook, WorkbookLimits } from './workbook.ts'
import { WORKBOOK_PART, type WorkbookParts } from './workbook-parts.ts'

/** What surrounds the cells of a sheet. A merged range of the whole sheet would be a billion cells. */
const NOT_CELLS = (
  'sheetPr dimension sheetViews sheetFormatPr cols autoFilter mergeCells rowBreaks colBreaks hyperlinks pageMargins ' +
  'dataValidations pageSetup headerFooter printOptions picture drawing sheetProtection tableParts conditionalFormatting ' +
  'ignoredErrors legacyDrawing legacyDrawingHF extLst controls sortState phoneticPr oleObjects protectedRanges scenarios'
).split(' ')
/** Between them a serial number is the same day for everyone: Excel takes 1900 for a leap year. */
const [FIRST_DAY, LAST_DAY] = [Date.UTC(1900, 2, 1), Date.UTC(9999, 11, 31)]
const DAY_MS = 86_400_000
/** Serial number of 1970-01-01. */
const EPOCH_SERIAL = 25_569

export async function cellsOf(parts: WorkbookParts, limits: WorkbookLimits): Promise<Workbook | SpreadsheetRefusal> {
  const library = new Library()
  try {
    await library.xlsx.loadFromFiles({ ...parts }, { ignoreNodes: NOT_CELLS })
  } catch {
    // It throws errors of many kinds at what isn't as it should be.
    return refuse('damaged')
  }
  // A sheet the library passed over must not look like one that was never there.
  if (library.worksheets.length !== sheetsNamedIn(parts)) return refuse('damaged')
  const sheets: Sheet[] = []
  for (const worksheet of library.worksheets) {
    const sheet = sheetOf(worksheet, limits)
    if ('code' in sheet) return sheet
    sheets.push(sheet)
  }
  return { sheets }
}

const sheetsNamedIn = (parts: WorkbookParts): number =>
  [
    ...Buffer.from(parts[WORKBOOK_PART] ?? [])
      .toString('utf8')
      .matchAll(/<(?:\w+:)?sheet\s/g),
  ].length

function sheetOf(worksheet: Worksheet, limits: WorkbookLimits): Sheet | SpreadsheetRefusal {
  const rows: Cell[][] = []
  let beyond: 'rows' | 'columns' | undefined
  worksheet.eachRow((row, rowNumber) => {
    row.eachCell((cell, columnNumber) => {
      const value = cellOf(cell.value)
      if (value === null) return
      if (rowNumber > limits.rows) beyond ??= 'rows'
      else if (columnNumber > limits.columns) beyond ??= 'columns'
      else place(rows, rowNumber - 1, columnNumber - 1, value)
    })
  })
  return beyond ? refuseBeyond(beyond, limits, worksheet.name) : { name: worksheet.name, rows }
}

function place(rows: Cell[][], row: number, column: number, value: Cell): void {
  while (rows.length <= row) rows.push([])
  const cells = rows[row] ?? []
  while (cells.length < column) cells.push(null)
  cells[column] = value
}

function cellOf(value: CellValue): Cell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (value instanceof Date) return dateOf(value)
  if ('richText' in value && !('text' in value)) return cellOf(value.richText.map(run => run.text).join(''))
  if ('text' in value) return cellOf(value.text)
  if ('checkbox' in value) return value.checkbox
  return 'result' in value ? cellOf(value.result) : null
}

/** The library reads a serial number as if it were UTC, so that the day in UTC is the day in the sheet, in any time zone. */
function dateOf(date: Date): Cell {
  const at = date.getTime()
  if (Number.isNaN(at)) return null
  return at >= FIRST_DAY && at < LAST_DAY + DAY_MS
    ? { date: date.toISOString().slice(0, 10) }
    : at / DAY_MS + EPOCH_SERIAL
}
