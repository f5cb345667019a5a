// Answers that are files: CSV and Excel, to be saved under a name that says what they are and of which day.
import type { Response } from 'express'
import { sendProblem } from '../http/problem.ts'
import { whileThere } from '../http/while-there.ts'
import type { SpreadsheetRefusal } from '../spreadsheet/refusal.ts'
import type { WrittenWorkbook } from '../spreadsheet/workbook.ts'
import { writeWorkbook } from '../spreadsheet/write-workbook.ts'

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const BUSY_SECONDS = '5'

/** @param name without ending, of letters, digits, dots and dashes */
export function sendCsv(response: Response, text: string, name: string): void {
  response.type('text/csv').set('Content-Disposition', attachment(name, 'csv')).send(text)
}

export async function sendWorkbook(response: Response, workbook: WrittenWorkbook, name: string): Promise<void> {
  await whileThere(response, async signal => {
    const file = await writeWorkbook(workbook, signal)
    if ('code' in file) sendSpreadsheetRefusal(response, file)
    else response.type(XLSX_TYPE).set('Content-Disposition', attachment(name, 'xlsx')).send(file)
  })
}

export function sendSpreadsheetRefusal(response: Response, { code, vi, en }: SpreadsheetRefusal): void {
  if (code === 'busy') {
    response.set('Retry-After', BUSY_SECONDS)
    sendProblem(response, 'too-many-requests', { vi, en })
  } else if (code === 'bytes') sendProblem(response, 'too-large', { vi, en })
  else sendProblem(response, 'refused', { vi, en }, { errors: [{ code, field: null, vi, en }] })
}

const attachment = (name: string, ending: string): string =>
  `attachment; filename="dai-sen-${name.replaceAll(/[^\w.-]/g, '-')}.${ending}"`
