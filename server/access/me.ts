// Who somebody is to the station, as their page needs to know it. Pure but for what it is given.
import type { Me, Person } from '../../shared/access/api-schema.ts'
import { audienceOf, rightsOf } from '../../shared/access/judge.ts'
import type { PersonPrincipal } from '../../shared/access/principal.ts'
import { RIGHTS } from '../../shared/access/right.ts'
import type { Role } from '../../shared/access/role.ts'
import type { Identity } from './identity.ts'
import type { AccessRecords } from './records.ts'

export type MeDeps = {
  readonly mode: Me['mode']
  readonly records: AccessRecords
  readonly carriers: (unit: string) => readonly string[]
  readonly unitName: (unit: string) => string | undefined
  readonly outside: string | null
  readonly isNew: () => boolean
}

export function createMe({ mode, records, carriers, unitName, outside, isNew }: MeDeps): (identity: Identity) => Me {
  function unitsOf({ grants }: PersonPrincipal): Person['units'] {
    const roles = new Map<string, Set<Role>>()
    for (const { role, unit } of grants)
      for (const id of unit === null ? [] : carriers(unit)) roles.set(id, (roles.get(id) ?? new Set()).add(role))
    return [...roles].map(([id, held]) => ({ id, name: unitName(id) ?? id, roles: [...held] }))
  }
  function whoIs({ principal }: Identity): Me['who'] {
    if (principal.kind === 'display') return { kind: 'display', display: principal.display, scope: principal.scope }
    if (principal.kind !== 'person') return { kind: principal.kind }
    const account = records.get('account', principal.account)
    const { login = '', totpSecret = null, passwordHash = null } = account ?? {}
    return {
      kind: 'person',
      account: principal.account,
      login,
      name: principal.name,
      grants: [...principal.grants],
      units: unitsOf(principal),
      hasTotp: totpSecret !== null,
      hasPassword: passwordHash !== null,
      hasPin: records.get('pin', principal.account) !== undefined,
    }
  }
  return identity => ({
    mode,
    who: whoIs(identity),
    rights: identity.principal.kind === 'local' ? [...RIGHTS] : [...rightsOf(identity.principal)],
    audience: audienceOf(identity.principal),
    formSecret: identity.formSecret ?? null,
    outside,
    isNew: isNew(),
  })
}
