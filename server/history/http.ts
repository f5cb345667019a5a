// Reading the store over HTTP: the list of series, raw readings in pages, buckets for charts, the state at an instant.
import express, { type Request, type Response, type Router } from 'express'
import { type Bucket, MAX_PAGE, readingsQuerySchema, type Series, stateQuerySchema } from '../../shared/api.ts'
import { qualityOf } from '../../shared/quality.ts'
import type { Reading } from '../../shared/reading.ts'
import type { Registry } from '../../shared/registry.ts'
import type { FieldViews } from '../access/field-view.ts'
import { sendProblem } from '../http/problem.ts'
import type { DeviceSeries, Devices } from '../registry/devices.ts'
import type { Columns, Store } from '../store/store.ts'
import { derivedFinder, serveDerived } from './derived-http.ts'
import { createDerivedSteps } from './derived-steps.ts'
import { serveExport } from './export-http.ts'
import { serveFigures } from './figures-http.ts'
import { DEFAULT_SPAN_MS, rangeOf, timeOf } from './range.ts'

const DEFAULT_PAGE = 1_000

export type HistoryDeps = {
  readonly store: Store
  readonly devices: Devices
  readonly registry: Pick<Registry, 'villages' | 'gauges'>
  readonly now: () => number
  readonly views: FieldViews
  readonly latestOf: (n: number) => { readonly t: number; readonly v: number; readonly q: number } | undefined
}

export function serveHistory({ store, devices, registry, now, views, latestOf }: HistoryDeps): Router {
  const router = express.Router()

  /** What the sender may see; what they may not isn't there for them. */
  const seen = (response: Response) => {
    const { sees } = views.behind(response)
    return ({ device, quantity }: DeviceSeries) => sees({ village: device.village, quantity: quantity.code })
  }

  const find = (response: Response, id: string) => {
    const found = devices.seriesById(id)
    return found && seen(response)(found) ? found : undefined
  }
  const steps = createDerivedSteps(store)
  const findDerived = derivedFinder({ devices, registry, sees: seen })
  router.use(serveFigures({ store, now, find }), serveExport({ store, now, find, findDerived, steps }))
  router.use(serveDerived({ store, devices, registry, steps, now, sees: seen }))

  router.get('/series', (_request, response) => {
    const series = devices.allSeries().filter(seen(response))
    response.json({ series: series.map(one => describe(one, latestOf(one.n))) })
  })

  router.get('/series/:id/readings', async (request, response) => {
    const series = find(response, request.params.id)
    const query = readingsQuerySchema.safeParse(request.query)
    const range = query.success ? rangeOf(query.data) : undefined
    if (!series) sendProblem(response, 'not-found')
    else if (!query.success || !range) badQuery(response)
    else if (query.data.points !== undefined) {
      const to = query.data.to === undefined ? now() : range.to
      const from = query.data.from === undefined ? to - DEFAULT_SPAN_MS : range.from
      const buckets = await store.buckets(series.n, from, to, query.data.points)
      response.json({ series: series.id, buckets: bucketsOf(buckets) })
    } else {
      const { cursor, limit = DEFAULT_PAGE } = query.data
      const from = cursor === undefined ? range.from : Math.max(range.from, Number(cursor) + 1)
      const page = readingsOf(await store.readings(series.n, from, range.to, Math.min(limit, MAX_PAGE) + 1))
      const hasMore = page.length > limit
      const readings = page.slice(0, limit)
      response.json({ series: series.id, readings, next: hasMore ? String(readings.at(-1)?.t) : null })
    }
  })

  router.get('/state', async (request: Request, response: Response) => {
    const query = stateQuerySchema.safeParse(request.query)
    const at = query.success ? timeOf(query.data.at) : undefined
    if (at === undefined) {
      badQuery(response)
      return
    }
    const { n, ...columns } = await store.stateAt(at)
    const byNumber = new Map([...n].map((number, i) => [number, i]))
    const visible = devices.allSeries().filter(seen(response))
    const series = visible.map(one => {
      const i = byNumber.get(one.n)
      return describe(
        one,
        i === undefined
          ? undefined
          : { t: columns.t[i] as number, v: columns.v[i] as number, q: columns.q[i] as number },
      )
    })
    response.json({ at, series })
  })
  return router
}

function describe(series: DeviceSeries, latest: { t: number; v: number; q: number } | undefined): Series {
  const { id, device, quantity, unit, intervalMs } = series
  const { lon, lat, source, village } = device
  return {
    id,
    village,
    device: device.id,
    deviceName: device.name,
    quantity: quantity.code,
    unit,
    source,
    lon,
    lat,
    intervalMs,
    latest: latest ? { t: latest.t, v: latest.v, q: qualityOf(latest.q) } : null,
  }
}

function readingsOf({ t, v, q }: Columns): Reading[] {
  return [...t].map((time, i) => ({ t: time, v: v[i] as number, q: qualityOf(q[i] as number) }))
}

function bucketsOf({ t, min, max, mean, count }: Awaited<ReturnType<Store['buckets']>>): Bucket[] {
  return [...t].map((start, i) => ({
    t: start,
    min: min[i] as number,
    max: max[i] as number,
    mean: mean[i] as number,
    count: count[i] as number,
  }))
}

function badQuery(response: Response): void {
  sendProblem(response, 'bad-request', {
    vi: 'Tham số sai: from và to (mili giây hoặc RFC 3339), from ≤ to, limit và points từ 1 đến 10.000',
    en: 'Bad query: from and to (milliseconds or RFC 3339), from ≤ to, limit and points 1 to 10,000',
  })
}
