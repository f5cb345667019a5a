// The roles a person can hold, each for a unit or for the whole province. Plain data and its shape.
import { z } from 'zod'
import { unitIdSchema } from '../ids.ts'

export const ROLES = [
  'viewer',
  'leader',
  'operator',
  'unit-officer',
  'appraiser',
  'consolidator',
  'approver',
  'administrator',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** These only look, so they may be held for the whole province; whoever acts, acts for a unit. */
export const PROVINCE_WIDE: ReadonlySet<Role> = new Set(['viewer', 'leader', 'auditor'])

export const MAX_GRANTS = 12

/** `unit` null = the whole province. */
export const grantSchema = z
  .strictObject({ role: z.enum(ROLES), unit: unitIdSchema.nullable() })
  .refine(({ role, unit }) => unit !== null || PROVINCE_WIDE.has(role), { path: ['unit'], message: 'a unit is needed' })
export type Grant = z.infer<typeof grantSchema>
export const grantsSchema = z.array(grantSchema).min(1).max(MAX_GRANTS)

/** How much of what is personal a screen or a person may see. */
export const AUDIENCES = ['public', 'office', 'leader'] as const
export type Audience = (typeof AUDIENCES)[number]
