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

/** As if the rule were on; those without a level last. Null = of the programme. Pure. */
export function targetsOf(rule: Rule, world: WatchedWorld): readonly RuleTarget[] | null {
  if (rule.signal.kind === 'programme') return null
  const { watches, withoutLevels } = watchesOf([{ rule: { ...rule, isOn: true }, version: 0 }], world)
  return [
    ...watches.map(({ target, about, levels }) => ({ target, about, levels })),
    ...withoutLevels.map(({ target, about }) => ({ target, about, levels: [] })),
  ]
}

export type TargetCounts = { readonly watched: number; readonly withoutLevel: number }

export function countsOf(targets: readonly RuleTarget[]): TargetCounts {
  const watched = targets.filter(({ levels }) => levels.length > 0).length
  return { watched, withoutLevel: targets.length - watched }
}
