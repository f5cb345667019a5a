// What the wall's programme tiles say, from the overview that every page shares. Pure; words are made by the tiles.
import { newestDossier } from '../../shared/programme/dossier.ts'
import { isSimulated } from '../../shared/programme/event.ts'
import type { Day } from '../../shared/programme/facts.ts'
import { fundingCells, fundingTotals, type Totals } from '../../shared/programme/funding-totals.ts'
import type { ProgrammeOverview } from '../../shared/programme/overview.ts'
import { recognitions } from '../../shared/programme/recognition-progress.ts'
import { reportStandings } from '../../shared/programme/report-standing.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import type { Units } from '../../shared/programme/units.ts'
import { daysBetween } from '../../shared/programme/working-calendar.ts'

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

export type NextReport = {
  readonly dueOn: Day
  readonly days: number
  /** Units that owe one by then; a unit may owe several. */
  readonly units: number
  /** The plan, a setting, or a report that came early was written by a simulated office: without it this would be another. */
  readonly isSimulated: boolean
}

/** The next day on which a report is due that hasn't come; undefined when none is ahead. */
export function nextReport(state: ProgrammeState, units: Units, day: Day): NextReport | undefined {
  const ahead = reportStandings(state, units, day, day).filter(
    ({ mark, period }) => (mark === 'due-soon' || mark === 'not-due') && period.dueOn >= day,
  )
  const dueOn = ahead.map(({ period }) => period.dueOn).sort()[0]
  if (dueOn === undefined) return undefined
  const due = ahead.filter(({ period }) => period.dueOn === dueOn)
  const periods = new Set(due.map(({ period }) => period.id))
  const written = [
    ...(state.plan ? [state.plan] : []),
    ...state.changedSettings.values(),
    ...[...state.reports.values()].filter(({ period }) => periods.has(period)),
  ]
  return {
    dueOn,
    days: daysBetween(day, dueOn),
    units: new Set(due.map(({ unit }) => unit)).size,
    isSimulated: written.some(({ by }) => isSimulated(by)),
  }
}
