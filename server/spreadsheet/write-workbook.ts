// Writes cells as an .xlsx file to be opened in Excel: header bold, frozen and filterable. Never blocks the event loop.
import type { SpreadsheetRefusal } from './refusal.ts'
import { runJob } from './spreadsheet-process.ts'
import type { WrittenWorkbook } from './workbook.ts'

/**
 * @returns a refusal when the server is busy with others or the content is too much to write
 * @throws the signal's reason when it is aborted
 */
export async function writeWorkbook(
  workbook: WrittenWorkbook,
  signal?: AbortSignal,
): Promise<Buffer | SpreadsheetRefusal> {
  const file = await runJob({ kind: 'write', workbook }, { signal })
  return 'code' in file ? file : Buffer.from(file.buffer, file.byteOffset, file.byteLength)
}
