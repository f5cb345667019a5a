// What the doors of entry sessions take and answer, as it crosses HTTP.
import { z } from 'zod'
import { codeSchema, secretSchema } from '../access/command-schema.ts'
import { MAX_PIN } from '../access/pin-rule.ts'
import { displayIdSchema } from '../displays/profile-schema.ts'
import { unitIdSchema, villageIdSchema } from '../ids.ts'
import { MAX_ACTOR_NAME } from '../programme/command-schema.ts'
import { daySchema, itemIdSchema, targetSchema } from '../programme/criteria-set-schema.ts'
import { TASK_STATUSES } from '../programme/facts.ts'
import type { EntryChoices } from './choices.ts'
import { ENTRY_COMMANDS } from './entry.ts'

/** The display that asks, and the unit it shows. A paired one says by its cookie which it is; what it writes here counts only without. */
const place = { display: displayIdSchema, unit: unitIdSchema }
const typedPinSchema = z.string().min(1).max(MAX_PIN)

export const entrySignInSchema = z.strictObject({ ...place, login: z.string().min(1).max(64), pin: typedPinSchema })
export const declareEntrySchema = z.strictObject({ ...place, name: z.string().max(MAX_ACTOR_NAME) })
export const entryReplySchema = z.strictObject({
  /** For as long as the session runs; kept nowhere. */
  session: secretSchema,
  /** For what is entered in the session and waits for the line. */
  ticket: secretSchema,
  name: z.string(),
  unit: unitIdSchema,
  unitName: z.string(),
  /** Whether the station knows who it is, or only what they say. */
  standing: z.enum(['person', 'declared']),
  openedAt: z.int(),
  endsAt: z.int(),
  /** The last moment at which what waits is taken. */
  sendableUntil: z.int(),
  now: z.int(),
})
export type EntryReply = z.infer<typeof entryReplySchema>

export const openEntryCodeSchema = z.strictObject(place)
export const entryCodeReplySchema = z.strictObject({
  code: codeSchema,
  /** Stays on the kiosk; fetches what was approved. */
  secret: secretSchema,
  /** What a phone opens. */
  address: z.string(),
  expiresAt: z.int(),
  now: z.int(),
})
export type EntryCodeReply = z.infer<typeof entryCodeReplySchema>
export const claimEntryCodeSchema = z.strictObject({ secret: secretSchema })
export const claimEntryCodeReplySchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({ state: z.literal('open'), entry: entryReplySchema }),
])
export type ClaimEntryCodeReply = z.infer<typeof claimEntryCodeReplySchema>
export const lookEntryCodeSchema = z.strictObject({ code: codeSchema })
export const lookEntryCodeReplySchema = z.strictObject({
  display: displayIdSchema,
  /** As an administrator called it; null = nobody did. */
  displayName: z.string().nullable(),
  unit: unitIdSchema,
  unitName: z.string(),
  expiresAt: z.int(),
  now: z.int(),
  /** Whether whoever looks may enter anything for that unit. */
  mayEnter: z.boolean(),
})
export type LookEntryCodeReply = z.infer<typeof lookEntryCodeReplySchema>

export const entryStandingSchema = z.strictObject({ endsAt: z.int(), now: z.int() })
export const endEntrySchema = z.strictObject({
  /** Something still waits for the line: its ticket stays good. */
  isTicketNeeded: z.boolean(),
})

export const entryRequestSchema = z.strictObject({
  command: z.enum(ENTRY_COMMANDS),
  /** Held against the schema of the command itself. */
  data: z.record(z.string(), z.unknown()),
  expected: z.int().min(0),
  enteredAt: z.int().min(0),
  /** It waited because there was no line. */
  wasOffline: z.boolean(),
})
export type EntryRequest = z.infer<typeof entryRequestSchema>
export const entryDoneSchema = z.strictObject({
  repeated: z.boolean(),
  /** Of the subject from now on: what the next entry about it must have seen. */
  version: z.int(),
})
export type EntryDone = z.infer<typeof entryDoneSchema>

const versioned = { version: z.int() }
const outcomeSchema = z.enum(['met', 'not-met'])
export const entryChoicesSchema = z.strictObject({
  day: daySchema,
  unit: unitIdSchema,
  villages: z.array(z.strictObject({ id: villageIdSchema, name: z.string() })),
  tasks: z.array(
    z.strictObject({
      ...versioned,
      id: itemIdSchema,
      title: z.string(),
      status: z.enum(TASK_STATUSES).nullable(),
      progress: z.number().nullable(),
      text: z.string().nullable(),
      dueOn: daySchema.nullable(),
      isLate: z.boolean(),
      statuses: z.array(z.enum(TASK_STATUSES)),
      years: z.array(z.number()).nullable(),
    }),
  ),
  indicators: z.array(
    z.strictObject({
      ...versioned,
      village: villageIdSchema,
      set: itemIdSchema,
      id: itemIdSchema,
      title: z.string(),
      target: targetSchema,
      evidence: z.string().nullable(),
      outcome: outcomeSchema.nullable(),
      value: z.number().nullable(),
      note: z.string().nullable(),
      isIllustrative: z.boolean(),
    }),
  ),
  reports: z.array(
    z.strictObject({
      ...versioned,
      period: z.string(),
      cutoff: daySchema,
      dueOn: daySchema,
      mark: z.enum(['on-time', 'late', 'missing', 'due-soon', 'not-due', 'nobody']),
    }),
  ),
}) satisfies z.ZodType<EntryChoices>
