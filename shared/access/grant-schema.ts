// A role given to somebody, as it comes in over HTTP and lies in the store.
import { z } from 'zod'
import { unitIdSchema } from '../ids.ts'
import { MAX_GRANTS, PROVINCE_WIDE, ROLES } from './role.ts'

/** `unit` null = the whole province. */
export const grantSchema = z
  .strictObject({ role: z.enum(ROLES), unit: unitIdSchema.nullable() })
  .refine(({ role, unit }) => unit !== null || PROVINCE_WIDE.has(role), { path: ['unit'], message: 'a unit is needed' })
export const grantsSchema = z.array(grantSchema).min(1).max(MAX_GRANTS)
