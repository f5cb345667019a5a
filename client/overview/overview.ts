// The whole province at one moment: what the wall's tiles and the village list show. Pure; recomputed once a second.
import type { Freshness } from '../../shared/freshness.ts'
import { freshnessOf, underLink } from '../../shared/freshness.ts'
import type { Source } from '../../shared/reading.ts'
import type { Gauge, Registry } from '../../shared/registry.ts'
import type { StationState } from '../../shared/station.ts'
import { judgedAt } from '../live/link.ts'
import type { Moment } from '../live/live-store.ts'
import { type Judgement, judgeStation, type Mark, type Station, stationsOf, worstMark } from './stations.ts'
import { highestWater, type WaterLevel } from './water.ts'

export type JudgedStation = Judgement & { readonly station: Station }

export type VillageOverview = {
  readonly villageId: string
  readonly online: number
  readonly total: number
  /** Undefined while the village has no station. */
  readonly mark: Mark | undefined
}

export type OldestData = {
  readonly station: Station
  readonly ageMs: number
  readonly intervalMs: number
  readonly freshness: Freshness
}

export type Overview = {
  /** Server time the picture is judged for; the last sign of life once the link is lost. */
  readonly at: number
  readonly isLinkLost: boolean
  readonly stations: readonly JudgedStation[]
  readonly count: Readonly<Record<StationState, number>>
  readonly villages: ReadonlyMap<string, VillageOverview>
  readonly water: WaterLevel | undefined
  readonly oldest: OldestData | undefined
  readonly sources: ReadonlySet<Source>
}

const stationsByCatalogue = new WeakMap<object, readonly Station[]>()
function stationsIn(catalogue: Moment['state']['catalogue']): readonly Station[] {
  const known = stationsByCatalogue.get(catalogue) ?? stationsOf(catalogue)
  stationsByCatalogue.set(catalogue, known)
  return known
}

const NO_ALARMS: ReadonlyMap<string, Mark> = new Map()

/**
 * Undefined before the first snapshot. On a lost link: the last known picture, in which nothing is live.
 * @param alarmMarks of the worst open alarm of each device that has one
 */
export function overviewOf(
  moment: Moment,
  registry: Registry | undefined,
  alarmMarks: ReadonlyMap<string, Mark> = NO_ALARMS,
): Overview | undefined {
  const { state, link, serverNow } = moment
  if (state.seq < 0 || serverNow === undefined) return undefined
  const isLinkLost = link.kind === 'lost'
  const at = judgedAt(link, serverNow)
  const gaugeOf = gaugeFinder(registry)
  const judged = stationsIn(state.catalogue).map(station => ({
    station,
    ...judgeStation(station, state, at, isLinkLost, gaugeOf(station.village)?.levels, alarmMarks.get(station.id)),
  }))
  const count: Record<StationState, number> = { online: 0, stale: 0, offline: 0, unknown: 0 }
  for (const { state: one } of judged) count[one] += 1
  return {
    at,
    isLinkLost,
    stations: judged,
    count,
    villages: villagesOf(judged),
    water: highestWater(state, at, isLinkLost, gaugeOf),
    oldest: oldestOf(judged, at, isLinkLost),
    sources: new Set(state.catalogue.map(series => series.source)),
  }
}

/** The reference gauge of a village: a proposal by position, as the registry says. */
export function gaugeFinder(registry: Registry | undefined): (villageId: string) => Gauge | undefined {
  const gaugeById = new Map(registry?.gauges.map(gauge => [gauge.id, gauge]))
  const byVillage = new Map(registry?.villages.map(village => [village.id, gaugeById.get(village.gauge ?? '')]))
  return villageId => byVillage.get(villageId)
}

function villagesOf(judged: readonly JudgedStation[]): ReadonlyMap<string, VillageOverview> {
  const byVillage = Map.groupBy(judged, ({ station }) => station.village)
  return new Map(
    [...byVillage].map(([villageId, stations]) => [
      villageId,
      {
        villageId,
        online: stations.filter(({ state }) => state === 'online').length,
        total: stations.length,
        mark: worstMark(stations.map(({ mark }) => mark)),
      },
    ]),
  )
}

/** The station furthest behind its own expected interval: one silent hour weighs more at a gauge than at a light trap. */
function oldestOf(judged: readonly JudgedStation[], at: number, isLinkLost: boolean): OldestData | undefined {
  let oldest: OldestData | undefined
  for (const { station, newestAt, intervalMs } of judged) {
    if (newestAt === undefined || intervalMs === undefined) continue
    const ageMs = Math.max(0, at - newestAt)
    if (oldest && ageMs / intervalMs <= oldest.ageMs / oldest.intervalMs) continue
    oldest = { station, ageMs, intervalMs, freshness: underLink(freshnessOf(ageMs, intervalMs), isLinkLost) }
  }
  return oldest
}
