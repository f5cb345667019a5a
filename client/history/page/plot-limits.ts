// Lines that say from where on a value means something: the gauge's flood stages, and the levels of the alarm rules that watch the
// reading itself. Pure.
import type { HeldRule } from '../../../shared/alarms/state.ts'
import { watchesOf } from '../../../shared/alarms/watches.ts'
import type { CatalogueSeries } from '../../../shared/protocol.ts'
import type { Registry } from '../../../shared/registry.ts'
import { PRIORITY_MARK } from '../../alarms/priority-mark.ts'
import { gaugeFinder } from '../../overview/overview.ts'
import type { PlotSeries } from './plot-series.ts'

export type PlotLimit = {
  readonly seriesId: string
  readonly axis: string
  readonly at: number
  readonly words: string
  readonly mark: 'caution' | 'warning' | 'critical'
  /** On which side of it a value means something. */
  readonly side: 'high' | 'low'
}

const STAGES = ['I', 'II', 'III'] as const

/** @param rules undefined = the page may not read alarms */
export function plotLimits(
  series: readonly PlotSeries[],
  catalogue: readonly CatalogueSeries[],
  registry: Registry | undefined,
  rules: ReadonlyMap<string, HeldRule> | undefined,
): readonly PlotLimit[] {
  if (!registry) return []
  const gaugeOf = gaugeFinder(registry)
  const limits = series.flatMap(({ id, axis, live }): PlotLimit[] => {
    const gauge = live?.quantity === 'water_level' ? gaugeOf(live.village) : undefined
    return STAGES.flatMap((stage): PlotLimit[] => {
      const at = gauge?.levels[stage] ?? null
      return at === null || !gauge
        ? []
        : [{ seriesId: id, axis, at, words: `BĐ ${stage} ${gauge.name}`, mark: STAGE_MARK[stage], side: 'high' }]
    })
  })
  const own = catalogue.filter(one => series.some(({ id }) => id === one.id))
  const watches = rules ? watchesOf(rules.values(), { catalogue: own, registry }).watches : []
  const ofRules = watches.flatMap(({ rule, levels, about }): PlotLimit[] => {
    const watched = series.find(({ id }) => id === about.series)
    if (rule.signal.kind !== 'value' || !watched) return []
    return levels.map(({ at, name, priority }) => ({
      seriesId: watched.id,
      axis: watched.axis,
      at,
      words: name,
      mark: PRIORITY_MARK[priority],
      side: rule.side,
    }))
  })
  return withoutRepeats([...limits, ...ofRules])
}

const STAGE_MARK = { I: 'caution', II: 'warning', III: 'critical' } as const

/** Two series of one place have the same limits: one line stands for both. */
const withoutRepeats = (limits: readonly PlotLimit[]): readonly PlotLimit[] => [
  ...new Map(limits.map(one => [`${one.axis} ${one.at} ${one.words}`, one])).values(),
]
