// Rules, watches and readings to test the evaluation of alarms with: name only what the test is about.
import { createEvaluation, type Evaluation } from '../../../shared/alarms/evaluation.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import { alarmIdOf } from '../../../shared/alarms/target.ts'
import type { ConditionChange, Watch, WatchedSeries } from '../../../shared/alarms/watch.ts'
import { levelsOf } from '../../../shared/alarms/watches.ts'
import type { FrameColumns } from '../../../shared/frame.ts'
import { STALE_INTERVALS } from '../../../shared/freshness.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'
import { anAbout, aRule, HOUR, MINUTE } from './sample.ts'

export { HOUR, MINUTE }
export const SECOND = 1_000
export const DAY = 86_400_000
/** 20/11/2025 00:00 in the province. */
export const T0 = Date.parse('2025-11-20T00:00:00+07:00')

/** H at 10, HH at 20, at once, without deadband. */
export const ruleOf = (change: Partial<Rule> = {}): Rule =>
  aRule({
    id: 'r',
    quantity: 'water_level',
    levels: [
      { name: 'H', at: 10, priority: 'low' },
      { name: 'HH', at: 20, priority: 'high' },
    ],
    deadband: 0,
    ...change,
  })

/** Every ten minutes. */
export const seriesOf = (n: number, change: Partial<WatchedSeries> = {}): WatchedSeries => ({
  n,
  quantity: 'water_level',
  intervalMs: 10 * MINUTE,
  ...change,
})

/** Of series 1, unless it names its inputs. */
export function watchOf(change: Partial<Rule> = {}, inputs: readonly WatchedSeries[] = [seriesOf(1)]): Watch {
  const rule = ruleOf(change)
  const target = `series:${inputs[0]?.n ?? 'none'}`
  return {
    alarm: alarmIdOf(rule.id, target),
    rule,
    ruleVersion: 1,
    target,
    about: anAbout('x'),
    levels: levelsOf(rule, []),
    inputs,
  }
}
/** Of `watchOf()`. */
export const ALARM = 'r:series:1'
/** How old a reading of `seriesOf` may be and still raise. */
export const FRESH_MS = STALE_INTERVALS * 10 * MINUTE

export type SampleReading = { readonly n?: number; readonly t: number; readonly v: number; readonly q?: number }

export const columnsOf = (readings: readonly SampleReading[]): FrameColumns => ({
  n: Uint32Array.from(readings, ({ n = 1 }) => n),
  t: Float64Array.from(readings, ({ t }) => t),
  v: Float64Array.from(readings, ({ v }) => v),
  q: Uint8Array.from(readings, ({ q = QUALITY_CODE.good }) => q),
})

export const evaluationOf = (watches: readonly Watch[], active: Readonly<Record<string, string>> = {}): Evaluation =>
  createEvaluation({ watches, activeLevels: new Map(Object.entries(active)) })

/** With one watch. */
export const one = (change: Partial<Rule> = {}, inputs?: readonly WatchedSeries[]): Evaluation =>
  evaluationOf([watchOf(change, inputs)])

/** A reading of series 1 so many minutes after T0. */
export const at = (minutes: number, v: number, change: Partial<SampleReading & { now: number }> = {}) => ({
  t: T0 + minutes * MINUTE,
  v,
  ...change,
})

/** Each reading comes at its own time unless it says when; what came of all, with the clock standing there. */
export const feed = (
  evaluation: Evaluation,
  readings: readonly (SampleReading & { readonly now?: number })[],
): ConditionChange[] => readings.flatMap(reading => evaluation.take(columnsOf([reading]), reading.now ?? reading.t))

/** "H 12" = at level H with 12; "– 9" = back to normal with 9. */
export const inShort = (changes: readonly ConditionChange[]): readonly string[] =>
  changes.map(({ level, value }) => `${level?.name ?? '–'} ${value}`)
