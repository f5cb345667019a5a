// A computed value in words, and the shape of what it means. Needs a translator, knows no component.
import type { TFunction } from 'i18next'
import type { DerivedKind } from '../../shared/derived/kinds.ts'
import { AQI_CATEGORIES, aqiCategoryOf } from '../../shared/vn-aqi.ts'
import { WATER_CLASSES } from '../../shared/water-class.ts'
import type { Mark } from '../overview/stations.ts'

const STAGES = ['below', 'I', 'II', 'III'] as const
const VERDICTS = [...WATER_CLASSES, 'outside'] as const
export type CategoryName = (typeof AQI_CATEGORIES)[number] | (typeof STAGES)[number] | (typeof VERDICTS)[number]

const MARK_OF: Readonly<Record<CategoryName, Mark>> = {
  good: 'normal',
  moderate: 'normal',
  poor: 'caution',
  bad: 'warning',
  veryBad: 'warning',
  hazardous: 'critical',
  below: 'normal',
  I: 'caution',
  II: 'warning',
  III: 'critical',
  A: 'normal',
  B: 'normal',
  C: 'caution',
  D: 'warning',
  outside: 'warning',
}

/** What a computed value is called; undefined for none that there is. */
export function categoryOf(kind: DerivedKind, value: number): CategoryName | undefined {
  if (kind === 'flood-stage') return STAGES[value]
  if (kind === 'water-class') return VERDICTS[value - 1]
  return aqiCategoryOf(value)
}

export const categoryMark = (name: CategoryName): Mark => MARK_OF[name]

export function derivedValueWords(t: TFunction<'history'>, kind: DerivedKind, value: number): string {
  const name = categoryOf(kind, value)
  if (!name) return t('derived.unknown')
  const category = t(`derived.category.${name}`)
  if (kind === 'flood-stage') return category
  return kind === 'water-class' ? t('derived.value.class', { category }) : t('derived.value.aqi', { value, category })
}
