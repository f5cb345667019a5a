// What the wall's programme tiles say, from the overview that every page shares. Pure; words are made by the tiles.
import { newestDossier } from '../../shared/programme/dossier.ts'
import { isSimulated } from '../../shared/programme/event.ts'
import { fundingCells, fundingTotals, type Totals } from '../../shared/programme/funding-totals.ts'
import type { ProgrammeOverview } from '../../shared/programme/overview.ts'
import { recognitions } from '../../shared/programme/recognition-progress.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'

export type MetShare = { readonly id: string; readonly name: string; readonly met: number; readonly total: number }

/** Met indicators of each village, in plan order; undefined while the set in use has no indicators to meet. */
export function metShares({ villages }: ProgrammeOverview): readonly MetShare[] | undefined {
  const shares = villages.flatMap(({ id, name, counts }) =>
    counts.total === null || counts.total === 0 ? [] : [{ id, name, met: counts.met, total: counts.total }],
  )
  return shares.length > 0 ? shares : undefined
}

/** The village that lacks most; undefined when none lacks anything. */
export const furthestBehind = (shares: readonly MetShare[]): MetShare | undefined =>
  shares.filter(({ met, total }) => met < total).toSorted((a, b) => a.met / a.total - b.met / b.total)[0]

export type Behind = { readonly year: number; readonly planned: number; readonly actual: number }

/** The newest year of the plan that has come, and how it stands: how many were planned by then, and are recognised now. */
export function planNow({ years }: ProgrammeOverview): Behind | undefined {
  const now = years.findLast(({ isFuture, planned }) => !isFuture && planned !== null)
  const target = years.findLast(({ isFuture, hasTarget }) => !isFuture && hasTarget)
  if (!now || now.planned === null || now.actual === null) return undefined
  return { year: target?.year ?? now.year, planned: now.planned, actual: now.actual }
}

/** Whether a simulated office had a hand in who counts as recognised: the word that counts is looked at, not every word there is. */
export const isRecognitionSimulated = (state: ProgrammeState): boolean =>
  recognitions(state).some(({ village, standing }) => {
    if (standing.kind !== 'recognised') return false
    const by =
      standing.basis === 'dossier' ? newestDossier(state, village.id)?.moves.at(-1)?.by : village.recognition?.by
    return by !== undefined && isSimulated(by)
  })

export type SourceRow = { readonly id: string; readonly name: string; readonly totals: Totals }

/** The money of the whole programme by source, in the order of the plan. */
export const sourceRows = (state: ProgrammeState): readonly SourceRow[] =>
  (state.plan?.fundingSources ?? []).map(({ id, title }) => ({
    id,
    name: title,
    totals: fundingTotals(fundingCells(state, { source: id })),
  }))

/** The source of which the smallest part is disbursed, among those whose part is known. */
export function leastDisbursed(
  rows: readonly SourceRow[],
): { readonly name: string; readonly rate: number } | undefined {
  return rows
    .flatMap(({ name, totals }) =>
      totals.rates.disbursedOfAllocated === null ? [] : [{ name, rate: totals.rates.disbursedOfAllocated }],
    )
    .sort((a, b) => a.rate - b.rate)[0]
}
