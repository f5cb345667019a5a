// Whose move a dossier waits for. Pure; who holds a right is for decide-rights.ts to say.
import { indicatorStandings } from '../../../shared/programme/assessment-standing.ts'
import type { DecideContext } from '../../../shared/programme/decide.ts'
import {
  authorityOf,
  carriersOf,
  criteriaOwnersOf,
  leadOf,
  villageHoldersOf,
} from '../../../shared/programme/decide-rights.ts'
import { stageOf } from '../../../shared/programme/dossier.ts'
import type { DossierState, VillageState } from '../../../shared/programme/state.ts'
import type { Unit } from '../../../shared/registry.ts'

export type DossierTurn = {
  readonly units: readonly Unit[]
  /** While it is appraised: indicators that their department hasn't answered yet; null = the set has no text to count. */
  readonly openIndicators: number | null
}

/** Undefined = it waits for nobody: it has ended. */
export function dossierTurn(
  context: DecideContext,
  village: VillageState,
  dossier: DossierState,
): DossierTurn | undefined {
  const stage = stageOf(dossier)
  switch (stage) {
    case 'open':
    case 'returned':
      return { units: villageHoldersOf(context, village), openIndicators: null }
    case 'submitted':
    case 'appraised':
      return { units: leadOf(context), openIndicators: null }
    case 'complete':
      return appraisersOf(context, village, dossier)
    case 'consolidated':
      return { units: authorityOf(context), openIndicators: null }
    case 'recognised':
    case 'refused':
    case 'withdrawn':
      return undefined
    default:
      return stage satisfies never
  }
}

/** The departments that haven't answered; once all have, the lead, who closes the appraisal. */
function appraisersOf(context: DecideContext, village: VillageState, dossier: DossierState): DossierTurn {
  const set = context.state.criteriaSets.get(dossier.set)
  const standings = set ? indicatorStandings(context.state, village.id, set) : []
  if (standings.length === 0) return { units: criteriaOwnersOf(context), openIndicators: null }
  const open = standings.filter(({ steps }) => !steps.department)
  const owners = open.flatMap(({ indicator: { indicator } }) =>
    indicator.owner === null ? criteriaOwnersOf(context) : carriersOf(context, indicator.owner),
  )
  const units = [...new Map(owners.map(unit => [unit.id, unit])).values()]
  return { units: open.length === 0 ? leadOf(context) : units, openIndicators: open.length }
}
