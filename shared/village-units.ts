// Which unit a village belonged to on a day, and which villages a unit stands for. Pure; no schema, so that screens can use it.
import type { Registry, Village } from './registry.ts'

/** The unit a village belongs to on a day (ISO date); undefined when no link covers it. */
export function unitIdOn(village: Village, day: string): string | undefined {
  return village.links.find(link => (link.from === null || link.from <= day) && (link.to === null || day < link.to))
    ?.unit
}

/**
 * The villages of a unit, by any link the village ever had and by every ancestor of the linked unit, so that
 * a district of the plan and the commune of today both find theirs. Undefined when there is no such unit.
 */
export function villagesOfUnit(registry: Registry, unitId: string): ReadonlySet<string> | undefined {
  const unitById = new Map(registry.units.map(unit => [unit.id, unit]))
  if (!unitById.has(unitId)) return undefined
  const isWithin = (id: string): boolean => {
    const seen = new Set<string>()
    for (let at: string | null = id; at !== null && !seen.has(at); at = unitById.get(at)?.parent ?? null) {
      if (at === unitId) return true
      seen.add(at)
    }
    return false
  }
  return new Set(registry.villages.filter(v => v.links.some(link => isWithin(link.unit))).map(v => v.id))
}
