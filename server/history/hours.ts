// The clock hours of a series, however many: the store answers ten thousand buckets at a time.
import { MAX_POINTS } from '../../shared/api.ts'
import { DAY_MS, HOUR_MS } from '../../shared/derived/kinds.ts'
import { MAX_HOUR_DAYS } from '../../shared/history/limits.ts'
import { bucketStart } from '../store/rollup.ts'
import type { Store } from '../store/store.ts'
import type { Range } from './range.ts'

export type Hour = {
  readonly t: number
  readonly min: number
  readonly max: number
  readonly mean: number
  readonly count: number
}

export const isTooLong = ({ from, to }: Range): boolean => to - from > MAX_HOUR_DAYS * DAY_MS

/** Of the hours that lie wholly or partly in the range, whole; oldest first, without those that were not measured. */
export async function hoursOf(store: Pick<Store, 'buckets'>, n: number, { from, to }: Range): Promise<readonly Hour[]> {
  const hours: Hour[] = []
  const end = bucketStart(to, HOUR_MS) + HOUR_MS
  for (let start = bucketStart(from, HOUR_MS); start < end; start += MAX_POINTS * HOUR_MS) {
    const stop = Math.min(end, start + MAX_POINTS * HOUR_MS)
    const { t, min, max, mean, count } = await store.buckets(n, start, stop - 1, (stop - start) / HOUR_MS)
    for (let i = 0; i < t.length; i++)
      hours.push({
        t: t[i] as number,
        min: min[i] as number,
        max: max[i] as number,
        mean: mean[i] as number,
        count: count[i] as number,
      })
  }
  return hours
}
