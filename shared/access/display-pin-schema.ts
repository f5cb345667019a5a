// What the doors of the service page take and answer: the PIN that an administrator sets, and the display where it is typed.
import { z } from 'zod'
import { displayIdSchema } from '../displays/profile-schema.ts'
import { MAX_PIN } from './pin-rule.ts'

/** Before it is judged; the rule of a good PIN is pin-rule.ts. */
const pinSchema = z.string().min(1).max(MAX_PIN)
/** Null = every display that has none of its own. */
const ofSchema = z.strictObject({ display: displayIdSchema.nullable() })

/** A PIN of null takes it away. */
export const setDisplayPinSchema = ofSchema.extend({ pin: pinSchema.nullable() })
export type SetDisplayPin = z.infer<typeof setDisplayPinSchema>

export const displayPinsReplySchema = z.strictObject({
  pins: z.array(ofSchema.extend({ setAt: z.int(), setBy: z.string() })),
})
export type DisplayPinsReply = z.infer<typeof displayPinsReplySchema>

export const enterServiceSchema = z.strictObject({
  display: displayIdSchema,
  pin: pinSchema,
  /** `leave`: the display gives its pairing back. */
  to: z.enum(['look', 'leave']),
})
export type EnterService = z.infer<typeof enterServiceSchema>
export const enterServiceReplySchema = z.strictObject({
  done: z.literal(true),
  /** The address that the station gives to phones. */
  address: z.string(),
})
export type EnterServiceReply = z.infer<typeof enterServiceReplySchema>
