// Units and villages as the pages list them: by name, in plan order. Pure.
import type { Registry, Unit, Village } from '../../shared/registry.ts'
import { unitIdOn, villagesOfUnit } from '../../shared/village-units.ts'

export function unitOn(registry: Registry, village: Village, day: string): Unit | undefined {
  const id = unitIdOn(village, day)
  return registry.units.find(unit => unit.id === id)
}

export type UnitWithVillages = { readonly unit: Unit; readonly villages: readonly Village[] }

/** Units of the day that at least one village links to, in the villages' plan order. */
export function unitsWithVillages(registry: Registry, day: string): readonly UnitWithVillages[] {
  const inOrder = [...registry.villages].sort((a, b) => a.order - b.order)
  const unitById = new Map(registry.units.map(unit => [unit.id, unit]))
  return [...Map.groupBy(inOrder, village => unitIdOn(village, day))].flatMap(([unitId, villages]) => {
    const unit = unitById.get(unitId ?? '')
    return unit ? [{ unit, villages }] : []
  })
}

/** The villages a unit stands for, in plan order. */
export function villagesWithin(registry: Registry, unitId: string): readonly Village[] {
  const ids = villagesOfUnit(registry, unitId)
  return registry.villages.filter(village => ids?.has(village.id)).sort((a, b) => a.order - b.order)
}
