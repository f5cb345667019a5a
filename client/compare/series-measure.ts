// What a series was at a moment, as something that another can be set against. Pure.
import type { Registry } from '../../shared/registry.ts'
import type { PlotSeries } from '../history/page/plot-series.ts'
import { comparedAs, type Measure, scaleOf } from './difference.ts'

/** @param amount of the moment that is read; undefined = nothing was measured then */
export function seriesMeasure(
  { axis, unit, decimals, intervalMs, live, derived }: PlotSeries,
  registry: Pick<Registry, 'quantities'> | undefined,
  amount: number | undefined,
): Measure {
  const quantity = live && registry?.quantities.find(({ code }) => code === live.quantity)
  return {
    amount,
    of: quantity ? comparedAs(quantity, intervalMs) : axis,
    unit: unit,
    decimals,
    // An index has no zero that means none; a class is no number at all.
    scale: quantity ? scaleOf(quantity) : derived?.kind.startsWith('vn-aqi') ? 'difference' : 'none',
    isCount: false,
    // Both are read at one moment of the past: how old they are now doesn't matter.
    freshness: 'live',
  }
}
