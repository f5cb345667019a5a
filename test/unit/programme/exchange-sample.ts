// Sheets as a person would send them back: what was written, read again without the file in between, with some cells changed.
import { type Judged, judgeLines } from '../../../server/programme/exchange/judge-lines.ts'
import type { ExchangeView, Reading } from '../../../server/programme/exchange/layout.ts'
import type { Cell, Workbook, WrittenWorkbook } from '../../../server/spreadsheet/workbook.ts'
import type { CommandActor } from '../../../shared/programme/command.ts'
import { fold } from '../../../shared/programme/fold.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import { stateWith, TODAY } from './lists-sample.ts'
import { units } from './standing-sample.ts'

export const LEAD: CommandActor = { name: 'Nguyễn Thị Sen', unit: 'so-khcn-2025' }

export const exchangeView = (state: ProgrammeState = stateWith()): ExchangeView => ({ state, units, today: TODAY })

/** As the file would be read: the header is the first row, empty cells at a row's end are gone. */
export const asRead = ({ sheets }: WrittenWorkbook): Workbook => ({
  sheets: sheets.map(({ name, columns, rows }) => ({
    name,
    rows: [columns.map(({ title }) => title), ...rows].map(row => {
      const last = row.findLastIndex(cell => cell !== null && cell !== '')
      return row.slice(0, last + 1)
    }),
  })),
})

const titleOf = (cell: Cell): string => (typeof cell === 'string' ? cell : '')

/** The workbook with cells changed: of the first sheet unless said otherwise, by the title of the column. */
export function changed(
  workbook: Workbook,
  isLine: (cells: Readonly<Record<string, Cell>>) => boolean,
  change: Readonly<Record<string, Cell>>,
  sheet = 0,
): Workbook {
  return {
    sheets: workbook.sheets.map((one, at) => {
      if (at !== sheet) return one
      const [titles = [], ...lines] = one.rows
      const rows = lines.map(line => {
        const cells = Object.fromEntries(titles.map((title, column) => [titleOf(title), line[column] ?? null]))
        return isLine(cells) ? titles.map(title => ({ ...cells, ...change })[titleOf(title)] ?? null) : line
      })
      return { ...one, rows: [titles, ...rows] }
    }),
  }
}

export const judged = (reading: Reading, view = exchangeView(), actor = LEAD): Promise<Judged> =>
  judgeLines(reading, view, actor)

/** The programme after what was judged is appended. */
export function after({ drafts }: Judged, state: ProgrammeState = stateWith()): ProgrammeState {
  const at = Date.parse(`${TODAY}T08:00:00+07:00`)
  return fold(
    state,
    drafts.map((draft, index) => ({ ...draft, at, actor: 'declared:Thử', id: state.lastId + 1 + index })),
  )
}

/** Codes of errors with the line they are on. */
export const codesOf = ({ errors }: Pick<Judged, 'errors'>): readonly string[] =>
  errors.map(({ line, code }) => `${line ?? '-'} ${code}`)
