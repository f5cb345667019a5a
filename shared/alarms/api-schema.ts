// What the alarms' HTTP interface takes and answers, but for its commands (command-schema.ts), messages, scorecard and CAP. The OpenAPI
// document is made of it. Knows no route.
import { z } from 'zod'
import { problemErrorSchema } from '../api.ts'
import { villageIdSchema } from '../ids.ts'
import { commandReplySchema, countSchema, eventsReplySchema, MAX_EVENTS_PAGE } from '../programme/api-schema.ts'
import { sourceSchema } from '../reading.ts'
import { bilingualSchema } from '../registry.ts'
import type { BacktestResult } from './backtest.ts'
import { RULE_LIMITS } from './decide-rule-limits.ts'
import { PRIORITIES } from './rule.ts'
import { ruleSchema } from './rule-schema.ts'
import { ALARM_STATES } from './state.ts'

const ruleIdSchema = z.string().min(1).max(RULE_LIMITS.idLength)
const alarmIdSchema = z
  .string()
  .min(1)
  .max(RULE_LIMITS.idLength + 1 + RULE_LIMITS.targetLength)
const timeSchema = z.string().min(1).max(64).describe('epoch milliseconds, RFC 3339, or a day (its end)')

export const alarmStateQuerySchema = z.strictObject({
  at: timeSchema.optional().describe('the alarms as they stood then: a day (its end), epoch milliseconds, or RFC 3339'),
})

export const alarmsQuerySchema = z.strictObject({
  standing: z.enum(ALARM_STATES).optional().describe('default: every alarm that asks for something'),
  priority: z.enum(PRIORITIES).optional(),
  village: villageIdSchema.optional(),
})
export type AlarmsQuery = z.infer<typeof alarmsQuerySchema>

const stampSchema = z.strictObject({ by: z.string(), at: z.number() })
const alarmRowSchema = z.strictObject({
  id: alarmIdSchema,
  standing: z.enum(ALARM_STATES),
  priority: z.enum(PRIORITIES),
  level: z.string(),
  /** Null = none could be had. */
  value: z.number().nullable(),
  limit: z.number().nullable(),
  /** Of value and limit, UCUM; '1' = a number without one. */
  unit: z.string(),
  /** Reading time of the value. */
  measuredAt: z.number(),
  /** When the signal went beyond the level, by reading time. */
  since: z.number(),
  raisedAt: z.number(),
  returnedAt: z.number().nullable(),
  /** What an acknowledgement names. */
  occurrence: z.int(),
  acknowledged: stampSchema.extend({ comment: z.string().nullable() }).nullable(),
  shelvedUntil: z.number().nullable(),
  assigned: z.strictObject({ name: z.string(), unit: z.string() }).nullable(),
  title: bilingualSchema,
  /** Null where the rule is gone. */
  rule: z
    .strictObject({
      id: ruleIdSchema,
      version: z.int(),
      name: bilingualSchema,
      action: bilingualSchema,
      responder: bilingualSchema,
      respondWithinMs: z.number(),
      /** `internal` = a threshold of our own, not a regulation. */
      basis: z.strictObject({ kind: z.enum(['regulation', 'internal']), source: bilingualSchema }),
    })
    .nullable(),
  village: z.string().nullable(),
  /** lon, lat */
  position: z.tuple([z.number(), z.number()]).nullable(),
  device: z.string().nullable(),
  series: z.string().nullable(),
  quantity: z.string().nullable(),
  /** Responsible unit, of things of the programme. */
  responsibleUnit: z.string().nullable(),
  source: sourceSchema,
})
export type AlarmRow = z.infer<typeof alarmRowSchema>
export const alarmsReplySchema = z.strictObject({
  at: z.number(),
  /** The last event in it. */
  lastId: z.int(),
  /** When a flood of alarms began that stands now; null = there is none. */
  floodSince: z.number().nullable(),
  /** Most urgent first. */
  alarms: z.array(alarmRowSchema),
})

/** Newest first; with `after` oldest first. */
export const alarmEventsQuerySchema = z.strictObject({
  alarm: alarmIdSchema.optional().describe('of one alarm only'),
  rule: ruleIdSchema.optional().describe('of one rule only: its versions'),
  before: countSchema(1, Number.MAX_SAFE_INTEGER).optional().describe('event id, left out itself'),
  after: countSchema(0, Number.MAX_SAFE_INTEGER).optional().describe('event id, left out itself; oldest first'),
  from: timeSchema.optional(),
  to: timeSchema.optional(),
  limit: countSchema(1, MAX_EVENTS_PAGE).optional(),
})
export const alarmEventsReplySchema = eventsReplySchema

export const alarmCommandReplySchema = commandReplySchema.extend({
  /** Why the others weren't done; `alarm` says which. */
  refusals: z.array(problemErrorSchema.extend({ alarm: z.string().nullable() })),
})

export const deadbandQuerySchema = z.strictObject({ alarm: alarmIdSchema })
export const deadbandReplySchema = z.strictObject({
  alarm: alarmIdSchema,
  /** About its newest raises and returns; null = no deadband can help it, nothing was read. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  readings: z.int(),
  /** Of the rule; in the readings' unit. */
  current: z.number(),
  /** Null = it doesn't chatter with these readings, no deadband would hold it, or its signal isn't the reading itself. */
  proposal: z.strictObject({ deadband: z.number(), transitionsBefore: z.int(), transitionsAfter: z.int() }).nullable(),
})
export type DeadbandReply = z.infer<typeof deadbandReplySchema>

const withoutLevelsSchema = z.strictObject({
  target: z.string(),
  title: bilingualSchema,
  village: z.string().nullable(),
})
export const watchesQuerySchema = z.strictObject({ rule: ruleIdSchema.optional() })
export const watchesReplySchema = z.strictObject({
  rules: z.array(
    z.strictObject({
      rule: ruleIdSchema,
      /** Targets it watches now. */
      watched: z.int(),
      /** Targets it is meant for, where no setpoint is known: "chưa có ngưỡng". */
      withoutLevels: z.array(withoutLevelsSchema),
    }),
  ),
})

export const MAX_BACKTEST_DAYS = 92
export const MAX_BACKTEST_READINGS = 5_000_000
/** The longest period of whole days of the province, as a screen cuts it. */
const MAX_BACKTEST_MS = (MAX_BACKTEST_DAYS + 1) * 86_400_000

export const backtestRequestSchema = z
  .strictObject({ rule: ruleSchema, from: z.number(), to: z.number() })
  .refine(({ from, to }) => from < to && to - from <= MAX_BACKTEST_MS, {
    message: `from before to, at most ${MAX_BACKTEST_DAYS} days`,
    path: ['to'],
  })

const countOfSchema = z.int().min(0)
/** As shared/alarms/backtest.ts has it, and what it was tested with. */
export const backtestReplySchema = z.strictObject({
  from: z.number(),
  until: z.number(),
  alarms: countOfSchema,
  listed: z.array(
    z.strictObject({
      alarm: z.string(),
      target: z.string(),
      level: z.string(),
      priority: z.enum(PRIORITIES),
      raisedAt: z.number(),
      returnedAt: z.number().nullable(),
      peak: z.number().nullable(),
    }),
  ),
  byPriority: z.strictObject({ low: countOfSchema, medium: countOfSchema, high: countOfSchema }),
  byTarget: z.array(z.strictObject({ target: z.string(), alarms: countOfSchema })),
  perDay: z.number().nullable(),
  worstTenMinutes: z.strictObject({ annunciations: countOfSchema, at: z.number() }).nullable(),
  chattering: z.array(z.string()),
  /** Targets that were tested, and series whose readings were read for them. */
  watched: countOfSchema,
  series: countOfSchema,
  /** Targets without a known setpoint: not tested. */
  withoutLevels: z.array(withoutLevelsSchema),
  readings: countOfSchema,
  /** The first reading of the period; null = there was none. */
  firstReadingAt: z.number().nullable(),
  /** Some of these readings are simulated. */
  isSimulated: z.boolean(),
  /** Too many readings: tested until `until` only. */
  isCut: z.boolean(),
})
export type BacktestReply = BacktestResult & Omit<z.infer<typeof backtestReplySchema>, keyof BacktestResult>
