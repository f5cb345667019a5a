// A rule in sentences that need no manual. Needs a translator and names; knows no component.
import type { TFunction } from 'i18next'
import type { Level, Reference, Rule } from '../../../shared/alarms/rule.ts'
import { numberText } from '../../kit/number-text.ts'
import { signalText } from '../signal-text.ts'
import { durationText } from './duration-text.ts'
import type { RuleNames } from './rule-names.ts'

type Words = TFunction<'alarms'>

/** A time that was set, to the millisecond; how long something has lasted is said by `spanWords`. */
export const durationWords = (t: Words, ms: number): string =>
  durationText(ms, t('rules.sentence.duration', { returnObjects: true }))

type Watched = Pick<Rule, 'signal' | 'quantity'>
type Units = Pick<RuleNames, 'quantities'>

const withUnit = (number: string, unit: string): string => (unit === '' ? number : `${number}\u00a0${unit}`)

/** A setpoint or deadband as it was written, never rounded: "0,5 g/L". */
export function setpointWords(t: Words, { quantities }: Units, rule: Watched, limit: number): string {
  const text = signalText(t, quantities, rule, limit)
  return rule.signal.kind === 'state' && text ? text.value : withUnit(numberText(limit), text?.unit ?? '')
}

/** What was measured, with the decimals of its quantity: "0,52 g/L". */
export function valueWords(t: Words, { quantities }: Units, rule: Watched, value: number): string {
  const text = signalText(t, quantities, rule, value)
  return text ? withUnit(text.value, text.unit) : t('shell.unknown')
}

/** In the quantity's own unit, whatever the signal makes of it. */
const quantityValue = ({ quantities }: Units, code: string | null, value: number): string =>
  withUnit(numberText(value), code === null ? '' : quantities.unit(code))

export function quantityName(t: Words, { quantities }: Units, code: string | null): string {
  return code === null ? t('rules.sentence.anyQuantity') : quantities.name(code)
}

export function signalSentence(t: Words, names: RuleNames, rule: Rule): string {
  const { signal } = rule
  const quantity = quantityName(t, names, rule.quantity)
  const at = 'rules.sentence.signal'
  switch (signal.kind) {
    case 'value':
      return t(`${at}.value`, { quantity })
    case 'change':
      return t(`${at}.change`, { quantity, over: durationWords(t, signal.overMs) })
    case 'deviation': {
      const reference = referenceWords(t, names, rule.quantity, signal.reference)
      return t(signal.isAbsolute ? `${at}.deviationAbsolute` : `${at}.deviation`, { quantity, reference })
    }
    case 'state':
      return t(`${at}.state`, { quantity, state: names.quantities.value(rule.quantity ?? '', signal.value) })
    case 'silence':
      return t(signal.of === 'device' ? `${at}.silenceDevice` : `${at}.silenceSeries`, { quantity })
    case 'count': {
      const over = durationWords(t, signal.overMs)
      if (signal.of === 'changes') return t(`${at}.countChanges`, { quantity, over })
      if (signal.of === 'bad') return t(`${at}.countBad`, { quantity, over })
      const limit = signal.at === null ? t('shell.unknown') : quantityValue(names, rule.quantity, signal.at)
      return t(rule.side === 'high' ? `${at}.countBeyondHigh` : `${at}.countBeyondLow`, { quantity, over, at: limit })
    }
    case 'surge':
      return t(`${at}.surge`, {
        quantity,
        nights: signal.nights,
        atLeast: quantityValue(names, rule.quantity, signal.atLeast),
      })
    case 'programme':
      return t(`${at}.programme.${signal.clock}`)
    case 'flood':
    case 'aqi':
      return t(`${at}.${signal.kind}`)
    default:
      return signal satisfies never
  }
}

function referenceWords(t: Words, names: RuleNames, quantity: string | null, reference: Reference): string {
  switch (reference.kind) {
    case 'constant':
      return t('rules.sentence.reference.constant', { value: quantityValue(names, quantity, reference.value) })
    case 'own-mean':
      return t('rules.sentence.reference.ownMean', { over: durationWords(t, reference.overMs) })
    case 'series':
      return t('rules.sentence.reference.series', { series: names.seriesName(reference.series) })
    default:
      return reference satisfies never
  }
}

/** "từ 0,5 g/L trở lên"; in brief "≥ 0,5 g/L". */
export function levelWords(
  t: Words,
  names: RuleNames,
  rule: Rule,
  { at }: Pick<Level, 'at'>,
  form: 'at' | 'atBrief' = 'at',
): string {
  if (at === null) return t(`rules.sentence.${form}.gauge`)
  if (rule.signal.kind === 'state') return t(`rules.sentence.${form}.state`)
  return t(`rules.sentence.${form}.${rule.side}`, { at: setpointWords(t, names, rule, at) })
}

export function scopeSentences(t: Words, names: RuleNames, { scope }: Pick<Rule, 'scope'>): readonly string[] {
  const { villages, devices, except } = scope
  const listed = (ids: readonly string[], nameOf: (id: string) => string) => ids.map(nameOf).join(', ')
  return [
    villages === null && devices === null ? t('rules.sentence.scope.all') : '',
    villages === null ? '' : t('rules.sentence.scope.villages', { names: listed(villages, names.villageName) }),
    devices === null ? '' : t('rules.sentence.scope.devices', { names: listed(devices, names.deviceName) }),
    except.length === 0 ? '' : t('rules.sentence.scope.except', { names: listed(except, names.targetName) }),
  ].filter(sentence => sentence !== '')
}

export const hoursSentence = (t: Words, { hours }: Pick<Rule, 'hours'>): string =>
  hours === null ? t('rules.sentence.always') : t('rules.sentence.hours', hours)

export const onSentence = (t: Words, { onDelayMs }: Pick<Rule, 'onDelayMs'>): string =>
  onDelayMs === 0 ? t('rules.sentence.onNow') : t('rules.sentence.on', { delay: durationWords(t, onDelayMs) })

export function offSentence(t: Words, names: RuleNames, rule: Rule): string {
  const delay = durationWords(t, rule.offDelayMs)
  const deadband = setpointWords(t, names, rule, rule.deadband)
  if (rule.deadband === 0)
    return rule.offDelayMs === 0 ? t('rules.sentence.off.now') : t('rules.sentence.off.delay', { delay })
  return rule.offDelayMs === 0
    ? t('rules.sentence.off.deadband', { deadband })
    : t('rules.sentence.off.both', { deadband, delay })
}
