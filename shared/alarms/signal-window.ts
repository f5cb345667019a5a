// The newest readings of a series, as many as a signal needs and never more than MAX_KEPT. Knows neither rules nor qualities.

/** 16 kB. A signal that wants a longer time than so many readings cover keeps one in every `spacingMs`. */
export const MAX_KEPT = 1_000
const FIRST_SIZE = 16

export type ReadingWindow = {
  /** Later than the newest. Within `spacingMs` of the newest it is left out; beyond MAX_KEPT the oldest goes. */
  readonly add: (t: number, v: number) => void
  /** What was before all that is held, oldest first. Of too many the newest stay. */
  readonly addBefore: (readings: readonly { readonly t: number; readonly v: number }[]) => void
  readonly size: () => number
  /** 0 = the oldest; NaN beyond the ends. */
  readonly timeAt: (index: number) => number
  readonly valueAt: (index: number) => number
  /** Of the values. */
  readonly sum: () => number
  /** Drops the oldest `count`, if any. */
  readonly drop: (count: number) => void
}

export function createWindow(spacingMs: number): ReadingWindow {
  // A ring; its size is a power of two.
  let times = new Float64Array(FIRST_SIZE)
  let values = new Float64Array(FIRST_SIZE)
  let first = 0
  let count = 0
  const slotOf = (index: number) => (first + index) & (times.length - 1)
  const isIn = (index: number) => index >= 0 && index < count
  const timeAt = (index: number) => (isIn(index) ? (times[slotOf(index)] as number) : Number.NaN)
  const valueAt = (index: number) => (isIn(index) ? (values[slotOf(index)] as number) : Number.NaN)

  function grow(): void {
    const [t, v] = [new Float64Array(times.length * 2), new Float64Array(times.length * 2)]
    for (let i = 0; i < count; i++) {
      t[i] = timeAt(i)
      v[i] = valueAt(i)
    }
    times = t
    values = v
    first = 0
  }

  function drop(dropped: number): void {
    const gone = Math.max(0, Math.min(dropped, count))
    first = slotOf(gone)
    count -= gone
  }

  function add(t: number, v: number): void {
    if (count > 0 && t - timeAt(count - 1) < spacingMs) return
    if (count === MAX_KEPT) drop(1)
    if (count === times.length) grow()
    times[slotOf(count)] = t
    values[slotOf(count)] = v
    count++
  }

  return {
    add,
    addBefore(readings) {
      const held = Array.from({ length: count }, (_, i) => ({ t: timeAt(i), v: valueAt(i) }))
      drop(count)
      for (const { t, v } of [...readings, ...held]) add(t, v)
    },
    size: () => count,
    timeAt,
    valueAt,
    sum() {
      let sum = 0
      for (let i = 0; i < count; i++) sum += values[(first + i) & (values.length - 1)] as number
      return sum
    },
    drop,
  }
}
