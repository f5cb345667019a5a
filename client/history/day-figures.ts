// Figures made of a day of one series: how much it changed in the last hour, how much fell in all, and of how many hours it is known. Pure.
import type { History } from './history-query.ts'

const HOUR_MS = 3_600_000
/** The newest bucket may be this old, and the one an hour before it so far off. */
const SLACK_MS = 1_800_000

/** Newest value minus the one an hour before; undefined when either is missing. */
export function changeInHour({ to, buckets }: History): number | undefined {
  const last = buckets.at(-1)
  if (!last || to - last.t > SLACK_MS + HOUR_MS / 2) return undefined
  const before = buckets.findLast(({ t }) => t <= last.t - HOUR_MS)
  if (!before || last.t - HOUR_MS - before.t > SLACK_MS) return undefined
  return last.mean - before.mean
}

/** Of a quantity that is counted by interval (rain): the sum of all readings; undefined without any. */
export function sumOf({ buckets }: History): number | undefined {
  return buckets.length === 0 ? undefined : buckets.reduce((sum, { mean, count }) => sum + mean * count, 0)
}

/** Clock hours of the day in which something was measured, 0 to 24; a reading of a longer interval stands for all of that. */
export function measuredHours({ buckets }: History, intervalMs: number | null): number {
  const hours = new Set(buckets.filter(({ count }) => count > 0).map(({ t }) => Math.floor(t / HOUR_MS)))
  return Math.min(24, Math.round(hours.size * Math.max(1, (intervalMs ?? 0) / HOUR_MS)))
}
