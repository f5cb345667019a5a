// What a series was at a moment of its range: the bucket that speaks for the moment. Pure.
import type { Bucket } from '../../shared/api.ts'
import type { History } from '../history/history-query.ts'

/**
 * Undefined where nothing was measured: a hole isn't bridged.
 * @param intervalMs how long a reading speaks until the next is due; null = until its bucket ends
 */
export function bucketAt(
  { from, to, points, buckets }: History,
  at: number,
  intervalMs: number | null,
): Bucket | undefined {
  const widthMs = Math.max((to - from) / points, narrowestStep(buckets), intervalMs ?? 0)
  return buckets.findLast(({ t }) => t <= at && at < t + widthMs)
}

function narrowestStep(buckets: readonly Bucket[]): number {
  const steps = buckets.slice(1).map(({ t }, i) => t - (buckets[i]?.t ?? t))
  return steps.length === 0 ? 0 : Math.min(...steps)
}
