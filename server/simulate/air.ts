// Air quality at a place: dust and gases with traffic, the night's inversion, straw fires after harvest, and rain that washes.
// Ranges of a rural town in the delta, µg/m³. Knows no limit value and no index.
import { DAY_MS, dailyBump, dayOf, HOUR_MS, hourOf, MINUTE_MS, type Monthly, seasonal, startOfDay } from './calendar.ts'
import { distanceKm, type Place, type Position } from './place.ts'
import type { Rain, Region } from './rain.ts'
import { between, branch, noise, normal, poisson, streamOf } from './random.ts'
import type { Weather } from './weather.ts'

/** PM2.5 of an ordinary day: the dry north-east monsoon carries haze, the wet months are clean. */
const HAZE: Monthly = [26, 25, 23, 19, 14, 11, 11, 11, 12, 14, 18, 23]
/** Fires a day in the field: after the winter-spring, summer-autumn and autumn-winter harvests. */
const FIRES_A_DAY: Monthly = [0.15, 0.6, 1.3, 0.7, 0.15, 0.1, 0.5, 0.6, 0.2, 0.25, 0.55, 0.3]
const FIRE_HOURS = 2.2
const WASH_MEMORY_MS = 3 * HOUR_MS
/** Millimetres of rain that take about two thirds of the dust out of the air. */
const WASH_MM = 7

export type Air = {
  readonly pm25At: (place: Place, t: number) => number
  readonly pm10At: (place: Place, t: number) => number
  readonly no2At: (place: Place, t: number) => number
  readonly so2At: (place: Place, t: number) => number
  readonly coAt: (place: Place, t: number) => number
  readonly o3At: (place: Place, t: number) => number
}

/** How dirty an hour is: two rush hours, stale air before dawn, well mixed air after noon. */
const hourShape = (hour: number): number =>
  0.8 +
  0.5 * dailyBump(hour, 7, 1.1) +
  0.45 * dailyBump(hour, 18, 1.4) +
  0.22 * dailyBump(hour, 4.5, 2.2) -
  0.22 * dailyBump(hour, 14, 2.4)
const rushShape = (hour: number): number => dailyBump(hour, 7, 1) + 0.9 * dailyBump(hour, 17.8, 1.3)

const townAt = (place: Place) => 1 + 0.35 * Math.exp(-place.townKm / 6)
const jitter = (stream: number, t: number) =>
  0.08 * noise(stream, t / (12 * MINUTE_MS)) + 0.025 * normal(stream, Math.round(t))

export function createAir(seed: number, region: Region, weather: Weather, rain: Rain): Air {
  const hazes = streamOf(seed, 'air/haze')
  const fires = streamOf(seed, 'air/fire')
  const streamFor = (quantity: string, place: Place) => streamOf(seed, `air/${quantity}/${place.id}`)

  /** Straw smoke: lit in the late afternoon, drifting low over the fields until the night breeze clears it. */
  const smokeAt = (place: Place, t: number): number => {
    const day = dayOf(t)
    const count = poisson(fires, day, seasonal(FIRES_A_DAY, startOfDay(day) + DAY_MS / 2))
    let smoke = 0
    for (let n = 0; n < count; n++) {
      const draw = (k: number, low: number, high: number) => between(branch(fires, 10 * n + k), day, low, high)
      const at: Position = [draw(1, region.west, region.east), draw(2, region.south, region.north)]
      const away = distanceKm(at, [place.lon, place.lat]) / draw(3, 4, 9)
      const bump = Math.exp(-0.5 * ((hourOf(t) - draw(4, 16.5, 19.5)) / (FIRE_HOURS / 2)) ** 2)
      smoke += draw(5, 30, 110) * Math.exp(-0.5 * away ** 2) * bump
    }
    return smoke
  }
  const washed = (place: Place, t: number) => Math.exp(-rain.feltAt(place, t, WASH_MEMORY_MS) / WASH_MM)
  const mixing = (place: Place, t: number) =>
    Math.max(0.65, 1.3 - 0.11 * weather.windAt(place, Math.floor(t / MINUTE_MS) * MINUTE_MS).speed)

  const pm25At = (place: Place, t: number): number => {
    const stream = streamFor('pm25', place)
    const spell = Math.exp(0.4 * noise(hazes, t / (2.5 * DAY_MS)))
    const still = hourShape(hourOf(t)) * mixing(place, t) * townAt(place)
    const dust = seasonal(HAZE, t) * spell * still + smokeAt(place, t)
    return Math.max(2, dust * (0.12 + 0.88 * washed(place, t)) * (1 + jitter(stream, t)))
  }
  const gasAt = (name: string, place: Place, t: number, low: number, rush: number, smoke: number): number => {
    const stream = streamFor(name, place)
    const sources = low + rush * rushShape(hourOf(t)) * townAt(place) + smoke * smokeAt(place, t)
    return Math.max(0.5, sources * mixing(place, t) * (0.5 + 0.5 * washed(place, t)) * (1 + jitter(stream, t)))
  }

  return {
    pm25At,
    pm10At(place, t) {
      const stream = streamFor('pm10', place)
      const road = 6 * (1 + rushShape(hourOf(t))) * (1 - (0.8 * weather.humidityAt(place, t)) / 100)
      return 1.45 * pm25At(place, t) * (1 + jitter(stream, t)) + road * washed(place, t)
    },
    no2At: (place, t) => gasAt('no2', place, t, 9, 16, 0.08),
    so2At: (place, t) => gasAt('so2', place, t, 6, 3, 0.05),
    coAt: (place, t) => gasAt('co', place, t, 380, 420, 9),
    o3At(place, t) {
      // Made by light from what the morning traffic left; it peaks after noon and traffic eats it at night.
      const made = 75 * weather.lightAt(place, t - HOUR_MS)
      return Math.max(4, (18 + made - 6 * rushShape(hourOf(t))) * (1 + jitter(streamFor('o3', place), t)))
    },
  }
}
