// Brown planthoppers caught by one light trap in one night. Counts like the published ones of smart traps in the delta:
// ordinary weeks 2–81, waves to about 500, a rare night above 1,000. Knows no alarm number: none is official.
import { HOUR_MS, type Monthly, seasonal, startOfDay } from './calendar.ts'
import type { Place } from './place.ts'
import { between, branch, normal, overdispersed, streamOf } from './random.ts'
import { moonlight } from './sky.ts'

/** Ordinary catch a night, following the rice crops. */
const ORDINARY: Monthly = [26, 30, 22, 12, 12, 18, 24, 26, 18, 14, 16, 24]
/** A generation of planthoppers takes about a month; its adults fly within a few nights. */
const GENERATION_DAYS = 29
const FLIGHT_NIGHTS = 1.8
/** Height of a flight, log-normal: half stay below 90, one in twenty passes 400. */
const FLIGHT_MEDIAN = 90
const FLIGHT_SPREAD = 0.9
/** A full moon outshines the lamp. */
const MOON_HIDES = 0.55

/** @param night local day number of the morning the trap is read */
export function trapCount(seed: number, place: Place, night: number): number {
  const midnight = startOfDay(night)
  const flights = streamOf(seed, 'pests/flight')
  const own = streamOf(seed, `pests/${place.id}`)
  const began = between(branch(flights, 2), 0, 0, GENERATION_DAYS)
  const generation = Math.round((night - began) / GENERATION_DAYS)
  let mean = seasonal(ORDINARY, midnight)
  for (const one of [generation - 1, generation, generation + 1]) {
    const peakNight = began + one * GENERATION_DAYS + between(flights, one, -6, 6) + between(own, one, -1.5, 1.5)
    const height =
      FLIGHT_MEDIAN * Math.exp(FLIGHT_SPREAD * normal(branch(flights, 1), one) + 0.35 * normal(branch(own, 1), one))
    mean += height * Math.exp(-0.5 * ((night - peakNight) / FLIGHT_NIGHTS) ** 2)
  }
  mean *= 1 - MOON_HIDES * moonlight(midnight - 3 * HOUR_MS)
  return overdispersed(branch(own, 2), night, mean)
}
