// How far the server's clock is ahead of this screen's monotonic one. A word is only ever late, never early: of the last ones the
// quickest knows best, and screens beside each other agree to a few milliseconds. Pure.
import type { Pulse } from './link.ts'

/** A minute of ticks. */
const SAMPLES = 12
/** Further behind than any word comes late: the server's clock was set back, or it is another server. */
const STEPPED_MS = 2_000

/** Server time minus monotonic time of the last words, newest last. */
export type ClockSamples = readonly number[]

export function withPulse(samples: ClockSamples, { serverTime, heardAt }: Pulse): ClockSamples {
  const offset = serverTime - heardAt
  const isStepped = samples.length > 0 && offset < Math.max(...samples) - STEPPED_MS
  return isStepped ? [offset] : [...samples, offset].slice(-SAMPLES)
}

/** Epoch milliseconds; undefined before the first word. */
export const serverTimeBy = (samples: ClockSamples, monotonicNow: number): number | undefined =>
  samples.length === 0 ? undefined : monotonicNow + Math.max(...samples)
