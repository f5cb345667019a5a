// Which device misbehaves, how and when: drop-outs, repetitions, drift, a clock that is off, one sensor with spikes.
// Pure in (seed, device, time). A demonstration without faults would show a system that never meets one.
import { HOUR_MS, MINUTE_MS, SECOND_MS, yearsSince } from './calendar.ts'
import { between, branch, type Stream, streamOf, uniform } from './random.ts'

/** One chance per device and window to drop out: with the durations below 2–3 % of the devices are away at any time. */
const WINDOW_MS = 4 * HOUR_MS
const DROP_SHARE = 0.28
const SHORT_MS = [3 * MINUTE_MS, 35 * MINUTE_MS] as const
/** One drop-out in twenty is a flat battery or a cut cable. */
const LONG_SHARE = 0.05
const LONG_MS = [1 * HOUR_MS, 4 * HOUR_MS] as const
/** One message in a hundred and fifty is sent twice (a lost acknowledgement). */
const REPEAT_SHARE = 1 / 150
/** Probes that foul: they read wrong a little more every day and are right again when cleaned, once a month. */
const DRIFTING_SENSORS = 2
/** The one wrong clock runs ahead by this much: within what a server can believe (5 min). */
const CLOCK_OFF_MS = [40 * SECOND_MS, 110 * SECOND_MS] as const
/** The spiking probe answers nonsense once in about half an hour. */
const SPIKE_SHARE = 1 / 240

export type SensorId = { readonly device: string; readonly quantity: string }
/** A sensor that may be chosen to drift, with what a month of drift adds. */
export type Driftable = SensorId & { readonly perMonth: number }

export type Faults = {
  /** Away from the network; it goes on measuring and keeps what it measures. */
  readonly isOut: (device: string, t: number) => boolean
  /** Sends the reading of `t` twice. */
  readonly repeats: (device: string, t: number) => boolean
  /** How far the device's clock is ahead, milliseconds. */
  readonly clockAheadMs: (device: string) => number
  /** What drift has added by `t`. */
  readonly driftOf: (device: string, quantity: string, t: number) => number
  readonly isSpike: (device: string, quantity: string, t: number) => boolean
  /** The chosen ones, for tests and for people. */
  readonly chosen: {
    readonly spiking: SensorId | undefined
    readonly clockOff: string | undefined
    readonly drifting: readonly SensorId[]
  }
}

export type Candidates = {
  readonly spiking: readonly SensorId[]
  readonly clockOff: readonly string[]
  readonly drifting: readonly Driftable[]
}

export function createFaults(seed: number, candidates: Candidates): Faults {
  const choices = streamOf(seed, 'faults/choice')
  const pick = <T>(from: readonly T[], n: number): T | undefined => from[Math.floor(uniform(choices, n) * from.length)]
  const spiking = pick(candidates.spiking, 0)
  const clockOff = pick(candidates.clockOff, 1)
  const clockAhead = Math.round(between(choices, 2, CLOCK_OFF_MS[0], CLOCK_OFF_MS[1]))
  const isSpiking = (device: string, quantity: string) => spiking?.device === device && spiking.quantity === quantity
  const drifting = Array.from({ length: DRIFTING_SENSORS }, (_, n) => pick(candidates.drifting, 10 + n)).flatMap(one =>
    one && !isSpiking(one.device, one.quantity) ? [one] : [],
  )
  const spikes = streamOf(seed, 'faults/spike')
  const streams = new Map<string, Stream>()
  const streamFor = (device: string): Stream => {
    const known = streams.get(device) ?? streamOf(seed, `faults/${device}`)
    streams.set(device, known)
    return known
  }

  return {
    isOut(device, t) {
      const stream = streamFor(device)
      const window = Math.floor(t / WINDOW_MS)
      return isOutIn(stream, window, t) || isOutIn(stream, window - 1, t)
    },
    repeats: (device, t) => uniform(branch(streamFor(device), 4), Math.round(t)) < REPEAT_SHARE,
    clockAheadMs: device => (device === clockOff ? clockAhead : 0),
    driftOf(device, quantity, t) {
      const MONTHS_A_YEAR = 12
      const months = yearsSince(t) * MONTHS_A_YEAR
      return drifting
        .filter(one => one.device === device && one.quantity === quantity)
        .reduce((sum, one) => sum + one.perMonth * (months - Math.floor(months)), 0)
    },
    isSpike: (device, quantity, t) => isSpiking(device, quantity) && uniform(spikes, Math.round(t)) < SPIKE_SHARE,
    chosen: { spiking, clockOff, drifting },
  }
}

/** Whether the drop-out of this window, if it has one, covers `t`. */
function isOutIn(stream: Stream, window: number, t: number): boolean {
  if (uniform(stream, window) >= DROP_SHARE) return false
  const [shortest, longest] = uniform(branch(stream, 1), window) < LONG_SHARE ? LONG_MS : SHORT_MS
  const from = window * WINDOW_MS + between(branch(stream, 2), window, 0, WINDOW_MS)
  return t >= from && t < from + between(branch(stream, 3), window, shortest, longest)
}
