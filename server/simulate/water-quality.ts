// What a water-quality probe sees: temperature, oxygen and pH that breathe with the light, silt of the flood, a trace of salt.
// The villages are freshwater communes: salt stays far below the 0.5 g/L that harms orchards.
import { DAY_MS, dailyBump, HOUR_MS, hourOf, MINUTE_MS, type Monthly, seasonal } from './calendar.ts'
import type { Place } from './place.ts'
import type { Rain } from './rain.ts'
import { branch, noise, normal, streamOf, uniform } from './random.ts'
import { floodAt, type Water } from './river.ts'
import type { Weather } from './weather.ts'

/** Algae answer to the light of the last hours: samples half an hour apart, forgotten over three hours. */
const LIGHT_STEP_MS = HOUR_MS / 2
const LIGHT_SAMPLES = 14
const LIGHT_MEMORY_MS = 3 * HOUR_MS
/** River water is a little warmer than the air's mean and follows it slowly. */
const WARMER_BY_CELSIUS = 1.1
const WATER_LAG_MS = 2 * DAY_MS
/** NTU of low river and of the flood that brings the Mekong's silt. */
const CLEAR_NTU = 22
const FLOOD_NTU = 68
const STORM_MEMORY_MS = 10 * HOUR_MS
/** g/L: fresh water, and what the dry season adds where the sea is near. */
const FRESH_SALT = 0.055
const DRY_SALT: Monthly = [0.03, 0.08, 0.16, 0.17, 0.09, 0.02, 0, 0, 0, 0, 0, 0.01]
const SALT_REACH_KM = 60
/** Conductivity of dilute river water: about 1.9 mS/cm per g/L over a base of bicarbonate. */
const EC_BASE = 0.08
const EC_PER_SALT = 1.9

export type WaterQuality = {
  readonly temperatureAt: (place: Place, t: number) => number
  readonly oxygenAt: (place: Place, t: number) => number
  readonly phAt: (place: Place, t: number) => number
  readonly turbidityAt: (place: Place, t: number) => number
  readonly salinityAt: (place: Place, t: number) => number
  readonly conductivityAt: (place: Place, t: number) => number
}

const sensorNoise = (stream: number, t: number) => normal(branch(stream, 7), Math.round(t))

export function createWaterQuality(seed: number, water: Water, weather: Weather, rain: Rain): WaterQuality {
  const streamFor = (quantity: string, place: Place) => streamOf(seed, `water/${quantity}/${place.id}`)
  /** 0 before dawn, about 1 in the afternoon of a bright day. */
  const photosynthesisAt = (place: Place, t: number): number => {
    let light = 0
    let weights = 0
    for (let n = 0; n < LIGHT_SAMPLES; n++) {
      const weight = Math.exp((-n * LIGHT_STEP_MS) / LIGHT_MEMORY_MS)
      light += weight * weather.lightAt(place, t - n * LIGHT_STEP_MS)
      weights += weight
    }
    return (1.6 * light) / weights
  }

  const salinityAt = (place: Place, t: number): number => {
    const stream = streamFor('salt', place)
    const reach = Math.exp(-(place.seaKm + place.canalKm - 120) / SALT_REACH_KM)
    // Salt comes with the rising water: it follows the tide's height over the day's mean.
    const tide = Math.max(0.3, 1 + 0.7 * (water.levelAt(place, t) - water.stageAt(place, t)))
    const slow = 1 + 0.15 * noise(stream, t / (2 * DAY_MS))
    return (FRESH_SALT + seasonal(DRY_SALT, t) * reach * tide) * slow + 0.002 * sensorNoise(stream, t)
  }

  return {
    temperatureAt(place, t) {
      const stream = streamFor('temperature', place)
      const mean = (weather.dayMeanAt(place, t) + weather.dayMeanAt(place, t - WATER_LAG_MS)) / 2
      const day = 0.8 * dailyBump(hourOf(t), 16, 4) - 0.3
      const cooled = 0.5 * (1 - Math.exp(-rain.feltAt(place, t, STORM_MEMORY_MS) / 15))
      return mean + WARMER_BY_CELSIUS + day - cooled + 0.03 * sensorNoise(stream, t)
    },
    oxygenAt(place, t) {
      const stream = streamFor('oxygen', place)
      const character = 0.5 * (2 * uniform(stream, 0) - 1)
      // Flood water from the fields carries rotting straw; inland canals stand stiller than the river.
      const burden = 0.5 * floodAt(t) + Math.min(0.6, place.canalKm / 40)
      const slow = 0.35 * noise(stream, t / (1.5 * DAY_MS)) + 0.12 * noise(branch(stream, 1), t / (25 * MINUTE_MS))
      return Math.max(
        1.2,
        5 + character - burden + 1.9 * photosynthesisAt(place, t) + slow + 0.03 * sensorNoise(stream, t),
      )
    },
    phAt(place, t) {
      const stream = streamFor('ph', place)
      // The plain stands on acid sulphate soils: inland water is sourer, most of all when first rains wash them.
      const acid = Math.min(0.5, place.canalKm / 50) + 0.15 * (1 - Math.exp(-rain.feltAt(place, t, DAY_MS) / 30))
      const slow = 0.1 * noise(stream, t / (3 * DAY_MS)) + 0.03 * noise(branch(stream, 1), t / (30 * MINUTE_MS))
      return 7.05 - acid + 0.32 * photosynthesisAt(place, t) + slow + 0.008 * sensorNoise(stream, t)
    },
    turbidityAt(place, t) {
      const stream = streamFor('turbidity', place)
      const calm = Math.exp(-place.canalKm / 30)
      const silt = CLEAR_NTU + (FLOOD_NTU - CLEAR_NTU) * floodAt(t) * calm
      const storm = 45 * (1 - Math.exp(-rain.feltAt(place, t, STORM_MEMORY_MS) / 20))
      const stirred = 1 + 0.5 * Math.min(1, Math.abs(water.rateAt(place, t)) / 0.25)
      const slow = 0.22 * noise(stream, t / (8 * HOUR_MS)) + 0.05 * noise(branch(stream, 1), t / (10 * MINUTE_MS))
      return (silt * stirred + storm) * Math.exp(slow) * (1 + 0.02 * sensorNoise(stream, t))
    },
    salinityAt,
    conductivityAt: (place, t) => EC_BASE + EC_PER_SALT * salinityAt(place, t),
  }
}
