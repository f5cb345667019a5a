// Rates of the funding page and how sure they are. Pure; the sums themselves are in shared/programme/funding-totals.ts.
import type { AmountKind } from '../../../shared/programme/facts.ts'
import {
  cellsOfRate,
  type FundingRates,
  type FundingRow,
  type Totals,
} from '../../../shared/programme/funding-totals.ts'
import type { FundingCell } from '../../../shared/programme/state.ts'
import { AMOUNTS } from './funding-choice.ts'

export const RATES = [
  'allocatedOfNeed',
  'disbursedOfAllocated',
  'settledOfDisbursed',
] as const satisfies readonly (keyof FundingRates)[]
export type RateKey = (typeof RATES)[number]

const PARTS: Readonly<Record<RateKey, { readonly part: AmountKind; readonly whole: AmountKind }>> = {
  allocatedOfNeed: { part: 'allocated', whole: 'need' },
  disbursedOfAllocated: { part: 'disbursed', whole: 'allocated' },
  settledOfDisbursed: { part: 'settled', whole: 'disbursed' },
}

export type Rate = {
  /** 0–1 and beyond; null = not known. */
  readonly value: number | null
  /** Some of the parts aren't known: the rate may be higher. */
  readonly isAtLeast: boolean
}

export function rateOf(key: RateKey, totals: Totals, cells: readonly FundingCell[]): Rate {
  const { part, whole } = PARTS[key]
  const value = totals.rates[key]
  return {
    value,
    isAtLeast: value !== null && cellsOfRate(cells, whole).some(({ amounts }) => amounts[part] === null),
  }
}

/** The rate that belongs to an amount; the need has none. */
export const rateKeyOf = (kind: AmountKind): RateKey | undefined => RATES.find(key => PARTS[key].part === kind)

/** The largest amount of all rows: what their bars are measured against. */
export const widestOf = (rows: readonly FundingRow[]): number =>
  Math.max(0, ...rows.flatMap(({ totals }) => AMOUNTS.map(kind => totals[kind].amount ?? 0)))
