// The nights before of a series that is reported once a night: a bucket for each. Asked for by the hour, for a night is counted once.
import { queryOptions } from '@tanstack/react-query'
import type { Bucket } from '../../shared/api.ts'
import { getJson } from '../app/rest.ts'

const HOUR_MS = 3_600_000
const NIGHT_MS = 24 * HOUR_MS

/** By time. */
export type Nights = readonly Pick<Bucket, 't' | 'mean'>[]

export const nightsQuery = (seriesId: string, serverNow: number | undefined, nights: number) =>
  queryOptions({
    queryKey: ['nights', seriesId, nights],
    enabled: serverNow !== undefined && nights > 0,
    queryFn: async (): Promise<Nights> => {
      const to = Math.ceil((serverNow ?? 0) / HOUR_MS) * HOUR_MS
      // The newest night may be two days ago and still be the newest.
      const span = nights + 2
      const range = `from=${to - span * NIGHT_MS}&to=${to}&points=${span * 24}`
      const { buckets } = (await getJson(`/api/v1/series/${encodeURIComponent(seriesId)}/readings?${range}`)) as {
        buckets: readonly Bucket[]
      }
      return buckets
    },
    staleTime: HOUR_MS,
    refetchInterval: HOUR_MS,
  })
