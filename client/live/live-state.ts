// What a screen knows of its scope: newest reading per series in typed arrays, by catalogue index. No React, no socket, no clock.
import type { Frame } from '../../shared/frame.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'

export type LiveState = {
  readonly catalogue: readonly CatalogueSeries[]
  readonly indexOf: ReadonlyMap<string, number>
  /** Epoch milliseconds, NaN = never measured; value; quality code. All three by catalogue index `n`. */
  readonly t: Float64Array
  readonly v: Float64Array
  readonly q: Uint8Array
  /** Counts the changes of each series, so that a subscriber can compare one number. */
  readonly revision: Uint32Array
  epoch: number
  /** -1 = no snapshot yet. */
  seq: number
}

export function createLiveState(catalogue: readonly CatalogueSeries[]): LiveState {
  const size = catalogue.reduce((most, series) => Math.max(most, series.n + 1), 0)
  return {
    catalogue,
    indexOf: new Map(catalogue.map(series => [series.id, series.n])),
    t: new Float64Array(size).fill(NaN),
    v: new Float64Array(size),
    q: new Uint8Array(size),
    revision: new Uint32Array(size),
    epoch: 0,
    seq: -1,
  }
}

/** A snapshot is the whole truth: what it does not name was never measured. */
export function applySnapshot(state: LiveState, epoch: number, seq: number, frame: Frame): void {
  state.t.fill(NaN)
  for (let i = 0; i < state.revision.length; i++) state.revision[i] = (state.revision[i] ?? 0) + 1
  write(state, frame)
  state.epoch = epoch
  state.seq = seq
}

/**
 * - `applied`: the readings are in; `seq` has moved on.
 * - `already`: a repeat of what is known.
 * - `gap`: something was missed or the server began anew; only a snapshot helps.
 */
export type FrameOutcome = 'applied' | 'already' | 'gap'

export function applyFrame(state: LiveState, frame: Frame): FrameOutcome {
  if (state.seq < 0 || frame.epoch !== state.epoch || frame.fromSeq > state.seq) return 'gap'
  if (frame.seq <= state.seq) return 'already'
  write(state, frame)
  state.seq = frame.seq
  return 'applied'
}

/** An index outside the catalogue belongs to a device added meanwhile; its catalogue and snapshot are on their way. */
function write(state: LiveState, { n, t, v, q }: Frame): void {
  const { revision } = state
  for (let i = 0; i < n.length; i++) {
    const at = n[i] ?? -1
    if (at < 0 || at >= revision.length) continue
    state.t[at] = t[i] ?? NaN
    state.v[at] = v[i] ?? NaN
    state.q[at] = q[i] ?? 0
    revision[at] = (revision[at] ?? 0) + 1
  }
}
