// Which units count as one unit: what it was before, what carries it on, and of a district of the plan the communes of its villages.
// Pure; no schema.
import { ancestryOf, unitsById } from '../programme/units.ts'
import type { Registry, Unit } from '../registry.ts'
import { villagesOfUnit } from '../village-units.ts'

type Places = Pick<Registry, 'units' | 'villages'>

/** Units that belong to no place: their names stand in everybody's plan. */
const EVERYBODYS: ReadonlySet<Unit['kind']> = new Set(['province', 'department', 'group', 'authority'])
export const isEverybodys = ({ kind }: Pick<Unit, 'kind'>): boolean => EVERYBODYS.has(kind)

/** Undefined when there is no such unit. */
export function ownUnits(registry: Registry, unitId: string): ReadonlySet<string> | undefined {
  const units = unitsById(registry.units)
  const unit = units.get(unitId)
  if (!unit) return undefined
  const own = new Set([unitId, ...successorsOf(units, unitId)])
  if (unit.kind === 'district')
    for (const village of registry.villages)
      if (districtOf(registry, village.id)?.id === unitId) for (const link of village.links) own.add(link.unit)
  return new Set([...own].flatMap(id => [...ancestryOf(units, id)]))
}

/** The villages of a unit in the order of the plan. */
export function ownVillages(registry: Registry, unitId: string): Registry['villages'] {
  const ids = villagesOfUnit(registry, unitId)
  return registry.villages.filter(({ id }) => ids?.has(id)).toSorted((a, b) => a.order - b.order)
}

/** The district of the plan that a village lay in. */
export function districtOf({ units, villages }: Places, villageId: string): Unit | undefined {
  const first = villages.find(({ id }) => id === villageId)?.links[0]
  const parent = units.find(({ id }) => id === first?.unit)?.parent
  return units.find(({ id, kind }) => id === parent && kind === 'district')
}

function successorsOf(units: ReadonlyMap<string, Unit>, id: string): readonly string[] {
  const found: string[] = []
  for (
    let at = units.get(id)?.successor ?? null;
    at !== null && !found.includes(at);
    at = units.get(at)?.successor ?? null
  )
    found.push(at)
  return found
}
