// What the station says of the desk over HTTP.
import { z } from 'zod'
import { commandReplySchema } from '../programme/api-schema.ts'

export const deskStateQuerySchema = z.strictObject({
  at: z
    .string()
    .max(64)
    .optional()
    .describe('the desk as it stood then: a day (its end), epoch milliseconds, or RFC 3339'),
})
export const deskCommandReplySchema = commandReplySchema
