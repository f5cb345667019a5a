// Which unit may do what. Until people sign in the unit is what they say it is; the rule is the real one, and moves with the
// successors of units. Pure; forms use it to offer only what may be done.
import type { Unit } from '../registry.ts'
import type { DecideContext } from './decide.ts'
import type { Judgement } from './decide-judgement.ts'
import type { PlanRoles } from './facts.ts'
import type { VillageState } from './state.ts'
import { districtStepOf, groupOf, planDistrictOf, successorOn, villageUnitOn } from './units.ts'

type Holders = readonly Unit[]

/** Without a plan nobody has a role. */
const roleOf = (context: DecideContext, idsIn: (roles: PlanRoles) => readonly string[]): Holders => {
  const { plan } = context.state
  return plan ? idsIn(plan.roles).flatMap(id => carriersOf(context, id)) : []
}

export const leadOf = (context: DecideContext): Holders => roleOf(context, ({ lead }) => [lead])
export const authorityOf = (context: DecideContext): Holders => roleOf(context, ({ authority }) => [authority])
export const moneyOf = (context: DecideContext): Holders => roleOf(context, ({ money }) => money)
export const criteriaOwnersOf = (context: DecideContext): Holders =>
  roleOf(context, ({ criteriaOwners }) => [criteriaOwners])

/**
 * Who has a unit's rights and duties today: the unit or its successor; of a group, every member's; of a district that ended,
 * whoever does the district step for one of its villages. Empty = nobody.
 */
export function carriersOf(context: DecideContext, id: string): Holders {
  const { state, units, today } = context
  const members = groupOf(state.plan, id) ?? []
  const found = (members.length > 0 ? members : [id]).flatMap(member => {
    const unit = successorOn(units, member, today)
    return unit ? [unit] : districtHeirsOf(context, member)
  })
  return [...new Map(found.map(unit => [unit.id, unit])).values()]
}

function districtHeirsOf({ state, units, today }: DecideContext, district: string): Holders {
  if (units.get(district)?.kind !== 'district') return []
  return [...state.villages.values()]
    .filter(village => planDistrictOf(units, village)?.id === district)
    .flatMap(village => {
      const holder = districtStepOf(state, units, village, today)
      return holder.kind === 'unit' ? [holder.unit] : []
    })
}

/** The commune a village belongs to today, as it is carried on. */
export function communeOf({ units, today }: DecideContext, village: VillageState): Holders {
  const id = villageUnitOn(village, today)
  const unit = id === undefined ? undefined : successorOn(units, id, today)
  return unit ? [unit] : []
}

/** A village's commune of today, and its district or whoever does what the district did. */
export function villageHoldersOf(context: DecideContext, village: VillageState): Holders {
  const district = districtStepOf(context.state, context.units, village, context.today)
  return district.kind === 'unit' ? [...communeOf(context, village), district.unit] : communeOf(context, village)
}

/** Refuses unless the actor's unit is one of these. A unit that can't act at all has been refused before. */
export function requireRight(j: Judgement, ...groups: readonly Holders[]): void {
  if (!j.unit) return
  // The plan says who has which role: without one nobody has, whoever asks.
  if (!j.state.plan) return j.refuse('plan-missing', null)
  const holders = new Map(groups.flat().map(unit => [unit.id, unit.name]))
  if (!holders.has(j.unit.id)) j.refuse('no-right', 'actor.unit', j.unit.name, [...holders.values()])
}
