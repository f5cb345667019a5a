// What the programme's HTTP interface takes, and the answers that aren't pages of their own: lists, events, commands, audit.
// Rows are in village-row-schema.ts and work-row-schema.ts. The OpenAPI document is made of it. Knows no route.
import { z } from 'zod'

/** An instant in the programme's past: a day of the province stands for its end. */
const atSchema = z
  .string()
  .min(1)
  .max(64)
  .describe('the programme as it stood then: a day (YYYY-MM-DD, its end), epoch milliseconds, or RFC 3339')

export const momentQuerySchema = z.strictObject({
  at: atSchema.optional(),
  basis: z.enum(['plan', 'today']).optional().describe('unit names as in the plan, or as of that day (default)'),
  format: z.enum(['json', 'csv', 'xlsx']).optional(),
  lang: z.enum(['vi', 'en']).optional().describe('of headers and words in csv and xlsx (default: vi)'),
})
/** Of what has no rows for a spreadsheet. */
export const pageQuerySchema = momentQuerySchema.pick({ at: true, basis: true })
export const stateQuerySchema = momentQuerySchema.pick({ at: true })
const setSchema = z.string().min(1).max(64).optional().describe('a criteria set other than the one in use')
export const indicatorsQuerySchema = momentQuerySchema.extend({ set: setSchema })
export const criteriaSetQuerySchema = momentQuerySchema
  .omit({ lang: true, basis: true })
  .extend({ format: z.enum(['json', 'xlsx']).optional() })
export const measurementsQuerySchema = z.strictObject({ set: setSchema })

export const countSchema = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))

export const MAX_EVENTS_PAGE = 1_000

/** The history of one subject, newest first; or everything after an event, oldest first; or before one, newest first. */
export const eventsQuerySchema = z.strictObject({
  subject: z.string().min(1).max(256).optional().describe('newest first'),
  after: countSchema(0, Number.MAX_SAFE_INTEGER).optional().describe('event id; oldest first'),
  before: countSchema(1, Number.MAX_SAFE_INTEGER).optional().describe('event id; newest first'),
  limit: countSchema(1, MAX_EVENTS_PAGE).optional(),
})

export const eventSchema = z.strictObject({
  id: z.int(),
  /** Epoch milliseconds. */
  at: z.number(),
  actor: z.string(),
  type: z.string(),
  subject: z.string(),
  data: z.unknown(),
  /** Of this event and all before it. */
  hash: z.string(),
})
export const eventsReplySchema = z.strictObject({
  events: z.array(eventSchema),
  /** `after` (or `before`) of the next page; null on the last, and for a subject. */
  next: z.int().nullable(),
})

export const commandReplySchema = z.strictObject({
  /** Sent before with the same key: these are the events of that time. */
  repeated: z.boolean(),
  events: z.array(eventSchema),
})

/** The whole state, packed (shared/programme/snapshot.ts). */
export const stateReplySchema = z.strictObject({
  version: z.int(),
  hash: z.string(),
  state: z.record(z.string(), z.unknown()),
})

export const auditReplySchema = z.strictObject({
  /** Every event's hash follows from the one before. */
  holds: z.boolean(),
  brokenId: z.int().nullable(),
  lastId: z.int(),
  lastHash: z.string(),
  checkedAt: z.number(),
})

/** What every picture of the programme says of itself. */
export const viewSchema = {
  /** The province's day that everything derived was judged on. */
  day: z.iso.date(),
  /** Whose names units carry. */
  basis: z.enum(['plan', 'today']),
  /** Id of the last event in it; 0 = none. */
  lastId: z.int(),
} as const
export type View = { readonly [K in keyof typeof viewSchema]: z.infer<(typeof viewSchema)[K]> }

export const listReplySchema = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ ...viewSchema, rows: z.array(row) })

/** A figure that the station measured itself for an indicator; it decides nothing. */
export const measurementSchema = z.strictObject({
  village: z.string(),
  set: z.string(),
  indicator: z.string(),
  /** Null = nothing to measure it by. */
  value: z.number().nullable(),
  /** UCUM code, or % of a share. */
  unit: z.string(),
  windowFrom: z.number(),
  windowTo: z.number(),
  computedAt: z.number(),
  /** Of how many stations and series of the village. */
  stations: z.int(),
  series: z.int(),
  source: z.literal('derived'),
  /** Some of these stations are simulated. */
  isSimulated: z.boolean(),
})
export type Measurement = z.infer<typeof measurementSchema>
export const measurementsReplySchema = z.strictObject({
  set: z.string().nullable(),
  measurements: z.array(measurementSchema),
})
