// What an administrator asks about accounts and displays, as it comes in over HTTP.
import { z } from 'zod'
import { unitIdSchema } from '../ids.ts'
import { grantsSchema } from './grant-schema.ts'

export const LOGIN = /^[a-z0-9](?:[a-z0-9._@-]{1,62}[a-z0-9])$/
export const MAX_NAME = 80
export const MAX_SECRET = 100

export const loginSchema = z.string().trim().toLowerCase().regex(LOGIN)
/** A person's name: letters of any script, nothing invisible. */
export const personNameSchema = z
  .string()
  .trim()
  .min(2)
  .max(MAX_NAME)
  .refine(name => /\p{L}/u.test(name) && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name))
export const accountIdSchema = z.uuid()
export const secretSchema = z.string().min(20).max(MAX_SECRET)
/** Before it is judged; the rule of a good password is password-rule.ts. */
export const typedPasswordSchema = z.string().min(1).max(1_024)
export const codeSchema = z.string().regex(/^\d{6}$/)
/** What a display stands for: the province, or one unit. */
export const displayScopeSchema = z.union([z.literal('province'), z.templateLiteral(['unit:', unitIdSchema])])

const about = { account: accountIdSchema }
export const accessCommandSchema = z.discriminatedUnion('command', [
  z.strictObject({
    command: z.literal('add-account'),
    data: z.strictObject({ login: loginSchema, name: personNameSchema, grants: grantsSchema }),
  }),
  z.strictObject({
    command: z.literal('change-account'),
    data: z.strictObject({ ...about, name: personNameSchema, grants: grantsSchema }),
  }),
  z.strictObject({ command: z.literal('invite'), data: z.strictObject(about) }),
  z.strictObject({ command: z.literal('disable-account'), data: z.strictObject(about) }),
  z.strictObject({ command: z.literal('enable-account'), data: z.strictObject(about) }),
  z.strictObject({ command: z.literal('remove-totp'), data: z.strictObject(about) }),
  z.strictObject({ command: z.literal('end-sessions'), data: z.strictObject(about) }),
])
export type AccessCommand = z.infer<typeof accessCommandSchema>
