// The versions of a rule that were published, newest first, from the alarms' log.
import { useQuery } from '@tanstack/react-query'
import type { AlarmEvent } from '../../../shared/alarms/event.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { HeldRule } from '../../../shared/alarms/state.ts'
import { getJson } from '../../app/rest.ts'

export type RuleVersion = {
  readonly id: number
  readonly at: number
  readonly by: string
  readonly rule: Rule
  readonly version: number
  readonly reason: string | null
}
type Reply = { readonly events: readonly AlarmEvent[] }
/** More versions of one rule than anybody reads. */
const MOST = 100

/** Undefined while they are read; read again when there is a newer version. */
export function useRuleVersions({ rule, version }: HeldRule): readonly RuleVersion[] | undefined {
  const { data } = useQuery({
    queryKey: ['alarm-rule-versions', rule.id, version],
    staleTime: Infinity,
    queryFn: async () =>
      ((await getJson(`/api/v1/alarms/events?${new URLSearchParams({ rule: rule.id, limit: String(MOST) })}`)) as Reply)
        .events,
  })
  return data && versionsIn(data)
}

/** Pure. */
export const versionsIn = (events: readonly AlarmEvent[]): readonly RuleVersion[] =>
  events
    .flatMap(event =>
      event.type === 'alarm.rule-published' ? [{ id: event.id, at: event.at, by: event.actor, ...event.data }] : [],
    )
    .toSorted((a, b) => b.version - a.version)
