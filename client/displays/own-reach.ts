// What a display may watch and follow, by what the station said of it. Pure.
import { FAMILY_NEEDS } from '../../shared/access/action.ts'
import type { Me } from '../../shared/access/api-schema.ts'
import type { Family } from '../../shared/wire.ts'

export type OwnReach = {
  readonly scope: string
  readonly follows: readonly Family[]
  /** It stands for one unit only. */
  readonly unit: string | undefined
}

export function reachOf(me: Me | undefined, families: readonly Family[]): OwnReach {
  if (me?.who.kind !== 'display') return { scope: 'province', follows: families, unit: undefined }
  const { scope } = me.who
  const mayFollow = (family: Family) => {
    const need = FAMILY_NEEDS[family]
    return typeof need !== 'string' && need.some(right => me.rights.includes(right))
  }
  return {
    scope,
    follows: families.filter(mayFollow),
    unit: scope.startsWith('unit:') ? scope.slice('unit:'.length) : undefined,
  }
}
