// Whether a rule may be published among those that there are. Pure; what is wrong with the rule itself decide-rule-values.ts says.
import { type AlarmCommandData, MAX_RULES } from './command.ts'
import { checkRemark } from './decide-alarms.ts'
import { checkRuleValues } from './decide-rule-values.ts'
import type { AlarmDraft } from './event.ts'
import type { Refuse } from './refusal.ts'
import type { Rule } from './rule.ts'
import type { HeldRule } from './state.ts'
import { subjectOfRule } from './target.ts'

type Rules = ReadonlyMap<string, HeldRule>

/** The event counts only when nothing was refused. `field` begins with `rule.`, or is `expected`. */
export function judgeRule(
  rules: Rules,
  { rule, expected, reason }: AlarmCommandData['publish-rule'],
  refuse: Refuse,
): AlarmDraft {
  const inRule: Refuse = (code, field, ...about) => refuse(code, `rule.${field}`, ...about)
  checkRuleValues(rule, inRule)
  checkRemark('reason', reason, refuse)
  const held = rules.get(rule.id)
  if (expected === 0) {
    if (held) inRule('rule-exists', 'id', rule.id)
    else if (rules.size >= MAX_RULES) refuse('too-many-rules', 'rule.id', MAX_RULES)
  } else if (!held) inRule('rule-unknown', 'id', rule.id.slice(0, 64))
  else if (held.version !== expected) refuse('rule-changed', 'expected', held.version)
  checkSuppressor(rules, rule, inRule)
  return {
    type: 'alarm.rule-published',
    subject: subjectOfRule(rule.id),
    data: { rule, version: (held?.version ?? 0) + 1, reason },
  }
}

function checkSuppressor(rules: Rules, rule: Rule, refuse: Refuse): void {
  if (rule.suppressedBy === null) return
  const path = [rule.id]
  let next: string | null = rule.suppressedBy
  while (next !== null && !path.includes(next)) {
    path.push(next)
    const held: HeldRule | undefined = rules.get(next)
    if (!held && next === rule.suppressedBy) refuse('suppressor-unknown', 'suppressedBy', next.slice(0, 64))
    next = held?.rule.suppressedBy ?? null
  }
  if (next === rule.id) refuse('suppressor-circle', 'suppressedBy', [...path, next])
}
