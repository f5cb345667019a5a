// A province full of synthetic points and what happens to them, the same on every run. Pure.
import type { Feature, FeatureCollection, Polygon } from 'geojson'
import type { Mark } from '../overview/stations.ts'

export type Chance = () => number

/** Uniform in [0, 1), the same numbers for the same seed (mulberry32). */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Ring = readonly (readonly number[])[]

/** Even–odd rule. */
function isWithin(ring: Ring, x: number, y: number): boolean {
  let isInside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] ?? []
    const [xj = 0, yj = 0] = ring[j] ?? []
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) isInside = !isInside
  }
  return isInside
}

const largestRing = ({ geometry }: Feature<Polygon>): Ring => geometry.coordinates[0] ?? []

/** Longitude and latitude of each point, one after the other, all within the largest outline. */
export function syntheticPositions(province: FeatureCollection<Polygon>, count: number, chance: Chance): Float64Array {
  const rings = province.features.map(largestRing).toSorted((a, b) => b.length - a.length)
  const [ring = []] = rings
  const lons = ring.map(([lon = 0]) => lon)
  const lats = ring.map(([, lat = 0]) => lat)
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)]
  const positions = new Float64Array(count * 2)
  if (ring.length < 3) return positions
  for (let point = 0; point < count; ) {
    const lon = west + (east - west) * chance()
    const lat = south + (north - south) * chance()
    if (!isWithin(ring, lon, lat)) continue
    positions[point * 2] = lon
    positions[point * 2 + 1] = lat
    point += 1
  }
  return positions
}

const TROUBLES = ['caution', 'warning', 'critical', 'stale', 'dead'] as const satisfies readonly Mark[]
/** So many points are in trouble at once. */
export const TROUBLED = 2_000

export type Change = { readonly point: number; readonly mark: Mark }

/**
 * Every change is a fresh reading that also changes the mark: one point falls into trouble, then the one that has been in it longest is
 * well again.
 */
export function createChanges(points: number, chance: Chance): { readonly marks: Mark[]; readonly next: () => Change } {
  const marks = Array.from({ length: points }, (): Mark => 'normal')
  const troubled: number[] = []
  const size = Math.min(TROUBLED, Math.floor(points / 2))
  let oldest = 0
  const trouble = (slot: number): Change => {
    let point = Math.floor(chance() * points)
    while (marks[point] !== 'normal') point = Math.floor(chance() * points)
    const mark = TROUBLES[Math.floor(chance() * TROUBLES.length)] ?? 'caution'
    marks[point] = mark
    troubled[slot] = point
    return { point, mark }
  }
  for (let slot = 0; slot < size; slot++) trouble(slot)
  let isRelief = true
  return {
    marks,
    next: () => {
      isRelief = !isRelief
      if (!isRelief) {
        const point = troubled[oldest] ?? 0
        marks[point] = 'normal'
        return { point, mark: 'normal' }
      }
      const change = trouble(oldest)
      oldest = (oldest + 1) % size
      return change
    },
  }
}
