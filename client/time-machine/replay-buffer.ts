// Readings fetched ahead of the virtual clock: taken in by pages, handed out up to an instant, of each series the newest. Bounded:
// whoever fetches asks `hasRoom` first. Pure but for what it holds.

/** Columns by time. */
export type BufferedPage = {
  readonly n: ArrayLike<number>
  readonly t: ArrayLike<number>
  readonly v: ArrayLike<number>
  readonly q: ArrayLike<number>
}
export type TakenReadings = {
  readonly n: Uint32Array
  readonly t: Float64Array
  readonly v: Float64Array
  readonly q: Uint8Array
}

export const MAX_BUFFERED = 60_000

export type ReplayBuffer = {
  /** Everything up to here is in it, or was handed out. */
  readonly until: () => number
  readonly size: () => number
  /** Whether so many more may be added. */
  readonly hasRoom: (readings: number) => boolean
  /** @throws RangeError beyond the bound */
  readonly add: (page: BufferedPage) => void
  readonly reach: (until: number) => void
  /** The newest reading of each series up to and with `t`; they are gone from the buffer. */
  readonly takeUpTo: (t: number) => TakenReadings
  readonly restart: (from: number) => void
}

export function createReplayBuffer(from: number, bound: number = MAX_BUFFERED): ReplayBuffer {
  let pages: { readonly page: BufferedPage; next: number }[] = []
  let count = 0
  let reached = from

  return {
    until: () => reached,
    size: () => count,
    hasRoom: readings => count + readings <= bound,
    add(page) {
      if (count + page.t.length > bound) throw new RangeError(`${count} and ${page.t.length} readings, over ${bound}`)
      if (page.t.length === 0) return
      pages.push({ page, next: 0 })
      count += page.t.length
    },
    reach(until) {
      reached = Math.max(reached, until)
    },
    takeUpTo(t) {
      const newest = new Map<number, { readonly t: number; readonly v: number; readonly q: number }>()
      for (const held of pages) {
        const { page } = held
        while (held.next < page.t.length && (page.t[held.next] ?? Infinity) <= t) {
          const i = held.next++
          count -= 1
          newest.set(page.n[i] ?? 0, { t: page.t[i] ?? NaN, v: page.v[i] ?? NaN, q: page.q[i] ?? 0 })
        }
        if (held.next < page.t.length) break
      }
      pages = pages.filter(({ page, next }) => next < page.t.length)
      const rows = [...newest]
      return {
        n: Uint32Array.from(rows, ([n]) => n),
        t: Float64Array.from(rows, ([, row]) => row.t),
        v: Float64Array.from(rows, ([, row]) => row.v),
        q: Uint8Array.from(rows, ([, row]) => row.q),
      }
    },
    restart(at) {
      pages = []
      count = 0
      reached = at
    },
  }
}
