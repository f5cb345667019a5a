// What a series was at a moment of its last 24 hours: the mean of the bucket that the moment lies in. Pure.
import type { Bucket } from '../../shared/api.ts'
import type { History } from '../history/history-query.ts'

/** Undefined where nothing was measured: a hole isn't bridged. */
export function bucketAt({ from, to, points, buckets }: History, at: number): Bucket | undefined {
  const widthMs = Math.max((to - from) / points, narrowestStep(buckets))
  return buckets.findLast(({ t }) => t <= at && at < t + widthMs)
}

function narrowestStep(buckets: readonly Bucket[]): number {
  const steps = buckets.slice(1).map(({ t }, i) => t - (buckets[i]?.t ?? t))
  return steps.length === 0 ? 0 : Math.min(...steps)
}
