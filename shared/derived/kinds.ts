// The series that are computed from others: what each is, of which quantities, in which steps, by which decision. Pure data.
import { POLLUTANTS } from '../vn-aqi.ts'

export const DERIVED_KINDS = ['vn-aqi-hour', 'vn-aqi-day', 'flood-stage', 'water-class'] as const
export type DerivedKind = (typeof DERIVED_KINDS)[number]

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

type About = {
  /** Codes of the catalogue; whichever of them a station has. */
  readonly quantities: readonly string[]
  /** The unit an input must be in, when the rule knows only one. */
  readonly unit: string | null
  readonly stepMs: number
  /** How far before a step its rule looks. */
  readonly lookBackMs: number
  readonly decision: string
}
export const ABOUT_DERIVED: Readonly<Record<DerivedKind, About>> = {
  'vn-aqi-hour': {
    quantities: POLLUTANTS,
    unit: 'ug/m3',
    stepMs: HOUR_MS,
    lookBackMs: 11 * HOUR_MS,
    decision: 'QĐ 1459/QĐ-TCMT',
  },
  'vn-aqi-day': { quantities: POLLUTANTS, unit: 'ug/m3', stepMs: DAY_MS, lookBackMs: 0, decision: 'QĐ 1459/QĐ-TCMT' },
  'flood-stage': {
    quantities: ['water_level'],
    unit: 'm',
    stepMs: HOUR_MS,
    lookBackMs: 0,
    decision: 'QĐ 05/2020/QĐ-TTg',
  },
  'water-class': {
    quantities: ['ph', 'dissolved_oxygen'],
    unit: null,
    stepMs: HOUR_MS,
    lookBackMs: 0,
    decision: 'QCVN 08:2023/BTNMT',
  },
}

/** An index belongs to one station: what several places measure makes none together. */
export const derivedIdOf = (device: string, kind: DerivedKind): string => `derived:${device}:${kind}`

export function partsOfDerived(id: string): { readonly device: string; readonly kind: DerivedKind } | undefined {
  const [prefix, device = '', kind, ...rest] = id.split(':')
  const known = DERIVED_KINDS.find(one => one === kind)
  return prefix === 'derived' && device !== '' && known && rest.length === 0 ? { device, kind: known } : undefined
}
