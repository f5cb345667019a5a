// Buckets of several series on one time axis, as a chart takes them: a column of times, and mean, min and max of each series with
// nothing where something is missing. Pure.
import type { Bucket } from '../../../shared/api.ts'
import { runsOf } from '../chart-path.ts'
import type { History } from '../history-query.ts'

export type Column = (number | null | undefined)[]
export type PlotData = {
  /** Epoch milliseconds, ascending. */
  readonly times: number[]
  /** Null = a gap; undefined = another series' time, the line runs on. */
  readonly series: readonly { readonly mean: Column; readonly min: Column; readonly max: Column }[]
}

export type Held = { readonly history: History; readonly intervalMs: number | null }

/** @param newest the live edge of each: a reading after the last bucket */
export function plotDataOf(
  held: readonly Held[],
  newest: readonly ({ readonly t: number; readonly v: number } | undefined)[],
): PlotData {
  const points = held.map((one, i) => pointsOf(one, newest[i]))
  const times = [...new Set(points.flatMap(one => [...one.keys()]))].sort((a, b) => a - b)
  return {
    times,
    series: points.map(one => {
      const pick = (of: 'mean' | 'min' | 'max'): Column =>
        times.map(t => {
          const bucket = one.get(t)
          return bucket === null ? null : bucket?.[of]
        })
      return { mean: pick('mean'), min: pick('min'), max: pick('max') }
    }),
  }
}

type Point = Pick<Bucket, 'mean' | 'min' | 'max'>

function pointsOf(
  { history, intervalMs }: Held,
  newest: { t: number; v: number } | undefined,
): Map<number, Point | null> {
  const { from, to, points, buckets } = history
  const last = buckets.at(-1)
  const isNewer = newest && newest.t <= to && newest.t > (last?.t ?? from) + (to - from) / points
  const all: readonly Bucket[] = isNewer
    ? [...buckets, { t: newest.t, min: newest.v, max: newest.v, mean: newest.v, count: 1 }]
    : buckets
  const found = new Map<number, Point | null>()
  for (const run of runsOf({ ...history, buckets: all }, intervalMs)) {
    const first = run[0]
    // A hole before a run: one empty point breaks the line there.
    if (first && found.size > 0) found.set(first.t - 1, null)
    for (const bucket of run) found.set(bucket.t, bucket)
  }
  return found
}

/** Place of the time nearest to `at`; undefined without any. */
export function nearestTime(times: readonly number[], at: number): number | undefined {
  let best: number | undefined
  for (const [i, t] of times.entries())
    if (best === undefined || Math.abs(t - at) < Math.abs((times[best] ?? 0) - at)) best = i
  return best
}
