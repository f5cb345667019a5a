// The last whole hours of one series, one bucket for each: what a figure of hourly means needs. Asked for every few minutes: an hour
// turns once an hour, and something may come late.
import { queryOptions } from '@tanstack/react-query'
import type { Bucket } from '../../shared/api.ts'
import { getJson } from '../app/rest.ts'

export const HOUR_MS = 3_600_000
const REFRESH_MS = 5 * 60_000

export type Hours = {
  /** The end of the newest hour, epoch milliseconds. */
  readonly to: number
  readonly buckets: readonly Pick<Bucket, 't' | 'mean'>[]
}

/** @param serverNow server time; the newest hour is the last one that is over */
export const hoursQuery = (seriesId: string, serverNow: number | undefined, hours: number) =>
  queryOptions({
    queryKey: ['hours', seriesId, hours],
    enabled: serverNow !== undefined,
    queryFn: async (): Promise<Hours> => {
      const to = Math.floor((serverNow ?? 0) / HOUR_MS) * HOUR_MS
      const range = `from=${to - hours * HOUR_MS}&to=${to - 1}&points=${hours}`
      const path = `/api/v1/series/${encodeURIComponent(seriesId)}/readings?${range}`
      const { buckets } = (await getJson(path)) as { buckets: readonly Bucket[] }
      return { to, buckets }
    },
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  })

/** The mean of each hour, the newest first; null = nothing was measured in it. */
export function hourlyMeans({ to, buckets }: Hours, hours: number): readonly (number | null)[] {
  const byHour = new Map(buckets.map(({ t, mean }) => [Math.floor((to - 1 - t) / HOUR_MS), mean]))
  return Array.from({ length: hours }, (_, age) => byHour.get(age) ?? null)
}
