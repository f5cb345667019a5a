// How far one figure lies from another, when the two can be set against each other at all. Pure.
import type { Freshness } from '../../shared/freshness.ts'
import type { Quantity } from '../../shared/registry.ts'

/**
 * What may be said of two values of it: `ratio` = a difference and a share of it, for its zero means none; `difference` = no share (levels
 * above a datum, degrees, shares, logarithms); `none` = nothing (states, directions, counters that began at another time).
 */
export type Scale = 'ratio' | 'difference' | 'none'

export type Measure = {
  /** Undefined = nobody knows. */
  readonly amount: number | undefined
  /** What is measured, in which unit, over which time: only the same is compared. */
  readonly of: string
  /** As it is written behind a difference. */
  readonly unit: string
  readonly decimals: number
  readonly scale: Scale
  /** Things that are counted are more or fewer; what is measured is higher or lower. */
  readonly isCount: boolean
  readonly freshness: Freshness
}

export type Difference =
  | { readonly kind: 'unknown' | 'old' | 'other' | 'none' | 'same' }
  | {
      readonly kind: 'above' | 'below'
      /** Never negative, in the unit of both. */
      readonly amount: number
      /** Of the first, never negative; undefined where there is none. */
      readonly share: number | undefined
    }

/** Of the figures as they are shown, rounded: what stands on the page adds up. */
export function differenceOf(measure: Measure, first: Measure): Difference {
  if (measure.of !== first.of) return { kind: 'other' }
  if (measure.scale === 'none') return { kind: 'none' }
  if (measure.amount === undefined || first.amount === undefined) return { kind: 'unknown' }
  if (measure.freshness === 'dead' || first.freshness === 'dead') return { kind: 'old' }
  const decimals = Math.max(measure.decimals, first.decimals)
  const base = rounded(first.amount, decimals)
  const by = rounded(rounded(measure.amount, decimals) - base, decimals)
  if (!Number.isFinite(by)) return { kind: 'unknown' }
  if (by === 0) return { kind: 'same' }
  return {
    kind: by > 0 ? 'above' : 'below',
    amount: Math.abs(by),
    share: measure.scale === 'ratio' && base !== 0 ? Math.abs(by / base) : undefined,
  }
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals))

/** Degrees Celsius, pH, shares and decibels have no zero that means none (UCUM codes). */
const WITHOUT_ZERO: ReadonlySet<string> = new Set(['Cel', '[pH]', '%', 'dB[mW]'])
const ROUND = 'deg'

export function scaleOf({ code, unit, kind }: Pick<Quantity, 'code' | 'unit' | 'kind'>): Scale {
  if (kind === 'state' || kind === 'counter' || unit === ROUND) return 'none'
  // A level stands above a datum, and can lie below it.
  return WITHOUT_ZERO.has(unit) || code === 'water_level' ? 'difference' : 'ratio'
}

/** A sum over ten minutes and one over an hour are two things. */
export const comparedAs = ({ code, unit, kind }: Pick<Quantity, 'code' | 'unit' | 'kind'>, intervalMs: number | null) =>
  [code, unit, kind === 'interval' ? intervalMs : ''].join(' ')
