// The rows and columns of the matrix after filters and order. Pure; what is met is counted by assessment-standing.ts.
import {
  countsOf,
  type IndicatorStanding,
  indicatorStandings,
  type StandingCounts,
} from '../../../shared/programme/assessment-standing.ts'
import { type FlatIndicator, indicatorsOf } from '../../../shared/programme/criteria.ts'
import type { CriteriaSet } from '../../../shared/programme/facts.ts'
import type { VillageState } from '../../../shared/programme/state.ts'
import { nameOn } from '../../../shared/programme/units.ts'
import { isFoundBy } from '../plain-text.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import { type MatrixFilter, NO_OWNER, type OutcomeChoice, type VillageOrder } from './matrix-choice.ts'

type Lens = Pick<ProgrammeView, 'units' | 'basis' | 'day'>
export type MatrixVillage = {
  readonly village: VillageState
  /** Of the indicators that are shown, whatever outcome is asked for. */
  readonly counts: StandingCounts
}
export type MatrixLines = {
  readonly villages: readonly MatrixVillage[]
  readonly indicators: readonly FlatIndicator[]
  /** Undefined where a filter leaves the cell out. */
  readonly standingOf: (village: string, indicator: string) => IndicatorStanding | undefined
  /** Some of the cells that are shown. */
  readonly isSimulated: boolean
}

export function matrixLines(
  view: Pick<ProgrammeView, 'state'> & Lens,
  set: CriteriaSet,
  filter: MatrixFilter,
  order: VillageOrder,
): MatrixLines {
  const columns = indicatorsOf(set).filter(one => isWanted(view, one, filter))
  const ids = new Set(columns.map(({ indicator }) => indicator.id))
  const rows = villagesInOrder(view.state.villages.values())
    .filter(({ id }) => filter.village === undefined || id === filter.village)
    .map(village => {
      const standings = indicatorStandings(view.state, village.id, set).filter(one =>
        ids.has(one.indicator.indicator.id),
      )
      return { village, standings, counts: countsOf(standings) }
    })
  const kept = rows.map(row => ({ ...row, standings: row.standings.filter(one => hasOutcome(one, filter.outcome)) }))
  const cells = new Map(kept.flatMap(row => row.standings.map(one => [cellKey(row.village.id, idOf(one)), one])))
  const seen = new Set(kept.flatMap(({ standings }) => standings.map(idOf)))
  return {
    villages: ordered(
      kept.filter(({ standings }) => filter.outcome === undefined || standings.length > 0),
      order,
    ),
    indicators: columns.filter(({ indicator }) => filter.outcome === undefined || seen.has(indicator.id)),
    standingOf: (village, indicator) => cells.get(cellKey(village, indicator)),
    isSimulated: cells.values().some(one => one.isSimulated),
  }
}

/** In the order of the plan. */
export const villagesInOrder = (villages: Iterable<VillageState>): readonly VillageState[] =>
  [...villages].sort((a, b) => a.order - b.order)

/** Two departments of the plan may be one today: then they are one choice. */
export function ownerKey({ units, basis, day }: Lens, owner: string | null): string {
  return owner === null ? NO_OWNER : (nameOn(units, owner, basis, day)?.id ?? owner)
}

/** The owners of a set's indicators, each once. */
export const ownersOf = (lens: Lens, set: CriteriaSet): readonly string[] => [
  ...new Set(indicatorsOf(set).map(({ indicator }) => ownerKey(lens, indicator.owner))),
]

function isWanted(lens: Lens, { group, criterion, indicator }: FlatIndicator, filter: MatrixFilter): boolean {
  return (
    (filter.group === undefined || group.id === filter.group) &&
    (filter.owner === undefined || ownerKey(lens, indicator.owner) === filter.owner) &&
    isFoundBy(filter.text, indicator.id, indicator.title, criterion.title)
  )
}

const hasOutcome = ({ outcome }: IndicatorStanding, wanted: OutcomeChoice | undefined): boolean =>
  wanted === undefined || (outcome ?? 'none') === wanted

/** Equal counts stay in the order of the plan. */
function ordered(rows: readonly MatrixVillage[], order: VillageOrder): readonly MatrixVillage[] {
  if (order === 'plan') return rows
  const sign = order === 'best' ? -1 : 1
  return rows.toSorted((a, b) => sign * (a.counts.met - b.counts.met))
}

const idOf = ({ indicator }: IndicatorStanding): string => indicator.indicator.id
const cellKey = (village: string, indicator: string): string => `${village}_${indicator}`
