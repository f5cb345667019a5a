// What a screen knows, kept as simply as possible: a fold of catalogue, snapshot and frames that any implementation must match.
import { decodeFrame } from '../../shared/frame.ts'
import type { Catalogue, Snapshot } from '../../shared/protocol.ts'

export type Shown = { readonly t: number; readonly v: number; readonly q: number }
export type Picture = {
  readonly catalogue: (body: Catalogue) => void
  readonly snapshot: (body: Snapshot) => void
  /** False when the frame doesn't follow what is held: the screen must watch again. */
  readonly frame: (body: Uint8Array | ArrayBuffer) => boolean
  /** By series id, what is shown. */
  readonly values: () => Readonly<Record<string, Shown>>
  readonly seriesIds: () => readonly string[]
  readonly epoch: () => number
  readonly seq: () => number
}

export function createPicture(): Picture {
  let series = new Map<number, string>()
  let values = new Map<number, Shown>()
  let epoch = -1
  let seq = -1

  function apply(body: Uint8Array | ArrayBuffer): { epoch: number; fromSeq: number; seq: number; show: () => void } {
    const frame = decodeFrame(body)
    if (typeof frame === 'string') throw new Error(`undecodable frame: ${frame}`)
    const show = () => {
      frame.n.forEach((n, i) => {
        if (!series.has(n)) throw new Error(`series ${n} is not in the catalogue of this screen`)
        values.set(n, { t: frame.t[i] as number, v: frame.v[i] as number, q: frame.q[i] as number })
      })
    }
    return { epoch: frame.epoch, fromSeq: frame.fromSeq, seq: frame.seq, show }
  }

  return {
    catalogue(body) {
      series = new Map(body.series.map(one => [one.n, one.id]))
    },
    snapshot(body) {
      const whole = apply(body.frame)
      if (whole.epoch !== body.epoch || whole.seq !== body.seq) throw new Error('snapshot and its frame disagree')
      values = new Map()
      whole.show()
      epoch = body.epoch
      seq = body.seq
    },
    frame(body) {
      const part = apply(body)
      if (part.epoch !== epoch || part.fromSeq > seq) return false
      if (part.seq <= seq) return true
      part.show()
      seq = part.seq
      return true
    },
    values: () => Object.fromEntries([...values].map(([n, shown]) => [series.get(n) ?? `?${n}`, shown])),
    seriesIds: () => [...series.values()],
    epoch: () => epoch,
    seq: () => seq,
  }
}
