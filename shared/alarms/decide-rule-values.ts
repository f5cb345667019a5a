// Whether a rule is sound in itself: its bounds, and that its parts agree with one another. Pure; the schema, the form and the station
// ask it. Knows no other rule.
import { hasUnseen } from '../programme/decide-values.ts'
import type { Words } from '../words.ts'
import { HOUR, quantityUseOf, RULE_ID, RULE_LIMITS, sideOf } from './decide-rule-limits.ts'
import { isWithin } from './decide-text.ts'
import type { Refuse } from './refusal.ts'
import { type Level, PRIORITIES, type Rule } from './rule.ts'

type Range = { readonly min: number; readonly max: number }

/** Says all that is wrong, not only the first. */
export function checkRuleValues(rule: Rule, refuse: Refuse): void {
  if (rule.id.length > RULE_LIMITS.idLength || !RULE_ID.test(rule.id)) refuse('rule-id', 'id', RULE_LIMITS.idLength)
  checkTexts(rule, refuse)
  checkTimes(rule, refuse)
  checkScope(rule, refuse)
  checkSignal(rule, refuse)
  checkLevels(rule, refuse)
  checkDeadband(rule, refuse)
}

function checkTexts(rule: Rule, refuse: Refuse): void {
  const texts: Readonly<Record<string, Words>> = {
    name: rule.name,
    cause: rule.cause,
    consequence: rule.consequence,
    action: rule.action,
    responder: rule.responder,
    'basis.source': rule.basis.source,
  }
  for (const [field, words] of Object.entries(texts))
    for (const language of ['vi', 'en'] as const)
      if (!isWithin(words[language], RULE_LIMITS.text) || hasUnseen(words[language]))
        refuse('rule-text', `${field}.${language}`, RULE_LIMITS.text)
}

function checkTimes(rule: Rule, refuse: Refuse): void {
  const { delayMs, windowMs } = RULE_LIMITS
  const time = (field: string, ms: number, range: Range) => {
    if (!isWhole(ms, range)) refuse('rule-time', field, range)
  }
  time('onDelayMs', rule.onDelayMs, delayMs)
  time('offDelayMs', rule.offDelayMs, delayMs)
  time('respondWithinMs', rule.respondWithinMs, windowMs)
  if (rule.reAlarmMs !== null) time('reAlarmMs', rule.reAlarmMs, windowMs)
  const { signal, hours } = rule
  if ('overMs' in signal) time('signal.overMs', signal.overMs, windowMs)
  if (signal.kind === 'deviation' && signal.reference.kind === 'own-mean')
    time('signal.reference.overMs', signal.reference.overMs, windowMs)
  if (!hours) return
  for (const end of ['from', 'to'] as const) if (!HOUR.test(hours[end])) refuse('rule-hours', `hours.${end}`)
  if (hours.from === hours.to) refuse('rule-hours', 'hours.to')
}

function checkScope({ scope, signal, suppressedBy }: Rule, refuse: Refuse): void {
  for (const part of ['villages', 'devices', 'except'] as const) {
    const list = scope[part]
    if (list?.length === 0 && part !== 'except') refuse('rule-list-empty', `scope.${part}`)
    if ((list?.length ?? 0) > RULE_LIMITS.scope) refuse('rule-list-long', `scope.${part}`, RULE_LIMITS.scope)
  }
  if (signal.kind !== 'programme') return
  if (scope.devices) refuse('programme-scope', 'scope.devices')
  // Suppression is by an alarm on the same device.
  if (suppressedBy !== null) refuse('programme-scope', 'suppressedBy')
}

function checkSignal({ signal, quantity, side }: Rule, refuse: Refuse): void {
  const use = quantityUseOf(signal)
  if (use === 'needed' && quantity === null) refuse('quantity-needed', 'quantity')
  if (use === 'none' && quantity !== null) refuse('quantity-unexpected', 'quantity')
  const only = sideOf(signal)
  if (only && side !== only) refuse('side-wrong', 'side', only)
  const number = (field: string, value: number) => {
    if (!Number.isFinite(value)) refuse('rule-number', `signal.${field}`)
  }
  if (signal.kind === 'deviation' && signal.reference.kind === 'constant')
    number('reference.value', signal.reference.value)
  if (signal.kind === 'state') number('value', signal.value)
  if (signal.kind === 'count') {
    if ((signal.of === 'beyond') !== (signal.at !== null)) refuse('count-at', 'signal.at', signal.of === 'beyond')
    if (signal.at !== null) number('at', signal.at)
  }
  if (signal.kind !== 'surge') return
  if (!isWhole(signal.nights, RULE_LIMITS.nights)) refuse('rule-whole', 'signal.nights', RULE_LIMITS.nights)
  if (!Number.isFinite(signal.atLeast)) refuse('rule-number', 'signal.atLeast')
  else if (signal.atLeast < 0) refuse('rule-negative', 'signal.atLeast')
}

function checkLevels(rule: Rule, refuse: Refuse): void {
  const { signal, side, levels } = rule
  const range = levelRange(rule)
  if (levels.length < range.min || levels.length > range.max) refuse('level-count', 'levels', range)
  const names = new Set<string>()
  levels.forEach((level, place) => {
    const field = `levels.${place}`
    const before = levels[place - 1]
    if (!isWithin(level.name, RULE_LIMITS.levelName) || hasUnseen(level.name))
      refuse('level-name', `${field}.name`, RULE_LIMITS.levelName)
    if (names.has(level.name)) refuse('level-twice', `${field}.name`, level.name)
    names.add(level.name)
    checkSetpoint(signal.kind, level, `${field}.at`, refuse)
    if (before && isRising(before.at, level.at, side) === false) refuse('level-order', `${field}.at`, side)
    if (before && PRIORITIES.indexOf(level.priority) < PRIORITIES.indexOf(before.priority))
      refuse('level-priority', `${field}.priority`)
  })
}

function levelRange({ signal }: Rule): Range {
  if (signal.kind === 'flood') return { min: 1, max: RULE_LIMITS.floodLevels }
  return signal.kind === 'state' ? { min: 1, max: 1 } : RULE_LIMITS.levels
}

function checkSetpoint(kind: Rule['signal']['kind'], { at }: Level, field: string, refuse: Refuse): void {
  if (kind === 'flood') {
    if (at !== null) refuse('level-at-unexpected', field)
  } else if (at === null) refuse('level-at-needed', field)
  else if (!Number.isFinite(at)) refuse('rule-number', field)
  else if (kind === 'state' && (at <= 0 || at > 1)) refuse('state-level', field)
}

/** Undefined where a setpoint is missing, which is another matter. */
function isRising(before: number | null, after: number | null, side: Rule['side']): boolean | undefined {
  if (before === null || after === null) return undefined
  return side === 'high' ? after > before : after < before
}

function checkDeadband({ deadband, levels, signal }: Rule, refuse: Refuse): void {
  if (!Number.isFinite(deadband)) return refuse('rule-number', 'deadband')
  if (deadband < 0) return refuse('rule-negative', 'deadband')
  const setpoints = levels.flatMap(({ at }) => at ?? [])
  // A state that is over counts 0: it must get there.
  const steps = signal.kind === 'state' ? [0, ...setpoints] : setpoints
  const gaps = steps.slice(1).map((at, place) => Math.abs(at - (steps[place] ?? at)))
  const least = Math.min(...gaps)
  if (deadband >= least) refuse('deadband-wide', 'deadband', least)
}

const isWhole = (value: number, { min, max }: Range): boolean => Number.isInteger(value) && value >= min && value <= max
