// The rings of fresh readings as rows of a fixed array that is filled round and round: a new ring overwrites the oldest. Where a ring is
// by now is worked out where it is drawn; here it only begins. Pure; time is an argument.
import { createDirtyRows } from './dirty-rows.ts'
import { ROW_SIZE, type Rows } from './mark-rows.ts'

export const PULSE_MS = 600
/** Of the rings that can run at once. */
export const MAX_PULSES = 4_096
/** Times are 32-bit numbers since a base that follows the clock: after ten minutes they are still exact to a tenth of a millisecond. */
export const BASE_MS = 10 * 60_000
/** The beginning of a ring that has ended or never was. */
const ENDED = -2 * PULSE_MS

/** A row is longitude, latitude, beginning. */
export type PulseRows = Rows & {
  /** @param now monotonic milliseconds, never less than before */
  readonly add: (lon: number, lat: number, now: number) => void
  readonly isRunning: (now: number) => boolean
  /** The clock that the beginnings are counted on. */
  readonly timeAt: (now: number) => number
}

/** @param points that can pulse: there are never more rings than these */
export function createPulseRows(points: number): PulseRows {
  const count = Math.min(Math.max(points, 1), MAX_PULSES)
  const values = new Float32Array(count * ROW_SIZE)
  for (let row = 0; row < count; row++) values[row * ROW_SIZE + 2] = ENDED
  const dirty = createDirtyRows()
  let next = 0
  let base = 0
  let lastAt = Number.NEGATIVE_INFINITY

  function moveBase(now: number): void {
    const moved = now - base
    base = now
    for (let row = 0; row < count; row++) {
      const at = row * ROW_SIZE + 2
      values[at] = Math.max((values[at] ?? ENDED) - moved, ENDED)
      dirty.add(row)
    }
  }
  return {
    values,
    dirty,
    add: (lon, lat, now) => {
      if (now - base > BASE_MS) moveBase(now)
      const at = next * ROW_SIZE
      values[at] = lon
      values[at + 1] = lat
      values[at + 2] = now - base
      dirty.add(next)
      next = (next + 1) % count
      lastAt = now
    },
    isRunning: now => now - lastAt < PULSE_MS,
    timeAt: now => now - base,
  }
}
