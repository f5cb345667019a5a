// One rule against stored readings: what it would have raised. Reads in the order of time, lets others have their turn, and ends when
// whoever asked is gone. Raises nothing.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type BacktestReply, MAX_BACKTEST_READINGS } from '../../shared/alarms/api-schema.ts'
import { createBacktest } from '../../shared/alarms/backtest.ts'
import type { Rule } from '../../shared/alarms/rule.ts'
import { createSignal } from '../../shared/alarms/signal-of-watch.ts'
import type { Watch } from '../../shared/alarms/watch.ts'
import { type WatchedWorld, type WithoutLevels, watchesOf } from '../../shared/alarms/watches.ts'
import type { Store } from '../store/store.ts'
import { readingsInOrder } from './readings-in-order.ts'

/** Others get their turn at least so often. */
const TURN_MS = 10
/** Readings judged between two looks at the clock. */
const CHUNK = 200
/** How long before the period readings are heard, beyond what the signal looks back. */
const LEAD_MS = 86_400_000

export type BacktestDeps = {
  readonly store: Pick<Store, 'readings'>
  readonly world: WatchedWorld
  readonly maxReadings?: number
}
export type BacktestAsked = { readonly rule: Rule; readonly from: number; readonly to: number }

/** Rejects with the signal's reason when it is aborted, and with StoreTrouble. */
export async function runBacktest(
  { store, world, maxReadings = MAX_BACKTEST_READINGS }: BacktestDeps,
  { rule, from, to }: BacktestAsked,
  signal: AbortSignal,
): Promise<BacktestReply> {
  const { watches, withoutLevels } = watchesOf([{ rule: { ...rule, isOn: true }, version: 0 }], world)
  const backtest = createBacktest(watches, from)
  const series = [...new Set(watches.flatMap(({ inputs }) => inputs.map(({ n }) => n)))]
  let readings = 0
  let firstReadingAt: number | null = null
  let until = to
  let turnAt = performance.now()
  for await (const chunk of readingsInOrder(store, series, from - leadOf(watches), to, { chunk: CHUNK })) {
    signal.throwIfAborted()
    backtest.take(chunk)
    readings += chunk.n.length
    firstReadingAt ??= chunk.t.find(t => t >= from) ?? null
    if (readings >= maxReadings) {
      until = Math.max(from, chunk.t.at(-1) ?? to)
      break
    }
    if (performance.now() - turnAt > TURN_MS) {
      await nextTurn()
      turnAt = performance.now()
    }
  }
  signal.throwIfAborted()
  return {
    ...backtest.result(until),
    watched: watches.length,
    series: series.length,
    withoutLevels: withoutLevels.map(withoutLevelsRow),
    readings,
    firstReadingAt,
    isSimulated: watches.some(({ about }) => about.source === 'simulated'),
    isCut: until < to,
  }
}

export const withoutLevelsRow = ({ target, about }: WithoutLevels) => ({
  target,
  title: about.title,
  village: about.village,
})

const leadOf = (watches: readonly Watch[]): number =>
  watches.reduce((most, watch) => {
    const { onDelayMs, offDelayMs } = watch.rule
    return Math.max(most, (createSignal(watch)?.lookBackMs ?? 0) + Math.max(onDelayMs, offDelayMs))
  }, 0) + LEAD_MS
