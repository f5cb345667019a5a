// What the doors of pairing take and answer: screens that ask to be let in, and whoever lets them in.
import { z } from 'zod'
import { displayIdSchema, displayNameSchema, profileIdSchema, screenIdSchema } from '../displays/profile-schema.ts'
import { unitIdSchema } from '../ids.ts'
import { MAX_ACTOR_NAME } from '../programme/command-schema.ts'
import { codeSchema, displayScopeSchema, secretSchema } from './command-schema.ts'
import { AUDIENCES } from './role.ts'

const display = { display: displayIdSchema }
const standing = { scope: displayScopeSchema, audience: z.enum(AUDIENCES) }

export const openPairingSchema = z.strictObject(display)
/** `now` beside it: the screen's own clock may be wrong. */
export const openPairingReplySchema = z.strictObject({
  code: codeSchema,
  /** Stays on the screen; fetches what was approved. */
  secret: secretSchema,
  expiresAt: z.int(),
  now: z.int(),
})
export type OpenPairingReply = z.infer<typeof openPairingReplySchema>
export const claimPairingSchema = z.strictObject({ secret: secretSchema })
export const claimPairingReplySchema = z.strictObject({ state: z.enum(['waiting', 'paired']) })
export type ClaimPairingReply = z.infer<typeof claimPairingReplySchema>

export const lookPairingSchema = z.strictObject({ code: codeSchema })
export const lookPairingReplySchema = z.strictObject({
  ...display,
  address: z.string(),
  askedAt: z.int(),
  expiresAt: z.int(),
  /** It is paired already: what it holds now ends with the new pairing. */
  isPaired: z.boolean(),
})
export type LookPairingReply = z.infer<typeof lookPairingReplySchema>

export const approvePairingSchema = z.strictObject({
  code: codeSchema,
  name: displayNameSchema,
  profile: profileIdSchema,
  screen: screenIdSchema.nullable(),
  ...standing,
  actor: z.strictObject({ name: z.string().max(MAX_ACTOR_NAME), unit: unitIdSchema }),
})
export type ApprovePairing = z.infer<typeof approvePairingSchema>
export const approvePairingReplySchema = z.strictObject(display)

export const pairedDisplaySchema = z.strictObject({
  ...display,
  scope: z.string(),
  audience: z.enum(AUDIENCES),
  pairedAt: z.int(),
  pairedBy: z.string(),
  seenAt: z.int(),
  address: z.string(),
  /** Since then a second machine says that it is this one, and both are shut out. */
  copiedAt: z.int().nullable(),
})
export type PairedRow = z.infer<typeof pairedDisplaySchema>
export const pairedReplySchema = z.strictObject({ now: z.int(), displays: z.array(pairedDisplaySchema) })
export type PairedReply = z.infer<typeof pairedReplySchema>

export const changePairedSchema = z.strictObject({ ...display, ...standing })
export const revokePairedSchema = z.strictObject(display)
