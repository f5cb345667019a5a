// Water level at a place: the season's stage, the tide on it, and the wind pushing at the coast. Knows no gauge and no alarm.
import { DAY_MS, HOUR_MS, MINUTE_MS, type Monthly, seasonal, yearsSince } from './calendar.ts'
import type { Place } from './place.ts'
import { noise, normal, streamOf, uniform } from './random.ts'
import { tideAt, tideHeight } from './tide.ts'

/** Mean sea level at the mouths: the north-east monsoon piles water up from October to January. Metres. */
const SEA_METRES: Monthly = [0.29, 0.2, 0.12, 0.03, -0.04, -0.08, -0.08, -0.02, 0.1, 0.26, 0.36, 0.37]
/** Slope of the river, metres per 100 km: lowest in April, flood from August, highest in October. */
const SLOPE: Monthly = [0.44, 0.32, 0.24, 0.2, 0.23, 0.38, 0.62, 0.85, 1.02, 1.07, 0.95, 0.7]
const SLOPE_LOW = 0.2
const SLOPE_HIGH = 1.07
/** The plain fills later than the river and stores the flood. */
const PLAIN_DELAY_MS = 9 * DAY_MS
const PLAIN_STORES_METRES = 0.12
const PLAIN_FROM_KM = 10

/** How full the river is, 0 … 1. */
export const floodAt = (t: number): number => (seasonal(SLOPE, t) - SLOPE_LOW) / (SLOPE_HIGH - SLOPE_LOW)

/** A level the water passes only on high tides of the flood season: what dykes and gates are built around. Metres. */
export const crestOf = (place: Place): number =>
  Math.max(...SEA_METRES) - 0.2 + (SLOPE_HIGH * place.seaKm) / 100 + 0.3 * tideHeight(place, 1) + storedAt(place, 1)

/** What the plain holds back on top of the river's stage, metres. */
const storedAt = (place: Place, flood: number): number =>
  place.canalKm > PLAIN_FROM_KM ? PLAIN_STORES_METRES * flood : 0

export type Water = {
  /** Mean level of the day, metres. */
  readonly stageAt: (place: Place, t: number) => number
  /** Stage, tide and surge, metres; without the ripples a sensor sees. */
  readonly levelAt: (place: Place, t: number) => number
  /** What the gauge reads: the level with boat wash and ripples. */
  readonly gaugeAt: (place: Place, t: number) => number
  /** Metres per hour, positive on the flood tide. */
  readonly rateAt: (place: Place, t: number) => number
}

export function createWater(seed: number): Water {
  const years = streamOf(seed, 'river/year')
  const weeks = streamOf(seed, 'river/weeks')
  const surges = streamOf(seed, 'river/surge')
  const ripples = streamOf(seed, 'river/ripple')

  const stageAt = (place: Place, t: number): number => {
    const isPlain = place.canalKm > PLAIN_FROM_KM
    const then = isPlain ? t - PLAIN_DELAY_MS : t
    // A year's flood is up to 6 % higher or lower; a year runs from April to April, so that no flood is cut in two.
    const year = 0.06 * (2 * uniform(years, Math.floor(yearsSince(then) + 0.75)) - 1) * floodAt(then)
    const slope = seasonal(SLOPE, then) * (1 + year + 0.03 * noise(weeks, then / (14 * DAY_MS)))
    return seasonal(SEA_METRES, t) + (slope * place.seaKm) / 100 + storedAt(place, floodAt(then))
  }
  const surgeAt = (t: number): number => 0.05 * noise(surges, t / (3 * DAY_MS))
  const levelAt = (place: Place, t: number): number => stageAt(place, t) + tideAt(place, t, floodAt(t)) + surgeAt(t)

  return {
    stageAt,
    levelAt,
    gaugeAt: (place, t) => {
      const at = t + place.lon * DAY_MS
      return levelAt(place, t) + 0.008 * noise(ripples, at / (2 * MINUTE_MS)) + 0.004 * normal(ripples, Math.round(at))
    },
    rateAt: (place, t) => (levelAt(place, t + HOUR_MS / 4) - levelAt(place, t - HOUR_MS / 4)) * 2,
  }
}
