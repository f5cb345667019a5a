// What a rule watches, reckoned on this page by the station's own code from the live catalogue and the registry: also for a rule that
// is off, or one that is still being written. Rules of the programme have no series; what they watch only the station knows.
import { useMemo } from 'react'
import type { AlarmAbout } from '../../../shared/alarms/event.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { WatchedLevel } from '../../../shared/alarms/watch.ts'
import { type WatchedWorld, watchesOf } from '../../../shared/alarms/watches.ts'
import { useMoment } from '../../live/live-hooks.tsx'
import { useRegistry } from '../../registry/registry-query.ts'

export type RuleTarget = {
  readonly target: string
  readonly about: AlarmAbout
  /** Empty = no verified level there: "chưa có ngưỡng". */
  readonly levels: readonly WatchedLevel[]
}

/** Undefined while catalogue or registry are on their way. */
export function useWatchedWorld(): WatchedWorld | undefined {
  const { data: registry } = useRegistry()
  const { catalogue } = useMoment().state
  return useMemo(() => (registry && catalogue.length > 0 ? { registry, catalogue } : undefined), [registry, catalogue])
}

type Targets = readonly RuleTarget[] | null

/** As if the rule were on; those without a level last. Null = of the programme. Pure. */
export const targetsOf = (rule: Rule, world: WatchedWorld): Targets => targetsOfEach([rule], world)[0] ?? null

/** In the order of the rules, in one pass over the catalogue. */
function targetsOfEach(rules: readonly Rule[], world: WatchedWorld): readonly Targets[] {
  const asIfOn = rules.map(rule => ({ rule: { ...rule, isOn: true }, version: 0 }))
  const { watches, withoutLevels } = watchesOf(asIfOn, world)
  const watched = Map.groupBy(watches, ({ rule }) => rule.id)
  const without = Map.groupBy(withoutLevels, ({ rule }) => rule)
  return rules.map(({ id, signal }) =>
    signal.kind === 'programme'
      ? null
      : [
          ...(watched.get(id) ?? []).map(({ target, about, levels }) => ({ target, about, levels })),
          ...(without.get(id) ?? []).map(({ target, about }) => ({ target, about, levels: [] })),
        ],
  )
}

export type TargetCounts = { readonly watched: number; readonly withoutLevel: number }

export function countsOf(targets: readonly RuleTarget[]): TargetCounts {
  const watched = targets.filter(({ levels }) => levels.length > 0).length
  return { watched, withoutLevel: targets.length - watched }
}

/** Counts each rule once, for as long as catalogue and registry stay: lists of rules are drawn anew with every alarm. */
export function createTargetCounts(world: WatchedWorld): (rules: readonly Rule[]) => readonly (TargetCounts | null)[] {
  const known = new WeakMap<Rule, TargetCounts | null>()
  return rules => {
    const fresh = rules.filter(rule => !known.has(rule))
    const targets = fresh.length === 0 ? [] : targetsOfEach(fresh, world)
    fresh.forEach((rule, at) => known.set(rule, targets[at] ? countsOf(targets[at]) : null))
    return rules.map(rule => known.get(rule) ?? null)
  }
}
