// The nine villages as the tests need them: places, physics of one seed, a whole field.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { createAir } from '../../../server/simulate/air.ts'
import { DAY_MS, HOUR_MS } from '../../../server/simulate/calendar.ts'
import { createField, type Field } from '../../../server/simulate/field.ts'
import { parseOutlines } from '../../../server/simulate/outline.ts'
import { type Place, placeOf } from '../../../server/simulate/place.ts'
import { createRain, regionOf } from '../../../server/simulate/rain.ts'
import { createWater } from '../../../server/simulate/river.ts'
import { createWaterQuality } from '../../../server/simulate/water-quality.ts'
import { createWeather } from '../../../server/simulate/weather.ts'

export const registry = loadRegistry()
export const outlines = parseOutlines(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'public', 'geo', 'communes.geojson'), 'utf8'),
)
export const places = registry.villages.map(village => placeOf(village, registry.gauges))
export const aField = (seed = 2026): Field => createField(seed, registry.villages, { ...registry, outlines })

export function physicsOf(seed: number) {
  const region = regionOf(places)
  const rain = createRain(seed, region)
  const weather = createWeather(seed, rain)
  const water = createWater(seed)
  return {
    rain,
    weather,
    water,
    quality: createWaterQuality(seed, water, weather, rain),
    air: createAir(seed, region, weather, rain),
  }
}

/** The first place for which this holds; a test that finds none has lost its subject. */
export function aPlace(holds: (place: Place) => boolean): Place {
  const found = places.find(holds)
  if (!found) throw new Error('no such place')
  return found
}

/** Local midnight in Viet Nam. */
export const local = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) - 7 * HOUR_MS
export const every = (stepMs: number, from: number, to: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / stepMs) }, (_, n) => from + n * stepMs)
export const days = (from: number, count: number): number[] => every(DAY_MS, from, from + count * DAY_MS)
export const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length
/** Position of the highest value. */
export const peakOf = (values: readonly number[]): number => values.indexOf(Math.max(...values))
