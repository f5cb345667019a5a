// The newest reading of every series, in columns by series number, with the frame number in which each last changed.
import type { FrameColumns } from '../../shared/frame.ts'

export type Latest = {
  /** Takes what is newer than what is held; `seq` is the frame that will carry it. True when anything changed. */
  readonly apply: (newest: FrameColumns, seq: number) => boolean
  readonly at: (n: number) => { readonly t: number; readonly v: number; readonly q: number } | undefined
  /** Of these series, those with a value that changed after frame `seq` (-1 = every one with a value). */
  readonly changedAfter: (seq: number, series: Uint32Array) => FrameColumns
}

const FIRST_SIZE = 1024
const NEVER = 0

export function createLatest(): Latest {
  let t = new Float64Array(FIRST_SIZE)
  let v = new Float64Array(FIRST_SIZE)
  let q = new Uint8Array(FIRST_SIZE)
  /** Frame number + 1, so that 0 means "no value yet". */
  let changed = new Float64Array(FIRST_SIZE)

  function grow(to: number): void {
    const size = 2 ** Math.ceil(Math.log2(to + 1))
    const bigger = <T extends Float64Array | Uint8Array>(next: T, held: T): T => {
      next.set(held)
      return next
    }
    t = bigger(new Float64Array(size), t)
    v = bigger(new Float64Array(size), v)
    q = bigger(new Uint8Array(size), q)
    changed = bigger(new Float64Array(size), changed)
  }

  return {
    apply(newest, seq) {
      let isChanged = false
      for (let i = 0; i < newest.n.length; i++) {
        const n = newest.n[i] as number
        const time = newest.t[i] as number
        if (n >= t.length) grow(n)
        if (changed[n] !== NEVER && time <= (t[n] as number)) continue
        t[n] = time
        v[n] = newest.v[i] as number
        q[n] = newest.q[i] as number
        changed[n] = seq + 1
        isChanged = true
      }
      return isChanged
    },
    at: n =>
      n < t.length && changed[n] !== NEVER ? { t: t[n] as number, v: v[n] as number, q: q[n] as number } : undefined,
    changedAfter(seq, series) {
      const after = Math.max(NEVER, seq + 1)
      const n = series.filter(one => one < changed.length && (changed[one] as number) > after)
      return {
        n,
        t: pick(new Float64Array(n.length), t, n),
        v: pick(new Float64Array(n.length), v, n),
        q: pick(new Uint8Array(n.length), q, n),
      }
    },
  }
}

/** A loop, not `from` with a function: with thousands of series and a screen to each frame, that is the cost of a flush. */
function pick<T extends Float64Array | Uint8Array>(into: T, held: T, n: Uint32Array): T {
  for (let i = 0; i < n.length; i++) into[i] = held[n[i] as number] as number
  return into
}
