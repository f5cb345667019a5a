// The address of a comparison: up to four villages, or up to four series, and the time of the latter. Pure.
import { comparedIn, countIn } from '../desktop/compared.ts'

export type Comparison = {
  readonly kind: 'villages' | 'series'
  readonly ids: readonly string[]
  /** How many the address names beyond those that have room. */
  readonly leftOut: number
}

/** Villages where an address names both. */
export function comparisonIn(search: string): Comparison {
  const parameters = new URLSearchParams(search)
  const of = (kind: Comparison['kind']): Comparison => {
    const text = parameters.get(kind)
    const ids = comparedIn(text)
    return { kind, ids, leftOut: countIn(text) - ids.length }
  }
  const [villages, series] = [of('villages'), of('series')]
  return villages.ids.length > 0 || series.ids.length === 0 ? villages : series
}

const KEPT = ['lang', 'at', 'range', 'from', 'to'] as const

/** Keeps the language, the range, and a day of the past. */
export function compareAddress(
  { villages = [], curves = [] }: { readonly villages?: readonly string[]; readonly curves?: readonly string[] },
  search = location.search,
): string {
  const from = new URLSearchParams(search)
  const to = new URLSearchParams()
  for (const name of KEPT) {
    const value = from.get(name)
    if (value !== null) to.set(name, value)
  }
  if (villages.length > 0) to.set('villages', villages.join(','))
  if (curves.length > 0) to.set('series', curves.join(','))
  const text = to.toString().replaceAll('%2C', ',')
  return text === '' ? '/compare' : `/compare?${text}`
}
