// The rule that a draft comes to, and what it still lacks. Pure; whether the rule is a good one is judged by decide.ts.
import { quantityUseOf, sideOf } from '../../../shared/alarms/decide-rule-limits.ts'
import type { Level, Reference, Rule, Signal } from '../../../shared/alarms/rule.ts'
import type { RuleDraft, Texts } from './rule-draft.ts'

/** What is shown of a signal that isn't complete yet depends on its kind alone: the numbers don't matter. */
export const signalShape = (draft: RuleDraft): Signal =>
  signalOf({
    ...draft,
    overMs: 0,
    reference: 'constant',
    referenceValue: 0,
    stateValue: 0,
    countAt: 0,
    nights: 0,
    atLeast: 0,
  }) ?? { kind: 'value' }

/** Whether the signal is of one quantity of the catalogue, may be of all, or is of none. */
export const quantityUse = (draft: RuleDraft): ReturnType<typeof quantityUseOf> => quantityUseOf(signalShape(draft))
/** The one side on which the signal can be an alarm; undefined = both. */
export const onlySide = (draft: RuleDraft): Rule['side'] | undefined => sideOf(signalShape(draft))

/** Undefined while something that it needs isn't said. */
function signalOf(draft: RuleDraft): Signal | undefined {
  const { kind, overMs } = draft
  switch (kind) {
    case 'value':
    case 'flood':
    case 'aqi':
      return { kind }
    case 'change':
      return overMs === undefined ? undefined : { kind, overMs }
    case 'deviation': {
      const reference = referenceOf(draft)
      return reference && { kind, reference, isAbsolute: draft.isAbsolute }
    }
    case 'state':
      return draft.stateValue === undefined ? undefined : { kind, value: draft.stateValue }
    case 'silence':
      return { kind, of: draft.silenceOf }
    case 'count': {
      const at = draft.countOf === 'beyond' ? draft.countAt : null
      return overMs === undefined || at === undefined ? undefined : { kind, of: draft.countOf, at, overMs }
    }
    case 'surge': {
      const { nights, atLeast } = draft
      return nights === undefined || atLeast === undefined ? undefined : { kind, nights, atLeast }
    }
    case 'programme':
      return { kind, clock: draft.clock }
    default:
      return kind satisfies never
  }
}

function referenceOf(draft: RuleDraft): Reference | undefined {
  switch (draft.reference) {
    case 'constant':
      return draft.referenceValue === undefined ? undefined : { kind: 'constant', value: draft.referenceValue }
    case 'own-mean':
      return draft.referenceOverMs === undefined ? undefined : { kind: 'own-mean', overMs: draft.referenceOverMs }
    case 'series':
      return draft.referenceSeries === '' ? undefined : { kind: 'series', series: draft.referenceSeries }
    default:
      return draft.reference satisfies never
  }
}

const trimmed = ({ vi, en }: Texts): Texts => ({ vi: vi.trim(), en: en.trim() })

/** Undefined while a number or a choice is missing; texts are judged by decide.ts. */
export function ruleOf(draft: RuleDraft): Rule | undefined {
  const signal = signalOf(draft)
  const { deadband, onDelayMs, offDelayMs, reAlarmMs, respondWithinMs } = draft
  const levels = levelsOf(draft)
  const use = quantityUse(draft)
  if (
    !signal ||
    !levels ||
    deadband === undefined ||
    onDelayMs === undefined ||
    offDelayMs === undefined ||
    respondWithinMs === undefined ||
    (draft.isReAlarming && reAlarmMs === undefined) ||
    (use === 'needed' && draft.quantity === undefined)
  )
    return undefined
  return {
    id: draft.id.trim(),
    name: trimmed(draft.name),
    quantity: use === 'none' ? null : (draft.quantity ?? null),
    scope: { villages: draft.villages, devices: draft.devices, except: draft.except },
    signal,
    side: onlySide(draft) ?? draft.side,
    levels,
    deadband,
    onDelayMs,
    offDelayMs,
    isLatching: draft.isLatching,
    reAlarmMs: draft.isReAlarming ? (reAlarmMs ?? null) : null,
    hours: draft.hasHours ? { from: draft.hoursFrom.trim(), to: draft.hoursTo.trim() } : null,
    suppressedBy: draft.suppressedBy ?? null,
    cause: trimmed(draft.cause),
    consequence: trimmed(draft.consequence),
    action: trimmed(draft.action),
    responder: trimmed(draft.responder),
    respondWithinMs,
    basis: { kind: draft.basis, source: trimmed(draft.basisSource) },
    isOn: draft.isOn,
  }
}

/** Flood levels lie at the gauge of each place; a state stands or it doesn't. */
function levelsOf({ kind, levels }: RuleDraft): readonly Level[] | undefined {
  const setpoint = (at: number | undefined) => (kind === 'flood' ? null : kind === 'state' ? (at ?? STANDS) : at)
  const complete = levels.flatMap(({ name, at, priority }): readonly Level[] => {
    const limit = setpoint(at)
    return limit === undefined ? [] : [{ name: name.trim(), at: limit, priority }]
  })
  return complete.length < levels.length ? undefined : complete
}

/** A state's signal while it stands. */
const STANDS = 1

/** A field by the name it has in the form: the path within the rule. */
export type MissingField = { readonly field: string; readonly what: 'choice' | 'number' | 'duration' | 'text' }

/** What keeps `ruleOf` from giving a rule, and empty texts, in the order of the form. */
export function missingOfRule(draft: RuleDraft): readonly MissingField[] {
  const missing: MissingField[] = []
  const need = (isThere: boolean, field: string, what: MissingField['what']) => {
    if (!isThere) missing.push({ field: `rule.${field}`, what })
  }
  const { kind } = draft
  need(draft.id.trim() !== '', 'id', 'text')
  needTexts(draft.name, 'name')
  need(quantityUse(draft) !== 'needed' || draft.quantity !== undefined, 'quantity', 'choice')
  if (kind === 'change' || kind === 'count') need(draft.overMs !== undefined, 'signal.overMs', 'duration')
  if (kind === 'count' && draft.countOf === 'beyond') need(draft.countAt !== undefined, 'signal.at', 'number')
  if (kind === 'state') need(draft.stateValue !== undefined, 'signal.value', 'choice')
  if (kind === 'surge') {
    need(draft.nights !== undefined, 'signal.nights', 'number')
    need(draft.atLeast !== undefined, 'signal.atLeast', 'number')
  }
  if (kind === 'deviation') {
    if (draft.reference === 'constant') need(draft.referenceValue !== undefined, 'signal.reference.value', 'number')
    if (draft.reference === 'own-mean') need(draft.referenceOverMs !== undefined, 'signal.reference.overMs', 'duration')
    if (draft.reference === 'series') need(draft.referenceSeries !== '', 'signal.reference.series', 'choice')
  }
  draft.levels.forEach(({ name, at }, row) => {
    need(name.trim() !== '', `levels.${row}.name`, 'text')
    need(at !== undefined || kind === 'flood' || kind === 'state', `levels.${row}.at`, 'number')
  })
  need(draft.deadband !== undefined, 'deadband', 'number')
  need(draft.onDelayMs !== undefined, 'onDelayMs', 'duration')
  need(draft.offDelayMs !== undefined, 'offDelayMs', 'duration')
  need(!draft.isReAlarming || draft.reAlarmMs !== undefined, 'reAlarmMs', 'duration')
  for (const text of ['cause', 'consequence', 'action', 'responder'] as const) needTexts(draft[text], text)
  need(draft.respondWithinMs !== undefined, 'respondWithinMs', 'duration')
  needTexts(draft.basisSource, 'basis.source')
  return missing

  function needTexts(texts: Texts, field: string) {
    need(texts.vi.trim() !== '', `${field}.vi`, 'text')
    need(texts.en.trim() !== '', `${field}.en`, 'text')
  }
}
