// The rules as a list shows them: held rule, group, what is open now. Pure.
import type { Rule } from '../../../shared/alarms/rule.ts'
import { byUrgency, isOpen, isQuiet } from '../../../shared/alarms/standing.ts'
import type { Alarm, AlarmState, HeldRule } from '../../../shared/alarms/state.ts'
import { isFoundBy } from '../../programme/plain-text.ts'
import { groupOf, RULE_GROUPS, type RuleGroup } from './rule-group.ts'

export type RuleRow = HeldRule & {
  readonly group: RuleGroup
  /** What asks somebody for something now, most urgent first. */
  readonly open: readonly Alarm[]
  /** How many stand beyond a level, but are shelved, suppressed or out of service. */
  readonly aside: number
}
export type RuleFilter = {
  readonly text: string
  readonly group: RuleGroup | undefined
  readonly on: 'on' | 'off' | undefined
}

const collator = new Intl.Collator('vi', { numeric: true })

/** By group, then by name in the page's language. */
export function ruleRows({ rules, alarms }: Pick<AlarmState, 'rules' | 'alarms'>, language: 'vi' | 'en'): RuleRow[] {
  const alarmsOf = Map.groupBy(alarms.values(), ({ rule }) => rule)
  return [...rules.values()]
    .map(held => {
      const own = alarmsOf.get(held.rule.id) ?? []
      return {
        ...held,
        group: groupOf(held.rule),
        open: own.filter(isOpen).sort(byUrgency),
        aside: own.filter(alarm => alarm.isActive && isQuiet(alarm)).length,
      }
    })
    .sort(
      (a, b) =>
        RULE_GROUPS.indexOf(a.group) - RULE_GROUPS.indexOf(b.group) ||
        collator.compare(a.rule.name[language], b.rule.name[language]) ||
        collator.compare(a.rule.id, b.rule.id),
    )
}

/** What an address names wrongly is left out. */
export function ruleFilterIn(parameters: URLSearchParams): RuleFilter {
  return {
    text: parameters.get('text') ?? '',
    group: RULE_GROUPS.find(group => group === parameters.get('group')),
    on: (['on', 'off'] as const).find(on => on === parameters.get('on')),
  }
}

/** `wordsOf` = further texts by which a rule may be found, such as its quantity's name. */
export const filterRules = (
  rows: readonly RuleRow[],
  { text, group, on }: RuleFilter,
  wordsOf: (rule: Rule) => readonly string[],
): readonly RuleRow[] =>
  rows.filter(
    row =>
      (group === undefined || row.group === group) &&
      (on === undefined || row.rule.isOn === (on === 'on')) &&
      isFoundBy(text, row.rule.id, row.rule.name.vi, row.rule.name.en, ...wordsOf(row.rule)),
  )
