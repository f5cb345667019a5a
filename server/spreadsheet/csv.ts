// Rows as CSV (RFC 4180) that Excel opens as Vietnamese text and never as formulas.
import type { Cell } from './workbook.ts'

/** Without it Excel takes UTF-8 for the machine's old code page. */
const BYTE_ORDER_MARK = '\uFEFF'
/** A text that starts so would be run as a formula. */
const FORMULA_START = /^[=+\-@\t\r\n]/
const NEEDS_QUOTES = /[",\r\n]/

/** Numbers have a decimal point, dates are YYYY-MM-DD. A text that could be taken for a formula gets an apostrophe in front. */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + csvLines([header, ...rows])
}

/** A part of such a text, for one that is too long to hold. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.map(cells => `${cells.map(field).join(',')}\r\n`).join('')

function field(cell: Cell): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  const text = typeof cell === 'string' ? cell : cell.date
  const harmless = FORMULA_START.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
