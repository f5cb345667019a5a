// Whether two rules, or parts of them, say the same. Pure; the order in which parts were written means nothing.
import type { Rule } from '../../../shared/alarms/rule.ts'

/** Of plain data, as JSON has it. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [ofA, ofB] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return ofA.size === ofB.size && [...ofA].every(([key, value]) => ofB.has(key) && saysTheSame(value, ofB.get(key)))
}

/** Whether it is on changes nothing of what a rule would have raised. */
export const wouldRaiseTheSame = (a: Rule, b: Rule): boolean => saysTheSame({ ...a, isOn: true }, { ...b, isOn: true })
