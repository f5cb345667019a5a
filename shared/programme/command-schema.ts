// The body of a command as it comes in over HTTP: the shapes of command.ts with a bound on everything. Structure only: whether
// it makes sense is decide.ts's to say, in both languages.
import { z } from 'zod'
import { unitIdSchema, villageIdSchema } from '../ids.ts'
import type { CommandName, CommandRequest } from './command.ts'
import { criteriaSetSchema, daySchema, itemIdSchema, longTextSchema, shortTextSchema } from './criteria-set-schema.ts'
import { MOST } from './decide-limits.ts'
import { evidenceHashSchema } from './evidence-schema.ts'
import {
  ASSESSMENT_STEPS,
  BOOKED_AMOUNTS,
  DOSSIER_STAGES,
  OBSTACLE_KINDS,
  OBSTACLE_STATES,
  PLANNED_AMOUNTS,
  RECORD_KINDS,
  RECORD_STATES,
  REPORT_SPANS,
  TASK_STATUSES,
  VILLAGE_FACTS,
} from './facts.ts'
import { calendarYearSchema } from './working-calendar-schema.ts'

/** Of a person's name as sent; the checks allow less. */
export const MAX_ACTOR_NAME = 400
const MAX_LIST = 2 * MOST.indicators
const MAX_PERIOD = 20

const confidenceSchema = z.enum(['confirmed', 'reported', 'declared', 'none'])
const outcomeSchema = z.enum(['met', 'not-met'])
const linkSchema = z.strictObject({ unit: unitIdSchema, from: daySchema.nullable(), to: daySchema.nullable() })
const fileSchema = z.strictObject({
  hash: evidenceHashSchema,
  name: z.string().max(1_000),
  size: z.number(),
  type: z.string().max(200),
})
const filesSchema = z.array(fileSchema).max(5 * MOST.files)
const periodSchema = z.string().max(MAX_PERIOD)
const placeShape = { village: villageIdSchema, source: itemIdSchema, year: z.number() }

const deadlineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day: daySchema }),
  z.strictObject({ kind: z.literal('month'), month: z.string().regex(/^\d{4}-\d{2}$/), thenOngoing: z.boolean() }),
  z.strictObject({
    kind: z.literal('quarter'),
    year: z.number(),
    quarter: z.literal([1, 2, 3, 4]),
    thenOngoing: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('yearly') }),
  z.strictObject({ kind: z.literal('periodic') }),
  z.strictObject({ kind: z.literal('ongoing') }),
  z.strictObject({ kind: z.literal('on-request') }),
  z.strictObject({ kind: z.literal('by-plan') }),
  z.strictObject({ kind: z.literal('working-days'), days: z.number(), after: z.literal('dossier-complete') }),
  z.strictObject({ kind: z.literal('unknown') }),
])

const cutoffSchema = z.string().max(MAX_PERIOD)
const settingOf = <K extends string, T extends z.ZodType>(key: K, value: T) =>
  z.strictObject({ key: z.literal(key), value, reason: longTextSchema.nullable() })
const settingSchema = z.discriminatedUnion('key', [
  settingOf(
    'districtStep',
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('unset') }),
      z.strictObject({ kind: z.literal('commune') }),
      z.strictObject({ kind: z.literal('unit'), unit: unitIdSchema }),
    ]),
  ),
  settingOf('steps', z.array(z.enum(ASSESSMENT_STEPS)).max(2 * ASSESSMENT_STEPS.length)),
  settingOf('criteriaSet', itemIdSchema.nullable()),
  settingOf('appraisalWorkingDays', z.number()),
  settingOf('dueSoonDays', z.number()),
  settingOf('silentDays', z.number()),
  settingOf('reportDueDays', z.number()),
  settingOf('reportSpans', z.array(z.enum(REPORT_SPANS)).max(2 * REPORT_SPANS.length)),
  settingOf(
    'reportCutoffs',
    z.strictObject({
      Q1: cutoffSchema,
      Q2: cutoffSchema,
      Q3: cutoffSchema,
      Q4: cutoffSchema,
      '6M': cutoffSchema,
      '9M': cutoffSchema,
      Y: cutoffSchema,
    }),
  ),
])

const commandOf = <N extends CommandName, T extends z.ZodType>(command: N, data: T) =>
  z.strictObject({
    command: z.literal(command),
    data,
    actor: z.strictObject({ name: z.string().max(MAX_ACTOR_NAME), unit: unitIdSchema }),
    expected: z.int().min(0),
    isSimulated: z.boolean().optional(),
  })

export const commandRequestSchema = z.discriminatedUnion('command', [
  commandOf(
    'add-village',
    z.strictObject({
      village: villageIdSchema,
      name: shortTextSchema,
      plannedYear: z.number(),
      links: z.array(linkSchema).max(2 * MOST.links),
      centre: z.tuple([z.number(), z.number()]).nullable(),
      source: longTextSchema,
    }),
  ),
  commandOf(
    'link-village',
    z.strictObject({
      village: villageIdSchema,
      unit: unitIdSchema,
      from: daySchema,
      reason: longTextSchema.nullable(),
    }),
  ),
  commandOf(
    'record-village-fact',
    z.strictObject({
      village: villageIdSchema,
      fact: z.enum(VILLAGE_FACTS),
      value: z.union([longTextSchema, z.number()]).nullable(),
      on: daySchema.nullable(),
      document: shortTextSchema.nullable(),
      source: longTextSchema,
      confidence: confidenceSchema,
    }),
  ),
  commandOf(
    'set-village-milestone',
    z.strictObject({
      village: villageIdSchema,
      milestone: itemIdSchema,
      title: shortTextSchema,
      plannedOn: daySchema.nullable(),
      reachedOn: daySchema.nullable(),
    }),
  ),
  commandOf(
    'record-recognition',
    z.strictObject({
      village: villageIdSchema,
      state: z.enum(['recognised', 'unknown', 'withdrawn']),
      decision: shortTextSchema.nullable(),
      decidedOn: daySchema.nullable(),
      reportedOn: daySchema.nullable(),
      confidence: confidenceSchema,
      source: longTextSchema.nullable(),
      note: longTextSchema.nullable(),
    }),
  ),
  commandOf('publish-criteria-set', z.strictObject({ set: criteriaSetSchema })),
  commandOf(
    'carry-over-results',
    z.strictObject({
      from: itemIdSchema,
      to: itemIdSchema,
      pairs: z.array(z.strictObject({ from: itemIdSchema, to: itemIdSchema })).max(MAX_LIST),
      reason: longTextSchema.nullable(),
    }),
  ),
  commandOf(
    'assess-indicator',
    z.strictObject({
      village: villageIdSchema,
      set: itemIdSchema,
      indicator: itemIdSchema,
      step: z.enum(ASSESSMENT_STEPS),
      outcome: outcomeSchema,
      value: z.number().nullable(),
      note: longTextSchema.nullable(),
      evidence: filesSchema,
    }),
  ),
  commandOf(
    'move-dossier',
    z.strictObject({
      village: villageIdSchema,
      round: z.int().min(1),
      set: itemIdSchema,
      to: z.enum(DOSSIER_STAGES),
      on: daySchema,
      note: longTextSchema.nullable(),
    }),
  ),
  commandOf(
    'update-task',
    z.strictObject({
      task: itemIdSchema,
      status: z.enum(TASK_STATUSES),
      progress: z.number().nullable(),
      text: longTextSchema,
      files: filesSchema,
      year: z.number().nullable(),
    }),
  ),
  commandOf(
    'request-task',
    z.strictObject({ task: itemIdSchema, request: itemIdSchema, text: longTextSchema, on: daySchema }),
  ),
  commandOf(
    'close-task-request',
    z.strictObject({ task: itemIdSchema, request: itemIdSchema, text: longTextSchema, on: daySchema }),
  ),
  commandOf(
    'set-task-deadline',
    z.strictObject({ task: itemIdSchema, deadline: deadlineSchema, reason: longTextSchema.nullable() }),
  ),
  commandOf(
    'reach-plan-milestone',
    z.strictObject({ milestone: itemIdSchema, unit: unitIdSchema, on: daySchema, note: longTextSchema.nullable() }),
  ),
  commandOf(
    'plan-funding',
    z.strictObject({
      ...placeShape,
      kind: z.enum(PLANNED_AMOUNTS),
      amount: z.number(),
      note: longTextSchema.nullable(),
    }),
  ),
  commandOf(
    'book-funding',
    z.strictObject({
      ...placeShape,
      kind: z.enum(BOOKED_AMOUNTS),
      amount: z.number(),
      on: daySchema,
      document: shortTextSchema.nullable(),
      note: longTextSchema.nullable(),
    }),
  ),
  commandOf(
    'note-supervision',
    z.strictObject({ village: villageIdSchema.nullable(), year: z.number(), on: daySchema, text: longTextSchema }),
  ),
  commandOf(
    'submit-report',
    z.strictObject({
      unit: unitIdSchema,
      period: periodSchema,
      texts: z.strictObject({
        results: longTextSchema,
        difficulties: longTextSchema,
        proposals: longTextSchema,
        next: longTextSchema,
      }),
    }),
  ),
  commandOf('consolidate-reports', z.strictObject({ period: periodSchema, text: longTextSchema })),
  commandOf(
    'raise-obstacle',
    z.strictObject({
      obstacle: itemIdSchema,
      kind: z.enum(OBSTACLE_KINDS),
      title: shortTextSchema,
      text: longTextSchema,
      village: villageIdSchema.nullable(),
      task: itemIdSchema.nullable(),
    }),
  ),
  commandOf(
    'move-obstacle',
    z.strictObject({
      obstacle: itemIdSchema,
      to: z.enum(OBSTACLE_STATES),
      responsible: unitIdSchema.nullable(),
      text: longTextSchema,
      dueOn: daySchema.nullable(),
    }),
  ),
  commandOf(
    'set-record',
    z.strictObject({
      record: itemIdSchema,
      kind: z.enum(RECORD_KINDS),
      title: shortTextSchema,
      owner: unitIdSchema,
      state: z.enum(RECORD_STATES),
      on: daySchema.nullable(),
      village: villageIdSchema.nullable(),
      note: longTextSchema.nullable(),
    }),
  ),
  commandOf('change-setting', settingSchema),
  commandOf('publish-calendar', z.strictObject({ year: calendarYearSchema })),
]) satisfies z.ZodType<CommandRequest>
