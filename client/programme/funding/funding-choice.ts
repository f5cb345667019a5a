// What the funding page shows, read from its address: axis, year, village, the figure and the cell that are open. Pure.
import type { AmountKind } from '../../../shared/programme/facts.ts'
import { type FundingAxis, type FundingFilter, fundingCells } from '../../../shared/programme/funding-totals.ts'
import type { FundingCell, ProgrammeState } from '../../../shared/programme/state.ts'

export const AXES = ['village', 'source', 'year'] as const satisfies readonly FundingAxis[]
/** From the outermost to the innermost. */
export const AMOUNTS = ['need', 'allocated', 'disbursed', 'settled'] as const satisfies readonly AmountKind[]
export const ENTRIES = ['book', 'plan', 'note', 'import'] as const
export type FundingEntry = (typeof ENTRIES)[number]
/** Opens everything, as the row of totals does. */
export const ALL = 'all'

export type CellPlace = Pick<FundingCell, 'village' | 'source' | 'year'>

export type FundingChoice = {
  readonly by: FundingAxis
  readonly year: number | undefined
  readonly village: string | undefined
  /** Key of the row that is open, or `all`. */
  readonly row: string | undefined
  /** The amount that was opened; undefined = all four. */
  readonly kind: AmountKind | undefined
  readonly cell: CellPlace | undefined
  readonly entry: FundingEntry | undefined
}

/** What an address names wrongly is left out. */
export function fundingChoice(parameters: URLSearchParams): FundingChoice {
  const text = (name: string) => parameters.get(name) || undefined
  const year = text('year')
  return {
    by: AXES.find(one => one === text('by')) ?? 'village',
    year: year !== undefined && /^\d{4}$/.test(year) ? Number(year) : undefined,
    village: text('village'),
    row: text('row'),
    kind: AMOUNTS.find(one => one === text('kind')),
    cell: cellPlaceOf(text('cell')),
    entry: ENTRIES.find(one => one === text('form')),
  }
}

export const cellKey = ({ village, source, year }: CellPlace): string => `${village}:${source}:${year}`

function cellPlaceOf(text: string | undefined): CellPlace | undefined {
  const [, village, source, year] = /^([^:]+):([^:]+):(\d{4})$/.exec(text ?? '') ?? []
  return village && source && year ? { village, source, year: Number(year) } : undefined
}

export const filterOf = ({ year, village }: Pick<FundingChoice, 'year' | 'village'>): FundingFilter => ({
  year,
  villages: village === undefined ? undefined : [village],
})

/** The cells behind the row that is open. */
export function cellsOfRow(state: ProgrammeState, choice: FundingChoice): readonly FundingCell[] {
  const { row, by } = choice
  if (row === undefined) return []
  return fundingCells(state, filterOf(choice)).filter(cell => row === ALL || String(cell[by]) === row)
}

/** Years that anything is known of, oldest first. */
export const fundingYears = (state: ProgrammeState): readonly number[] =>
  [...new Set([...state.funding.values()].map(({ year }) => year))].sort((a, b) => a - b)
