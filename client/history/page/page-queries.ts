// What the history page asks of the station. A range that ends at the live edge is asked for again every minute.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Bucket } from '../../../shared/api.ts'
import type { DerivedSeries, DerivedStatistics, Statistics } from '../../../shared/history/api-schema.ts'
import { getJson } from '../../app/rest.ts'
import type { History } from '../history-query.ts'
import type { TimeRange } from './history-choice.ts'

export const REFRESH_MS = 60_000

/** Measured and computed ones have their own address. */
const rootOf = (id: string): string =>
  id.startsWith('derived:') ? `/api/v1/derived/${encodeURIComponent(id)}` : `/api/v1/series/${encodeURIComponent(id)}`

export const bucketsQuery = (id: string, { from, to }: TimeRange, points: number) =>
  queryOptions({
    queryKey: ['history-buckets', id, from, to, points],
    queryFn: async ({ signal }): Promise<History> => {
      const { buckets } = (await getJson(`${rootOf(id)}/readings?from=${from}&to=${to}&points=${points}`, signal)) as {
        buckets: readonly Bucket[]
      }
      return { from, to, points, buckets }
    },
    staleTime: REFRESH_MS,
    placeholderData: keepPreviousData,
  })

export const hoursMatrixQuery = (id: string, { from, to }: TimeRange) =>
  queryOptions({
    queryKey: ['history-hours', id, from, to],
    queryFn: async ({ signal }) => {
      // A computed series of hours is its own hours.
      const hours = (to - from) / 3_600_000
      const path = id.startsWith('derived:')
        ? `${rootOf(id)}/readings?from=${from}&to=${to}&points=${Math.min(10_000, Math.ceil(hours) + 1)}`
        : `${rootOf(id)}/hours?from=${from}&to=${to}`
      const body = (await getJson(path, signal)) as { hours?: readonly Bucket[]; buckets?: readonly Bucket[] }
      return body.hours ?? body.buckets ?? []
    },
    staleTime: REFRESH_MS,
    placeholderData: keepPreviousData,
  })

export const statisticsQuery = (id: string, { from, to }: TimeRange, limits: readonly number[]) =>
  queryOptions({
    queryKey: ['history-statistics', id, from, to, limits.join()],
    queryFn: async ({ signal }) =>
      (await getJson(
        `${rootOf(id)}/statistics?from=${from}&to=${to}${limits.length > 0 ? `&limits=${limits.join(',')}` : ''}`,
        signal,
      )) as Statistics | DerivedStatistics,
    staleTime: REFRESH_MS,
    placeholderData: keepPreviousData,
  })

/** When the first reading that is kept was measured; undefined without any. */
export const oldestQuery = (id: string, isAsked: boolean) =>
  queryOptions({
    queryKey: ['history-oldest', id],
    enabled: isAsked,
    queryFn: async ({ signal }) => {
      const { readings } = (await getJson(`${rootOf(id)}/readings?limit=1`, signal)) as {
        readings: readonly { t: number }[]
      }
      return readings[0]?.t ?? null
    },
    staleTime: Infinity,
  })

export const derivedListQuery = queryOptions({
  queryKey: ['derived'],
  queryFn: async () => ((await getJson('/api/v1/derived')) as { derived: readonly DerivedSeries[] }).derived,
  staleTime: 10 * REFRESH_MS,
})
