// The scorecard as the HTTP interface asks for it and answers; the shapes are those of scorecard-figures.ts, which say what is what.
import { z } from 'zod'
import { bilingualSchema } from '../registry.ts'
import { PRIORITIES } from './rule.ts'
import { MAX_BUCKETS, MAX_NAMED, MAX_RULE_CHANGES, type ScorecardFigures, TOP_ALARMS } from './scorecard-figures.ts'
import { type FigureName, SCORECARD_TARGETS } from './scorecard-targets.ts'

const timeSchema = z.string().min(1).max(64)
export const scorecardQuerySchema = z.strictObject({
  from: timeSchema
    .optional()
    .describe('a day (YYYY-MM-DD, its start), epoch milliseconds, or RFC 3339 (default: seven days with the last)'),
  to: timeSchema
    .optional()
    .describe(
      'not included: a day (its end), epoch milliseconds, or RFC 3339 (default: the end of today); at most 366 days',
    ),
})

const countSchema = z.int().min(0)
const durationSchema = z.number().min(0)
const figureSchema = z.strictObject({
  value: z.number().nullable().describe('null = the period holds nothing to know it by; shares are of 1'),
  target: z.number(),
  limit: z.number().nullable(),
  verdict: z.enum(['good', 'watch', 'bad', 'unknown']),
  source: bilingualSchema,
})
const namedShape = {
  id: z.string(),
  rule: z.string(),
  title: bilingualSchema,
  village: z.string().nullable(),
  priority: z.enum(PRIORITIES),
  isSimulated: z.boolean(),
}
const tallySchema = z.strictObject({ ...namedShape, count: countSchema })
const byPriorityShape = { low: countSchema, medium: countSchema, high: countSchema }
const responsesSchema = z.strictObject({
  answered: countSchema,
  medianMs: durationSchema.nullable(),
  p90Ms: durationSchema.nullable(),
  maxMs: durationSchema.nullable(),
  inTime: countSchema,
  overdue: countSchema,
})
const setAsideSchema = z.strictObject({ count: countSchema, longestMs: durationSchema.nullable() })
const FIGURES = Object.keys(SCORECARD_TARGETS) as FigureName[]

export const scorecardReplySchema = z.strictObject({
  from: z.number(),
  to: z.number(),
  watched: z.strictObject({ from: z.number(), until: z.number() }).nullable(),
  lastId: countSchema,
  annunciations: countSchema,
  simulated: countSchema,
  byPriority: z.strictObject(byPriorityShape),
  figures: z.record(z.enum(FIGURES), figureSchema),
  busiest: z.strictObject({ at: z.number(), count: countSchema }).nullable(),
  floods: z.strictObject({
    count: countSchema,
    totalMs: durationSchema,
    longest: z.strictObject({ from: z.number(), until: z.number() }).nullable(),
  }),
  topTen: z.array(tallySchema).max(TOP_ALARMS),
  chattering: z.strictObject({ count: countSchema, alarms: z.array(tallySchema).max(MAX_NAMED) }),
  fleeting: z.strictObject({ count: countSchema, alarms: z.array(tallySchema).max(MAX_NAMED) }),
  stale: z.strictObject({
    days: z.array(z.strictObject({ day: z.iso.date(), count: countSchema })),
    count: countSchema,
    alarms: z.array(z.strictObject({ ...namedShape, raisedAt: z.number() })).max(MAX_NAMED),
  }),
  responses: z.strictObject({
    all: responsesSchema,
    low: responsesSchema,
    medium: responsesSchema,
    high: responsesSchema,
  }),
  shelved: setAsideSchema,
  suppressed: setAsideSchema,
  outOfService: setAsideSchema,
  ruleChanges: z.strictObject({
    count: countSchema,
    changes: z
      .array(
        z.strictObject({
          rule: z.string(),
          name: bilingualSchema,
          version: z.int(),
          by: z.string(),
          at: z.number(),
          reason: z.string().nullable(),
          isShipped: z.boolean(),
        }),
      )
      .max(MAX_RULE_CHANGES),
  }),
  chart: z.strictObject({
    unit: z.enum(['hour', 'day']),
    buckets: z.array(z.strictObject({ at: z.number(), ...byPriorityShape })).max(MAX_BUCKETS),
  }),
}) satisfies z.ZodType<ScorecardFigures>
