// What the doors of access take and answer, as it crosses HTTP.
import { z } from 'zod'
import { displayIdSchema } from '../displays/profile-schema.ts'
import { unitIdSchema } from '../ids.ts'
import {
  accountIdSchema,
  codeSchema,
  loginSchema,
  personNameSchema,
  secretSchema,
  typedPasswordSchema,
} from './command-schema.ts'
import { grantSchema } from './grant-schema.ts'
import { MAX_PIN } from './pin-rule.ts'
import { RIGHTS } from './right.ts'
import { AUDIENCES, ROLES } from './role.ts'

const unitNameSchema = z.strictObject({ id: unitIdSchema, name: z.string() })

/** A unit that somebody may act for today, and the roles they have there. */
const actingUnitSchema = z.strictObject({ ...unitNameSchema.shape, roles: z.array(z.enum(ROLES)) })
const personSchema = z.strictObject({
  kind: z.literal('person'),
  account: accountIdSchema,
  login: z.string(),
  name: z.string(),
  grants: z.array(grantSchema),
  units: z.array(actingUnitSchema),
  hasTotp: z.boolean(),
  hasPassword: z.boolean(),
  /** For entry at a kiosk. */
  hasPin: z.boolean(),
})
export const meSchema = z.strictObject({
  /** `open`: nobody signs in, everybody at this machine may do everything. */
  mode: z.enum(['open', 'required']),
  who: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('nobody') }),
    z.strictObject({ kind: z.literal('local') }),
    personSchema,
    z.strictObject({ kind: z.literal('display'), display: displayIdSchema, scope: z.string() }),
  ]),
  rights: z.array(z.enum(RIGHTS)),
  audience: z.enum(AUDIENCES),
  /** Goes with every change as the header X-Form-Secret; null where no cookie speaks for the sender. */
  formSecret: z.string().nullable(),
  /** How the identity provider is called, when there is one. */
  outside: z.string().nullable(),
  /** Nobody has an account yet: the link in the station's log leads on. */
  isNew: z.boolean(),
})
export type Me = z.infer<typeof meSchema>
export type Person = z.infer<typeof personSchema>

export const signInSchema = z.strictObject({
  login: z.string().min(1).max(64),
  password: typedPasswordSchema,
  code: codeSchema.optional(),
})
export const doneSchema = z.strictObject({ done: z.literal(true) })

export const invitationRequestSchema = z.strictObject({ invitation: secretSchema })
export const invitationReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), login: z.string(), name: z.string() }),
  /** The station's first: who they are, they say themselves. */
  z.strictObject({ kind: z.literal('set-up'), units: z.array(unitNameSchema) }),
])
export type InvitationReply = z.infer<typeof invitationReplySchema>
export const acceptInvitationSchema = z.strictObject({
  invitation: secretSchema,
  password: typedPasswordSchema,
  /** For the set-up only. */
  first: z.strictObject({ login: loginSchema, name: personNameSchema, unit: unitIdSchema }).optional(),
})
export const changePasswordSchema = z.strictObject({ current: typedPasswordSchema, password: typedPasswordSchema })
export const confirmationSchema = z.strictObject({ current: typedPasswordSchema })
/** Before it is judged; the rule is pin-rule.ts. */
export const setPinSchema = z.strictObject({ current: typedPasswordSchema, pin: z.string().max(2 * MAX_PIN) })
export const totpOfferSchema = z.strictObject({ secret: z.string(), address: z.string() })
export const totpConfirmSchema = z.strictObject({ code: codeSchema })

export const sessionsReplySchema = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      createdAt: z.int(),
      seenAt: z.int(),
      address: z.string(),
      agent: z.string(),
      how: z.enum(['password', 'outside']),
      isThis: z.boolean(),
    }),
  ),
})
export const revokeSessionSchema = z.strictObject({ session: z.string().max(64) })

export const accountRowSchema = z.strictObject({
  id: accountIdSchema,
  login: z.string(),
  name: z.string(),
  grants: z.array(grantSchema),
  state: z.enum(['active', 'invited', 'disabled']),
  hasTotp: z.boolean(),
  isOutside: z.boolean(),
  sessions: z.int(),
  /** Null = never within what is kept. */
  seenAt: z.int().nullable(),
})
export type AccountRow = z.infer<typeof accountRowSchema>
export const accountsReplySchema = z.strictObject({ accounts: z.array(accountRowSchema) })
export const accessCommandReplySchema = z.strictObject({
  account: accountIdSchema,
  /** Part of the link that its holder sets a password with; shown once, never kept. */
  invitation: z.string().nullable(),
})

export const accessEventsQuerySchema = z.strictObject({
  before: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(500))
    .optional(),
})
