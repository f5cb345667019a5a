// The address of a comparison: up to four villages, or up to four series. Pure.
import { comparedIn } from '../desktop/compared.ts'

export type Comparison =
  | { readonly kind: 'villages'; readonly ids: readonly string[] }
  | { readonly kind: 'series'; readonly ids: readonly string[] }

/** Villages where an address names both. */
export function comparisonIn(search: string): Comparison {
  const parameters = new URLSearchParams(search)
  const villages = comparedIn(parameters.get('villages'))
  const series = comparedIn(parameters.get('series'))
  return villages.length > 0 || series.length === 0
    ? { kind: 'villages', ids: villages }
    : { kind: 'series', ids: series }
}

/** Keeps the language and a day of the past. */
export function compareAddress(
  { villages = [], curves = [] }: { readonly villages?: readonly string[]; readonly curves?: readonly string[] },
  search = location.search,
): string {
  const from = new URLSearchParams(search)
  const to = new URLSearchParams()
  for (const name of ['lang', 'at']) {
    const value = from.get(name)
    if (value !== null) to.set(name, value)
  }
  if (villages.length > 0) to.set('villages', villages.join(','))
  if (curves.length > 0) to.set('series', curves.join(','))
  const text = to.toString().replaceAll('%2C', ',')
  return text === '' ? '/compare' : `/compare?${text}`
}
