// The versions of a rule that were published, newest first, from the alarms' log.
import { useQuery } from '@tanstack/react-query'
import { isKnownAlarmEvent } from '../../../shared/alarms/fold.ts'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { HeldRule } from '../../../shared/alarms/state.ts'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { readAlarmEvents } from '../alarm-events-query.ts'

export type RuleVersion = {
  readonly id: number
  readonly at: number
  readonly by: string
  readonly rule: Rule
  readonly version: number
  readonly reason: string | null
}
/** More versions of one rule than anybody reads. */
const MOST = 100

/** Undefined while they are read; read again when there is a newer version. */
export function useRuleVersions({ rule, version }: HeldRule): readonly RuleVersion[] | undefined {
  const { data } = useQuery({
    queryKey: ['alarm-rule-versions', rule.id, version],
    staleTime: Infinity,
    queryFn: async () => versionsIn((await readAlarmEvents({ rule: rule.id, limit: MOST })).events),
  })
  return data
}

/** Pure. */
export const versionsIn = (events: readonly AnyEvent[]): readonly RuleVersion[] =>
  events
    .filter(isKnownAlarmEvent)
    .flatMap(event =>
      event.type === 'alarm.rule-published' ? [{ id: event.id, at: event.at, by: event.actor, ...event.data }] : [],
    )
    .toSorted((a, b) => b.version - a.version)
