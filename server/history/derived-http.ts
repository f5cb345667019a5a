// Computed series over HTTP. Who may not see one of the inputs doesn't see what is computed from it.
import express, { type Response, type Router } from 'express'
import { partsOfDerived } from '../../shared/derived/kinds.ts'
import {
  type DerivedOrigin,
  derivedQuerySchema,
  originQuerySchema,
  statisticsQuerySchema,
} from '../../shared/history/api-schema.ts'
import { MAX_HOUR_DAYS } from '../../shared/history/limits.ts'
import type { Registry } from '../../shared/registry.ts'
import { sendProblem } from '../http/problem.ts'
import { whileThere } from '../http/while-there.ts'
import type { DeviceSeries, Devices } from '../registry/devices.ts'
import type { Store } from '../store/store.ts'
import { derivedBuckets, derivedOf, type FoundDerived, originAt, stepAt } from './derived.ts'
import { readDerivedStatistics } from './derived-statistics.ts'
import type { DerivedSteps } from './derived-steps.ts'
import { isTooLong } from './hours.ts'
import { recentRange, timeOf } from './range.ts'

const DEFAULT_POINTS = 1_000

export type DerivedDeps = {
  readonly store: Pick<Store, 'buckets'>
  readonly devices: Devices
  readonly registry: Pick<Registry, 'villages' | 'gauges'>
  readonly steps: DerivedSteps
  readonly now: () => number
  readonly sees: Sees
}
type Sees = (response: Response) => (series: DeviceSeries) => boolean

const isSeen = (sees: Sees, response: Response, { inputs }: FoundDerived) => inputs.every(sees(response))

/** Finds a computed series by its id; undefined when there is none, or none for this caller. */
export const derivedFinder =
  ({ devices, registry, sees }: Pick<DerivedDeps, 'devices' | 'registry' | 'sees'>) =>
  (response: Response, id: string): FoundDerived | undefined => {
    const parts = partsOfDerived(id)
    const device = parts && devices.byId(parts.device)
    const found = device && derivedOf(device, registry).find(({ about }) => about.id === id)
    return found && isSeen(sees, response, found) ? found : undefined
  }

export function serveDerived({ store, devices, registry, steps, now, sees }: DerivedDeps): Router {
  const router = express.Router()
  const find = derivedFinder({ devices, registry, sees })

  router.get('/derived', (_request, response) => {
    const all = devices.all().flatMap(device => derivedOf(device, registry))
    response.json({ derived: all.filter(one => isSeen(sees, response, one)).map(({ about }) => about) })
  })

  router.get('/derived/:id/readings', async (request, response) => {
    const found = find(response, request.params.id)
    const query = derivedQuerySchema.safeParse(request.query)
    const range = query.success ? recentRange(query.data, now()) : undefined
    if (!found) sendProblem(response, 'not-found')
    else if (!query.success || !range || range.from > range.to || isTooLong(range)) badQuery(response)
    else {
      const { points = DEFAULT_POINTS } = query.data
      await whileThere(response, async signal => {
        const buckets = await derivedBuckets(steps, found, range, points, now(), signal)
        response.json({ series: found.about.id, buckets })
      })
    }
  })

  router.get('/derived/:id/statistics', async (request, response) => {
    const found = find(response, request.params.id)
    const query = statisticsQuerySchema.safeParse(request.query)
    const range = query.success ? recentRange(query.data, now()) : undefined
    if (!found) sendProblem(response, 'not-found')
    else if (!query.success || !range || range.from > range.to || isTooLong(range)) badQuery(response)
    else
      await whileThere(response, async signal => {
        response.json(await readDerivedStatistics(steps, found, range, query.data.limits ?? [], now(), signal))
      })
  })

  router.get('/derived/:id/origin', async (request, response) => {
    const found = find(response, request.params.id)
    const query = originQuerySchema.safeParse(request.query)
    const at = query.success ? (query.data.at === undefined ? now() : timeOf(query.data.at)) : undefined
    if (!found) sendProblem(response, 'not-found')
    else if (at === undefined) badQuery(response)
    else {
      const step = stepAt(found, at, now())
      const { steps: origins, missing, value, category } = await originAt(store, found, step)
      const byQuantity = new Map(found.inputs.map(one => [one.quantity.code, one]))
      response.json({
        derived: found.about,
        ...step,
        value,
        category,
        steps: origins.map(one => {
          const input = byQuantity.get(one.quantity)
          return { ...one, hours: [...one.hours], series: input?.id ?? '', unit: input?.unit ?? '' }
        }),
        missing: [...missing],
        gauge: found.gauge && { name: found.gauge.name, levels: found.gauge.levels },
      } satisfies DerivedOrigin)
    }
  })
  return router
}

function badQuery(response: Response): void {
  sendProblem(response, 'bad-request', {
    vi: `Tham số sai: from ≤ to (mili giây hoặc RFC 3339), nhiều nhất ${MAX_HOUR_DAYS} ngày; points từ 1 đến 10.000; limits là các số cách nhau bằng dấu phẩy`,
    en: `Bad query: from ≤ to (milliseconds or RFC 3339), at most ${MAX_HOUR_DAYS} days; points 1 to 10,000; limits are numbers separated by commas`,
  })
}
