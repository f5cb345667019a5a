// In whose name something is entered: the account's, for a unit whose roles allow it; where nobody signs in, what the person said.
import { useMemo } from 'react'
import type { Person } from '../../shared/access/api-schema.ts'
import type { CommandActor } from '../../shared/programme/command.ts'
import { useDeclaredActor } from '../programme/declared-actor.ts'
import type { Doing } from './may.ts'
import { unitsFor } from './may.ts'
import { useMe } from './me.ts'

/** @param doing undefined while the form makes none: then every unit of the person is meant */
export function useActor(doing?: Doing): CommandActor {
  const declared = useDeclaredActor()
  const person = usePerson()
  const { name, unit } = person ? actorOf(person, doing, declared.unit) : declared
  return useMemo(() => ({ name, unit }), [name, unit])
}

export function usePerson(): Person | undefined {
  const me = useMe()
  return me?.who.kind === 'person' ? me.who : undefined
}

/** @param chosen the unit this browser acted for last */
export function actorOf(person: Person, doing: Doing | undefined, chosen: string): CommandActor {
  const units = unitsFor(person, doing)
  const [only] = units.length === 1 ? units : units.filter(({ id }) => id === chosen)
  return { name: person.name, unit: only?.id ?? '' }
}
