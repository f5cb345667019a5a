// Showers over the whole field: each has a start, a track and a width, so that neighbours get wet one after the other.
// Closed form: what fell between two instants is exact, whatever the step. Knows no temperature and no soil.
import { DAY_MS, dayOf, HOUR_MS, MINUTE_MS, type Monthly, seasonal, startOfDay } from './calendar.ts'
import { offsetKm, type Place, type Position } from './place.ts'
import { between, branch, normal, poisson, streamOf, uniform } from './random.ts'

/** Showers a day over the field; with the sizes below about 1,400 mm a year, 5 mm in February, 250 mm in October. */
const SHOWERS_A_DAY: Monthly = [0.12, 0.06, 0.1, 0.4, 1.5, 1.6, 1.75, 1.75, 2.3, 2.6, 1.25, 0.45]
/** Most form over heated land in the afternoon; the rest come at any hour. */
const AFTERNOON_SHARE = 0.72
const AFTERNOON_HOUR = 15.4
const AFTERNOON_SPREAD_HOURS = 1.9
/** Beyond this many radii a shower leaves nothing. */
const EDGE_RADII = 2.5
/** Days kept in memory; older ones are computed again when asked for. */
const MAX_REMEMBERED_DAYS = 1_000

type Shower = {
  readonly at: number
  readonly durationMs: number
  readonly centre: Position
  readonly radiusKm: number
  /** Heaviest rain at the centre, mm/h. */
  readonly peak: number
  /** Where it moves, km/h. */
  readonly east: number
  readonly north: number
}

export type Region = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/** The box around the places, with a margin, over which weather happens. */
export function regionOf(places: readonly Place[]): Region {
  const MARGIN = 0.08
  const lons = places.map(place => place.lon)
  const lats = places.map(place => place.lat)
  return {
    west: Math.min(...lons) - MARGIN,
    south: Math.min(...lats) - MARGIN,
    east: Math.max(...lons) + MARGIN,
    north: Math.max(...lats) + MARGIN,
  }
}

export type Rain = {
  /** mm/h now. */
  readonly rateAt: (place: Place, t: number) => number
  /** mm since local midnight. */
  readonly todayAt: (place: Place, t: number) => number
  /** mm in (from, to]. */
  readonly fallen: (place: Place, from: number, to: number) => number
  /** mm still felt: what fell, forgotten with time constant `memoryMs`. */
  readonly feltAt: (place: Place, t: number, memoryMs: number) => number
}

export function createRain(seed: number, region: Region): Rain {
  const draws = streamOf(seed, 'rain')
  const remembered = new Map<number, readonly Shower[]>()

  function showersOf(day: number): readonly Shower[] {
    const known = remembered.get(day)
    if (known) return known
    const count = poisson(draws, day, seasonal(SHOWERS_A_DAY, startOfDay(day) + DAY_MS / 2))
    const showers = Array.from({ length: count }, (_, n) => showerOf(branch(draws, n + 1), day, region))
    if (remembered.size >= MAX_REMEMBERED_DAYS) remembered.clear()
    remembered.set(day, showers)
    return showers
  }
  const showersNear = (t: number, days: number) =>
    Array.from({ length: days + 1 }, (_, back) => showersOf(dayOf(t) - back)).flat()
  const fallen = (place: Place, from: number, to: number): number => {
    if (to <= from) return 0
    const days = dayOf(to) - dayOf(from) + 1
    return showersNear(to, days).reduce((mm, one) => mm + fallenBy(one, place, to) - fallenBy(one, place, from), 0)
  }

  return {
    rateAt: (place, t) => showersNear(t, 1).reduce((rate, one) => rate + rateOf(one, place, t), 0),
    todayAt: (place, t) => fallen(place, startOfDay(dayOf(t)), t),
    fallen,
    feltAt(place, t, memoryMs) {
      const days = 1 + Math.ceil((4 * memoryMs) / DAY_MS)
      return showersNear(t, days).reduce((mm, one) => {
        const since = t - arrivalOf(one, place) - one.durationMs / 2
        return mm + fallenBy(one, place, t) * Math.exp(-Math.max(0, since) / memoryMs)
      }, 0)
    },
  }
}

function showerOf(stream: number, day: number, region: Region): Shower {
  const draw = (n: number, low: number, high: number) => between(branch(stream, n), day, low, high)
  const isAfternoon = uniform(branch(stream, 0), day) < AFTERNOON_SHARE
  const hour = isAfternoon ? AFTERNOON_HOUR + AFTERNOON_SPREAD_HOURS * normal(branch(stream, 1), day) : draw(2, 0, 24)
  const heading = draw(3, 0, 2 * Math.PI)
  const speed = draw(4, 8, 25)
  return {
    at: startOfDay(day) + Math.max(0, Math.min(23.5, hour)) * HOUR_MS,
    durationMs: draw(5, 20, 100) * MINUTE_MS,
    centre: [draw(6, region.west, region.east), draw(7, region.south, region.north)],
    radiusKm: draw(8, 5, 15),
    // Many light showers, few cloudbursts.
    peak: 8 * Math.exp(2.2 * draw(9, 0, 1) ** 1.5),
    east: speed * Math.sin(heading),
    north: speed * Math.cos(heading),
  }
}

/** When a shower reaches a place: earlier or later than the centre by its travel time, at most 90 minutes. */
function arrivalOf(shower: Shower, place: Place): number {
  const [east, north] = offsetKm(shower.centre, [place.lon, place.lat])
  const hours = (east * shower.east + north * shower.north) / (shower.east ** 2 + shower.north ** 2)
  return shower.at + Math.max(-1.5, Math.min(1.5, hours)) * HOUR_MS
}

/** Share of the centre's rain that a place gets. A moving shower paints a band: only the distance across its track counts. */
function shareOf(shower: Shower, place: Place): number {
  const [east, north] = offsetKm(shower.centre, [place.lon, place.lat])
  const speed = Math.hypot(shower.east, shower.north)
  const across = Math.abs(east * shower.north - north * shower.east) / speed
  const along = Math.abs(east * shower.east + north * shower.north) / speed
  const radii = Math.hypot(across / shower.radiusKm, along / (3 * shower.radiusKm))
  return radii > EDGE_RADII ? 0 : Math.exp(-0.5 * radii ** 2)
}

function rateOf(shower: Shower, place: Place, t: number): number {
  const x = (t - arrivalOf(shower, place)) / shower.durationMs
  return x <= 0 || x >= 1 ? 0 : shareOf(shower, place) * shower.peak * Math.sin(Math.PI * x) ** 2
}

/** The integral of `rateOf` up to `t`, mm. */
function fallenBy(shower: Shower, place: Place, t: number): number {
  const x = Math.max(0, Math.min(1, (t - arrivalOf(shower, place)) / shower.durationMs))
  if (x === 0) return 0
  const shape = x / 2 - Math.sin(2 * Math.PI * x) / (4 * Math.PI)
  return shareOf(shower, place) * shower.peak * (shower.durationMs / HOUR_MS) * shape
}
