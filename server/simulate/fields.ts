// The fields of one village hour by hour: soil water of two plots and the pump that reacts to it. Stateful by nature, so it is
// computed forward from the field's epoch and remembered: the same hour is the same whoever asks first, also after a restart.
import { FIELD_EPOCH, HOUR_MS, hourOf, MINUTE_MS } from './calendar.ts'
import type { Place } from './place.ts'
import type { Rain } from './rain.ts'
import { between, branch, noise, normal, streamOf } from './random.ts'
import type { Water } from './river.ts'
import { type SoilKind, stepSoil } from './soil.ts'
import type { Weather } from './weather.ts'

export const PLOTS = 2
/** The pump irrigates a dry plot up to a good moisture, and drains a wet one down to where roots breathe again. Percent. */
const IRRIGATE_BELOW = 31
const IRRIGATE_UNTIL = 37
const DRAIN_ABOVE = 48
const DRAIN_UNTIL = 45
/** While the gate is shut nothing runs off by itself, so the pump starts earlier. */
const DRAIN_SHUT_ABOVE = 42.5
/** Farmers irrigate early and in the late afternoon: less is lost, and power is off its evening peak. */
const IRRIGATION_HOURS: readonly (readonly [from: number, to: number])[] = [
  [4, 9],
  [14.5, 17.5],
]
/** Percent an hour that a high river presses into the fields behind closed gates. */
const SEEPAGE = 0.06

export type PumpMode = -1 | 0 | 1
export type Fields = {
  /** Volumetric percent at plot 0 or 1. */
  readonly moistureAt: (plot: number, t: number) => number
  /** +1 irrigating, −1 draining, 0 stopped. */
  readonly pumpAt: (t: number) => PumpMode
  /** Hours the pump has run since the field's epoch; never falls. */
  readonly pumpHoursAt: (t: number) => number
}

type Hour = { readonly moisture: readonly number[]; readonly pump: PumpMode; readonly ranBefore: number }

/** @param closeAt river level, metres, above which the village shuts its gate */
export function createFields(
  seed: number,
  place: Place,
  sources: { readonly rain: Rain; readonly weather: Weather; readonly water: Water },
  closeAt: number,
): Fields {
  const { rain, weather, water } = sources
  const character = streamOf(seed, `fields/${place.id}`)
  const draw = (plot: number, n: number, low: number, high: number) => between(branch(character, n), plot, low, high)
  const kinds: readonly SoilKind[] = Array.from({ length: PLOTS }, (_, plot) => ({
    wilting: draw(plot, 1, 17, 20),
    capacity: draw(plot, 2, 40, 43),
    saturation: draw(plot, 3, 51, 55),
    percentPerMm: draw(plot, 4, 0.28, 0.38),
    drainage: draw(plot, 5, 0.012, 0.03),
    thirst: draw(plot, 6, 0.24, 0.34),
  }))
  // Pump men don't all switch on the full hour.
  const startsAt = FIELD_EPOCH + Math.floor(draw(0, 7, 0, 60)) * MINUTE_MS
  const first: Hour = { moisture: kinds.map(kind => kind.capacity - 3), pump: 0, ranBefore: 0 }
  const hours = [first]

  function hourAt(index: number): Hour {
    for (let n = hours.length - 1; n < index; n++) hours.push(after(hours[n] ?? first, startsAt + n * HOUR_MS))
    return hours[Math.max(0, index)] ?? first
  }

  /** The hour that follows the one starting at `t`. */
  function after(hour: Hour, t: number): Hour {
    const rainMm = rain.fallen(place, t, t + HOUR_MS)
    const light = weather.lightAt(place, t + HOUR_MS / 2)
    const isHigh = water.levelAt(place, t + HOUR_MS / 2) > closeAt
    const forcing = { rainMm, light, pump: hour.pump, seepage: isHigh ? SEEPAGE : 0 }
    const moisture = kinds.map((kind, plot) => stepSoil(kind, hour.moisture[plot] ?? kind.capacity, forcing))
    const ranBefore = hour.ranBefore + (hour.pump === 0 ? 0 : 1)
    return { moisture, pump: nextPump(hour.pump, moisture, isHigh, hourOf(t + HOUR_MS)), ranBefore }
  }

  const indexOf = (t: number) => Math.floor((t - startsAt) / HOUR_MS)
  return {
    moistureAt(plot, t) {
      const index = indexOf(t)
      const part = index < 0 ? 0 : (t - startsAt) / HOUR_MS - index
      const here = hourAt(index).moisture[plot] ?? 0
      const next = hourAt(index + 1).moisture[plot] ?? here
      const stream = branch(character, 20 + plot)
      return (
        here + (next - here) * part + 0.15 * noise(stream, t / (40 * MINUTE_MS)) + 0.03 * normal(stream, Math.round(t))
      )
    },
    pumpAt: t => hourAt(indexOf(t)).pump,
    pumpHoursAt(t) {
      const index = indexOf(t)
      const hour = hourAt(index)
      const running = index >= 0 && hour.pump !== 0 ? (t - startsAt) / HOUR_MS - index : 0
      return hour.ranBefore + running
    },
  }
}

/** Hysteresis on the drier plot for irrigation and on the wetter one for drainage; drainage comes first. */
export function nextPump(now: PumpMode, moisture: readonly number[], isShut: boolean, hour: number): PumpMode {
  const wettest = Math.max(...moisture)
  const driest = Math.min(...moisture)
  if (wettest > (isShut ? DRAIN_SHUT_ABOVE : DRAIN_ABOVE) || (now === -1 && wettest > DRAIN_UNTIL)) return -1
  const isTime = IRRIGATION_HOURS.some(([from, to]) => hour >= from && hour < to)
  if (isTime && (driest < IRRIGATE_BELOW || (now === 1 && driest < IRRIGATE_UNTIL))) return 1
  return 0
}
