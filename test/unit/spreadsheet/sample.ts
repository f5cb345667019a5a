// Reading and writing without the process around it, for tests of what is read and written.
import type { SpreadsheetRefusal } from '../../../server/spreadsheet/refusal.ts'
import {
  type Cell,
  WORKBOOK_LIMITS,
  type Workbook,
  type WorkbookLimits,
  type WrittenSheet,
} from '../../../server/spreadsheet/workbook.ts'
import { cellsOf } from '../../../server/spreadsheet/workbook-cells.ts'
import { workbookFileOf } from '../../../server/spreadsheet/workbook-file.ts'
import { workbookPartsOf } from '../../../server/spreadsheet/workbook-parts.ts'

export async function read(
  bytes: Uint8Array,
  about: Partial<WorkbookLimits> = {},
): Promise<Workbook | SpreadsheetRefusal> {
  const limits = { ...WORKBOOK_LIMITS, ...about }
  const parts = workbookPartsOf(bytes, limits)
  return isRefusal(parts) ? parts : cellsOf(parts, limits)
}
const isRefusal = (parts: object): parts is SpreadsheetRefusal => 'code' in parts

/** 'ok', or the code of the refusal, whose sentences must be there. */
export function outcomeOf(result: Workbook | SpreadsheetRefusal): string {
  if (!('code' in result)) return 'ok'
  if (result.vi.length < 10 || result.en.length < 10) throw new Error(`${result.code} says nothing`)
  return result.code
}

export async function rowsOf(bytes: Uint8Array, sheet = 0): Promise<readonly (readonly Cell[])[]> {
  const result = await read(bytes)
  if ('code' in result) throw new Error(result.code)
  return result.sheets[sheet]?.rows ?? []
}

export const aSheet = (about: Partial<WrittenSheet> = {}): WrittenSheet => ({
  name: 'Kinh phí',
  columns: [
    { title: 'Làng', width: 24, kind: 'text' },
    { title: 'Số tiền', width: 18, kind: 'money' },
    { title: 'Ngày', width: 12, kind: 'date' },
    { title: 'Tỷ lệ', width: 8, kind: 'percent' },
    { title: 'Số lượng', width: 10, kind: 'number' },
  ],
  rows: [],
  ...about,
})
export const fileOf = (...sheets: readonly WrittenSheet[]): Promise<Uint8Array> => workbookFileOf({ sheets })
