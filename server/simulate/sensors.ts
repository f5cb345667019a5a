// What each kind of station measures: joins the stations' quantity codes to the physics of their village. Values are raw here;
// rounding, range and faults come after.
import type { Village } from '../../shared/registry.ts'
import { createAir } from './air.ts'
import { dailyBump, dayOf, HOUR_MS, hourOf, MINUTE_MS } from './calendar.ts'
import { createFields, PLOTS } from './fields.ts'
import { batteryAt, signalAt } from './housekeeping.ts'
import { trapCount } from './pests.ts'
import type { Place } from './place.ts'
import { createRain, type Rain, type Region } from './rain.ts'
import { between, branch, noise, normal, streamOf } from './random.ts'
import { createWater } from './river.ts'
import { SLOW_MS, type Station } from './stations.ts'
import { createWaterQuality } from './water-quality.ts'
import { createWeather, dayCurve, type Weather } from './weather.ts'
import { closingLevel, createWorks } from './works.ts'

/** The raw value at an instant, in the quantity's unit. */
export type Sensor = (t: number) => number
/** By quantity code; `online` is not measured but said by the connection. */
export type Sensors = Readonly<Record<string, Sensor>>

/** A bucket tips every 0.2 mm. */
const TIP_MM = 0.2
const SOIL_LAG_MS = 3 * HOUR_MS

/** Sensors of every station, by device id. */
export function createSensors(
  seed: number,
  region: Region,
  stations: readonly Station[],
): ReadonlyMap<string, Sensors> {
  const rain = createRain(seed, region)
  const weather = createWeather(seed, rain)
  const water = createWater(seed)
  const quality = createWaterQuality(seed, water, weather, rain)
  const air = createAir(seed, region, weather, rain)

  const worksOf = (place: Place) => {
    const fields = createFields(seed, place, { rain, weather, water }, closingLevel(place))
    return { fields, works: createWorks(seed, place, water, fields) }
  }
  const villages = new Map<Village['id'], ReturnType<typeof worksOf>>()
  const villageOf = (place: Place) => {
    const known = villages.get(place.id) ?? worksOf(place)
    villages.set(place.id, known)
    return known
  }

  function measured({ kind, place, plan }: Station): Sensors {
    const { fields, works } = villageOf(place)
    switch (kind) {
      case 'water-level':
        return { water_level: t => water.gaugeAt(place, t) }
      case 'water-quality':
        return {
          ph: t => quality.phAt(place, t),
          dissolved_oxygen: t => quality.oxygenAt(place, t),
          turbidity: t => quality.turbidityAt(place, t),
          salinity: t => quality.salinityAt(place, t),
          electrical_conductivity: t => quality.conductivityAt(place, t),
          water_temperature: t => quality.temperatureAt(place, t),
        }
      case 'weather':
        return {
          air_temperature: t => weather.temperatureAt(place, t),
          humidity: t => weather.humidityAt(place, t),
          wind_speed: t => weather.windAt(place, t).speed,
          wind_direction: t => weather.windAt(place, t).from,
          rainfall: t => tippedMm(rain, place, t),
        }
      case 'air':
        return {
          pm25: t => air.pm25At(place, t),
          pm10: t => air.pm10At(place, t),
          no2: t => air.no2At(place, t),
          so2: t => air.so2At(place, t),
          co: t => air.coAt(place, t),
          o3: t => air.o3At(place, t),
        }
      case 'soil-1':
      case 'soil-2': {
        const plot = kind === 'soil-1' ? 0 : PLOTS - 1
        const stream = streamOf(seed, plan.id)
        return {
          soil_moisture: t => fields.moistureAt(plot, t),
          soil_temperature: t => soilTemperature(weather, place, stream, t),
          soil_ph: t => soilPh(place, stream, t),
        }
      }
      case 'light-trap':
        return { light_trap_count: t => trapCount(seed, place, dayOf(t)) }
      case 'pump':
        return {
          pump_state: t => (fields.pumpAt(t) === 0 ? 0 : 1),
          power: t => works.pumpPowerAt(t),
          energy: t => works.pumpEnergyAt(t),
        }
      case 'gate':
        return { gate_opening: t => works.gateOpeningAt(t) }
      case 'lamps':
        return { lamp_state: t => Number(works.areLampsOnAt(t)), power: t => works.lampPowerAt(t) }
      case 'camera':
        return { camera_online: t => Number(works.isCameraOnlineAt(t)) }
      case 'water-meter':
        return { water_meter: t => works.waterMeterAt(t) }
      default:
        return kind satisfies never
    }
  }

  return new Map(
    stations.map(station => {
      const stream = streamOf(seed, `housekeeping/${station.plan.id}`)
      const housekeeping: Sensors = {
        battery: t => batteryAt(stream, t),
        signal: t => signalAt(stream, t, rain.rateAt(station.place, t)),
      }
      return [station.plan.id, { ...housekeeping, ...measured(station) }]
    }),
  )
}

/** Millimetres in the five minutes up to `t`, in whole tips, so that the readings of a day add up to its rain. */
function tippedMm(rain: Rain, place: Place, t: number): number {
  const tipsAt = (at: number) => Math.floor(rain.todayAt(place, at) / TIP_MM)
  const before = dayOf(t - SLOW_MS) === dayOf(t) ? tipsAt(t - SLOW_MS) : 0
  return (tipsAt(t) - before) * TIP_MM
}

/** At 20 cm: a quarter of the day's swing, three hours late. */
function soilTemperature(weather: Weather, place: Place, stream: number, t: number): number {
  const offset = between(branch(stream, 1), 0, -0.4, 0.6)
  const swing = 0.9 * dayCurve(hourOf(t - SOIL_LAG_MS)) + 0.2 * dailyBump(hourOf(t), 15, 3)
  return weather.dayMeanAt(place, t - 12 * HOUR_MS) + 0.4 + offset + swing + 0.02 * normal(stream, Math.round(t))
}

/** Alluvium along the rivers is near neutral, the plain is acid. */
function soilPh(place: Place, stream: number, t: number): number {
  const own = between(branch(stream, 2), 0, -0.25, 0.25)
  const slow = 0.06 * noise(branch(stream, 3), t / (40 * HOUR_MS)) + 0.01 * noise(stream, t / (20 * MINUTE_MS))
  return 6.2 - Math.min(1.1, place.canalKm / 20) + own + slow
}
