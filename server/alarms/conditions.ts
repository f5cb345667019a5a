// From committed readings to changes of conditions that wait to be decided. Readings are taken at once and judged in the next turn of
// the event loop, so that ingest never waits for it. Knows the evaluation; no log, no store.
import { createEvaluation, type GivenSignal } from '../../shared/alarms/evaluation.ts'
import type { PastReading } from '../../shared/alarms/signal.ts'
import type { ConditionChange, Watch } from '../../shared/alarms/watch.ts'
import type { FrameColumns } from '../../shared/frame.ts'
import { createPendingChanges, type PendingChanges } from './pending.ts'

/** Judged in one turn: a few milliseconds. */
const MOST_A_TURN = 5_000
/** More readings than these don't wait: of each series the newest stays. */
export const MOST_QUEUED = 100_000

/** All that is watched, and the signals that aren't made of readings. */
export type Watched = { readonly watches: readonly Watch[]; readonly signals: readonly GivenSignal[] }

export type ConditionsDeps = {
  readonly now: () => number
  /** Something waits to be decided. */
  readonly onFound: () => void
  readonly onTrouble: (error: unknown) => void
}
export type Conditions = {
  /** Never throws. Readings in the order they came. */
  readonly take: (readings: FrameColumns) => void
  /** Judges what waits now. */
  readonly flush: () => void
  /** What the clock brings about. */
  readonly advance: () => void
  /** From now on. What comes of it waits; nobody is told. */
  readonly setWatches: (watched: Watched) => void
  readonly watches: () => ReadonlyMap<string, Watch>
  /** Series whose history is wanted, see Evaluation. */
  readonly windowsToWarm: () => readonly { readonly n: number; readonly overMs: number }[]
  readonly warm: (n: number, readings: readonly PastReading[]) => void
  /** What stands by the log; what was found here before that is judged anew. */
  readonly settle: (alarm: string, level: string | null) => void
  /** Reading time of the newest taken of a series. */
  readonly newestOf: (n: number) => number | undefined
  readonly pending: Pick<PendingChanges, 'all' | 'done'>
  /** Spent on judging, since the start. */
  readonly seconds: () => number
}

/** Watches nothing until it is told. */
export function createConditions({ now, onFound, onTrouble }: ConditionsDeps): Conditions {
  const evaluation = createEvaluation({ watches: [], activeLevels: new Map() })
  const pending = createPendingChanges()
  const newest = new Map<number, number>()
  let watches: ReadonlyMap<string, Watch> = new Map()
  let queue: FrameColumns[] = []
  let queued = 0
  let isScheduled = false
  let spentMs = 0

  function judge(find: () => readonly ConditionChange[]): void {
    const startedAt = performance.now()
    try {
      const changes = find()
      pending.add(changes)
      if (changes.length > 0) onFound()
    } catch (error) {
      onTrouble(error)
    } finally {
      spentMs += performance.now() - startedAt
    }
  }

  const know = (n: number, t: number) => newest.set(n, Math.max(t, newest.get(n) ?? t))

  function judgeReadings(readings: FrameColumns): void {
    for (let i = 0; i < readings.n.length; i++) know(readings.n[i] as number, readings.t[i] as number)
    judge(() => evaluation.take(readings, now()))
  }

  function schedule(): void {
    if (isScheduled || queue.length === 0) return
    isScheduled = true
    setImmediate(() => {
      isScheduled = false
      for (let taken = 0; taken < MOST_A_TURN; ) {
        const readings = queue.shift()
        if (!readings) return
        taken += readings.n.length
        queued -= readings.n.length
        judgeReadings(readings)
      }
      schedule()
    })
  }

  return {
    take(readings) {
      queue.push(readings)
      queued += readings.n.length
      if (queued > MOST_QUEUED) {
        const merged = newestOfEach(queue)
        queue = [merged]
        queued = merged.n.length
      }
      schedule()
    },
    flush() {
      for (const readings of queue.splice(0)) judgeReadings(readings)
      queued = 0
    },
    advance: () => judge(() => evaluation.advance(now())),
    setWatches({ watches: next, signals }) {
      watches = new Map(next.map(watch => [watch.alarm, watch]))
      pending.add(evaluation.setWatches(next, now()))
      pending.add(evaluation.setSignals(signals, now()))
    },
    watches: () => watches,
    windowsToWarm: evaluation.windowsToWarm,
    warm(n, readings) {
      evaluation.warm(n, readings, now())
      for (const { t } of readings) know(n, t)
    },
    settle(alarm, level) {
      pending.forget(alarm)
      evaluation.settle(alarm, level)
    },
    newestOf: n => newest.get(n),
    pending,
    seconds: () => spentMs / 1_000,
  }
}

/** Later ones take the place of earlier ones. */
function newestOfEach(parts: readonly FrameColumns[]): FrameColumns {
  const rows = new Map<number, readonly [number, number, number]>()
  for (const { n, t, v, q } of parts)
    for (let i = 0; i < n.length; i++) rows.set(n[i] as number, [t[i] as number, v[i] as number, q[i] as number])
  const all = [...rows]
  return {
    n: Uint32Array.from(all, ([n]) => n),
    t: Float64Array.from(all, ([, [t]]) => t),
    v: Float64Array.from(all, ([, [, v]]) => v),
    q: Uint8Array.from(all, ([, [, , q]]) => q),
  }
}
