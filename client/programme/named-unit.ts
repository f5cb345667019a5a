// A unit as a list names it: by the plan, or who carries it on. Pure; knows no language.
import { carriersOf } from '../../shared/programme/decide-rights.ts'
import { nameOn } from '../../shared/programme/units.ts'
import type { ProgrammeView } from './programme-hooks.tsx'

export type NamedUnit = {
  /** The same for all that one unit carries on: two departments of the plan may be one today. */
  readonly key: string
  /** Null = nobody carries it on. */
  readonly name: string | null
  /** What the plan called it, when its own name isn't the one shown. */
  readonly formerly: string | null
}

type Lens = Pick<ProgrammeView, 'state' | 'units' | 'day' | 'basis'>

/** The plan's own words stand for whatever isn't a unit ("Các sở, ngành có liên quan"). */
export function namedUnit(view: Lens, id: string): NamedUnit {
  const { state, units, day, basis } = view
  const own = units.get(id)
  if (!own) return { key: id, name: id, formerly: null }
  const carrier = nameOn(units, id, basis, day)
  if (carrier) return { key: carrier.id, name: carrier.name, formerly: null }
  const heirs = carriersOf({ state, units, today: day }, id)
  const name = heirs.length > 0 ? heirs.map(unit => unit.name).join(', ') : null
  return { key: id, name, formerly: own.name }
}

/** Each once: of several that one unit carries on, the first stands for all. */
export function namedUnits(view: Lens, ids: readonly string[]): readonly NamedUnit[] {
  const found = new Map<string, NamedUnit>()
  for (const id of ids) {
    const unit = namedUnit(view, id)
    if (!found.has(unit.key)) found.set(unit.key, unit)
  }
  return [...found.values()]
}
