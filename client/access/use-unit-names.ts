// Names of units by their ids, and the units of today that a role may be given for.
import { isValidOn } from '../../shared/programme/units.ts'
import type { Unit } from '../../shared/registry.ts'
import { isoDayOf } from '../design/time-format.ts'
import type { SelectOption } from '../kit/select-field.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { unitsWithVillages } from '../registry/village-units.ts'

export function useUnitName(): (id: string) => string {
  const { data: registry } = useRegistry()
  return id => registry?.units.find(unit => unit.id === id)?.name ?? id
}

const KINDS = ['authority', 'department', 'district', 'commune'] as const satisfies readonly Unit['kind'][]
const collator = new Intl.Collator('vi', { numeric: true })

/** Authorities and departments of today, and the communes that hold a village. */
export function useGrantUnits(): readonly SelectOption<string>[] {
  const { data: registry } = useRegistry()
  const { serverNow } = useMoment()
  if (!registry) return []
  const today = serverNow === undefined ? registry.asOf : isoDayOf(serverNow)
  const homes = new Set(unitsWithVillages(registry, today).map(({ unit }) => unit.id))
  return KINDS.flatMap(kind =>
    registry.units
      .filter(unit => unit.kind === kind && isValidOn(unit, today) && (kind !== 'commune' || homes.has(unit.id)))
      .sort((a, b) => collator.compare(a.name, b.name))
      .map(({ id, name }) => ({ value: id, label: name })),
  )
}
