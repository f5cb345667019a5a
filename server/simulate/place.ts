// What physics may know of a village: where it lies, on which water, how far that water runs to the sea. Never its name.
import type { Gauge, Village } from '../../shared/registry.ts'

export type Position = readonly [lon: number, lat: number]
export type River = 'tien' | 'hau'
export type Place = {
  readonly id: string
  readonly lon: number
  readonly lat: number
  /** The branch whose tide arrives here, directly or through canals. */
  readonly river: River
  /** Along the river to its mouth. */
  readonly seaKm: number
  /** From the river through canals; 0 on the river itself. */
  readonly canalKm: number
  /** How far the nearest gauge is; gauges stand in towns. */
  readonly townKm: number
}

/** The rivers as the gauges seed writes them; any other text is inland water of the plain. */
const RIVER_NAMES: Readonly<Record<River, string>> = { tien: 'Sông Tiền', hau: 'Sông Hậu' }
/** Cửa Tiểu and Định An: where the tide enters. */
const MOUTHS: Readonly<Record<River, Position>> = { tien: [106.8, 10.27], hau: [106.2, 9.53] }
/** A branch winds: its length over the straight line. */
const MEANDER = 1.15
const KM_PER_DEGREE = 111.2

/** Kilometres east and north of `from`; flat enough for one province. */
export function offsetKm(from: Position, to: Position): readonly [east: number, north: number] {
  const scale = Math.cos((((from[1] + to[1]) / 2) * Math.PI) / 180)
  return [(to[0] - from[0]) * KM_PER_DEGREE * scale, (to[1] - from[1]) * KM_PER_DEGREE]
}

export function distanceKm(from: Position, to: Position): number {
  const [east, north] = offsetKm(from, to)
  return Math.hypot(east, north)
}

export function positionKmFrom(from: Position, east: number, north: number): Position {
  return [from[0] + east / (KM_PER_DEGREE * Math.cos((from[1] * Math.PI) / 180)), from[1] + north / KM_PER_DEGREE]
}

/** Distance to the river drawn through its gauges, west to east. */
function distanceToLineKm(point: Position, line: readonly Position[]): number {
  let nearest = Infinity
  line.forEach((start, i) => {
    const end = line[i + 1] ?? start
    const [east, north] = offsetKm(start, end)
    const [x, y] = offsetKm(start, point)
    const squared = east * east + north * north
    const along = squared === 0 ? 0 : Math.max(0, Math.min(1, (x * east + y * north) / squared))
    nearest = Math.min(nearest, Math.hypot(x - along * east, y - along * north))
  })
  return nearest
}

export function placeOf(village: Village, gauges: readonly Gauge[]): Place {
  const [lon, lat] = village.centre
  const lineOf = (river: River) =>
    gauges
      .filter(one => one.river === RIVER_NAMES[river])
      .map(one => one.position)
      .toSorted((a, b) => a[0] - b[0])
  const awayFrom = (river: River) => distanceToLineKm(village.centre, lineOf(river))
  const nearest: River = awayFrom('tien') <= awayFrom('hau') ? 'tien' : 'hau'
  const named = gauges.find(one => one.id === village.gauge)?.river
  const onRiver = (['tien', 'hau'] as const).find(river => named === RIVER_NAMES[river])
  const river = onRiver ?? nearest
  const away = awayFrom(river)
  return {
    id: village.id,
    lon,
    lat,
    river,
    seaKm: distanceKm(village.centre, MOUTHS[river]) * MEANDER,
    canalKm: onRiver === undefined && Number.isFinite(away) ? away : 0,
    townKm: Math.min(...gauges.map(one => distanceKm(village.centre, one.position))),
  }
}
