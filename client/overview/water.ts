// The water level nearest to, or furthest above, its alarm level among all villages. Pure.
import { type FloodStage, floodStage } from '../../shared/flood.ts'
import type { Freshness } from '../../shared/freshness.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { qualityOf } from '../../shared/quality.ts'
import type { Gauge } from '../../shared/registry.ts'
import type { LiveState } from '../live/live-state.ts'
import { freshnessAt } from './stations.ts'

export type WaterLevel = {
  readonly series: CatalogueSeries
  readonly metres: number
  readonly measuredAt: number
  readonly freshness: Freshness
  readonly gauge: Gauge | undefined
  readonly stage: FloodStage
}

/** Ranks by margin to the lowest known level; levels that nobody verified come after all known ones. */
const rankOf = ({ metres, gauge }: WaterLevel): readonly [number, number] => {
  const known = gauge ? [gauge.levels.I, gauge.levels.II, gauge.levels.III].filter(level => level !== null) : []
  return known.length > 0 ? [1, metres - Math.min(...known)] : [0, metres]
}

const compareRank = (a: WaterLevel, b: WaterLevel): number => {
  const [aKnown, aMargin] = rankOf(a)
  const [bKnown, bMargin] = rankOf(b)
  return bKnown - aKnown || bMargin - aMargin
}

const FRESHEST_FIRST = ['live', 'stale', 'dead'] as const satisfies readonly Freshness[]

/**
 * Only believable values count, and a live one always wins: older ones are named only when no live one is left,
 * and then as what they are. Undefined when no water level was ever measured.
 */
export function highestWater(
  state: LiveState,
  now: number,
  isLinkLost: boolean,
  gaugeOf: (villageId: string) => Gauge | undefined,
): WaterLevel | undefined {
  const all = state.catalogue.flatMap((series): WaterLevel[] => {
    if (series.quantity !== 'water_level' || qualityOf(state.q[series.n] ?? 0) === 'bad') return []
    const measuredAt = state.t[series.n] ?? NaN
    if (Number.isNaN(measuredAt)) return []
    const metres = state.v[series.n] ?? NaN
    const gauge = gaugeOf(series.village)
    const stage: FloodStage = gauge ? floodStage(metres, gauge.levels) : { kind: 'unknown' }
    return [{ series, metres, measuredAt, freshness: freshnessAt(state, series, now, isLinkLost), gauge, stage }]
  })
  for (const freshness of FRESHEST_FIRST) {
    const [top] = all.filter(level => level.freshness === freshness).sort(compareRank)
    if (top) return top
  }
  return undefined
}
