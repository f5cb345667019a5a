// Figures of one series over HTTP: statistics of a range, and its clock hours.
import express, { type Response, type Router } from 'express'
import { hoursQuerySchema, statisticsQuerySchema } from '../../shared/history/api-schema.ts'
import { MAX_HOUR_DAYS } from '../../shared/history/limits.ts'
import { sendProblem } from '../http/problem.ts'
import { whileThere } from '../http/while-there.ts'
import type { DeviceSeries } from '../registry/devices.ts'
import type { Store } from '../store/store.ts'
import { hoursOf, isTooLong } from './hours.ts'
import { recentRange } from './range.ts'
import { readStatistics } from './read-statistics.ts'

export type FiguresDeps = {
  readonly store: Pick<Store, 'buckets' | 'readings'>
  readonly now: () => number
  /** Undefined when there is none, or none for this caller. */
  readonly find: (response: Response, id: string) => DeviceSeries | undefined
}

export function serveFigures({ store, now, find }: FiguresDeps): Router {
  const router = express.Router()

  router.get('/series/:id/statistics', async (request, response) => {
    const series = find(response, request.params.id)
    const query = statisticsQuerySchema.safeParse(request.query)
    const asked = query.success ? recentRange(query.data, now()) : undefined
    if (!series) sendProblem(response, 'not-found')
    else if (!query.success || !asked || asked.from > asked.to) badQuery(response)
    else {
      // What isn't measured yet isn't missing.
      const range = { from: asked.from, to: Math.max(asked.from, Math.min(asked.to, now())) }
      await whileThere(response, async signal => {
        response.json(await readStatistics(store, series, range, query.data.limits ?? [], signal))
      })
    }
  })

  router.get('/series/:id/hours', async (request, response) => {
    const series = find(response, request.params.id)
    const query = hoursQuerySchema.safeParse(request.query)
    const range = query.success ? recentRange(query.data, now()) : undefined
    if (!series) sendProblem(response, 'not-found')
    else if (!range || range.from > range.to || isTooLong(range)) badQuery(response)
    else response.json({ series: series.id, hours: await hoursOf(store, series.n, range) })
  })
  return router
}

function badQuery(response: Response): void {
  sendProblem(response, 'bad-request', {
    vi: `Tham số sai: from ≤ to (mili giây hoặc RFC 3339), theo giờ nhiều nhất ${MAX_HOUR_DAYS} ngày; limits là các số cách nhau bằng dấu phẩy`,
    en: `Bad query: from ≤ to (milliseconds or RFC 3339), by the hour at most ${MAX_HOUR_DAYS} days; limits are numbers separated by commas`,
  })
}
