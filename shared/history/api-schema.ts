// What the history answers beside readings: figures of a range, hours of many days, files, and series that are computed.
import { z } from 'zod'
import { bucketSchema } from '../api.ts'
import { STEP_RULES } from '../derived/derive.ts'
import { DERIVED_KINDS } from '../derived/kinds.ts'
import { deviceIdSchema, quantityCodeSchema, seriesIdSchema, villageIdSchema } from '../ids.ts'
import { sourceSchema } from '../reading.ts'
import { MAX_EXPORT_SERIES, MAX_LIMITS } from './limits.ts'

const timeParam = z.string().min(1).max(64).describe('epoch milliseconds, or RFC 3339 with an offset')
const range = { from: timeParam.optional(), to: timeParam.optional() }
const NUMBER = String.raw`-?\d{1,9}(?:\.\d{1,6})?`

export const derivedIdSchema = z.string().regex(/^derived:[A-Za-z0-9][A-Za-z0-9_-]{0,63}:[a-z-]{1,20}$/)

export const hoursQuerySchema = z.strictObject(range)
export const statisticsQuerySchema = z.strictObject({
  ...range,
  /** Numbers in the series' unit: the time at or above each is told. */
  limits: z
    .string()
    .regex(new RegExp(`^${NUMBER}(?:,${NUMBER}){0,${MAX_LIMITS - 1}}$`))
    .transform(text => text.split(',').map(Number))
    .optional(),
})
export const exportQuerySchema = z.strictObject({
  ...range,
  series: z
    .string()
    .max(1_000)
    .transform(text => text.split(','))
    .pipe(
      z
        .array(z.union([seriesIdSchema, derivedIdSchema]))
        .min(1)
        .max(MAX_EXPORT_SERIES),
    )
    .describe('ids of measured or computed series, separated by commas'),
  lang: z.enum(['vi', 'en']).optional(),
})

export const hoursSchema = z.strictObject({
  series: seriesIdSchema,
  /** Clock hours that were measured, by their start. */
  hours: z.array(bucketSchema),
})

const extremeSchema = z.strictObject({
  v: z.number(),
  t: z.int(),
  /** It was somewhere in so many milliseconds from `t` on; 0 = exactly then. */
  withinMs: z.int(),
})
export const statisticsSchema = z.strictObject({
  series: seriesIdSchema,
  from: z.int(),
  to: z.int(),
  /** `buckets`: too many readings, or older than raw ones are kept; what only they could tell is null. */
  basis: z.enum(['readings', 'buckets']),
  /** Readings that aren't `bad`. */
  count: z.int(),
  first: z.int().nullable(),
  last: z.int().nullable(),
  mean: z.number().nullable(),
  min: extremeSchema.nullable(),
  max: extremeSchema.nullable(),
  /** Of the population. */
  deviation: z.number().nullable(),
  percentiles: z.strictObject({ p10: z.number(), p50: z.number(), p90: z.number() }).nullable(),
  /** A reading stands until the next one, but for no more than two expected intervals (or three usual steps). */
  measuredMs: z.number(),
  rangeMs: z.number(),
  gaps: z.strictObject({ count: z.int(), longestMs: z.number(), longestFrom: z.int().nullable() }),
  /** Buckets tell only bounds; readings tell both the same. */
  above: z.array(z.strictObject({ at: z.number(), atLeastMs: z.number(), atMostMs: z.number() })),
})
export type Statistics = z.infer<typeof statisticsSchema>

export const derivedSeriesSchema = z.strictObject({
  id: derivedIdSchema,
  kind: z.enum(DERIVED_KINDS),
  village: villageIdSchema,
  device: deviceIdSchema,
  deviceName: z.string(),
  source: z.literal('derived'),
  /** Of the inputs: what is computed from simulated readings is as little measured as they are. */
  inputSource: sourceSchema,
  intervalMs: z.int(),
  decision: z.string(),
  inputs: z.array(seriesIdSchema),
})
export type DerivedSeries = z.infer<typeof derivedSeriesSchema>
/** Of every step: `count` is steps; a stage or a class has neither mean nor deviation. */
export const derivedStatisticsSchema = statisticsSchema.extend({
  series: derivedIdSchema,
  basis: z.literal('steps'),
  source: z.literal('derived'),
  inputSource: sourceSchema,
  decision: z.string(),
  inputs: z.array(seriesIdSchema),
  /** Steps in each category that occurs, the best first. */
  categories: z.array(z.strictObject({ category: z.string(), count: z.int() })),
})
export type DerivedStatistics = z.infer<typeof derivedStatisticsSchema>
export const derivedListSchema = z.strictObject({ derived: z.array(derivedSeriesSchema) })
export const derivedBucketsSchema = z.strictObject({ series: derivedIdSchema, buckets: z.array(bucketSchema) })
export const derivedQuerySchema = z.strictObject({
  ...range,
  points: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(10_000))
    .optional(),
})
export const originQuerySchema = z.strictObject({ at: timeParam.optional() })

export const originSchema = z.strictObject({
  derived: derivedSeriesSchema,
  /** The step, half-open; over when it was computed. */
  from: z.int(),
  to: z.int(),
  value: z.number().nullable(),
  category: z.string().nullable(),
  steps: z.array(
    z.strictObject({
      series: seriesIdSchema,
      quantity: quantityCodeSchema,
      unit: z.string(),
      rule: z.enum(STEP_RULES),
      used: z.number().nullable(),
      index: z.number().nullable(),
      category: z.string().nullable(),
      hours: z.array(z.strictObject({ t: z.int(), value: z.number().nullable(), weight: z.number() })),
    }),
  ),
  missing: z.array(z.string()),
  /** Of the village's gauge, where the rule asks for them. */
  gauge: z
    .strictObject({
      name: z.string(),
      levels: z.strictObject({ I: z.number().nullable(), II: z.number().nullable(), III: z.number().nullable() }),
    })
    .nullable(),
})
export type DerivedOrigin = z.infer<typeof originSchema>
