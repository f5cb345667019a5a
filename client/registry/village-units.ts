// Which unit a village belongs to on a day, and which units of today have a village. Pure; mirrors shared/registry.ts,
// whose look-ups can't be imported here without the schema library.
import type { Registry, Unit, Village } from '../../shared/registry.ts'

export const unitIdOn = (village: Village, day: string): string | undefined =>
  village.links.find(link => (link.from === null || link.from <= day) && (link.to === null || day < link.to))?.unit

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

/** The villages of a unit by any link they ever had, and by every ancestor of the linked unit. */
export function villagesWithin(registry: Registry, unitId: string): readonly Village[] {
  const parentOf = new Map(registry.units.map(unit => [unit.id, unit.parent]))
  const isWithin = (id: string): boolean => {
    const seen = new Set<string>()
    for (let at: string | null = id; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
      if (at === unitId) return true
      seen.add(at)
    }
    return false
  }
  return registry.villages
    .filter(village => village.links.some(link => isWithin(link.unit)))
    .sort((a, b) => a.order - b.order)
}
