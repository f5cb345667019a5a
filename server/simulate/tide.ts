// The tide at a place: four constituents that enter at a river mouth, travel upstream, arrive late and damped.
// Orders of magnitude of the East Sea coast of the delta, for a demonstration; not a tide prediction.
import { DAY_MS, HOUR_MS } from './calendar.ts'
import type { Place, River } from './place.ts'
import { moonLongitude, sunLongitude } from './sky.ts'

const DEGREE = Math.PI / 180

type Constituent = {
  readonly name: 'M2' | 'S2' | 'K1' | 'O1'
  /** Cycles per day, 1 or 2: the faster half damps sooner. */
  readonly species: 1 | 2
  /** Metres at the mouth. */
  readonly metres: Readonly<Record<River, number>>
  /** Greenwich phase lag at the mouth, degrees: puts spring high water near 01:30 and 14:00 local. */
  readonly lag: number
  /** Equilibrium argument (Schureman 1940) from UTC degrees, moon and sun; gives the true periods, see the test. */
  readonly argument: (utc: number, moon: number, sun: number) => number
}

export const CONSTITUENTS: readonly Constituent[] = [
  // Principal lunar, 12.4206 h; its 37° before S2 makes springs follow full and new moon by a day and a half.
  { name: 'M2', species: 2, metres: { tien: 0.78, hau: 0.92 }, lag: 158, argument: (u, s, h) => 2 * u - 2 * s + 2 * h },
  // Principal solar, 12 h.
  { name: 'S2', species: 2, metres: { tien: 0.3, hau: 0.35 }, lag: 195, argument: u => 2 * u },
  // Luni-solar diurnal, 23.9345 h.
  { name: 'K1', species: 1, metres: { tien: 0.55, hau: 0.58 }, lag: 22, argument: (u, _, h) => u + h - 90 },
  // Lunar diurnal, 25.8193 h.
  { name: 'O1', species: 1, metres: { tien: 0.4, hau: 0.42 }, lag: 340, argument: (u, s, h) => u - 2 * s + h + 90 },
]

/** Speed of the tidal wave: the Hậu is deeper and straighter. Canals are slow. */
const WAVE_KM_PER_HOUR: Readonly<Record<River, number>> = { tien: 26, hau: 31 }
const CANAL_KM_PER_HOUR = 9
/** Distance over which an amplitude falls to 1/e at low river, for two and for one cycle a day. */
const DAMPING_KM = { 2: 150, 1: 135 } as const
const CANAL_DAMPING_KM = 16
/** At full flood the river stands against the tide and it reaches this much less far. */
const FLOOD_SHORTENS = 0.36

/** How long after the mouth a place sees the same tide. */
export const tideDelayMs = (place: Place): number =>
  (place.seaKm / WAVE_KM_PER_HOUR[place.river] + place.canalKm / CANAL_KM_PER_HOUR) * HOUR_MS

/** What a constituent keeps of its height on the way from the mouth, 0 … 1. */
const dampingTo = (place: Place, species: 1 | 2, flood: number): number =>
  Math.exp(-place.seaKm / (DAMPING_KM[species] * (1 - FLOOD_SHORTENS * flood)) - place.canalKm / CANAL_DAMPING_KM)

/** The highest the tide can stand above the mean level, metres: all constituents at once. */
export const tideHeight = (place: Place, flood: number): number =>
  CONSTITUENTS.reduce((sum, one) => sum + one.metres[place.river] * dampingTo(place, one.species, flood), 0)

/**
 * Metres above the mean level of the day.
 * @param flood how full the river is, 0 dry season … 1 height of the flood
 */
export function tideAt(place: Place, t: number, flood: number): number {
  const then = t - tideDelayMs(place)
  const utc = ((((then % DAY_MS) + DAY_MS) % DAY_MS) / DAY_MS) * 360
  const moon = moonLongitude(then)
  const sun = sunLongitude(then)
  let metres = 0
  for (const { species, metres: atMouth, lag, argument } of CONSTITUENTS) {
    metres +=
      atMouth[place.river] * dampingTo(place, species, flood) * Math.cos((argument(utc, moon, sun) - lag) * DEGREE)
  }
  return metres
}
