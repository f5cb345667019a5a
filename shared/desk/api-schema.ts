// What the station says of the desk over HTTP.
import { z } from 'zod'
import { commandReplySchema, countSchema } from '../programme/api-schema.ts'
import { ENTRY_KINDS } from './command.ts'
import { deskIdSchema } from './command-schema.ts'
import { DESK_LIMITS } from './limits.ts'
import type { LogEntry } from './state.ts'

export const deskStateQuerySchema = z.strictObject({
  at: z
    .string()
    .max(64)
    .optional()
    .describe('the desk as it stood then: a day (its end), epoch milliseconds, or RFC 3339'),
})
export const deskCommandReplySchema = commandReplySchema

/** Newest first by when they were written; without either, from the newest. */
export const deskEntriesQuerySchema = z
  .strictObject({
    from: deskIdSchema.optional().describe('id of an entry: this one and those written before it'),
    before: countSchema(1, Number.MAX_SAFE_INTEGER).optional().describe('`next` of the page before'),
    limit: countSchema(1, DESK_LIMITS.entriesPage.most).optional(),
  })
  .refine(({ from, before }) => from === undefined || before === undefined, {
    path: ['before'],
    message: 'either `from` or `before`',
  })
export type DeskEntriesQuery = z.infer<typeof deskEntriesQuerySchema>

const logEntrySchema = z.strictObject({
  id: deskIdSchema,
  text: z.string(),
  /** Epoch milliseconds. */
  happenedAt: z.number(),
  village: z.string().nullable(),
  alarms: z.array(z.string()).readonly(),
  kind: z.enum(ENTRY_KINDS),
  by: z.string(),
  writtenAt: z.number(),
  corrections: z.array(z.strictObject({ text: z.string(), by: z.string(), at: z.number() })).readonly(),
  version: z.int(),
}) satisfies z.ZodType<LogEntry>

export const deskEntriesReplySchema = z.strictObject({
  entries: z.array(logEntrySchema).readonly(),
  /** `before` of the next page; null on the last. A page can hold fewer entries than were asked for, and still have a next. */
  next: z.int().nullable(),
})
export type DeskEntriesReply = z.infer<typeof deskEntriesReplySchema>
