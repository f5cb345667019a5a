// Signals and readings to test signals with: [time, value, quality when it isn’t good].
import type { Rule, Signal } from '../../../shared/alarms/rule.ts'
import type { ReadingSignal } from '../../../shared/alarms/signal.ts'
import { createSignal } from '../../../shared/alarms/signal-of-watch.ts'
import type { WatchedSeries } from '../../../shared/alarms/watch.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'
import { ruleOf, seriesOf } from './evaluation-sample.ts'

export const { good, late, bad } = QUALITY_CODE
export type Sample = readonly [t: number, v: number, q?: number]

export function signalOf(
  signal: Signal,
  inputs: readonly WatchedSeries[] = [seriesOf(1)],
  side: Rule['side'] = 'high',
) {
  const made = createSignal({ rule: ruleOf({ signal, side }), inputs })
  if (!made) throw new Error('no signal')
  return made
}
export const take = (signal: ReadingSignal, samples: readonly Sample[], input = 0) =>
  samples.map(([t, v, q = good]) => signal.take(input, t, v, q))
export const last = (signal: ReadingSignal, samples: readonly Sample[]) => take(signal, samples).at(-1)
export const past = (samples: readonly Sample[]) => samples.map(([t, v, q = good]) => ({ t, v, q }))
export const EVENTS = [seriesOf(1, { intervalMs: null })]
