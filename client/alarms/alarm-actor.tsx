// Who acts on alarms: who signed in, or what the person said of themselves in any part of the system, asked for once. Offers the units
// of today that may act; the station judges.
import { useMemo } from 'react'
import type { CommandActor } from '../../shared/programme/command.ts'
import { isValidOn } from '../../shared/programme/units.ts'
import { useActor, usePerson } from '../access/actor.ts'
import type { Doing } from '../access/may.ts'
import { isoDayOf } from '../design/time-format.ts'
import type { SelectOption } from '../kit/select-field.tsx'
import { useMoment } from '../live/live-hooks.tsx'
import { ActorFieldsFor } from '../programme/declared-actor-fields.tsx'
import { useRegistry } from '../registry/registry-query.ts'
import { unitsWithVillages } from '../registry/village-units.ts'

const KINDS = ['authority', 'department', 'district', 'commune'] as const

/** Authorities and departments of the day, and the communes that hold a village; empty until the registry is here. */
export function useActingUnits(): readonly SelectOption<string>[] {
  const { data: registry } = useRegistry()
  const { serverNow } = useMoment()
  const today = serverNow === undefined ? registry?.asOf : isoDayOf(serverNow)
  return useMemo(() => {
    if (!registry || today === undefined) return []
    const homes = new Set(unitsWithVillages(registry, today).map(({ unit }) => unit.id))
    return KINDS.flatMap(kind =>
      registry.units
        .filter(unit => unit.kind === kind && isValidOn(unit, today) && (kind !== 'commune' || homes.has(unit.id)))
        .map(({ id, name }) => ({ value: id, label: name })),
    )
  }, [registry, today])
}

/** `unitName` is undefined while the person isn't known well enough to act. */
export function useAlarmActor(doing?: Doing): {
  readonly actor: CommandActor
  readonly unitName: string | undefined
} {
  const actor = useActor(doing)
  const person = usePerson()
  const units = useActingUnits()
  const unitName = person
    ? person.units.find(({ id }) => id === actor.unit)?.name
    : units.find(({ value }) => value === actor.unit)?.label
  return { actor, unitName: actor.name.trim().length > 1 ? unitName : undefined }
}

/** Fields of a form; one line once the person is known. */
export const AlarmActorFields = ({ doing }: { readonly doing: Doing | undefined }) => (
  <ActorFieldsFor options={useActingUnits()} doing={doing} />
)
