// Every watch against every reading: which alarm conditions come, change and go. Pure: readings bring their own time, the clock
// is an argument. Knows neither events nor acknowledgement: what stands after a restart or a conflict it is told by the log.
import type { FrameColumns } from '../frame.ts'
import {
  advanceRun,
  changeWatch,
  createRun,
  type Feed,
  recallReadings,
  returnOf,
  settleRun,
  signalKey,
  signalOfRun,
  takeReading,
  takeSignal,
  type WatchRun,
} from './evaluation-run.ts'
import { NORMAL, type SignalValue } from './limit-stage.ts'
import type { PastReading } from './signal.ts'
import type { ConditionChange, Watch } from './watch.ts'

/** When nobody called for so long, nobody listened (the process slept): silence is counted from then on. */
export const DEAF_AFTER_MS = 300_000

/** All times in epoch milliseconds; `now` is the clock of this process. Changes of one alarm come in the order they happened. */
export type Evaluation = {
  /**
   * Readings in the order they came. Those not newer than the newest of their series are ignored. Ends delays only as far as the
   * readings' own times reach; the rest is the clock's.
   */
  readonly take: (readings: FrameColumns, now: number) => ConditionChange[]
  /** As `take`, of one reading. */
  readonly takeOne: (n: number, t: number, v: number, q: number, now: number) => ConditionChange[]
  /** What the clock brings about. To be called about once a second, at least every DEAF_AFTER_MS, or when `nextDueAt` says. */
  readonly advance: (now: number) => ConditionChange[]
  /** When `advance` next may have something to do; not later than now = at once. */
  readonly nextDueAt: () => number
  /** Signals of the programme, as they stand now. Unknown alarms are ignored. */
  readonly setSignals: (signals: Iterable<GivenSignal>, now: number) => ConditionChange[]

  /** Series whose history is wanted: the newest reading in any case, and all of the `overMs` before now. */
  readonly windowsToWarm: () => { readonly n: number; readonly overMs: number }[]
  /** History of a series, in any order; readings may have been taken meanwhile. Raises nothing by itself. */
  readonly warm: (n: number, readings: readonly PastReading[], now: number) => void

  /** What the log says stands: a level's name, or null. If the signal says otherwise, the next `advance` does so again. */
  readonly settle: (alarm: string, level: string | null) => void
  /** All watches from now on. Of those whose signal stays the same the memory stays; one that went while active has returned. */
  readonly setWatches: (watches: Iterable<Watch>, now: number) => ConditionChange[]
  /** The signal as it is known now; undefined = nothing was heard yet. */
  readonly signalOf: (alarm: string, now: number) => { readonly value: SignalValue; readonly t: number } | undefined
}
export type GivenSignal = {
  readonly alarm: string
  /** Null = its clock doesn't run. */
  readonly value: number | null
  /** When it came to each level of its watch, in their order; of a level it hasn't come to yet it says nothing. */
  readonly reachedAt: readonly number[]
}

/** Memory is bounded by the watches: MAX_KEPT readings of each input at most, and only where the signal looks back. */
export function createEvaluation({
  watches,
  activeLevels,
}: {
  readonly watches: Iterable<Watch>
  /** By alarm, the name of the level it stands at. */
  readonly activeLevels: ReadonlyMap<string, string>
}): Evaluation {
  const runs = new Map<string, WatchRun>()
  /** By number of the series. */
  let feedsOf: (readonly Feed[] | undefined)[] = []
  /** Active by the log, watched by nobody. */
  const orphans = new Set<string>()
  let dueAt = -Infinity
  let calledAt = -Infinity
  let listeningSince = -Infinity

  function notice(now: number): void {
    if (now - calledAt > DEAF_AFTER_MS) listeningSince = now
    calledAt = Math.max(calledAt, now)
  }

  function takeInto(changes: ConditionChange[], n: number, t: number, v: number, q: number, now: number): void {
    const feeds = n < feedsOf.length ? feedsOf[n] : undefined
    if (!feeds) return
    for (const feed of feeds) {
      takeReading(feed, t, v, q, now, changes)
      if (feed.run.dueAt < dueAt) dueAt = feed.run.dueAt
    }
  }

  function settle(alarm: string, level: string | null): void {
    const run = runs.get(alarm)
    if (run) settleRun(run, level)
    else if (level !== null) orphans.add(alarm)
    else orphans.delete(alarm)
    dueAt = -Infinity
  }

  function setWatches(next: Iterable<Watch>, now: number): ConditionChange[] {
    const gone = new Map(runs)
    for (const watch of next) {
      const run = runs.get(watch.alarm)
      gone.delete(watch.alarm)
      if (run?.watch === watch) continue
      if (run && signalKey(run.watch) === signalKey(watch)) changeWatch(run, watch)
      else {
        runs.set(watch.alarm, createRun(watch))
        if (run) settle(watch.alarm, levelNameOf(run))
      }
    }
    for (const alarm of gone.keys()) runs.delete(alarm)
    feedsOf = indexOf(runs.values())
    dueAt = -Infinity
    return [...gone.values()].filter(run => levelNameOf(run) !== null).map(run => returnOf(run, now))
  }

  setWatches(watches, 0)
  for (const [alarm, level] of activeLevels) settle(alarm, level)

  return {
    take({ n, t, v, q }, now) {
      notice(now)
      const changes: ConditionChange[] = []
      for (let i = 0; i < n.length; i++)
        takeInto(changes, n[i] as number, t[i] as number, v[i] as number, q[i] as number, now)
      return changes
    },
    takeOne(n, t, v, q, now) {
      notice(now)
      const changes: ConditionChange[] = []
      takeInto(changes, n, t, v, q, now)
      return changes
    },
    advance(now) {
      notice(now)
      const changes: ConditionChange[] = []
      for (const alarm of orphans) changes.push({ alarm, level: null, value: null, t: now, since: now })
      orphans.clear()
      if (dueAt > now) return changes
      dueAt = Infinity
      for (const run of runs.values()) {
        if (run.dueAt <= now) advanceRun(run, now, listeningSince, changes)
        if (run.dueAt < dueAt) dueAt = run.dueAt
      }
      return changes
    },
    nextDueAt: () => (orphans.size > 0 ? -Infinity : dueAt),
    setSignals(signals, now) {
      notice(now)
      const changes: ConditionChange[] = []
      for (const { alarm, value, reachedAt } of signals) {
        const run = runs.get(alarm)
        if (!run) continue
        takeSignal(run, value, reachedAt, now, changes)
        if (run.dueAt < dueAt) dueAt = run.dueAt
      }
      return changes
    },
    windowsToWarm() {
      const overMs = new Map<number, number>()
      for (const run of runs.values())
        for (const { input, isRecalled } of run.feeds) {
          const n = run.watch.inputs[input]?.n
          if (isRecalled || n === undefined) continue
          overMs.set(n, Math.max(overMs.get(n) ?? 0, run.signal?.lookBackMs ?? 0))
        }
      return [...overMs].map(([n, over]) => ({ n, overMs: over }))
    },
    warm(n, readings, now) {
      for (const feed of feedsOf[n] ?? []) if (!feed.isRecalled) recallReadings(feed, readings, now)
      dueAt = -Infinity
    },
    settle,
    setWatches,
    signalOf(alarm, now) {
      const run = runs.get(alarm)
      return run && signalOfRun(run, now)
    },
  }
}

/** Null = normal. A level that the watch doesn't know any more is still one that stands. */
function levelNameOf({ stage, watch, owesReturn }: WatchRun): string | null {
  if (owesReturn) return ''
  return stage.level === NORMAL ? null : (watch.levels[stage.level]?.name ?? '')
}

function indexOf(runs: Iterable<WatchRun>): (readonly Feed[] | undefined)[] {
  const feedsOf: (Feed[] | undefined)[] = []
  for (const run of runs)
    for (const feed of run.feeds) {
      const n = run.watch.inputs[feed.input]?.n
      if (n === undefined) continue
      while (feedsOf.length <= n) feedsOf.push(undefined)
      const feeds = feedsOf[n]
      if (feeds) feeds.push(feed)
      else feedsOf[n] = [feed]
    }
  return feedsOf
}
