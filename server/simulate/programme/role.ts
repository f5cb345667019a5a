// What somebody of a unit is called in a simulated story: a role, never a person.
import type { Units } from '../../../shared/programme/units.ts'
import type { Unit } from '../../../shared/registry.ts'

const ROLES: Readonly<Partial<Record<Unit['kind'], string>>> = {
  commune: 'Công chức xã',
  district: 'Cán bộ phòng chuyên môn',
  authority: 'Chuyên viên Văn phòng',
}

export function roleOf(unit: string, units: Units): string {
  const kind = units.get(unit)?.kind
  return (kind && ROLES[kind]) ?? 'Chuyên viên'
}
