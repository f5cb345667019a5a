// Reads what the figures of a range are made of: all its readings when they are few enough and still there, else buckets.
import { MAX_PAGE, MAX_POINTS } from '../../shared/api.ts'
import type { Statistics } from '../../shared/history/api-schema.ts'
import { QUALITY_CODE } from '../../shared/quality.ts'
import type { DeviceSeries } from '../registry/devices.ts'
import { planBuckets } from '../store/rollup.ts'
import type { Store } from '../store/store.ts'
import type { Range } from './range.ts'
import { statisticsOfBuckets, statisticsOfReadings } from './statistics.ts'

/** More readings than a year of one every five minutes aren't read one by one. */
export const MAX_READINGS = 110_000

/** Rejects with the signal's reason when it is aborted. */
export async function readStatistics(
  store: Pick<Store, 'buckets' | 'readings'>,
  series: Pick<DeviceSeries, 'n' | 'id' | 'intervalMs'>,
  range: Range,
  limits: readonly number[],
  signal?: AbortSignal,
): Promise<Statistics> {
  const { from, to } = range
  const about = { ...range, series: series.id, intervalMs: series.intervalMs, limits }
  const buckets = await store.buckets(series.n, from, to, MAX_POINTS)
  const count = buckets.count.reduce((sum, one) => sum + one, 0)
  if (count <= MAX_READINGS) {
    const values = await goodReadings(store, series.n, range, signal)
    // Fewer than the rollups counted: the raw ones of the beginning aren't kept any more.
    if (values.t.length >= count) return statisticsOfReadings(values, about)
  }
  return statisticsOfBuckets(buckets, planBuckets(from, to, MAX_POINTS).step, about)
}

async function goodReadings(
  store: Pick<Store, 'readings'>,
  n: number,
  { from, to }: Range,
  signal: AbortSignal | undefined,
) {
  const [t, v]: [number[], number[]] = [[], []]
  for (let start = from; start <= to && t.length <= MAX_READINGS; ) {
    signal?.throwIfAborted()
    const page = await store.readings(n, start, to, MAX_PAGE)
    for (let i = 0; i < page.t.length; i++) {
      if (page.q[i] === QUALITY_CODE.bad) continue
      t.push(page.t[i] as number)
      v.push(page.v[i] as number)
    }
    if (page.t.length < MAX_PAGE) break
    start = (page.t[page.t.length - 1] as number) + 1
  }
  return { t, v }
}
