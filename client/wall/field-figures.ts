// What the wall's tiles say of several gauges together: how many villages are at an alarm level, where the river rises fastest, where
// most rain fell. On a lost link: what was last known, no fresher than that. Pure; words are made by the tiles.
import { type FloodStage, floodStage } from '../../shared/flood.ts'
import { type Freshness, underLink } from '../../shared/freshness.ts'
import type { Source } from '../../shared/reading.ts'
import type { Gauge } from '../../shared/registry.ts'
import { changeInHour, measuredHours, sumOf } from '../history/day-figures.ts'
import type { History } from '../history/history-query.ts'
import type { LiveState } from '../live/live-state.ts'
import { type Extreme, extremeOf, freshestOf, type Judged, valuesOf } from '../overview/extremes.ts'

/** As all was before the link was lost: which values count is judged by that, how fresh they look isn't. */
const beforeLoss = ({ at }: Judged): Judged => ({ at, isLinkLost: false })

export type VillageAtLevel = { readonly id: string; readonly name: string; readonly stage: FloodStage }
export type Above = {
  /** Of those counted, at level I or above it, in the order given. */
  readonly reached: readonly VillageAtLevel[]
  /** Villages of which it is known whether they are at level I. */
  readonly counted: number
  /** Villages whose gauge has no level I. */
  readonly withoutLevel: number
  /** With a level I, but with no water level as fresh as the others. */
  readonly unheard: number
  readonly freshness: Freshness
  /** Of the oldest value that counts. */
  readonly measuredAt: number
  readonly sources: ReadonlySet<Source>
}
type Village = { readonly id: string; readonly name: string }

/**
 * A village counts when its gauge's level I is known, or when its water is beyond a higher level that is: then it is beyond I too. From
 * below a level II or III nothing follows. Undefined while no village can be counted.
 */
export function aboveLevelOne(
  state: LiveState,
  judged: Judged,
  villages: readonly Village[],
  gaugeOf: (villageId: string) => Gauge | undefined,
): Above | undefined {
  const all = villages.map(village => {
    const found = extremeOf(valuesOf(state, 'water_level', beforeLoss(judged), village.id), 'highest')
    const levels = gaugeOf(village.id)?.levels
    const stage: FloodStage = found && levels ? floodStage(found.value, levels) : { kind: 'unknown' }
    const hasLevel = levels !== undefined && levels.I !== null
    return { ...village, found, stage, hasLevel, isTold: hasLevel || stage.kind === 'reached' }
  })
  const values = freshestOf(all.flatMap(({ found, isTold }) => (found && isTold ? [found] : [])))
  const [first] = values
  if (!first) return undefined
  const counted = all.filter(({ found, isTold }) => isTold && found !== undefined && values.includes(found))
  return {
    reached: counted
      .filter(({ stage }) => stage.kind === 'reached')
      .map(({ id, name, stage }) => ({ id, name, stage })),
    counted: counted.length,
    withoutLevel: all.filter(one => !one.hasLevel && !counted.includes(one)).length,
    unheard: all.filter(one => one.hasLevel && !counted.includes(one)).length,
    freshness: underLink(first.freshness, judged.isLinkLost),
    measuredAt: Math.min(...values.map(({ measuredAt }) => measuredAt)),
    sources: new Set(values.map(({ series }) => series.source)),
  }
}

/** The gauges that rise is asked of: only what is live says how fast the water rises now. */
export const risingGauges = (state: LiveState, judged: Judged): readonly Extreme[] =>
  valuesOf(state, 'water_level', beforeLoss(judged)).filter(({ freshness }) => freshness === 'live')

export type Rise =
  | { readonly kind: 'found'; readonly gauge: Extreme; readonly rise: number; readonly freshness: Freshness }
  /** Why there is none: no live gauge, no day of theirs here yet (or none to be had without the link), less than an hour of it. */
  | { readonly kind: 'silent' | 'loading' | 'unlinked' | 'short' }

/** @param histories of the gauges, in their order; undefined = not here */
export function fastestRise(
  gauges: readonly Extreme[],
  histories: readonly (History | undefined)[],
  isLinkLost: boolean,
): Rise {
  if (gauges.length === 0) return { kind: 'silent' }
  const [fastest] = gauges
    .flatMap((gauge, i) => {
      const history = histories[i]
      const rise = history && changeInHour(history)
      return rise === undefined ? [] : [{ gauge, rise }]
    })
    .sort((a, b) => b.rise - a.rise)
  if (fastest) return { kind: 'found', ...fastest, freshness: underLink('live', isLinkLost) }
  if (gauges.every((_gauge, i) => histories[i] !== undefined)) return { kind: 'short' }
  return { kind: isLinkLost ? 'unlinked' : 'loading' }
}

export type Rain =
  | {
      readonly kind: 'found'
      readonly gauge: Extreme
      readonly millimetres: number
      /** Of the 24, those in which this gauge measured. */
      readonly hours: number
    }
  /** No gauge; no day of theirs here yet; nothing measured within it. */
  | { readonly kind: 'none' | 'loading' | 'silent' }

const RANK = { live: 0, stale: 1, dead: 2, none: 3 } as const satisfies Record<Freshness, number>

/**
 * Where most fell within the day; among equals the freshest gauge, so that dry weather is said by one that is heard.
 * @param histories of the gauges, in their order; undefined = not here
 */
export function mostRain(gauges: readonly Extreme[], histories: readonly (History | undefined)[]): Rain {
  if (gauges.length === 0) return { kind: 'none' }
  const [most] = gauges
    .flatMap((gauge, i) => {
      const history = histories[i]
      const millimetres = history && sumOf(history)
      if (history === undefined || millimetres === undefined) return []
      return [{ gauge, millimetres, hours: measuredHours(history, gauge.series.intervalMs) }]
    })
    .sort((a, b) => b.millimetres - a.millimetres || RANK[a.gauge.freshness] - RANK[b.gauge.freshness])
  if (most) return { kind: 'found', ...most }
  return { kind: gauges.every((_gauge, i) => histories[i] !== undefined) ? 'silent' : 'loading' }
}

/** What stands beside a count of stations that are heard. */
export type HeardRest = 'all-heard' | 'others-heard' | 'none-heard' | 'as-last-known'

/** On a lost link nobody knows who is heard: only what was so is said. */
export const heardRest = (online: number, total: number, isLinkLost: boolean): HeardRest => {
  if (isLinkLost) return 'as-last-known'
  if (online === total) return 'all-heard'
  return online > 0 ? 'others-heard' : 'none-heard'
}
