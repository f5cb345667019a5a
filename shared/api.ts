// Everything that crosses HTTP: requests, responses, problems. The OpenAPI document is generated from these schemas.
import { z } from 'zod'
import { deviceIdSchema, quantityCodeSchema, seriesIdSchema, villageIdSchema } from './ids.ts'
import { readingSchema, sourceSchema } from './reading.ts'

/** One thing that is wrong with what was sent: the part of it, and what to do, in both languages. */
export const problemErrorSchema = z.strictObject({
  code: z.string(),
  field: z.string().nullable(),
  vi: z.string(),
  en: z.string(),
})

/** RFC 9457; `title` and `detail` are Vietnamese, `en` holds both in English. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  en: z.strictObject({ title: z.string(), detail: z.string().optional() }),
  errors: z.array(problemErrorSchema).optional(),
  /** What somebody else did meanwhile. */
  newest: z.strictObject({ id: z.int(), at: z.number(), actor: z.string(), type: z.string() }).optional(),
})
export type Problem = z.infer<typeof problemSchema>

export const REJECTIONS = [
  'bad-reading',
  'bad-time',
  'clock',
  'too-old',
  'unknown-series',
  'unit',
  'not-finite',
] as const
export const rejectionCodeSchema = z.enum(REJECTIONS)
export type RejectionCode = z.infer<typeof rejectionCodeSchema>

export const ingestReplySchema = z.strictObject({
  /** Readings committed by this request (late and bad ones included). */
  accepted: z.int(),
  /** Readings whose series and time were already stored; nothing changed. */
  duplicate: z.int(),
  rejected: z.array(
    z.strictObject({
      index: z.int(),
      quantity: z.string().nullable(),
      code: rejectionCodeSchema,
      /** Vietnamese · English. */
      message: z.string(),
    }),
  ),
})
export type IngestReply = z.infer<typeof ingestReplySchema>

export const seriesSchema = z.strictObject({
  id: seriesIdSchema,
  village: villageIdSchema,
  device: deviceIdSchema,
  deviceName: z.string(),
  quantity: quantityCodeSchema,
  unit: z.string(),
  source: sourceSchema,
  lon: z.number(),
  lat: z.number(),
  intervalMs: z.int().positive().nullable(),
  latest: readingSchema.nullable(),
})
export type Series = z.infer<typeof seriesSchema>

export const seriesListSchema = z.strictObject({ series: z.array(seriesSchema) })
export const stateSchema = z.strictObject({ at: z.int(), series: z.array(seriesSchema) })
export const readingsPageSchema = z.strictObject({
  series: seriesIdSchema,
  readings: z.array(readingSchema),
  /** Cursor of the next page, or null on the last. */
  next: z.string().nullable(),
})
export const bucketSchema = z.strictObject({
  /** Start of the bucket, epoch milliseconds. */
  t: z.int(),
  min: z.number(),
  max: z.number(),
  mean: z.number(),
  count: z.int(),
})
export type Bucket = z.infer<typeof bucketSchema>
export const bucketsSchema = z.strictObject({ series: seriesIdSchema, buckets: z.array(bucketSchema) })

/** What a device sent and what became of it, since the server started. */
const deviceCountersSchema = z.strictObject({
  accepted: z.int(),
  duplicate: z.int(),
  conflict: z.int(),
  late: z.int(),
  bad: z.int(),
  /** Requests and messages refused, or made to wait, because they came too fast. */
  tooFast: z.int(),
  /** Requests and messages refused for their size. */
  tooLarge: z.int(),
  rejected: z.partialRecord(rejectionCodeSchema, z.int()),
})
export type DeviceCounters = z.infer<typeof deviceCountersSchema>

export const deviceSchema = z.strictObject({
  id: deviceIdSchema,
  name: z.string(),
  village: villageIdSchema,
  lon: z.number(),
  lat: z.number(),
  source: sourceSchema,
  isDisabled: z.boolean(),
  counters: deviceCountersSchema,
})
export const devicesSchema = z.strictObject({ devices: z.array(deviceSchema) })

export const MAX_PAGE = 10_000
export const MAX_POINTS = 10_000

/** A time in a query: epoch milliseconds, or RFC 3339 with an offset. */
const timeParamSchema = z.string().min(1).max(64).describe('epoch milliseconds, or RFC 3339 with an offset')
const countParam = (max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(max))
export const readingsQuerySchema = z.strictObject({
  from: timeParamSchema.optional(),
  to: timeParamSchema.optional(),
  /** Buckets instead of raw readings: at most this many over [from, to] (default: the last 24 h). */
  points: countParam(MAX_POINTS).optional(),
  limit: countParam(MAX_PAGE).optional(),
  cursor: z
    .string()
    .regex(/^-?\d{1,16}$/)
    .optional(),
})
export const stateQuerySchema = z.strictObject({ at: timeParamSchema })
export const healthSchema = z.strictObject({ status: z.enum(['ok', 'unavailable']) })
/** What a device posts; one reading, or many. `ts` absent = the server's time. A value may carry its unit: {"v":31.9,"u":"ug/m3"}. */
const sentReadingSchema = z.object({
  ts: z.union([z.number(), z.string()]).optional(),
  values: z.record(
    z.string(),
    z.union([z.number(), z.boolean(), z.object({ v: z.number(), u: z.string().optional() })]),
  ),
})
export const ingestRequestSchema = z.union([z.object({ readings: z.array(sentReadingSchema) }), sentReadingSchema])
