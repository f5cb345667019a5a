// A spreadsheet as somebody changes a few cells of it and saves it again.
import { readWorkbook } from '../../server/spreadsheet/read-workbook.ts'
import type { Cell, Sheet, WrittenWorkbook } from '../../server/spreadsheet/workbook.ts'
import { writeWorkbook } from '../../server/spreadsheet/write-workbook.ts'

/** The cells of a line by the titles of their columns. */
export type Cells = Readonly<Record<string, Cell>>
/** What is other in a line; undefined = nothing. */
export type ChangeOfLine = (cells: Cells) => Cells | undefined

export async function editedWorkbook(bytes: Buffer, change: ChangeOfLine): Promise<Buffer> {
  const workbook = await readWorkbook(bytes)
  if ('code' in workbook) throw new Error(workbook.en)
  const written = await writeWorkbook({ sheets: workbook.sheets.map(sheet => rewritten(sheet, change)) })
  if ('code' in written) throw new Error(written.en)
  return written
}

function rewritten({ name, rows }: Sheet, change: ChangeOfLine): WrittenWorkbook['sheets'][number] {
  const [titles = [], ...lines] = rows
  return {
    name,
    columns: titles.map(title => ({ title: titleOf(title), width: 12, kind: 'text' })),
    rows: lines.map(line => {
      const cells = Object.fromEntries(titles.map((title, column) => [titleOf(title), line[column] ?? null]))
      const changed = { ...cells, ...change(cells) }
      return titles.map(title => changed[titleOf(title)] ?? null)
    }),
  }
}

const titleOf = (cell: Cell): string => (typeof cell === 'string' ? cell : '')
