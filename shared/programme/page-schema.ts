// The pages of the programme as they cross HTTP: the overview, one village, one criteria set, the villages on a map.
import { z } from 'zod'
import { viewSchema } from './api-schema.ts'
import { criteriaSetSchema } from './criteria-set-schema.ts'
import { TASK_MARKS } from './task-standing.ts'
import {
  dossierRowSchema,
  indicatorRowSchema,
  originSchema,
  villageFactRowSchema,
  villageRowSchema,
} from './village-row-schema.ts'
import {
  fundingRowSchema,
  milestoneRowSchema,
  obstacleRowSchema,
  recordRowSchema,
  supervisionRowSchema,
  taskRowSchema,
} from './work-row-schema.ts'

const count = z.int().nullable()

/** Amounts in whole đồng; `unknown` = of how many cells nobody said. */
const totalSchema = z.strictObject({ amount: z.int().nullable(), unknown: z.int() })
const totalsSchema = z.strictObject({
  need: totalSchema,
  allocated: totalSchema,
  disbursed: totalSchema,
  settled: totalSchema,
  rates: z.strictObject({
    allocatedOfNeed: z.number().nullable(),
    disbursedOfAllocated: z.number().nullable(),
    settledOfDisbursed: z.number().nullable(),
  }),
  cells: z.int(),
  isSimulated: z.boolean(),
})

export const overviewReplySchema = z.strictObject({
  ...viewSchema,
  villages: z.array(
    villageRowSchema.pick({
      id: true,
      name: true,
      plannedYear: true,
      recognition: true,
      recognisedOn: true,
      recognitionBasis: true,
      met: true,
      notMet: true,
      open: true,
      total: true,
      dossierStage: true,
      dossierDueOn: true,
      dossierIsLate: true,
      forecast: true,
      forecastOn: true,
      forecastIsCertain: true,
      blockingIndicator: true,
      blockingTitle: true,
      blockingOwner: true,
      blockingOwnerName: true,
      blockingDays: true,
      isSimulated: true,
    }),
  ),
  recognition: z.strictObject({
    villages: z.int(),
    recognised: z.int(),
    withdrawn: z.int(),
    unknown: z.int(),
  }),
  /** Cumulative, plan against actual. */
  years: z.array(
    z.strictObject({
      year: z.int(),
      planned: count,
      hasTarget: z.boolean(),
      actual: count,
      unknown: count,
      isFuture: z.boolean(),
    }),
  ),
  tasks: z.strictObject({ counts: z.record(z.enum(TASK_MARKS), z.int()), worst: z.array(taskRowSchema) }).nullable(),
  funding: z.strictObject({ year: z.int(), ofYear: totalsSchema, all: totalsSchema }),
  reports: z.strictObject({
    expected: z.int(),
    onTime: z.int(),
    late: z.int(),
    missing: z.int(),
    nobody: z.int(),
    onTimeRate: z.number().nullable(),
  }),
  obstacles: z.strictObject({ open: z.int(), overdue: z.int(), oldestDays: count }),
  set: z
    .strictObject({ id: z.string(), title: z.string(), illustrative: z.boolean(), isLapsed: z.boolean() })
    .nullable(),
  isSimulated: z.boolean(),
})
export type OverviewReply = z.infer<typeof overviewReplySchema>

const countsSchema = z.strictObject({ total: count, met: count, notMet: count, open: count })
export const villagePageSchema = z.strictObject({
  ...viewSchema,
  village: villageRowSchema,
  links: z.array(
    z.strictObject({
      unit: z.string(),
      name: z.string().nullable(),
      from: z.iso.date().nullable(),
      to: z.iso.date().nullable(),
    }),
  ),
  recognition: z
    .strictObject({
      state: z.enum(['recognised', 'unknown', 'withdrawn']),
      decision: z.string().nullable(),
      decidedOn: z.iso.date().nullable(),
      reportedOn: z.iso.date().nullable(),
      confidence: z.string(),
      source: z.string().nullable(),
      note: z.string().nullable(),
      ...originSchema,
    })
    .nullable(),
  facts: z.array(villageFactRowSchema),
  milestones: z.array(milestoneRowSchema),
  groups: z.array(z.strictObject({ id: z.string(), title: z.string(), counts: countsSchema })),
  indicators: z.array(indicatorRowSchema),
  dossiers: z.array(
    dossierRowSchema.extend({
      moves: z.array(
        z.strictObject({
          to: dossierRowSchema.shape.stage,
          on: z.iso.date(),
          unit: z.string(),
          unitName: z.string().nullable(),
          note: z.string().nullable(),
          eventId: z.int(),
          ...originSchema,
        }),
      ),
    }),
  ),
  funding: z.array(fundingRowSchema),
  supervision: z.array(supervisionRowSchema),
  obstacles: z.array(obstacleRowSchema),
  records: z.array(recordRowSchema),
})
export type VillagePage = z.infer<typeof villagePageSchema>

export const criteriaSetReplySchema = z.strictObject({
  ...viewSchema,
  set: criteriaSetSchema,
  eventId: z.int(),
  ...originSchema,
})

/** RFC 7946, with the view as foreign members. */
export const villagesGeoJsonSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  ...viewSchema,
  features: z.array(
    z.strictObject({
      type: z.literal('Feature'),
      id: z.string(),
      /** Null = nobody said where it is. */
      geometry: z.strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }).nullable(),
      properties: villageRowSchema.omit({ id: true, lon: true, lat: true }),
    }),
  ),
})
export type VillagesGeoJson = z.infer<typeof villagesGeoJsonSchema>
