// A rule taken apart into the facts a list of changes speaks of, and what differs between two versions. Needs a translator and names.
import type { TFunction } from 'i18next'
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { Words } from '../../../shared/words.ts'
import { ruleName } from '../alarm-names.ts'
import type { RuleNames } from './rule-names.ts'
import {
  durationWords,
  hoursSentence,
  levelWords,
  offSentence,
  onSentence,
  scopeSentences,
  signalSentence,
} from './rule-sentences.ts'
import { saysTheSame } from './same-rule.ts'

type Translate = TFunction<'alarms'>

/** In the order in which a page speaks of them. */
export const RULE_FACTS = [
  'isOn',
  'name',
  'signal',
  'levels',
  'onset',
  'ending',
  'latching',
  'reAlarm',
  'hours',
  'scope',
  'suppressedBy',
  'cause',
  'consequence',
  'action',
  'responder',
  'within',
  'basis',
] as const
type RuleFact = (typeof RULE_FACTS)[number]
type Part = Exclude<keyof Rule, 'id'>

/** The fact that speaks of each part of a rule: the compiler insists that none is left out. */
const FACT_OF: Readonly<Record<Part, RuleFact>> = {
  name: 'name',
  quantity: 'signal',
  scope: 'scope',
  signal: 'signal',
  side: 'levels',
  levels: 'levels',
  deadband: 'ending',
  onDelayMs: 'onset',
  offDelayMs: 'ending',
  isLatching: 'latching',
  reAlarmMs: 'reAlarm',
  hours: 'hours',
  suppressedBy: 'suppressedBy',
  cause: 'cause',
  consequence: 'consequence',
  action: 'action',
  responder: 'responder',
  respondWithinMs: 'within',
  basis: 'basis',
  isOn: 'isOn',
}
const ALL_PARTS = Object.keys(FACT_OF) as readonly Part[]

/** Facts in which two versions differ. */
export function changedFacts(before: Rule, after: Rule): readonly RuleFact[] {
  const changed = new Set(ALL_PARTS.filter(part => !saysTheSame(before[part], after[part])).map(part => FACT_OF[part]))
  return RULE_FACTS.filter(fact => changed.has(fact))
}

export function factWords(t: Translate, names: RuleNames, rule: Rule, fact: RuleFact): string {
  const said = (words: Words) => words[names.language]
  switch (fact) {
    case 'isOn':
      return t(rule.isOn ? 'rules.isOn' : 'rules.isOff')
    case 'name':
    case 'cause':
    case 'consequence':
    case 'action':
    case 'responder':
      return said(rule[fact])
    case 'signal':
      return signalSentence(t, names, rule)
    case 'levels':
      return rule.levels
        .map(level => `${level.name} ${levelWords(t, names, rule, level)} (${t(`term.priority.${level.priority}`)})`)
        .join('; ')
    case 'onset':
      return onSentence(t, rule)
    case 'ending':
      return offSentence(t, names, rule)
    case 'latching':
      return t(rule.isLatching ? 'rules.sentence.latching' : 'rules.sentence.notLatching')
    case 'reAlarm':
      return rule.reAlarmMs === null
        ? t('rules.sentence.noReAlarm')
        : t('rules.sentence.reAlarm', { after: durationWords(t, rule.reAlarmMs) })
    case 'hours':
      return hoursSentence(t, rule)
    case 'scope':
      return scopeSentences(t, names, rule).join(' ')
    case 'suppressedBy':
      return rule.suppressedBy === null
        ? t('rules.sentence.notSuppressed')
        : t('rules.sentence.suppressedBy', { rule: ruleName(names, rule.suppressedBy) })
    case 'within':
      return durationWords(t, rule.respondWithinMs)
    case 'basis':
      return `${t(`rules.sentence.basis.${rule.basis.kind}`)}: ${said(rule.basis.source)}`
    default:
      return fact satisfies never
  }
}

/** What becomes of an alarm that was raised. */
export const afterwardsSentences = (t: Translate, names: RuleNames, rule: Rule): readonly string[] =>
  (['latching', 'reAlarm', 'suppressedBy'] as const).map(fact => factWords(t, names, rule, fact))
