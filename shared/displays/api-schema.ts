// What the station says of displays over HTTP.
import { z } from 'zod'
import { deskIdSchema } from '../desk/command-schema.ts'
import { commandReplySchema } from '../programme/api-schema.ts'
import { DISPLAY_LIMITS } from './limits.ts'
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
/** `incident` null = an end to whatever is replayed there. */
export const replayRequestSchema = z.strictObject({
  incident: deskIdSchema.nullable(),
  displays: z.array(displayIdSchema).min(1).max(DISPLAY_LIMITS.displays),
})
/** `not-allowed`: of a public class, or hung up for another unit. */
export const REPLAY_LEFT = ['not-connected', 'not-allowed'] as const
export const replayReplySchema = z.strictObject({
  told: z.array(displayIdSchema),
  left: z.array(z.strictObject({ display: displayIdSchema, why: z.enum(REPLAY_LEFT) })),
})
export type ReplayReply = z.infer<typeof replayReplySchema>

/** What a display needs of an incident to replay it; times are epoch milliseconds. */
export const replayedIncidentSchema = z.strictObject({
  id: deskIdSchema,
  title: z.string(),
  from: z.number(),
  to: z.number(),
  village: z.string().nullable(),
  annotations: z.array(z.strictObject({ id: deskIdSchema, at: z.number(), text: z.string() })),
})
export type ReplayedIncident = z.infer<typeof replayedIncidentSchema>

export const displayCommandReplySchema = commandReplySchema
export const thumbnailReplySchema = z.strictObject({ takenAt: z.number() })
