// Reads an .xlsx file that a person sent: plain cells, or why not. Never blocks the event loop.
import { refuseBeyond, type SpreadsheetRefusal } from './refusal.ts'
import { runJob } from './spreadsheet-process.ts'
import { WORKBOOK_LIMITS, type Workbook, type WorkbookLimits } from './workbook.ts'

/**
 * Rich text and links come as their text, a formula as the result it was saved with, an error as null, a date as the day in
 * the sheet. Cells covered by a merged one are null. Rejects with the signal's reason when it is aborted.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: Partial<WorkbookLimits> = {},
  signal?: AbortSignal,
): Promise<Workbook | SpreadsheetRefusal> {
  const all = { ...WORKBOOK_LIMITS, ...limits }
  // Before the bytes are copied into the process.
  if (bytes.length > all.bytes) return refuseBeyond('bytes', all)
  return runJob({ kind: 'read', bytes, limits: all }, { signal })
}
