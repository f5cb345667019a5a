// The plan of the field: which stations a village has, what each measures how often, and where it stands. The plan doesn't
// depend on the seed, so another seed tells another story of the same devices. Knows no physics.
import type { Village } from '../../shared/registry.ts'
import type { DevicePlan } from '../registry/device-plan.ts'
import { DAY_MS, MINUTE_MS, SECOND_MS } from './calendar.ts'
import { containsPosition, type Outline } from './outline.ts'
import { distanceKm, type Place, type Position, positionKmFrom } from './place.ts'
import { between, branch, streamOf } from './random.ts'

export const STATION_KINDS = [
  'water-level',
  'water-quality',
  'weather',
  'air',
  'soil-1',
  'soil-2',
  'light-trap',
  'pump',
  'gate',
  'lamps',
  'camera',
  'water-meter',
] as const
export type StationKind = (typeof STATION_KINDS)[number]

export type Station = { readonly kind: StationKind; readonly place: Place; readonly plan: DevicePlan }

/** Paces of a demonstration: quicker than real stations (10 min), slow enough that a value can be read before it changes. */
const LEVEL_MS = 5 * SECOND_MS
const FAST_MS = 7.5 * SECOND_MS
const MEDIUM_MS = 10 * SECOND_MS
const STATE_MS = 30 * SECOND_MS
const METER_MS = MINUTE_MS
/** Housekeeping, and rain: 0.2 mm tips only mean something over minutes. */
export const SLOW_MS = 5 * MINUTE_MS

type Quantity = readonly [code: string, intervalMs: number | null]
const ONLINE: Quantity = ['online', null]
const SIGNAL: Quantity = ['signal', SLOW_MS]
const SOLAR: readonly Quantity[] = [['battery', SLOW_MS], SIGNAL, ONLINE]
const MAINS: readonly Quantity[] = [SIGNAL, ONLINE]
const SOIL: readonly Quantity[] = [
  ['soil_moisture', MEDIUM_MS],
  ['soil_temperature', MEDIUM_MS],
  ['soil_ph', MEDIUM_MS],
  ...SOLAR,
]
const GASES: readonly Quantity[] = [
  ['no2', MEDIUM_MS],
  ['so2', MEDIUM_MS],
  ['co', MEDIUM_MS],
  ['o3', MEDIUM_MS],
]
/** Gas analysers are dear: only the villages nearest to a town have them. */
const GAS_STATIONS = 2

const KINDS: Readonly<Record<StationKind, { readonly name: string; readonly quantities: readonly Quantity[] }>> = {
  'water-level': { name: 'Trạm mực nước', quantities: [['water_level', LEVEL_MS], ...SOLAR] },
  'water-quality': {
    name: 'Trạm chất lượng nước',
    quantities: [
      ['ph', FAST_MS],
      ['dissolved_oxygen', FAST_MS],
      ['turbidity', FAST_MS],
      ['salinity', FAST_MS],
      ['electrical_conductivity', FAST_MS],
      ['water_temperature', FAST_MS],
      ...SOLAR,
    ],
  },
  weather: {
    name: 'Trạm khí tượng',
    quantities: [
      ['air_temperature', FAST_MS],
      ['humidity', FAST_MS],
      ['wind_speed', FAST_MS],
      ['wind_direction', FAST_MS],
      ['rainfall', SLOW_MS],
      ...SOLAR,
    ],
  },
  air: { name: 'Trạm không khí', quantities: [['pm25', MEDIUM_MS], ['pm10', MEDIUM_MS], ...MAINS] },
  'soil-1': { name: 'Cảm biến đất 1', quantities: SOIL },
  'soil-2': { name: 'Cảm biến đất 2', quantities: SOIL },
  'light-trap': { name: 'Bẫy đèn thông minh', quantities: [['light_trap_count', DAY_MS], ...SOLAR] },
  pump: {
    name: 'Trạm bơm',
    quantities: [['pump_state', STATE_MS], ['power', FAST_MS], ['energy', STATE_MS], ...MAINS],
  },
  gate: { name: 'Cống', quantities: [['gate_opening', STATE_MS], ...SOLAR] },
  lamps: { name: 'Tủ đèn đường', quantities: [['lamp_state', STATE_MS], ['power', FAST_MS], ...MAINS] },
  camera: { name: 'Camera', quantities: [['camera_online', METER_MS], ONLINE] },
  'water-meter': { name: 'Đồng hồ nước', quantities: [['water_meter', METER_MS], ...MAINS] },
}

/** Stations stand within this distance of the village's centre and, while there is room, this far apart. */
export const SPREAD_KM = 1.5
const APART_KM = 0.35

/** @param outlines by feature id; a village without one gets its stations around its centre all the same */
export function planStations(
  villages: readonly { readonly village: Village; readonly place: Place }[],
  outlines: ReadonlyMap<string, Outline>,
): readonly Station[] {
  const nearTown = villages.map(one => one.place).toSorted((a, b) => a.townKm - b.townKm)
  const withGases = new Set(nearTown.slice(0, GAS_STATIONS).map(place => place.id))
  return villages.flatMap(({ village, place }) => {
    const positions = positionsFor(village, outlines.get(village.outlineId))
    return STATION_KINDS.map((kind, n): Station => {
      const [lon, lat] = positions[n] ?? village.centre
      const { name, quantities } = KINDS[kind]
      const all = kind === 'air' && withGases.has(village.id) ? [...GASES, ...quantities] : quantities
      return {
        kind,
        place,
        plan: {
          id: `sim-${village.id}-${kind}`,
          name,
          village: village.id,
          lon,
          lat,
          source: 'simulated',
          quantities: all.map(([code, intervalMs]) => ({ code, intervalMs })),
        },
      }
    })
  })
}

/** Candidates around the centre; of those inside the outline, the first that keeps its distance, else the one farthest from the rest. */
function positionsFor(village: Village, outline: Outline | undefined): readonly Position[] {
  const CANDIDATES = 60
  const stream = streamOf(0, `layout/${village.id}`)
  const chosen: Position[] = []
  STATION_KINDS.forEach((_, n) => {
    let best: Position = village.centre
    let bestRoom = -1
    for (let k = 0; k < CANDIDATES && bestRoom < APART_KM; k++) {
      // Square root: equal chance for equal area.
      const away = SPREAD_KM * Math.sqrt(between(branch(stream, 1), n * CANDIDATES + k, 0, 1))
      const bearing = between(branch(stream, 2), n * CANDIDATES + k, 0, 2 * Math.PI)
      const [lon, lat] = positionKmFrom(village.centre, away * Math.sin(bearing), away * Math.cos(bearing))
      const position: Position = [roundTo5(lon), roundTo5(lat)]
      if (outline && !containsPosition(outline, position)) continue
      const room = Math.min(Infinity, ...chosen.map(other => distanceKm(other, position)))
      if (room > bestRoom) [best, bestRoom] = [position, room]
    }
    chosen.push(best)
  })
  return chosen
}

/** About a metre: no survey is finer. */
const roundTo5 = (degrees: number): number => Math.round(degrees * 1e5) / 1e5
