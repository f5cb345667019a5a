// What a display may watch and follow, by what the station said of it. Pure.
import { FAMILY_NEEDS } from '../../shared/access/action.ts'
import type { Me } from '../../shared/access/api-schema.ts'
import type { Family } from '../../shared/wire.ts'

export type OwnReach = {
  readonly scope: string
  readonly follows: readonly Family[]
  /** When it stands for one unit only. */
  readonly unit?: string
}

export function reachOf(me: Me | undefined, families: readonly Family[]): OwnReach {
  if (me?.who.kind !== 'display') return { scope: 'province', follows: families }
  const { scope } = me.who
  const mayFollow = (family: Family) => {
    const need = FAMILY_NEEDS[family]
    return typeof need !== 'string' && need.some(right => me.rights.includes(right))
  }
  return {
    scope,
    follows: families.filter(mayFollow),
    ...(scope.startsWith('unit:') ? { unit: scope.slice('unit:'.length) } : {}),
  }
}
