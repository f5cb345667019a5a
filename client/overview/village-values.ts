// What a visitor of one village wants to know: one value per everyday quantity, the freshest believable one. Pure.
import { type FloodStage, floodStage } from '../../shared/flood.ts'
import type { Freshness } from '../../shared/freshness.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { qualityOf } from '../../shared/quality.ts'
import type { Gauge } from '../../shared/registry.ts'
import type { LiveState } from '../live/live-state.ts'
import { freshnessAt } from './stations.ts'

/** In the order in which they are shown. */
export const EVERYDAY_QUANTITIES = [
  'water_level',
  'salinity',
  'pm25',
  'light_trap_count',
  'rainfall',
  'air_temperature',
] as const
export type EverydayQuantity = (typeof EVERYDAY_QUANTITIES)[number]

export type VillageValue = {
  readonly quantity: EverydayQuantity
  readonly series: CatalogueSeries
  readonly value: number
  readonly measuredAt: number
  readonly freshness: Freshness
  /** Water levels only. */
  readonly stage: FloodStage | undefined
}

export type Pumps = { readonly running: number; readonly total: number; readonly freshness: Freshness }

const RANK = { live: 0, stale: 1, dead: 2, none: 3 } as const satisfies Record<Freshness, number>

/** Fresher first; among equals the higher water level, else the newer value. */
function compare(a: VillageValue, b: VillageValue): number {
  const byFreshness = RANK[a.freshness] - RANK[b.freshness]
  if (byFreshness !== 0) return byFreshness
  return a.quantity === 'water_level' ? b.value - a.value : b.measuredAt - a.measuredAt
}

export function villageValues(
  state: LiveState,
  villageId: string,
  now: number,
  isLinkLost: boolean,
  gauge: Gauge | undefined,
): ReadonlyMap<EverydayQuantity, VillageValue> {
  const best = new Map<EverydayQuantity, VillageValue>()
  for (const series of state.catalogue) {
    const quantity = EVERYDAY_QUANTITIES.find(code => code === series.quantity)
    const measuredAt = state.t[series.n] ?? NaN
    if (!quantity || series.village !== villageId || Number.isNaN(measuredAt)) continue
    if (qualityOf(state.q[series.n] ?? 0) === 'bad') continue
    const value = state.v[series.n] ?? NaN
    const stage = quantity === 'water_level' && gauge ? floodStage(value, gauge.levels) : undefined
    const one = { quantity, series, value, measuredAt, freshness: freshnessAt(state, series, now, isLinkLost), stage }
    const known = best.get(quantity)
    if (!known || compare(one, known) < 0) best.set(quantity, one)
  }
  return best
}

/** Pumps whose state is known; as fresh as the oldest of them. Undefined without any. */
export function villagePumps(state: LiveState, villageId: string, now: number, isLinkLost: boolean): Pumps | undefined {
  let running = 0
  let total = 0
  let freshness: Freshness = 'live'
  for (const series of state.catalogue) {
    if (series.quantity !== 'pump_state' || series.village !== villageId || Number.isNaN(state.t[series.n] ?? NaN))
      continue
    total += 1
    if (state.v[series.n] === 1) running += 1
    const one = freshnessAt(state, series, now, isLinkLost)
    if (RANK[one] > RANK[freshness]) freshness = one
  }
  return total === 0 ? undefined : { running, total, freshness }
}
