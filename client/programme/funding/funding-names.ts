// Names of what the funding table is split by, and of one cell. Pure.
import type { TFunction } from 'i18next'
import type { FundingAxis } from '../../../shared/programme/funding-totals.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import type { SelectOption } from '../../kit/select-field.tsx'
import { ALL, type CellPlace, type FundingChoice } from './funding-choice.ts'

type Words = TFunction<'programme'>

export const villageName = (state: ProgrammeState, id: string): string => state.villages.get(id)?.name ?? id
export const sourceName = (state: ProgrammeState, id: string): string =>
  state.plan?.fundingSources.find(source => source.id === id)?.title ?? id

export function keyName(state: ProgrammeState, by: FundingAxis, key: string): string {
  switch (by) {
    case 'village':
      return villageName(state, key)
    case 'source':
      return sourceName(state, key)
    case 'year':
      return key
    default:
      return by satisfies never
  }
}

/** "Mỹ Đông · 2025": the row that is open, within the filters that stand. */
export function rowName(t: Words, state: ProgrammeState, { row = ALL, by, year, village }: FundingChoice): string {
  const own = row === ALL ? [] : [keyName(state, by, row)]
  const filters = [
    ...(village !== undefined && by !== 'village' ? [villageName(state, village)] : []),
    ...(year !== undefined && by !== 'year' ? [String(year)] : []),
  ]
  const parts = [...own, ...filters]
  return parts.length > 0 ? parts.join(' · ') : t('funding.all')
}

export const cellName = (state: ProgrammeState, { village, source, year }: CellPlace): string =>
  `${villageName(state, village)} · ${sourceName(state, source)} · ${year}`

/** The same, without what the open row and the filters say already. */
export function cellNameWithin(
  state: ProgrammeState,
  { row, by, year, village }: FundingChoice,
  cell: CellPlace,
): string {
  const isSaid = (axis: FundingAxis) => by === axis && row !== undefined && row !== ALL
  const parts = [
    ...(isSaid('village') || village !== undefined ? [] : [villageName(state, cell.village)]),
    ...(isSaid('source') ? [] : [sourceName(state, cell.source)]),
    ...(isSaid('year') || year !== undefined ? [] : [String(cell.year)]),
  ]
  return parts.length > 0 ? parts.join(' · ') : cellName(state, cell)
}

export const villageOptions = (state: ProgrammeState): readonly SelectOption<string>[] =>
  [...state.villages.values()].toSorted((a, b) => a.order - b.order).map(({ id, name }) => ({ value: id, label: name }))

export const sourceOptions = (state: ProgrammeState): readonly SelectOption<string>[] =>
  (state.plan?.fundingSources ?? []).map(({ id, title }) => ({ value: id, label: title }))
