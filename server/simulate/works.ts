// Works of a village: sluice gate, pump power and energy, street lamps, household water, cameras. They react to water, soil
// and light; counters are integrals from the field's epoch and never fall.
import { DAY_MS, dailyBump, dayOf, FIELD_EPOCH, HOUR_MS, hourOf, MINUTE_MS, startOfDay } from './calendar.ts'
import type { Fields } from './fields.ts'
import type { Place } from './place.ts'
import { between, branch, noise, normal, streamOf, uniform } from './random.ts'
import { crestOf, type Water } from './river.ts'
import { sunHeight } from './sky.ts'

/** A keeper looks at the water every ten minutes and moves the leaf by quarters. */
const GATE_LOOK_MS = 10 * MINUTE_MS
const GATE_STEP_PERCENT = 25
/** From open to shut while the river rises by this much. */
const GATE_BAND_METRES = 0.12
/** Controllers, valves and the guard's light. */
const STANDBY_KW = 0.06
/** Civil twilight: lamps go on when the sun is 4° below the horizon. */
const LAMPS_ON_BELOW = Math.sin((-4 * Math.PI) / 180)
/** From 23:00 to 04:30 every lamp is dimmed to this share. */
const NIGHT_DIMMING = 0.55
/** m³ a household uses in a day (about 100 litres a head). */
const HOUSEHOLD_M3 = 0.38

/** River level above which the gate of a village closes: just over the mean of the highest month. */
export const closingLevel = (place: Place): number => crestOf(place)

export type Works = {
  readonly gateOpeningAt: (t: number) => number
  readonly pumpPowerAt: (t: number) => number
  readonly pumpEnergyAt: (t: number) => number
  readonly areLampsOnAt: (t: number) => boolean
  readonly lampPowerAt: (t: number) => number
  readonly waterMeterAt: (t: number) => number
  readonly isCameraOnlineAt: (t: number) => boolean
}

export function createWorks(seed: number, place: Place, water: Water, fields: Fields): Works {
  const character = streamOf(seed, `works/${place.id}`)
  const draw = (n: number, low: number, high: number) => between(branch(character, n), 0, low, high)
  const closeAt = closingLevel(place)
  const ratedKw = Math.round(draw(1, 3, 7)) * 3.7
  const energyBefore = draw(2, 8_000, 60_000)
  const lamps = Math.round(draw(3, 24, 60))
  const lampKw = 0.06
  const duskShift = draw(4, -0.02, 0.02)
  const households = Math.round(draw(5, 60, 140))
  const meterBefore = draw(6, 4_000, 30_000)
  const households24 = createHouseholds(branch(character, 7))
  const cameraDraws = branch(character, 8)

  const areLampsOnAt = (t: number) => sunHeight(place.lon, place.lat, t) < LAMPS_ON_BELOW + duskShift
  return {
    gateOpeningAt(t) {
      const look = Math.floor(t / GATE_LOOK_MS) * GATE_LOOK_MS
      const shut = Math.max(0, Math.min(1, (water.levelAt(place, look) - closeAt) / GATE_BAND_METRES))
      return 100 - GATE_STEP_PERCENT * Math.round((shut * 100) / GATE_STEP_PERCENT)
    },
    pumpPowerAt(t) {
      const load =
        0.93 + 0.03 * noise(branch(character, 9), t / (15 * MINUTE_MS)) + 0.008 * normal(character, Math.round(t))
      return STANDBY_KW + (fields.pumpAt(t) === 0 ? 0.005 * uniform(character, Math.round(t)) : ratedKw * load)
    },
    pumpEnergyAt: t =>
      energyBefore + STANDBY_KW * Math.max(0, (t - FIELD_EPOCH) / HOUR_MS) + ratedKw * 0.93 * fields.pumpHoursAt(t),
    areLampsOnAt,
    lampPowerAt(t) {
      if (!areLampsOnAt(t)) return 0.02
      const hour = hourOf(t)
      const isDimmed = hour >= 23 || hour < 4.5
      return (
        lamps * lampKw * (isDimmed ? NIGHT_DIMMING : 1) * (1 + 0.006 * normal(branch(character, 10), Math.round(t)))
      )
    },
    waterMeterAt: t => meterBefore + households * HOUSEHOLD_M3 * households24.daysUsedAt(t),
    // A router hangs for a while: about one camera in a hundred is dark at any time.
    isCameraOnlineAt(t) {
      const WINDOW_MS = 12 * HOUR_MS
      const window = Math.floor(t / WINDOW_MS)
      if (uniform(cameraDraws, window) >= 0.2) return true
      const from = window * WINDOW_MS + between(branch(cameraDraws, 1), window, 0, WINDOW_MS - HOUR_MS)
      return t < from || t >= from + between(branch(cameraDraws, 2), window, 8, 60) * MINUTE_MS
    },
  }
}

/** What a village draws from its pipes in units of an average day: morning, noon and evening, more on some days than others. */
function createHouseholds(stream: number): { readonly daysUsedAt: (t: number) => number } {
  const SLOTS = 96
  const shape = Array.from({ length: SLOTS }, (_, slot) => {
    const hour = (slot + 0.5) / 4
    return 0.15 + dailyBump(hour, 6.2, 1.2) + 0.6 * dailyBump(hour, 11.3, 1.2) + 1.1 * dailyBump(hour, 18.2, 1.7)
  })
  const total = shape.reduce((sum, one) => sum + one, 0)
  /** Share of a day's use up to each quarter hour. */
  const used = [0]
  for (const one of shape) used.push((used.at(-1) ?? 0) + one / total)
  const epochDay = dayOf(FIELD_EPOCH)
  const factorOf = (day: number) => between(stream, day, 0.82, 1.18)
  /** Days used before the nth day since the epoch. */
  const before = [0]

  return {
    daysUsedAt(t) {
      const day = Math.max(0, dayOf(t) - epochDay)
      for (let n = before.length; n <= day; n++) before.push((before[n - 1] ?? 0) + factorOf(epochDay + n - 1))
      const at = Math.max(0, Math.min(1, (t - startOfDay(epochDay + day)) / DAY_MS)) * SLOTS
      const slot = Math.min(SLOTS - 1, Math.floor(at))
      const low = used[slot] ?? 0
      const share = low + ((used[slot + 1] ?? 1) - low) * (at - slot)
      return (before[day] ?? 0) + factorOf(epochDay + day) * share
    },
  }
}
