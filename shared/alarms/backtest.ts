// What rules would have raised: the same evaluation over history, its clock the readings' own time. Pure.
import type { FrameColumns } from '../frame.ts'
import { isChattering } from './chatter.ts'
import { createEvaluation, DEAF_AFTER_MS } from './evaluation.ts'
import type { Priority } from './rule.ts'
import { CHATTER_TRANSITIONS, FLOOD_WINDOW_MS } from './state.ts'
import type { ConditionChange, Watch, WatchedLevel } from './watch.ts'

/** Alarms that are listed; every one is counted. */
export const MAX_LISTED = 1_000
/** Of ten minutes so many annunciations are told apart. */
const MAX_IN_WINDOW = 10_000
const DAY_MS = 86_400_000
/** The clock moves on at least so often, as it does in life. */
const STEP_MS = DEAF_AFTER_MS / 5

export type BacktestAlarm = {
  readonly alarm: string
  readonly target: string
  /** The severest it reached. */
  readonly level: string
  readonly priority: Priority
  readonly raisedAt: number
  /** Null = still there at the end. */
  readonly returnedAt: number | null
  /** The signal at its worst; null = it had no number. */
  readonly peak: number | null
}
export type BacktestResult = {
  readonly from: number
  readonly until: number
  readonly alarms: number
  /** The first MAX_LISTED, in the order they were raised. */
  readonly listed: readonly BacktestAlarm[]
  /** By the severest level reached. */
  readonly byPriority: Readonly<Record<Priority, number>>
  /** Most first; only targets that had one. */
  readonly byTarget: readonly { readonly target: string; readonly alarms: number }[]
  /** What asked for attention (raised, or grown severer), a day on average; null = no time was tested. */
  readonly perDay: number | null
  /** The ten minutes with the most of it, by their last one; null = there was none. */
  readonly worstTenMinutes: { readonly annunciations: number; readonly at: number } | null
  /** Alarms that chattered (chatter.ts). */
  readonly chattering: readonly string[]
}
export type Backtest = {
  /** Readings in the order of their times; those of a series that aren't newer than its newest are ignored, as in life. */
  readonly take: (readings: FrameColumns) => void
  /** What came of it until then; the test is over with it. */
  readonly result: (until: number) => BacktestResult
}

/** @param from readings before it are only remembered: what was raised then isn't counted */
export function createBacktest(watches: readonly Watch[], from: number): Backtest {
  const evaluation = createEvaluation({ watches, activeLevels: new Map() })
  const tally = createTally(from)
  const watchOf = new Map(watches.map(watch => [watch.alarm, watch]))
  const watchesOf = Map.groupBy(
    watches.flatMap(watch => watch.inputs.map(({ n }) => ({ n, watch }))),
    ({ n }) => n,
  )
  let clock = Number.NaN

  function note(changes: readonly ConditionChange[]): void {
    for (const change of changes) {
      const watch = watchOf.get(change.alarm)
      if (watch) tally.note(watch, change, clock)
    }
  }

  function runTo(t: number): void {
    if (Number.isNaN(clock)) clock = t
    while (clock < t) {
      clock = Math.min(t, clock + STEP_MS, Math.max(clock, evaluation.nextDueAt()))
      note(evaluation.advance(clock))
    }
  }

  function lookAt(n: number): void {
    for (const { watch } of watchesOf.get(n) ?? [])
      if (tally.isOpen(watch.alarm)) {
        const value = evaluation.signalOf(watch.alarm, clock)?.value
        if (typeof value === 'number') tally.seePeak(watch, value)
      }
  }

  return {
    take({ n, t, v, q }) {
      for (let i = 0; i < n.length; i++) {
        const series = n[i] as number
        runTo(t[i] as number)
        // An age is at its worst just before the reading that ends it.
        lookAt(series)
        note(evaluation.takeOne(series, t[i] as number, v[i] as number, q[i] as number, clock))
        lookAt(series)
      }
    },
    result(until) {
      runTo(until)
      return tally.result(until)
    },
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type OpenAlarm = {
  /** The one in the list, if it is listed. */
  readonly shown: Mutable<BacktestAlarm>
  /** Place of its level now, and of the severest. */
  place: number
  worstPlace: number
}
type Tally = {
  readonly note: (watch: Watch, change: ConditionChange, at: number) => void
  readonly isOpen: (alarm: string) => boolean
  readonly seePeak: (watch: Watch, value: number) => void
  readonly result: (until: number) => BacktestResult
}

/** Bounded by the watches, MAX_LISTED and MAX_IN_WINDOW. */
function createTally(from: number): Tally {
  const open = new Map<string, OpenAlarm>()
  const listed: BacktestAlarm[] = []
  const byPriority: Record<Priority, number> = { low: 0, medium: 0, high: 0 }
  const byTarget = new Map<string, number>()
  const transitions = new Map<string, readonly number[]>()
  const chattering = new Set<string>()
  const recent: number[] = []
  let alarms = 0
  let annunciations = 0
  let worst: BacktestResult['worstTenMinutes'] = null

  function annunciate(at: number): void {
    annunciations++
    recent.push(at)
    while ((recent[0] ?? at) <= at - FLOOD_WINDOW_MS || recent.length > MAX_IN_WINDOW) recent.shift()
    if (recent.length > (worst?.annunciations ?? 0)) worst = { annunciations: recent.length, at }
  }

  function move(alarm: string, at: number): void {
    const times = [...(transitions.get(alarm) ?? []), at].slice(-(CHATTER_TRANSITIONS + 1))
    transitions.set(alarm, times)
    if (isChattering({ transitions: times }, at)) chattering.add(alarm)
  }

  function raise({ alarm, target, levels }: Watch, level: WatchedLevel, peak: number | null, at: number): void {
    const place = levels.indexOf(level)
    const { name, priority } = level
    const shown = { alarm, target, level: name, priority, raisedAt: at, returnedAt: null, peak }
    open.set(alarm, { shown, place, worstPlace: place })
    alarms++
    byPriority[priority]++
    byTarget.set(target, (byTarget.get(target) ?? 0) + 1)
    if (listed.length < MAX_LISTED) listed.push(shown)
    move(alarm, at)
    annunciate(at)
  }

  function changeLevel(one: OpenAlarm, { levels }: Watch, level: WatchedLevel, at: number): void {
    const before = one.place
    one.place = levels.indexOf(level)
    if (one.place > before) annunciate(at)
    if (one.place <= one.worstPlace) return
    one.worstPlace = one.place
    byPriority[one.shown.priority]--
    byPriority[level.priority]++
    one.shown.level = level.name
    one.shown.priority = level.priority
  }

  /** Raised before the time that counts: it stands, and that is all. */
  const standing = new Set<string>()

  return {
    note(watch, { alarm, level, value }, at) {
      const one = open.get(alarm)
      if (at < from) {
        if (level) standing.add(alarm)
        else standing.delete(alarm)
      } else if (standing.has(alarm)) {
        if (!level) standing.delete(alarm)
      } else if (!level) {
        if (one) one.shown.returnedAt = at
        open.delete(alarm)
        move(alarm, at)
      } else if (one) changeLevel(one, watch, level, at)
      else raise(watch, level, value, at)
    },
    isOpen: alarm => open.has(alarm),
    seePeak({ alarm, rule }, value) {
      const shown = open.get(alarm)?.shown
      if (shown) shown.peak = (rule.side === 'high' ? Math.max : Math.min)(shown.peak ?? value, value)
    },
    result: until => ({
      from,
      until,
      alarms,
      listed,
      byPriority,
      byTarget: [...byTarget].map(([target, count]) => ({ target, alarms: count })).sort((a, b) => b.alarms - a.alarms),
      perDay: until > from ? (annunciations * DAY_MS) / (until - from) : null,
      worstTenMinutes: worst,
      chattering: [...chattering],
    }),
  }
}
