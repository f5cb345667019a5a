// The flood stages that stand in the chart of a water level, as far as somebody verified them. Pure.
import type { CatalogueSeries } from '../../shared/protocol.ts'
import type { Gauge } from '../../shared/registry.ts'
import type { ChartLimit } from '../history/series-chart.tsx'

const LEVELS = ['I', 'II', 'III'] as const

/** @param gauge the reference gauge of the series' village */
export function limitsOf(series: Pick<CatalogueSeries, 'quantity'>, gauge: Gauge | undefined): readonly ChartLimit[] {
  const levels = series.quantity === 'water_level' ? gauge?.levels : undefined
  return LEVELS.flatMap((name): readonly ChartLimit[] => {
    const at = levels?.[name] ?? null
    return at === null ? [] : [{ at, words: `BĐ ${name}`, mark: 'warning', isKept: false }]
  })
}
