// Readings as files. CSV goes out while it is read, as fast as the caller takes it; Excel is made in its own process, of a bounded range.
import express, { type Request, type Response, type Router } from 'express'
import { exportQuerySchema } from '../../shared/history/api-schema.ts'
import { MAX_WORKBOOK_ROWS } from '../../shared/history/limits.ts'
import { provinceDayOf } from '../../shared/programme/province-day.ts'
import { sendProblem } from '../http/problem.ts'
import type { DeviceSeries } from '../registry/devices.ts'
import { csvLines } from '../spreadsheet/csv.ts'
import type { Cell } from '../spreadsheet/workbook.ts'
import { writeWorkbook } from '../spreadsheet/write-workbook.ts'
import type { Store } from '../store/store.ts'
import { cellsOfLine, type ExportLanguage, headerOf } from './export-table.ts'
import { mergeReadings } from './merge-readings.ts'
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
  readonly maxWorkbookRows?: number
}
type Asked = { readonly series: readonly DeviceSeries[]; readonly range: Range; readonly language: ExportLanguage }

export function serveExport({ store, now, find, maxWorkbookRows = MAX_WORKBOOK_ROWS }: ExportDeps): Router {
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
    const series = [...new Set(query.data.series)].map(id => find(response, id))
    const known = series.filter(one => one !== undefined)
    if (known.length < series.length) {
      sendProblem(response, 'not-found')
      return undefined
    }
    if (running >= MAX_EXPORTS) {
      response.set('Retry-After', BUSY_SECONDS)
      sendProblem(response, 'too-many-requests')
      return undefined
    }
    return { series: known, range, language: query.data.lang ?? 'vi' }
  }
  /** Counts as running until it is out or the caller is gone. */
  async function counted(work: () => Promise<void>): Promise<void> {
    running += 1
    try {
      await work()
    } finally {
      running -= 1
    }
  }
  const lines = ({ series, range }: Asked) =>
    mergeReadings(
      store,
      series.map(({ n }) => n),
      range,
    )

  router.get('/readings.csv', async (request, response) => {
    const asked = ask(request, response)
    if (!asked) return
    await counted(async () => {
      response.type('text/csv').set('Content-Disposition', attachment(asked, 'csv'))
      const sources = asked.series.map(({ device }) => device.source)
      response.write(`\uFEFF${csvLines([headerOf(asked.series, asked.language)])}`)
      let chunk: (readonly Cell[])[] = []
      for await (const line of lines(asked)) {
        if (response.destroyed) return
        chunk.push(cellsOfLine(line, sources, asked.language))
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
    await counted(async () => {
      const sources = asked.series.map(({ device }) => device.source)
      const rows: (readonly Cell[])[] = []
      for await (const line of lines(asked)) {
        if (rows.length === maxWorkbookRows || response.destroyed) {
          if (!response.destroyed) refuseLong(response, maxWorkbookRows)
          return
        }
        rows.push(cellsOfLine(line, sources, asked.language))
      }
      const columns = headerOf(asked.series, asked.language).map((title, i) => ({
        title,
        width: i === 0 ? 30 : 22,
        kind: i % 3 === 1 ? ('number' as const) : ('text' as const),
      }))
      const name = asked.language === 'vi' ? 'Số liệu' : 'Readings'
      const file = await writeWorkbook({ sheets: [{ name, columns, rows }] })
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
