// The one number a rule watches, as it follows from readings by their own time: what such a signal can do, and the ones without
// a memory. Pure; knows readings, not levels or delays.
import { STALE_INTERVALS } from '../freshness.ts'
import { QUALITY_CODE } from '../quality.ts'
import type { SignalValue } from './limit-stage.ts'
import type { WatchedSeries } from './watch.ts'

/** A reading of a known series: time in epoch milliseconds, value in the series' unit, quality code (quality.ts). */
export type PastReading = { readonly t: number; readonly v: number; readonly q: number }

/** The reading says nothing about the signal. */
export const UNMOVED = 'unmoved'

export type ReadingSignal = {
  /** The signal from this reading on. Of each input (its place in `Watch.inputs`) later readings only. */
  readonly take: (input: number, t: number, v: number, q: number) => SignalValue | typeof UNMOVED
  /** What was before everything taken, oldest first. */
  readonly recall: (input: number, readings: readonly PastReading[]) => void
  /** How far back it looks, ms; 0 = the newest reading is enough. */
  readonly lookBackMs: number
  /** Only of a signal that also moves without a reading. */
  readonly moving?: {
    /** When it next does; Infinity = it won't. */
    readonly nextAt: () => number
    /** What it is then. */
    readonly moveTo: (t: number) => SignalValue
  }
}

/** Place of the reference of a deviation from another series. */
export const REFERENCE_INPUT = 1

/** How long after its time a reading is still the present one; of an event-driven series, until the next. */
export const holdMs = ({ intervalMs }: Pick<WatchedSeries, 'intervalMs'>): number =>
  intervalMs === null ? Infinity : STALE_INTERVALS * intervalMs

export const isBad = (q: number): boolean => q === QUALITY_CODE.bad

const WITHOUT_MEMORY = {
  recall: () => undefined,
  lookBackMs: 0,
} satisfies Omit<ReadingSignal, 'take'>

/** Of each reading for itself. */
export const signalOfEach = (of: (v: number) => number): ReadingSignal => ({
  ...WITHOUT_MEMORY,
  take: (_input, _t, v, q) => (isBad(q) ? UNMOVED : of(v)),
})

/** One for all: it has no memory. */
export const VALUE = signalOfEach(v => v)

/** How far a value is from another one: signed, or by amount. */
export type Distance = (v: number, from: number) => number

/** Judged at the readings of the series itself, by the newest of the reference; unknown while that isn't live. */
export function createReferenceDeviation(reference: WatchedSeries, distance: Distance): ReadingSignal {
  const liveMs = holdMs(reference)
  let newest: { readonly t: number; readonly v: number } | undefined
  return {
    ...WITHOUT_MEMORY,
    take(input, t, v, q) {
      if (isBad(q)) return UNMOVED
      if (input !== REFERENCE_INPUT) return newest && t - newest.t <= liveMs ? distance(v, newest.v) : undefined
      newest = { t, v }
      return UNMOVED
    },
  }
}
