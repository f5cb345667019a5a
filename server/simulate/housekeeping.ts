// What a station says about itself: the charge of its solar battery and the strength of its radio signal.
import { DAY_MS, hourOf, MINUTE_MS } from './calendar.ts'
import { between, branch, noise, type Stream, uniform } from './random.ts'

const SUNRISE_HOUR = 6.25
const FULL_HOUR = 13.5
const SUNSET_HOUR = 17.5
/** One battery in twenty is worn out and sinks below 30 % before dawn. */
const WORN_SHARE = 0.05
const WORN_PERCENT = [20, 66] as const
const SOUND_PERCENT = [76, 99] as const
/** A village lies one to a few kilometres from its mast. dBm. */
const SIGNAL_DBM = [-101, -68] as const

/** Charge over a clear day, 0 before sunrise … 1 from early afternoon to sunset, then slowly down. */
function chargeCurve(hour: number): number {
  if (hour >= SUNRISE_HOUR && hour < FULL_HOUR)
    return Math.sin(((hour - SUNRISE_HOUR) / (FULL_HOUR - SUNRISE_HOUR)) * (Math.PI / 2))
  if (hour >= FULL_HOUR && hour < SUNSET_HOUR) return 1
  return 1 - ((hour - SUNSET_HOUR + 24) % 24) / (24 - SUNSET_HOUR + SUNRISE_HOUR)
}

export function batteryAt(station: Stream, t: number): number {
  const [low, high] = uniform(branch(station, 1), 0) < WORN_SHARE ? WORN_PERCENT : SOUND_PERCENT
  const sky = 5 * noise(branch(station, 2), t / (1.5 * DAY_MS))
  return low + (high - low) * chargeCurve(hourOf(t)) + sky
}

/** @param rainRate mm/h: heavy rain costs a few decibels */
export function signalAt(station: Stream, t: number, rainRate: number): number {
  const usual = between(branch(station, 3), 0, SIGNAL_DBM[0], SIGNAL_DBM[1])
  const fading =
    3.5 * noise(branch(station, 4), t / (35 * MINUTE_MS)) + 1.2 * (uniform(branch(station, 5), Math.round(t)) - 0.5)
  return usual + fading - Math.min(6, rainRate / 8)
}
