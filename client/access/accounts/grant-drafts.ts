// Roles as they are being edited: what is missing, what stands there twice, and the grants they make. Pure.

import type { Grant, Role } from '../../../shared/access/role.ts'
import { PROVINCE_WIDE } from '../../../shared/access/role.ts'

export type GrantDraft = { readonly key: number; readonly role: Role; readonly unit: string | null }

export const draftsOf = (grants: readonly Grant[]): readonly GrantDraft[] =>
  grants.map((grant, key) => ({ key, ...grant }))

export const newDraft = (drafts: readonly GrantDraft[]): GrantDraft => ({
  key: Math.max(-1, ...drafts.map(({ key }) => key)) + 1,
  role: 'unit-officer',
  unit: null,
})

export const grantsOf = (drafts: readonly GrantDraft[]): Grant[] => drafts.map(({ role, unit }) => ({ role, unit }))

/** Another role keeps the unit it was given for. */
export const withRole = (draft: GrantDraft, role: Role): GrantDraft => ({ ...draft, role })

export type GrantFault = { readonly at: number; readonly kind: 'unit-missing' | 'twice' }

export function grantFaults(drafts: readonly GrantDraft[]): readonly GrantFault[] {
  return drafts.flatMap(({ role, unit }, at): GrantFault[] => {
    if (unit === null && !PROVINCE_WIDE.has(role)) return [{ at, kind: 'unit-missing' }]
    const isTwice = drafts.slice(0, at).some(other => other.role === role && other.unit === unit)
    return isTwice ? [{ at, kind: 'twice' }] : []
  })
}
