// The limit that stands beside a value: from the alarm rules that watch it. Pure.

import type { Level, Rule } from '../../shared/alarms/rule.ts'
import { scopeTest } from '../../shared/alarms/scope.ts'
import { targetOf } from '../../shared/alarms/target.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'

export type Limit = {
  readonly at: number
  /** The level that is reached, or the mildest when none is. */
  readonly level: Level
  readonly isReached: boolean
  /** Our own, no regulation. */
  readonly isInternal: boolean
}

/** The severest level that a value has reached, else the nearest one that it hasn't; undefined when no rule watches it on that side. */
export function limitBeside(
  rules: Iterable<Rule>,
  series: CatalogueSeries,
  value: number,
  side: Rule['side'],
): Limit | undefined {
  const sign = side === 'high' ? 1 : -1
  const limits = [...rules]
    .filter(
      rule => rule.isOn && rule.signal.kind === 'value' && rule.quantity === series.quantity && rule.side === side,
    )
    .filter(({ scope }) => scopeTest(scope)({ ...series, target: targetOf.series(series.id) }))
    .flatMap(({ levels, basis }) =>
      levels.flatMap(level =>
        level.at === null
          ? []
          : [
              {
                at: level.at,
                level,
                isReached: sign * value >= sign * level.at,
                isInternal: basis.kind === 'internal',
              },
            ],
      ),
    )
    .sort((a, b) => sign * (a.at - b.at))
  return limits.findLast(({ isReached }) => isReached) ?? limits[0]
}

/** How a limit is put into words: an internal one never looks like a regulation. */
export type LimitPhrase = 'ahead' | 'aheadInternal' | 'reached' | 'reachedInternal'

export function limitPhrase({ isReached, isInternal }: Pick<Limit, 'isReached' | 'isInternal'>): LimitPhrase {
  if (isReached) return isInternal ? 'reachedInternal' : 'reached'
  return isInternal ? 'aheadInternal' : 'ahead'
}
