// Series as files, measured and computed ones beside each other. CSV goes out while it is read, as fast as the caller takes it; Excel
// is made in its own process, of a bounded number of lines. Both end with the caller.
import express, { type Request, type Response, type Router } from 'express'
import { exportQuerySchema } from '../../shared/history/api-schema.ts'
import { MAX_HOUR_DAYS, MAX_WORKBOOK_ROWS } from '../../shared/history/limits.ts'
import { provinceDayOf } from '../../shared/programme/province-day.ts'
import { sendProblem } from '../http/problem.ts'
import { whileThere } from '../http/while-there.ts'
import type { DeviceSeries } from '../registry/devices.ts'
import { csvLines } from '../spreadsheet/csv.ts'
import type { Cell } from '../spreadsheet/workbook.ts'
import { writeWorkbook } from '../spreadsheet/write-workbook.ts'
import type { Store } from '../store/store.ts'
import type { FoundDerived } from './derived.ts'
import type { DerivedSteps } from './derived-steps.ts'
import { cellsOfLine, type ExportColumn, type ExportLanguage, headerOf } from './export-table.ts'
import { isTooLong } from './hours.ts'
import { type MergedLine, mergeLines, readingsCursor, stepsCursor } from './merge-lines.ts'
import { type Range, recentRange } from './range.ts'

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Files that are made at a time, for all. */
export const MAX_EXPORTS = 4
const BUSY_SECONDS = '5'
const LINES_A_CHUNK = 1_000

export type ExportDeps = {
  readonly store: Pick<Store, 'readings'>
  readonly now: () => number
  /** Undefined when there is none, or none for this caller. */
  readonly find: (response: Response, id: string) => DeviceSeries | undefined
  readonly findDerived: (response: Response, id: string) => FoundDerived | undefined
  readonly steps: DerivedSteps
  readonly maxWorkbookRows?: number
}
type Asked = { readonly columns: readonly ExportColumn[]; readonly range: Range; readonly language: ExportLanguage }

export function serveExport(deps: ExportDeps): Router {
  const { store, now, find, findDerived, steps, maxWorkbookRows = MAX_WORKBOOK_ROWS } = deps
  const router = express.Router()
  let running = 0

  /** Undefined when it has been answered already. */
  function ask(request: Request, response: Response): Asked | undefined {
    const query = exportQuerySchema.safeParse(request.query)
    const range = query.success ? recentRange(query.data, now()) : undefined
    if (!query.success || !range || range.from > range.to) {
      sendProblem(response, 'bad-request', {
        vi: 'Tham số: series là từ 1 đến 8 mã chuỗi cách nhau bằng dấu phẩy; from ≤ to (mili giây hoặc RFC 3339)',
        en: 'Query: series is 1 to 8 ids separated by commas; from ≤ to (milliseconds or RFC 3339)',
      })
      return undefined
    }
    const ids = [...new Set(query.data.series)]
    const columns = ids.map(id => columnOf(response, id)).filter(one => one !== undefined)
    if (columns.length < ids.length) {
      sendProblem(response, 'not-found')
      return undefined
    }
    if (columns.some(({ kind }) => kind === 'derived') && isTooLong(range)) {
      sendProblem(response, 'bad-request', {
        vi: `Chuỗi tính ra xuất được nhiều nhất ${MAX_HOUR_DAYS.toLocaleString('vi-VN')} ngày: hãy chọn khoảng ngắn hơn`,
        en: `Computed series are exported over at most ${MAX_HOUR_DAYS.toLocaleString('en')} days: choose a shorter range`,
      })
      return undefined
    }
    if (running >= MAX_EXPORTS) {
      response.set('Retry-After', BUSY_SECONDS)
      sendProblem(response, 'too-many-requests', {
        vi: `Đang xuất ${MAX_EXPORTS} tệp khác, hãy thử lại sau ít giây`,
        en: `${MAX_EXPORTS} other files are being made, try again in a few seconds`,
      })
      return undefined
    }
    return { columns, range, language: query.data.lang ?? 'vi' }
  }
  function columnOf(response: Response, id: string): ExportColumn | undefined {
    const series = find(response, id)
    if (series) return { kind: 'measured', series }
    const found = findDerived(response, id)
    return found && { kind: 'derived', found }
  }
  /** Counts as running until it is out or the caller is gone. */
  async function counted(response: Response, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    running += 1
    try {
      await whileThere(response, work)
    } finally {
      running -= 1
    }
  }
  async function* lines({ columns, range }: Asked, signal: AbortSignal): AsyncGenerator<MergedLine> {
    const at = now()
    yield* mergeLines(
      await Promise.all(
        columns.map(column =>
          column.kind === 'measured'
            ? readingsCursor(store, column.series.n, range, signal)
            : stepsCursor(steps, column.found, range, at, signal),
        ),
      ),
    )
  }

  router.get('/readings.csv', async (request, response) => {
    const asked = ask(request, response)
    if (!asked) return
    const { columns, language } = asked
    await counted(response, async signal => {
      response.type('text/csv').set('Content-Disposition', attachment(asked, 'csv'))
      response.write(`\uFEFF${csvLines([headerOf(columns, language)])}`)
      let chunk: (readonly Cell[])[] = []
      for await (const line of lines(asked, signal)) {
        signal.throwIfAborted()
        chunk.push(cellsOfLine(line, columns, language))
        if (chunk.length < LINES_A_CHUNK) continue
        const isTaken = response.write(csvLines(chunk))
        chunk = []
        if (!isTaken) await drained(response)
      }
      response.end(csvLines(chunk))
    })
  })

  router.get('/readings.xlsx', async (request, response) => {
    const asked = ask(request, response)
    if (!asked) return
    const { columns, language } = asked
    await counted(response, async signal => {
      const rows: (readonly Cell[])[] = []
      for await (const line of lines(asked, signal)) {
        signal.throwIfAborted()
        if (rows.length === maxWorkbookRows) {
          refuseLong(response, maxWorkbookRows)
          return
        }
        rows.push(cellsOfLine(line, columns, language))
      }
      const titles = headerOf(columns, language).map((title, i) => ({
        title,
        width: i === 0 ? 30 : 22,
        kind: i % 3 === 1 ? ('number' as const) : ('text' as const),
      }))
      const name = language === 'vi' ? 'Số liệu' : 'Readings'
      const file = await writeWorkbook({ sheets: [{ name, columns: titles, rows }] }, signal)
      if (!('code' in file)) response.type(XLSX_TYPE).set('Content-Disposition', attachment(asked, 'xlsx')).send(file)
      else if (file.code === 'busy') {
        response.set('Retry-After', BUSY_SECONDS)
        sendProblem(response, 'too-many-requests', file)
      } else sendProblem(response, 'refused', file)
    })
  })
  return router
}

/** Until the caller took what is written, or went away. */
const drained = (response: Response): Promise<void> =>
  new Promise(resolve => {
    const done = () => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
    if (response.destroyed) done()
  })

function refuseLong(response: Response, most: number): void {
  sendProblem(response, 'refused', {
    vi: `Hơn ${most.toLocaleString('vi-VN')} dòng: hãy chọn khoảng ngắn hơn, hoặc xuất CSV`,
    en: `More than ${most.toLocaleString('en')} lines: choose a shorter range, or export CSV`,
  })
}

const attachment = ({ range: { from, to } }: Asked, ending: string): string =>
  `attachment; filename="dai-sen-so-lieu-${from < -8e15 ? 'dau' : provinceDayOf(from)}-${provinceDayOf(Math.min(to, 8e15))}.${ending}"`
