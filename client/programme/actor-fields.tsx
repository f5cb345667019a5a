// Who enters into the programme. The units are those of today that may act at all.
import { useMemo } from 'react'
import { groupOf, isValidOn, villageUnitOn } from '../../shared/programme/units.ts'
import type { Unit } from '../../shared/registry.ts'
import type { Doing } from '../access/may.ts'
import { ActorFieldsFor } from './declared-actor-fields.tsx'
import type { ProgrammeView } from './programme-hooks.tsx'

type Props = { readonly view: ProgrammeView; readonly doing: Doing | undefined }

export function ActorFields({ view, doing }: Props) {
  const options = useMemo(() => actingUnits(view).map(({ id, name }) => ({ value: id, label: name })), [view])
  return <ActorFieldsFor options={options} doing={doing} />
}

/** Departments and authorities of the day, and the communes that hold a village; no district once there is none. */
function actingUnits({ state, units, day }: ProgrammeView): readonly Unit[] {
  const communes = new Set([...state.villages.values()].map(village => villageUnitOn(village, day)))
  const acts = ({ id, kind }: Unit) =>
    kind === 'department' ||
    kind === 'authority' ||
    kind === 'district' ||
    (kind === 'group' && groupOf(state.plan, id) === undefined) ||
    communes.has(id)
  return [...units.values()].filter(unit => isValidOn(unit, day) && acts(unit))
}
