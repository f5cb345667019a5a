// Units that a form may name on a day: those that exist then, by kind and name. Pure.
import { isValidOn, villageUnitOn } from '../../shared/programme/units.ts'
import type { Unit } from '../../shared/registry.ts'
import type { SelectOption } from '../kit/select-field.tsx'
import type { ProgrammeView } from './programme-hooks.tsx'

type Lens = Pick<ProgrammeView, 'state' | 'units' | 'day'>

const KINDS = ['authority', 'department', 'group', 'district', 'commune'] as const satisfies readonly Unit['kind'][]
const collator = new Intl.Collator('vi', { numeric: true })

/** Communes only where a village lies: the others have no part in the programme. */
export function unitOptions({ state, units, day }: Lens): readonly SelectOption<string>[] {
  const homes = new Set([...state.villages.values()].map(village => villageUnitOn(village, day)))
  return [...units.values()]
    .filter(unit => isValidOn(unit, day) && (unit.kind === 'commune' ? homes.has(unit.id) : unit.kind !== 'province'))
    .sort(
      (a, b) =>
        KINDS.findIndex(kind => kind === a.kind) - KINDS.findIndex(kind => kind === b.kind) ||
        collator.compare(a.name, b.name),
    )
    .map(({ id, name }) => ({ value: id, label: name }))
}

/** Every commune of the day, for linking a village. */
export const communeOptions = ({ units, day }: Pick<Lens, 'units' | 'day'>): readonly SelectOption<string>[] =>
  [...units.values()]
    .filter(unit => unit.kind === 'commune' && isValidOn(unit, day))
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({ id, name }) => ({ value: id, label: name }))
