// The last 24 hours of one series as REST state, refreshed every minute.
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Bucket } from '../../shared/api.ts'
import { getJson } from '../app/rest.ts'

export type History = {
  /** Epoch milliseconds, both ends. */
  readonly from: number
  readonly to: number
  /** How many buckets were asked for: the answer may hold fewer and wider ones, and leaves empty ones out. */
  readonly points: number
  readonly buckets: readonly Bucket[]
}

const REFRESH_MS = 60_000
export const DAY_MS = 24 * 3_600_000

/** @param serverNow server time; the window ends on its next whole minute */
export const historyQuery = (seriesId: string | undefined, serverNow: number | undefined, points: number) =>
  queryOptions({
    queryKey: ['history', seriesId, points],
    enabled: seriesId !== undefined && serverNow !== undefined,
    queryFn: async (): Promise<History> => {
      const to = Math.ceil((serverNow ?? 0) / REFRESH_MS) * REFRESH_MS
      const from = to - DAY_MS
      const path = `/api/v1/series/${encodeURIComponent(seriesId ?? '')}/readings?from=${from}&to=${to}&points=${points}`
      const { buckets } = (await getJson(path)) as { buckets: readonly Bucket[] }
      return { from, to, points, buckets }
    },
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  })

export const useHistory = (seriesId: string | undefined, serverNow: number | undefined, points: number) =>
  useQuery(historyQuery(seriesId, serverNow, points))
