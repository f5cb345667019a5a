// Air over a place: cloud and light, temperature, humidity, wind. Humidity follows from temperature and dew point, so the two
// run against each other as they do outdoors. Monthly figures are rounded normals of the central delta.
import { DAY_MS, dailyBump, HOUR_MS, hourOf, MINUTE_MS, type Monthly, seasonal } from './calendar.ts'
import type { Place } from './place.ts'
import type { Rain } from './rain.ts'
import { branch, noise, normal, streamOf } from './random.ts'
import { sunHeight } from './sky.ts'

const MEAN_CELSIUS: Monthly = [25.6, 26.2, 27.5, 28.7, 28.4, 27.8, 27.5, 27.5, 27.4, 27.3, 27, 25.9]
const HALF_RANGE_CELSIUS: Monthly = [3.6, 4.2, 4.5, 4.3, 3.8, 3.4, 3.3, 3.1, 3, 2.8, 3, 3.3]
const DEW_POINT_CELSIUS: Monthly = [20.8, 21, 22, 23.4, 24.4, 24.3, 24.1, 24.2, 24.3, 24.2, 23.4, 21.6]
const CLOUDINESS: Monthly = [0.35, 0.28, 0.3, 0.4, 0.6, 0.68, 0.7, 0.72, 0.72, 0.68, 0.55, 0.45]
/** Where the wind comes from, m/s from the east and from the north: north-east monsoon, trade wind, south-west monsoon. */
const FROM_EAST: Monthly = [2.3, 2.7, 2.6, 2, -0.6, -2.1, -2.4, -2.5, -1.9, -0.8, 1.2, 1.9]
const FROM_NORTH: Monthly = [0.8, 0, -0.9, -1.4, -1.8, -1.5, -1.4, -1.4, -1.3, 0.6, 1.4, 1.3]

const COOLEST_HOUR = 5.75
const WARMEST_HOUR = 13.5
/** Evaporating rain cools by up to this much and is felt for a few hours. */
const RAIN_COOLS_CELSIUS = 4.5
const RAIN_MEMORY_MS = 2.5 * HOUR_MS

export type Weather = {
  /** 0 clear … 1 overcast. */
  readonly cloudAt: (place: Place, t: number) => number
  /** Sunlight on the ground, 0 … about 1. */
  readonly lightAt: (place: Place, t: number) => number
  readonly temperatureAt: (place: Place, t: number) => number
  /** Slow part of the temperature: the day's mean, °C. What water and soil follow. */
  readonly dayMeanAt: (place: Place, t: number) => number
  readonly humidityAt: (place: Place, t: number) => number
  /** m/s and degrees the wind comes from. */
  readonly windAt: (place: Place, t: number) => { readonly speed: number; readonly from: number }
}

/** −1 at dawn, +1 early afternoon, quick up and slow down. */
export function dayCurve(hour: number): number {
  const rise = WARMEST_HOUR - COOLEST_HOUR
  const sinceCoolest = (hour - COOLEST_HOUR + 24) % 24
  if (sinceCoolest < rise) return -Math.cos((Math.PI * sinceCoolest) / rise)
  return Math.cos(Math.PI * ((sinceCoolest - rise) / (24 - rise)) ** 0.8)
}

/** Saturation vapour pressure, hPa (Magnus, coefficients of WMO-No. 8). */
const saturation = (celsius: number): number => 6.112 * Math.exp((17.62 * celsius) / (243.12 + celsius))

const towards = (value: number, limit: number): number => limit * (1 - Math.exp(-value / limit))

/** Neighbours share most of a spell; a little of it is their own. */
const shared = (stream: number, place: Place, x: number) =>
  0.8 * noise(stream, x) + 0.2 * noise(branch(stream, 1), x + place.lon * 997 + place.lat * 331)

export function createWeather(seed: number, rain: Rain): Weather {
  const clouds = streamOf(seed, 'weather/cloud')
  const spells = streamOf(seed, 'weather/spell')
  const airs = streamOf(seed, 'weather/air')
  const winds = streamOf(seed, 'weather/wind')

  const cloudAt = (place: Place, t: number): number => {
    const sky = seasonal(CLOUDINESS, t) + 0.38 * shared(clouds, place, t / (4 * HOUR_MS))
    return Math.max(0, Math.min(1, sky + Math.min(0.5, rain.rateAt(place, t) / 10)))
  }
  const lightAt = (place: Place, t: number): number =>
    Math.max(0, sunHeight(place.lon, place.lat, t)) * (1 - 0.65 * cloudAt(place, t))
  const dayMeanAt = (place: Place, t: number): number =>
    seasonal(MEAN_CELSIUS, t) + 1.1 * shared(spells, place, t / (4 * DAY_MS))

  const wetness = (place: Place, t: number) => towards(rain.feltAt(place, t, RAIN_MEMORY_MS), 4) / 4
  const temperatureAt = (place: Place, t: number): number => {
    // The sky of the whole day, not the passing cloud, sets how far the day warms up.
    const openness = 1.15 - 0.45 * (seasonal(CLOUDINESS, t) + 0.2 * noise(clouds, t / DAY_MS))
    const swing = seasonal(HALF_RANGE_CELSIUS, t) * openness * dayCurve(hourOf(t))
    const cooling = RAIN_COOLS_CELSIUS * wetness(place, t) * (0.35 + 0.65 * dailyBump(hourOf(t), 14, 4))
    return dayMeanAt(place, t) + swing - cooling + 0.25 * shared(airs, place, t / (20 * MINUTE_MS))
  }

  return {
    cloudAt,
    lightAt,
    temperatureAt,
    dayMeanAt,
    humidityAt(place, t) {
      const dewPoint = seasonal(DEW_POINT_CELSIUS, t) + 0.9 * shared(branch(spells, 2), place, t / (2 * DAY_MS))
      const celsius = temperatureAt(place, t)
      return Math.min(99, (100 * saturation(dewPoint + 0.6 * wetness(place, t))) / saturation(celsius))
    },
    windAt(place, t) {
      const strength = 0.55 + 0.85 * dailyBump(hourOf(t), 14, 4.5)
      const breath = (n: number) =>
        0.9 * shared(branch(winds, n), place, t / (45 * MINUTE_MS)) +
        0.35 * normal(branch(winds, n + 9), Math.round(t / MINUTE_MS))
      // A shower's outflow: a gust from one side while it lasts.
      const gust = Math.min(8, rain.rateAt(place, t) / 6)
      const side = 2 * Math.PI * noise(branch(winds, 30), t / (3 * HOUR_MS))
      const east = seasonal(FROM_EAST, t) * strength + breath(1) + gust * Math.sin(side)
      const north = seasonal(FROM_NORTH, t) * strength + breath(2) + gust * Math.cos(side)
      const degrees = (Math.atan2(east, north) * 180) / Math.PI
      return { speed: Math.hypot(east, north), from: (degrees + 360) % 360 }
    },
  }
}
