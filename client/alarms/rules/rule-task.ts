// What is being done with a rule, kept in the address so that it can be linked to and gone back from. Pure.
const RULE_TASKS = ['new', 'edit', 'copy', 'switch', 'trial'] as const
export type RuleTask = (typeof RULE_TASKS)[number]

export const ruleTask = (parameters: URLSearchParams): RuleTask | undefined =>
  RULE_TASKS.find(task => task === parameters.get('form'))
