// From what the evaluation found to the transitions of alarms. Pure and idempotent: what stands already makes no event, so that two
// nodes that found the same write it once.
import { activeByDevice, canBeSuppressed, causesOf, suppressed } from './decide-suppressions.ts'
import type { AlarmDraft, AlarmEventData } from './event.ts'
import { PRIORITIES, type Rule } from './rule.ts'
import { scopeTest } from './scope.ts'
import type { Alarm, AlarmState } from './state.ts'
import { alarmIdOf, subjectOfAlarm } from './target.ts'
import type { ConditionChange, Watch, WatchedLevel } from './watch.ts'

type Watches = ReadonlyMap<string, Watch>
type ReturnReason = AlarmEventData['alarm.returned']['reason']
type Raised = Extract<AlarmDraft, { type: 'alarm.raised' }>
/** Where an alarm's condition stands after the changes so far. */
type Condition = Pick<Alarm, 'id' | 'rule' | 'target' | 'about' | 'isActive' | 'level' | 'priority'>

/**
 * Raised, level changed, returned, in the order found. What is raised under suppression says so in the raise itself and is followed by
 * its `suppressed`: it never asks for attention. What isn't watched (any more) can only return.
 */
export function decideConditions(
  state: AlarmState,
  changes: readonly ConditionChange[],
  watches: Watches,
  now: number,
): readonly AlarmDraft[] {
  if (changes.length === 0) return []
  const conditions = new Map<string, Condition>(state.alarms)
  const drafts = changes.flatMap(change => {
    const transition = transitionOf(state, conditions.get(change.alarm), change, watches.get(change.alarm))
    if (!transition) return []
    conditions.set(change.alarm, transition.condition)
    return transition.draft
  })
  return withSuppressions(state, drafts, conditions, watches, now)
}

/** What the change comes to and where the condition stands then; undefined when it stands there already. */
function transitionOf(
  state: AlarmState,
  stands: Condition | undefined,
  { alarm, level, value, t, since }: ConditionChange,
  watch: Watch | undefined,
): { readonly draft: AlarmDraft; readonly condition: Condition } | undefined {
  const subject = subjectOfAlarm(alarm)
  if (!level) {
    if (!stands?.isActive) return undefined
    const data = { reason: endOf(state, stands, watch), value, t }
    return { draft: { type: 'alarm.returned', subject, data }, condition: { ...stands, isActive: false } }
  }
  if (!watch) return undefined
  const { name, priority, at: limit } = level
  const { rule, ruleVersion, target, about } = watch
  const found = { level: name, priority, limit, value, t }
  const condition = { id: alarm, rule: rule.id, target, about, isActive: true, level: name, priority }
  if (!stands?.isActive) {
    const data = { rule: rule.id, ruleVersion, target, about, since, ...found }
    return { draft: { type: 'alarm.raised', subject, data }, condition }
  }
  if (stands.level === name) return undefined
  const data = { isSeverer: isSeverer(watch, stands, level), ...found }
  return { draft: { type: 'alarm.level-changed', subject, data }, condition }
}

/** Why it is over: the signal came back, or nobody looks at it in this way any more. */
function endOf({ rules }: AlarmState, stands: Condition, watch: Watch | undefined): ReturnReason {
  if (watch) return watch.levels.some(({ name }) => name === stands.level) ? 'signal' : 'rule-changed'
  const rule = rules.get(stands.rule)?.rule
  return rule && isInScope(rule, stands) ? 'target-gone' : 'rule-changed'
}

const isInScope = ({ isOn, scope }: Rule, { about, target }: Condition): boolean =>
  isOn && scopeTest(scope)({ ...about, target })

/** By the order of the levels; of a level that the rule no longer has, by priority. */
function isSeverer({ levels }: Watch, stands: Condition, to: WatchedLevel): boolean {
  const place = (name: string) => levels.findIndex(level => level.name === name)
  return place(stands.level) < 0
    ? PRIORITIES.indexOf(to.priority) > PRIORITIES.indexOf(stands.priority)
    : place(to.name) > place(stands.level)
}

/** What explains an alarm may be found in the same moment, even after it: the conditions are those after all changes. */
function withSuppressions(
  state: AlarmState,
  drafts: readonly AlarmDraft[],
  conditions: ReadonlyMap<string, Condition>,
  watches: Watches,
  now: number,
): readonly AlarmDraft[] {
  const watchOf = ({ data }: Raised) => watches.get(alarmIdOf(data.rule, data.target))
  if (!drafts.some(draft => draft.type === 'alarm.raised' && canBeSuppressed(watchOf(draft)))) return drafts
  const active = activeByDevice(conditions.values())
  const done = new Set<string>()
  return drafts.flatMap((draft): readonly AlarmDraft[] => {
    const watch = draft.type === 'alarm.raised' ? watchOf(draft) : undefined
    if (draft.type !== 'alarm.raised' || !watch) return [draft]
    const isAlready = done.has(watch.alarm) || state.alarms.get(watch.alarm)?.suppressed
    const [cause] = isAlready ? [] : causesOf(watch, active, now)
    if (!cause) return [draft]
    done.add(watch.alarm)
    return [{ ...draft, data: { ...draft.data, suppressed: cause } }, suppressed(watch.alarm, cause)]
  })
}
