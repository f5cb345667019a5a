// Who asks, or who is put in charge: a name that can be read and a unit that exists today. As the programme judges them. Pure.
import type { CommandActor, Refusal } from '../programme/command.ts'
import { checkActorName, checkUnit } from '../programme/decide-actor.ts'
import { provinceDayOf } from '../programme/province-day.ts'
import { refusalOf } from '../programme/refusal.ts'
import { EMPTY_STATE } from '../programme/state.ts'
import type { Units } from '../programme/units.ts'

type Today = { readonly units: Units; readonly now: number }
type Refuse = (refusal: Refusal) => void

export function checkPerson(scene: Today, actor: CommandActor, refuse: Refuse): void {
  checkActorName({ actor, refuse: (code, field, ...about) => refuse(refusalOf(code, field, ...about)) })
  checkUnitOf(scene, 'actor.unit', actor, refuse)
}

export function checkUnitOf({ units, now }: Today, field: string, person: CommandActor, refuse: Refuse): void {
  const judgement = {
    // The unit alone is looked at; nothing of the programme bears on it.
    state: EMPTY_STATE,
    units,
    today: provinceDayOf(now),
    actor: person,
    refuse: (code, about, ...rest) => refuse(refusalOf(code, about, ...rest)),
  } satisfies Parameters<typeof checkUnit>[0]
  checkUnit(judgement, field, person.unit)
}
