// How high and low the charts of a comparison reach: series of one axis share a scale, or the eye compares what can't be compared. Pure.
import type { Bucket } from '../../shared/api.ts'
import { leastSpan, rangeWith, valueRange } from '../history/chart-path.ts'
import type { PlotLimit } from '../history/page/plot-limits.ts'
import type { PlotSeries } from '../history/page/plot-series.ts'

export type ScaledSeries = {
  readonly series: Pick<PlotSeries, 'axis' | 'decimals'>
  readonly buckets: readonly Bucket[]
  readonly limits: readonly Pick<PlotLimit, 'at'>[]
}
export type ValueScale = { readonly low: number; readonly high: number }

/** By axis; an axis without any reading has none. A limit is in sight when it lies no further off than the readings reach. */
export function scalesOf(all: readonly ScaledSeries[]): ReadonlyMap<string, ValueScale> {
  const scales = new Map<string, ValueScale>()
  for (const [axis, own] of Map.groupBy(all, ({ series }) => series.axis)) {
    const least = Math.max(...own.map(({ series }) => leastSpan(series.decimals)))
    const readings = valueRange(
      own.flatMap(({ buckets }) => buckets),
      least,
    )
    if (!readings) continue
    const span = readings.high - readings.low
    const near = own
      .flatMap(({ limits }) => limits.map(({ at }) => at))
      .filter(at => at > readings.low - span && at < readings.high + span)
    scales.set(axis, rangeWith(readings, near))
  }
  return scales
}
