// At how many light traps the count surges against the trap's own nights before, by the same rule that raises the alarm. The rule is our
// own: no official count for a light trap exists. Pure.
import type { Level, Rule } from '../../shared/alarms/rule.ts'
import { createSurge } from '../../shared/alarms/signal-past.ts'
import { type Freshness, underLink } from '../../shared/freshness.ts'
import { QUALITY_CODE } from '../../shared/quality.ts'
import type { Source } from '../../shared/reading.ts'
import type { Nights } from '../history/nights-query.ts'
import type { LiveState } from '../live/live-state.ts'
import { type Extreme, type Judged, valuesOf } from '../overview/extremes.ts'

const QUANTITY = 'light_trap_count'
/** What is nearer to the newest count than this is of the same night. */
const SAME_NIGHT_MS = 6 * 3_600_000

export type SurgeRule = { readonly nights: number; readonly atLeast: number; readonly levels: readonly Level[] }

/** Undefined while no such rule is on. */
export function surgeRule(rules: Iterable<Rule>): SurgeRule | undefined {
  for (const { isOn, quantity, signal, levels } of rules)
    if (isOn && quantity === QUANTITY && signal.kind === 'surge')
      return { nights: signal.nights, atLeast: signal.atLeast, levels }
  return undefined
}

/** Traps whose newest night is still the present one. */
export const trapsHeard = (state: LiveState, { at }: Judged): readonly Extreme[] =>
  valuesOf(state, QUANTITY, { at, isLinkLost: false }).filter(({ freshness }) => freshness === 'live')

export type TrapSurge = { readonly trap: Extreme; readonly times: number; readonly level: Level }
export type Surges = {
  /** The strongest first. */
  readonly surging: readonly TrapSurge[]
  /** Traps that can be judged; of the others too few nights are known. */
  readonly judged: number
  readonly unjudged: number
  readonly freshness: Freshness
  readonly measuredAt: number
  readonly sources: ReadonlySet<Source>
}

/**
 * Undefined while no trap can be judged.
 * @param nights of the traps, in their order; undefined = not here
 */
export function surgesOf(
  traps: readonly Extreme[],
  nights: readonly (Nights | undefined)[],
  rule: SurgeRule,
  isLinkLost: boolean,
): Surges | undefined {
  const judged = traps.flatMap((trap, i) => {
    const before = nights[i]
    const times = before && timesOf(trap, before, rule)
    return times === undefined ? [] : [{ trap, times }]
  })
  if (judged.length === 0) return undefined
  const surging = judged.flatMap(({ trap, times }): TrapSurge[] => {
    const level = rule.levels.findLast(({ at }) => times !== null && at !== null && times >= at)
    return level && times !== null ? [{ trap, times, level }] : []
  })
  return {
    surging: surging.toSorted((a, b) => b.times - a.times),
    judged: judged.length,
    unjudged: traps.length - judged.length,
    freshness: underLink('live', isLinkLost),
    measuredAt: Math.min(...judged.map(({ trap }) => trap.measuredAt)),
    sources: new Set(['derived', ...judged.map(({ trap }) => trap.series.source)]),
  }
}

/** How many times the median of the nights before; null = too few insects to be a surge, undefined = too few nights. */
function timesOf({ series, value, measuredAt }: Extreme, before: Nights, { nights, atLeast }: SurgeRule) {
  const signal = createSurge(nights, atLeast, series)
  for (const { t, mean } of before) if (t < measuredAt - SAME_NIGHT_MS) signal.take(0, t, mean, QUALITY_CODE.good)
  const times = signal.take(0, measuredAt, value, QUALITY_CODE.good)
  return typeof times === 'number' || times === null ? times : undefined
}
