// Money summed up by village, source or year. Pure. Unknown isn't zero: every sum says how many amounts it doesn't know.
import type { AmountKind, Dong } from './facts.ts'
import { type FundingCell, keyOf, type ProgrammeState } from './state.ts'

export type AmountTotal = {
  /** Of what is known; null = none of it is. */
  readonly amount: Dong | null
  /** Cells whose amount nobody said. */
  readonly unknown: number
}
/**
 * Shares, 1 = all; over the cells whose whole is known. What isn't known to have been paid counts as not paid, so a rate is
 * what is certain at the least. Null = no whole is known, the wholes add up to nothing, or no part is known.
 */
export type FundingRates = {
  readonly allocatedOfNeed: number | null
  readonly disbursedOfAllocated: number | null
  readonly settledOfDisbursed: number | null
}
export type Totals = Readonly<Record<AmountKind, AmountTotal>> & {
  readonly rates: FundingRates
  readonly cells: number
  readonly isSimulated: boolean
}

export type FundingFilter = {
  readonly villages?: readonly string[] | undefined
  readonly source?: string | undefined
  readonly year?: number | undefined
}
export type FundingAxis = 'village' | 'source' | 'year'
export type FundingRow = { readonly key: string; readonly totals: Totals; readonly cells: readonly FundingCell[] }

/**
 * What every sum is made of: a cell for each village × source of the plan × year that anything is known of (or that was
 * asked for), so that what nobody wrote down is there as unknown. By year, village and source, in the order of the plan.
 */
export function fundingCells(state: ProgrammeState, filter: FundingFilter = {}): readonly FundingCell[] {
  const { villages, sources, years } = axesOf(state, filter)
  return years.flatMap(year =>
    villages.flatMap(village =>
      sources.map(
        source => state.funding.get(keyOf.funding(village, source, year)) ?? emptyCell({ village, source, year }),
      ),
    ),
  )
}

export function fundingTotals(cells: readonly FundingCell[]): Totals {
  return {
    need: totalOf(cells, 'need'),
    allocated: totalOf(cells, 'allocated'),
    disbursed: totalOf(cells, 'disbursed'),
    settled: totalOf(cells, 'settled'),
    rates: {
      allocatedOfNeed: rateOf(cells, 'allocated', 'need'),
      disbursedOfAllocated: rateOf(cells, 'disbursed', 'allocated'),
      settledOfDisbursed: rateOf(cells, 'settled', 'disbursed'),
    },
    cells: cells.length,
    isSimulated: cells.some(cell => cell.isSimulated),
  }
}

/** The same cells, apart by one axis; every village and source of the plan has its row, also with nothing known. */
export function fundingBy(state: ProgrammeState, by: FundingAxis, filter: FundingFilter = {}): readonly FundingRow[] {
  const cells = Map.groupBy(fundingCells(state, filter), cell => String(cell[by]))
  const { villages, sources, years } = axesOf(state, filter)
  const keys = { village: villages, source: sources, year: years.map(String) }[by]
  return keys.map(key => {
    const own = cells.get(key) ?? []
    return { key, totals: fundingTotals(own), cells: own }
  })
}

/** The cells that a rate is taken over: those whose whole is known. */
export const cellsOfRate = (cells: readonly FundingCell[], whole: AmountKind): readonly FundingCell[] =>
  cells.filter(({ amounts }) => amounts[whole] !== null)

type Axes = {
  readonly villages: readonly string[]
  readonly sources: readonly string[]
  readonly years: readonly number[]
}

function axesOf(state: ProgrammeState, { villages, source, year }: FundingFilter): Axes {
  const held = [...state.funding.values()]
  const ordered = [...state.villages.values()].toSorted((a, b) => a.order - b.order).map(({ id }) => id)
  const planned = state.plan?.fundingSources.map(({ id }) => id) ?? []
  const wanted = villages && new Set(villages)
  return {
    villages: union(ordered, held.map(cell => cell.village).toSorted()).filter(id => !wanted || wanted.has(id)),
    sources: union(planned, held.map(cell => cell.source).toSorted()).filter(
      id => source === undefined || id === source,
    ),
    years: year === undefined ? union(held.map(cell => cell.year).toSorted((a, b) => a - b)) : [year],
  }
}

const union = <T>(...lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())]

function totalOf(cells: readonly FundingCell[], kind: AmountKind): AmountTotal {
  const known = cells.flatMap(({ amounts }) => amounts[kind] ?? [])
  return { amount: known.length === 0 ? null : sumOf(known), unknown: cells.length - known.length }
}

function rateOf(cells: readonly FundingCell[], part: AmountKind, whole: AmountKind): number | null {
  const counted = cellsOfRate(cells, whole)
  const parts = totalOf(counted, part).amount
  const wholes = totalOf(counted, whole).amount
  return parts === null || wholes === null || wholes <= 0 ? null : parts / wholes
}

const sumOf = (amounts: readonly Dong[]): Dong => amounts.reduce((sum, amount) => sum + amount, 0)

const emptyCell = (place: Pick<FundingCell, 'village' | 'source' | 'year'>): FundingCell => ({
  ...place,
  amounts: { need: null, allocated: null, disbursed: null, settled: null },
  bookings: { disbursed: 0, settled: 0 },
  lastBookedOn: null,
  isSimulated: false,
})
