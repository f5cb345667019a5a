// Which unit became which, and of which nothing is known: read from validity and successors alone. Pure; names no unit.
import { isValidOn, type Units } from '../../../shared/programme/units.ts'
import type { Unit } from '../../../shared/registry.ts'

export const UNIT_KINDS = [
  'department',
  'authority',
  'group',
  'province',
  'district',
  'commune',
] as const satisfies readonly Unit['kind'][]
export type UnitKind = (typeof UNIT_KINDS)[number]

export type Merger = {
  /** Null = nobody carries them on. */
  readonly to: Unit | null
  readonly from: readonly Unit[]
}
/** All that ended on one day. */
export type Reorganisation = { readonly on: string; readonly mergers: readonly Merger[] }

const collator = new Intl.Collator('vi', { numeric: true })
const byKindAndName = (a: Unit, b: Unit): number =>
  UNIT_KINDS.indexOf(a.kind) - UNIT_KINDS.indexOf(b.kind) || collator.compare(a.name, b.name)

/** Those that happened by a day, newest first; within one, who has a successor first. */
export function reorganisationsOf(units: Units, day: string): readonly Reorganisation[] {
  const ended = [...units.values()].filter(({ validTo }) => validTo !== null && validTo <= day).sort(byKindAndName)
  return [...Map.groupBy(ended, ({ validTo }) => validTo ?? '')]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([on, gone]) => ({ on, mergers: mergersOf(units, gone) }))
}

function mergersOf(units: Units, gone: readonly Unit[]): readonly Merger[] {
  const groups = [...Map.groupBy(gone, ({ successor }) => successor)]
  return groups
    .map(([successor, from]) => ({ to: successor === null ? null : (units.get(successor) ?? null), from }))
    .sort((a, b) => Number(a.to === null) - Number(b.to === null))
}

/**
 * Departments that still stand as they were while what they belonged to has ended: no source at hand says whether they were
 * merged or renamed. They are used as they are, and named as not verified.
 */
export const unverifiedOn = (units: Units, day: string): readonly Unit[] =>
  [...units.values()]
    .filter(unit => {
      const parent = unit.parent === null ? undefined : units.get(unit.parent)
      const isOrphan = parent !== undefined && parent.validTo !== null && parent.validTo <= day
      return unit.kind === 'department' && unit.successor === null && isOrphan && isValidOn(unit, day)
    })
    .sort(byKindAndName)

export const unitsOfKind = (units: Units, kind: UnitKind): readonly Unit[] =>
  [...units.values()].filter(unit => unit.kind === kind).sort(byKindAndName)
