// A live state as tests need it: one reading for each series.
import { createLiveState, type LiveState } from '../../../../client/live/live-state.ts'
import type { CatalogueSeries } from '../../../../shared/protocol.ts'
import { QUALITY_CODE } from '../../../../shared/quality.ts'

const NOW = 1_790_000_000_000

export type Reading = { readonly v: number /** NaN = never measured. */; readonly t?: number; readonly q?: number }

/** The i-th reading is of series `n` = i. */
export function aLiveState(catalogue: readonly CatalogueSeries[], readings: readonly Reading[]): LiveState {
  const state = createLiveState(catalogue)
  readings.forEach(({ v, t = NOW, q = QUALITY_CODE.good }, n) => {
    state.t[n] = t
    state.v[n] = v
    state.q[n] = q
  })
  state.seq = 0
  return state
}
