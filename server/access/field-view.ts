// Which series somebody may see: a screen of one unit gets that unit, a public one nothing that tells of one household.
import type { Response } from 'express'
import { audienceOf, boundUnits } from '../../shared/access/judge.ts'
import { hidesPersons, maskJson } from '../../shared/access/mask.ts'
import type { Principal } from '../../shared/access/principal.ts'
import type { Quantity, Registry } from '../../shared/registry.ts'
import { villagesOfUnit } from '../../shared/village-units.ts'
import { principalOf } from './guard.ts'

type Seen = { readonly village: string; readonly quantity: string }
export type FieldView = {
  readonly sees: (series: Seen) => boolean
  /** Whether this scope of the live link may be watched. */
  readonly mayWatch: (scope: string) => boolean
  /** Views of one key see the same. */
  readonly key: string
  /** What is told beside series, without what is personal. */
  readonly mask: (value: unknown) => unknown
}
export type FieldViews = {
  readonly of: (principal: Principal) => FieldView
  readonly behind: (response: Response) => FieldView
}

export function createFieldViews(registry: Registry): FieldViews {
  const personal = new Set(registry.quantities.filter(isPersonal).map(({ code }) => code))
  const of = (principal: Principal): FieldView => {
    const units = boundUnits(principal)
    const villages = units && new Set(units.flatMap(unit => [...(villagesOfUnit(registry, unit) ?? [])]))
    const audience = audienceOf(principal)
    const hidesPersonal = hidesPersons(audience)
    return {
      sees: ({ village, quantity }) => (villages?.has(village) ?? true) && !(hidesPersonal && personal.has(quantity)),
      mayWatch(scope) {
        if (!villages) return true
        const [kind, id = ''] = scope.split(':')
        return kind === 'unit' ? (units?.includes(id) ?? false) : kind === 'village' && villages.has(id)
      },
      key: `${units?.join(' ') ?? ''} ${hidesPersonal ? 'masked' : ''}`,
      mask: value => maskJson(audience, value, personal),
    }
  }
  return { of, behind: response => of(principalOf(response)) }
}

const isPersonal = (quantity: Quantity): boolean => quantity.personal === true
