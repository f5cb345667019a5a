// Who a unit is on a day: successors, members of groups, and who does what the districts did. Pure; knows units, not commands.
import type { Unit } from '../registry.ts'
import type { Plan } from './facts.ts'
import type { ProgrammeState, VillageState } from './state.ts'

/** Names as the plan has them, or as the units of today carry them on. */
export type Basis = 'plan' | 'today'

export type Units = ReadonlyMap<string, Unit>
export const unitsById = (units: readonly Unit[]): Units => new Map(units.map(unit => [unit.id, unit]))

export const isValidOn = (unit: Unit, day: string): boolean =>
  (unit.validFrom === null || unit.validFrom <= day) && (unit.validTo === null || day < unit.validTo)

/** The unit that carries on a unit's rights and duties on a day; undefined when nobody does (a district after 2025-07-01). */
export function successorOn(units: Units, id: string, day: string): Unit | undefined {
  const seen = new Set<string>()
  let unit = units.get(id)
  while (unit && !seen.has(unit.id)) {
    // Not valid yet: it stands in the future, so nobody carries on anything for it.
    if (isValidOn(unit, day)) return unit
    if (unit.validFrom !== null && day < unit.validFrom) return undefined
    seen.add(unit.id)
    unit = unit.successor === null ? undefined : units.get(unit.successor)
  }
  return undefined
}

/** Every unit that a unit of today descends from, itself included: what it may do for them. */
export function ancestryOf(units: Units, id: string): ReadonlySet<string> {
  const found = new Set([id])
  for (let size = 0; size !== found.size; ) {
    size = found.size
    for (const unit of units.values()) if (unit.successor !== null && found.has(unit.successor)) found.add(unit.id)
  }
  return found
}

/** The commune (or district of the plan) a village is linked to on a day. */
export function villageUnitOn(village: VillageState, day: string): string | undefined {
  return village.links.find(({ from, to }) => (from === null || from <= day) && (to === null || day < to))?.unit
}

/** The district a village lay in by the plan: the parent of its first commune. */
export function planDistrictOf(units: Units, village: VillageState): Unit | undefined {
  const [first] = village.links
  const parent = first && units.get(first.unit)?.parent
  const district = parent ? units.get(parent) : undefined
  return district?.kind === 'district' ? district : undefined
}

export type Responsible =
  | { readonly kind: 'unit'; readonly unit: Unit }
  /** The duty exists, its holder doesn't: shown as "chưa giao". */
  | { readonly kind: 'nobody'; readonly formerly: Unit | undefined }

/** Who does for a village what its district did: the district itself, later whoever the setting names. */
export function districtStepOf(state: ProgrammeState, units: Units, village: VillageState, day: string): Responsible {
  const district = planDistrictOf(units, village)
  if (district && isValidOn(district, day)) return { kind: 'unit', unit: district }
  const { districtStep } = state.settings
  const id =
    districtStep.kind === 'unit'
      ? districtStep.unit
      : districtStep.kind === 'commune'
        ? villageUnitOn(village, day)
        : undefined
  const unit = id === undefined ? undefined : successorOn(units, id, day)
  return unit ? { kind: 'unit', unit } : { kind: 'nobody', formerly: district }
}

/** What the plan counts to a group; undefined when it is none. By its own name only: ids are data, and `constructor` is one. */
export const groupOf = (plan: Plan | null, id: string): readonly string[] | undefined =>
  plan && Object.hasOwn(plan.groups, id) ? plan.groups[id] : undefined

/** The unit to name in a list: as the plan says, or who carries it on; undefined = nobody carries it on. */
export const nameOn = (units: Units, id: string, basis: Basis, day: string): Unit | undefined =>
  basis === 'plan' ? units.get(id) : successorOn(units, id, day)
