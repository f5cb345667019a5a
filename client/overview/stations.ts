// The catalogue's series gathered into stations, and what each station's readings say about it at one moment. Pure.
import { type FloodStage, floodStage } from '../../shared/flood.ts'
import { type Freshness, freshnessOf, underLink } from '../../shared/freshness.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { qualityOf } from '../../shared/quality.ts'
import type { Gauge } from '../../shared/registry.ts'
import { type StationState, stationState } from '../../shared/station.ts'
import type { LiveState } from '../live/live-state.ts'

export type Station = {
  readonly id: string
  readonly name: string
  readonly village: string
  readonly lon: number
  readonly lat: number
  readonly series: readonly CatalogueSeries[]
}

/** In catalogue order, which the server keeps stable. */
export function stationsOf(catalogue: readonly CatalogueSeries[]): readonly Station[] {
  const byDevice = new Map<string, CatalogueSeries[]>()
  for (const series of catalogue) {
    const known = byDevice.get(series.device)
    if (known) known.push(series)
    else byDevice.set(series.device, [series])
  }
  return [...byDevice.values()].flatMap(series => {
    const [first] = series
    if (!first) return []
    const { device, deviceName, village, lon, lat } = first
    return [{ id: device, name: deviceName, village, lon, lat, series }]
  })
}

/** The one mark of a station on map, list and legend. */
export type Mark = 'normal' | 'caution' | 'warning' | 'critical' | 'stale' | 'dead'

/** Worst first: the order in which marks win against each other in a list and lie above each other on the map. */
export const MARKS_WORST_FIRST = [
  'critical',
  'warning',
  'caution',
  'dead',
  'stale',
  'normal',
] as const satisfies readonly Mark[]

export const worstMark = (marks: Iterable<Mark>): Mark | undefined => {
  const present = new Set(marks)
  return MARKS_WORST_FIRST.find(mark => present.has(mark))
}

const LEVEL_MARK = { I: 'caution', II: 'warning', III: 'critical' } as const satisfies Record<string, Mark>

export const markOfStage = (stage: FloodStage): Mark => (stage.kind === 'reached' ? LEVEL_MARK[stage.level] : 'normal')

export type Judgement = {
  readonly state: StationState
  readonly mark: Mark
  /** A newest value that is out of the sensor's range. */
  readonly hasBad: boolean
  /** Newest measuring time over the series with an expected interval; undefined = never. */
  readonly newestAt: number | undefined
  /** The expected interval of the series that `newestAt` belongs to. */
  readonly intervalMs: number | undefined
}

export const freshnessAt = (state: LiveState, series: CatalogueSeries, now: number, isLinkLost: boolean): Freshness => {
  const t = state.t[series.n] ?? NaN
  return underLink(freshnessOf(Number.isNaN(t) ? undefined : now - t, series.intervalMs), isLinkLost)
}

/**
 * On a lost link the state is the last one known, to be shown as such, but no mark looks like the present.
 * @param now server time; on a lost link the last sign of life
 * @param levels alarm levels of the station's village, undefined while the registry is not known
 * @param alarm of its worst open alarm: it stands whatever became of the readings
 */
export function judgeStation(
  station: Station,
  state: LiveState,
  now: number,
  isLinkLost: boolean,
  levels: Gauge['levels'] | undefined,
  alarm?: Mark,
): Judgement {
  let connection: 0 | 1 | undefined
  let newestAt: number | undefined
  let intervalMs: number | undefined
  let hasBad = false
  let level: Mark = 'normal'
  const freshness: Freshness[] = []
  for (const series of station.series) {
    const t = state.t[series.n] ?? NaN
    const v = state.v[series.n] ?? NaN
    const isBad = qualityOf(state.q[series.n] ?? 0) === 'bad'
    if (series.quantity === 'online') {
      if (!Number.isNaN(t) && !isBad) connection = v === 0 ? 0 : 1
      continue
    }
    if (series.intervalMs === null) continue
    const fresh = freshnessAt(state, series, now, false)
    freshness.push(fresh)
    if (Number.isNaN(t)) continue
    if (newestAt === undefined || t > newestAt) {
      newestAt = t
      intervalMs = series.intervalMs
    }
    if (isBad && fresh !== 'dead') hasBad = true
    if (series.quantity === 'water_level' && fresh === 'live' && !isBad && levels)
      level = markOfStage(floodStage(v, levels))
  }
  const judged = stationState(connection, freshness)
  const own = markOf(judged, hasBad, level)
  const mark = (alarm && worstMark([alarm, own])) ?? own
  return { state: judged, mark: isLinkLost && mark !== 'dead' ? 'stale' : mark, hasBad, newestAt, intervalMs }
}

/** Silence first, then the level; a value that cannot be believed is marked like an old one. */
function markOf(state: StationState, hasBad: boolean, level: Mark): Mark {
  if (state === 'offline' || state === 'unknown') return 'dead'
  if (state === 'stale') return 'stale'
  if (level !== 'normal') return level
  return hasBad ? 'stale' : 'normal'
}
