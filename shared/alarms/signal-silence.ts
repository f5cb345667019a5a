// Silence: the age of the newest reading in expected intervals; of a device, of its freshest series. It grows by itself, so it is
// judged by the clock. Any reading breaks it, a bad one too: the device spoke. Pure; knows ages, not delays.
import type { WatchedSeries } from './watch.ts'

export type Silence = {
  /** A reading of an input, later than its newest. */
  readonly hear: (input: number, t: number) => void
  /** Time of the newest reading of all; -Infinity = there never was one: then it isn't silent, it is unknown. */
  readonly newestAt: () => number
  /** Intervals, at least 0. */
  readonly ageAt: (now: number) => number
  /**
   * When it will have been silent for so many intervals, if nothing comes. Counted from `listeningSince` where that is later:
   * what wasn't heard because nobody listened isn't silence.
   */
  readonly reachesAt: (intervals: number, listeningSince: number) => number
}

/** Inputs without an expected interval say nothing about silence. */
export function createSilence(inputs: readonly WatchedSeries[]): Silence {
  const heardAt = new Float64Array(inputs.length).fill(-Infinity)
  const intervals = Float64Array.from(inputs, ({ intervalMs }) => intervalMs ?? Number.NaN)
  return {
    hear(input, t) {
      if (input < heardAt.length) heardAt[input] = t
    },
    newestAt: () => heardAt.reduce((newest, t) => Math.max(newest, t), -Infinity),
    ageAt(now) {
      let age = Infinity
      for (let i = 0; i < heardAt.length; i++) {
        const one = (now - (heardAt[i] as number)) / (intervals[i] as number)
        if (one < age) age = one
      }
      return Math.max(0, age)
    },
    reachesAt(count, listeningSince) {
      let at = -Infinity
      for (let i = 0; i < heardAt.length; i++) {
        const heard = heardAt[i] as number
        const reached = Math.max(heard, listeningSince) + count * (intervals[i] as number)
        if (heard > -Infinity && reached > at) at = reached
      }
      return at
    },
  }
}
