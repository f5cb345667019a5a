// What the time machine asks the station for beyond the state at an instant: the readings that follow it, and how much happened when.
import { z } from 'zod'
import { seriesIdSchema } from '../ids.ts'
import { countSchema } from '../programme/api-schema.ts'

/** Readings in one answer. */
export const MAX_REPLAY_READINGS = 10_000
/** One answer reaches no further: `until` says how far it got. */
export const MAX_REPLAY_MS = 6 * 3_600_000
export const MIN_STEP_MS = 1_000
export const MAX_STEP_MS = 3_600_000
/** Bars on the slider's track. */
export const MAX_MARKS = 1_000

const timeSchema = z.string().min(1).max(64).describe('epoch milliseconds, or RFC 3339 with an offset')

export const replayQuerySchema = z.strictObject({
  from: timeSchema.describe('readings after this instant'),
  to: timeSchema.describe('up to and with this instant'),
  limit: countSchema(1, MAX_REPLAY_READINGS).optional(),
  step: countSchema(MIN_STEP_MS, MAX_STEP_MS)
    .optional()
    .describe('milliseconds: of each series only the last reading of each step, for replay at high speed'),
  cursor: z
    .string()
    .regex(/^-?\d{1,16}\.\d{1,16}$/)
    .optional(),
})

/** Columns by time, each reading once; `series` names those that occur. */
export const replaySchema = z.strictObject({
  from: z.int(),
  /** With the last page, everything up to here has been told; before `to` when that was too far. */
  until: z.int(),
  series: z.array(seriesIdSchema),
  /** Position in `series`. */
  n: z.array(z.int()),
  t: z.array(z.int()),
  v: z.array(z.number()),
  q: z.array(z.int()).describe('0 good, 1 late, 3 bad'),
  /** Cursor of the next page, or null on the last. */
  next: z.string().nullable(),
})
export type Replay = z.infer<typeof replaySchema>

export const replayMarksQuerySchema = z.strictObject({
  from: timeSchema.optional().describe('default: the first reading or event'),
  to: timeSchema.optional().describe('default: now'),
  points: countSchema(1, MAX_MARKS).optional(),
})
/** How many alarms were raised, and what happened in the programme, in each of `points` equal parts of [from, to]. */
export const replayMarksSchema = z.strictObject({
  now: z.int(),
  /** The first reading or event there is; null when there is none. */
  first: z.int().nullable(),
  from: z.int(),
  to: z.int(),
  /** Null for those who may not see them. */
  alarms: z.array(z.int()).nullable(),
  programme: z.array(z.int()).nullable(),
})
export type ReplayMarks = z.infer<typeof replayMarksSchema>
