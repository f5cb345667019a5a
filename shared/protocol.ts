// Everything that crosses the live socket (namespace /live, msgpack, WebSocket only), in both directions.
// Change a schema or the frame layout and test/unit/shared/protocol.test.ts fails until PROTOCOL_VERSION is raised.
import { z } from 'zod'
import type { Fellows, Order } from './displays/report.ts'
import { quantityCodeSchema, seriesIdSchema, villageIdSchema } from './ids.ts'
import { sourceSchema } from './reading.ts'
import { FAMILIES } from './wire.ts'

/** `province`, `village:<id>` or `unit:<id>`. */
export const scopeSchema = z
  .string()
  .max(80)
  .regex(/^(?:province|(?:village|unit):[a-z0-9]+(?:-[a-z0-9]+)*)$/)

export const helloSchema = z.strictObject({ version: z.int(), serverTime: z.number() })

export const watchRequestSchema = z.strictObject({ scope: scopeSchema })
/** What one may not see and what doesn't exist get the same answer. */
export const watchReplySchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), error: z.enum(['bad-request', 'forbidden']) }),
])
export type WatchReply = z.infer<typeof watchReplySchema>

export const catalogueSeriesSchema = z.strictObject({
  /** Index of the series in frames; stable for the life of the store. */
  n: z.int().min(0),
  id: seriesIdSchema,
  device: z.string(),
  deviceName: z.string(),
  village: villageIdSchema,
  quantity: quantityCodeSchema,
  unit: z.string(),
  lon: z.number(),
  lat: z.number(),
  intervalMs: z.int().positive().nullable(),
  source: sourceSchema,
})
export type CatalogueSeries = z.infer<typeof catalogueSeriesSchema>

export const catalogueSchema = z.strictObject({ scope: scopeSchema, series: z.array(catalogueSeriesSchema) })
export type Catalogue = z.infer<typeof catalogueSchema>

/** The whole truth of a scope at `seq`; `frame` is laid out as in frame.ts. */
export const snapshotSchema = z.strictObject({
  epoch: z.int(),
  seq: z.int(),
  serverTime: z.number(),
  /** Bytes; the transport hands them over as an ArrayBuffer or a view, depending on the platform. */
  frame: z.union([z.instanceof(Uint8Array), z.instanceof(ArrayBuffer)]),
})
export type Snapshot = z.infer<typeof snapshotSchema>

/** Proof of life, even when nothing changes. `readingsLastMinute` counts what the scope's store took in. */
export const tickSchema = z.strictObject({ serverTime: z.number(), readingsLastMinute: z.int() })
export type Tick = z.infer<typeof tickSchema>

/** Logs that a screen may follow, each for itself. */
export const familySchema = z.enum(FAMILIES)

/** From now on the family's events after this one; its hash says which log the screen has followed so far ('' before the first). */
export const followRequestSchema = z.strictObject({
  family: familySchema,
  after: z.int().min(0),
  hash: z.string().max(64),
})
/** `unknown`: the log holds no such event, only a new snapshot of that family helps. `forbidden`: not for this screen. */
export const followReplySchema = z.discriminatedUnion('ok', [
  /** `head` = the newest event now: what comes up to it is catching up, what comes after it is news. */
  z.strictObject({ ok: z.literal(true), head: z.int().min(0) }),
  z.strictObject({ ok: z.literal(false), error: z.enum(['bad-request', 'forbidden', 'unknown']) }),
])
export type FollowReply = z.infer<typeof followReplySchema>

export const loggedEventSchema = z.strictObject({
  id: z.int().min(1),
  at: z.number(),
  actor: z.string(),
  type: z.string(),
  subject: z.string(),
  data: z.unknown(),
  hash: z.string(),
})
/** Never dropped, never out of order: `events` are the next ones after event `after`. */
export const eventsSchema = z.strictObject({
  family: familySchema,
  after: z.int().min(0),
  events: z.array(loggedEventSchema),
})
export type FollowedEvents = z.infer<typeof eventsSchema>

/** The answer to a display's report. */
export const reportReplySchema = z.strictObject({ ok: z.boolean() })
export type ReportReply = z.infer<typeof reportReplySchema>

export type ServerToClient = {
  hello: (body: z.infer<typeof helloSchema>) => void
  catalogue: (body: Catalogue) => void
  snapshot: (body: Snapshot) => void
  /** Answer once applied: the next frame waits for that and merges what happened meanwhile. */
  frame: (body: Uint8Array | ArrayBuffer, applied: () => void) => void
  /** Answer once applied: the next ones wait for that. */
  events: (body: FollowedEvents, applied: () => void) => void
  tick: (body: Tick) => void
  /** What an administrator asks of this display. */
  order: (body: Order) => void
  /** Who of the same wall is there, whenever that changes. */
  fellows: (body: Fellows) => void
}
export type ClientToServer = {
  /** `body` is unknown on purpose: the server parses before it believes. Replaces the scope watched before. */
  watch: (body: unknown, reply: (answer: WatchReply) => void) => void
  /** As `watch`, for the events of a family. Replaces what was followed of that family before. */
  follow: (body: unknown, reply: (answer: FollowReply) => void) => void
  /** A display's report (displays/report.ts), every REPORT_MS. */
  report: (body: unknown, reply: (answer: ReportReply) => void) => void
}
