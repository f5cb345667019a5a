// Which supervision notes a page shows: newest first; those of the whole province belong to every village. Pure.
import type { FundingFilter } from '../../../shared/programme/funding-totals.ts'
import type { ProgrammeState, SupervisionState } from '../../../shared/programme/state.ts'

export function supervisionNotes(
  { supervision }: Pick<ProgrammeState, 'supervision'>,
  { year, villages }: FundingFilter,
): readonly SupervisionState[] {
  return [...supervision.values()]
    .filter(note => year === undefined || note.year === year)
    .filter(({ village }) => village === null || villages === undefined || villages.includes(village))
    .sort((a, b) => (a.on === b.on ? b.at - a.at : a.on < b.on ? 1 : -1))
}
