// The highest or lowest value of a quantity in the province or a village, and how many things are in a state. Pure. What is live counts
// first; older values are named only when nothing live is left, and then as what they are.
import type { Freshness } from '../../shared/freshness.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { qualityOf } from '../../shared/quality.ts'
import type { LiveState } from '../live/live-state.ts'
import { freshnessAt } from './stations.ts'

export type Extreme = {
  readonly series: CatalogueSeries
  readonly value: number
  readonly measuredAt: number
  readonly freshness: Freshness
}
/** @see Overview: the moment all is judged for, and whether the link is lost */
export type Judged = { readonly at: number; readonly isLinkLost: boolean }
export type Pick = 'highest' | 'lowest'

const FRESHEST_FIRST = ['live', 'stale', 'dead'] as const satisfies readonly Freshness[]

/** Believable values of a quantity that were ever measured. */
export function valuesOf(
  state: LiveState,
  quantity: string,
  { at, isLinkLost }: Judged,
  village?: string,
): readonly Extreme[] {
  return state.catalogue.flatMap((series): Extreme[] => {
    if (series.quantity !== quantity || (village !== undefined && series.village !== village)) return []
    const measuredAt = state.t[series.n] ?? NaN
    if (Number.isNaN(measuredAt) || qualityOf(state.q[series.n] ?? 0) === 'bad') return []
    const value = state.v[series.n] ?? NaN
    return [{ series, value, measuredAt, freshness: freshnessAt(state, series, at, isLinkLost) }]
  })
}

/** The live ones; when there are none the old ones, and so on. All of them are equally fresh. */
export function freshestOf(values: readonly Extreme[]): readonly Extreme[] {
  for (const freshness of FRESHEST_FIRST) {
    const group = values.filter(one => one.freshness === freshness)
    if (group.length > 0) return group
  }
  return []
}

/** Undefined when none was ever measured. */
export function extremeOf(values: readonly Extreme[], pick: Pick): Extreme | undefined {
  const sign = pick === 'highest' ? 1 : -1
  return freshestOf(values).toSorted((a, b) => sign * (b.value - a.value))[0]
}

export type StateCount = {
  readonly count: number
  readonly total: number
  /** Of the oldest of them. */
  readonly freshness: Freshness
  readonly measuredAt: number
}

/** How many are in a state among those whose state is known; undefined without any. */
export function countOf(values: readonly Extreme[], isIn: (value: number) => boolean): StateCount | undefined {
  const [first] = values
  if (!first) return undefined
  const oldest = values.reduce((worst, one) => (rank(one) > rank(worst) ? one : worst), first)
  return {
    count: values.filter(({ value }) => isIn(value)).length,
    total: values.length,
    freshness: oldest.freshness,
    measuredAt: Math.min(...values.map(({ measuredAt }) => measuredAt)),
  }
}
const rank = ({ freshness }: Extreme): number => FRESHEST_FIRST.findIndex(one => one === freshness)
