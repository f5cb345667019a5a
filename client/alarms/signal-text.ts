// The number an alarm rule watches, as people read it: with the unit that belongs to its kind of signal. Pure.
import type { TFunction } from 'i18next'
import type { Rule } from '../../shared/alarms/rule.ts'
import { formatNumber } from '../design/number-format.ts'
import type { QuantityWords } from '../registry/quantity-words.ts'

export type SignalText = {
  /** The bare number, or a state's word. */
  readonly value: string
  /** '' where there is none. */
  readonly unit: string
}

/** Undefined while the value is unknown: never a zero. */
export function signalText(
  t: TFunction<'alarms'>,
  quantities: QuantityWords,
  { signal, quantity }: Pick<Rule, 'signal' | 'quantity'>,
  value: number | null,
): SignalText | undefined {
  if (value === null) return undefined
  const code = quantity ?? ''
  switch (signal.kind) {
    case 'value':
    case 'flood':
    case 'change':
    case 'deviation':
      return { value: formatNumber(value, quantities.decimals(code)), unit: quantities.unit(code) }
    case 'state':
      return { value: quantities.value(code, value === 1 ? signal.value : value), unit: '' }
    case 'silence':
      return { value: formatNumber(value, 1), unit: t('term.signalUnit.intervals') }
    case 'count':
      return { value: formatNumber(value), unit: t('term.signalUnit.times') }
    case 'aqi':
      return { value: formatNumber(value), unit: 'VN_AQI' }
    case 'surge':
      return { value: formatNumber(value, 1), unit: t('term.signalUnit.ratio') }
    case 'programme':
      return { value: formatNumber(value), unit: t('term.signalUnit.days') }
    default:
      return signal satisfies never
  }
}
