// What readings mean for people, by the bands there are: alarm levels of the gauges, VN_AQI. What is old or unknown means nothing. Pure.
import type { FloodStage } from '../../shared/flood.ts'
import type { Freshness } from '../../shared/freshness.ts'
import type { AqiCategory } from '../../shared/vn-aqi.ts'
import type { Mark } from '../overview/stations.ts'
import { aqiCategory, type HighestAqi } from '../wall/air-figures.ts'

export type WaterMeaning =
  | { readonly kind: 'none' | 'old' | 'unknown'; readonly mark: Mark }
  | {
      readonly kind: 'below' | 'reached'
      readonly mark: Mark
      readonly level: 'I' | 'II' | 'III'
      /** Metres, never negative. */
      readonly margin: number
    }

const LEVEL_MARK = { I: 'caution', II: 'warning', III: 'critical' } as const

export function waterMeaning(
  value: { readonly stage: FloodStage | undefined; readonly freshness: Freshness } | undefined,
): WaterMeaning {
  if (!value || value.freshness === 'none') return { kind: 'none', mark: 'dead' }
  if (value.freshness !== 'live') return { kind: 'old', mark: 'stale' }
  const { stage } = value
  if (!stage || stage.kind === 'unknown') return { kind: 'unknown', mark: 'normal' }
  return stage.kind === 'below'
    ? { kind: 'below', mark: 'normal', level: stage.next, margin: Math.abs(stage.margin) }
    : { kind: 'reached', mark: LEVEL_MARK[stage.level], level: stage.level, margin: stage.margin }
}

export type AirMeaning =
  | { readonly kind: 'none' | 'loading' | 'insufficient' | 'old'; readonly mark: Mark }
  | { readonly kind: 'band'; readonly mark: Mark; readonly category: AqiCategory; readonly value: number }

export function airMeaning(highest: HighestAqi): AirMeaning {
  if (highest.kind !== 'found') return { kind: highest.kind, mark: 'dead' }
  if (highest.freshness !== 'live') return { kind: 'old', mark: 'stale' }
  const { value } = highest.aqi
  return { kind: 'band', value, ...aqiCategory(value) }
}
