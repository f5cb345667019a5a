// How a quantity is named and its values written, from the catalogue of quantities. Knows no threshold.
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Quantity } from '../../shared/registry.ts'
import { formatNumber } from '../design/number-format.ts'
import { useRegistry } from './registry-query.ts'

export type QuantityWords = {
  readonly name: (code: string) => string
  readonly unit: (code: string) => string
  /** A state as its word, anything else as a number with the quantity's decimals. */
  readonly value: (code: string, value: number) => string
  readonly decimals: (code: string) => number
}

/** Until the registry is here a quantity goes by its code and shows two decimals. */
export function quantityWords(quantities: readonly Quantity[], language: 'vi' | 'en'): QuantityWords {
  const byCode = new Map(quantities.map(quantity => [quantity.code, quantity]))
  const decimals = (code: string) => byCode.get(code)?.decimals ?? 2
  return {
    name: code => byCode.get(code)?.name[language] ?? code,
    unit: code => byCode.get(code)?.unitLabel[language] ?? '',
    value: (code, value) => {
      const state = byCode.get(code)?.states?.find(one => one.value === value)
      return state ? state[language] : formatNumber(value, decimals(code))
    },
    decimals,
  }
}

const NONE: readonly Quantity[] = []

export function useQuantities(): QuantityWords {
  const { i18n } = useTranslation()
  const { data: registry } = useRegistry()
  const language = i18n.language === 'en' ? 'en' : 'vi'
  return useMemo(() => quantityWords(registry?.quantities ?? NONE, language), [registry, language])
}
