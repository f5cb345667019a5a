// What the station says of displays over HTTP.
import { z } from 'zod'
import { commandReplySchema } from '../programme/api-schema.ts'
import { displayIdSchema } from './profile-schema.ts'
import { displayReportSchema, ORDERS } from './report.ts'

export const fleetEntrySchema = z.strictObject({
  display: displayIdSchema,
  /** Null = nobody has named it. */
  name: z.string().nullable(),
  profile: z.string().nullable(),
  screen: z.string().nullable(),
  /** Null = it was never heard since the station started. */
  report: displayReportSchema.nullable(),
  /** Epoch milliseconds. */
  reportedAt: z.number().nullable(),
  isAlive: z.boolean(),
  /** Whether it can be told something now. */
  isConnected: z.boolean(),
  thumbnailAt: z.number().nullable(),
  /** How far its own clock was ahead of the station's when it reported. */
  clockOffMs: z.number().nullable(),
})
export type FleetRow = z.infer<typeof fleetEntrySchema>
export const fleetReplySchema = z.strictObject({ now: z.number(), displays: z.array(fleetEntrySchema) })
export type FleetReply = z.infer<typeof fleetReplySchema>

export const orderRequestSchema = z.strictObject({ kind: z.enum(ORDERS) })
export const orderReplySchema = z.strictObject({ kind: z.enum(ORDERS) })
export const displayCommandReplySchema = commandReplySchema
export const thumbnailReplySchema = z.strictObject({ takenAt: z.number() })
