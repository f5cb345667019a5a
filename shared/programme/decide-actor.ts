// Who asks: a name that can be read, and a unit that exists today and can act.
import type { Unit } from '../registry.ts'
import type { Judgement } from './decide-judgement.ts'
import { LIMITS } from './decide-limits.ts'
import { lengthOf } from './decide-values.ts'
import { groupOf, isValidOn, successorOn } from './units.ts'

export function checkActorName(j: Pick<Judgement, 'actor' | 'refuse'>): void {
  const { name } = j.actor
  const { min, max } = LIMITS.actorName
  if (lengthOf(name.trim()) < min || lengthOf(name) > max) j.refuse('actor-name-length', 'actor.name', LIMITS.actorName)
  // Also what is invisible (format characters): two people could look the same in a list.
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name) || !/\p{L}/u.test(name)) j.refuse('actor-name-characters', 'actor.name')
}

/** The actor's unit when it can act today. */
export function checkActorUnit(j: Omit<Judgement, 'unit'>): Unit | undefined {
  const unit = checkUnit(j, 'actor.unit', j.actor.unit)
  const members = unit ? (groupOf(j.state.plan, unit.id) ?? []).filter(id => j.units.has(id)) : []
  if (!unit || members.length === 0) return unit
  const names = members.flatMap(id => successorOn(j.units, id, j.today)?.name ?? [])
  j.refuse('unit-is-group', 'actor.unit', unit.name, [...new Set(names)])
  return undefined
}

/** A unit that exists today. */
export function checkUnit(j: Omit<Judgement, 'unit'>, field: string, id: string): Unit | undefined {
  const unit = j.units.get(id)
  if (!unit) {
    j.refuse('unit-unknown', field, id.slice(0, 64))
    return undefined
  }
  if (isValidOn(unit, j.today)) return unit
  if (unit.validTo !== null && unit.validTo <= j.today)
    j.refuse('unit-abolished', field, unit.name, unit.validTo, successorOn(j.units, id, j.today)?.name ?? null)
  else j.refuse('unit-not-yet', field, unit.name, unit.validFrom ?? j.today)
  return undefined
}
