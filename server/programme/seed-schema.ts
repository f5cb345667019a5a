// What the programme's seed files must look like. Schemas only; where they are read and what they become is seed.ts.
import { z } from 'zod'
import { unitIdSchema, villageIdSchema } from '../../shared/ids.ts'
import { criteriaSetSchema } from '../../shared/programme/criteria-set-schema.ts'
import { type Plan, VILLAGE_FACTS } from '../../shared/programme/facts.ts'

const daySchema = z.iso.date()
const textSchema = z.string().min(1).max(2_000)
/** Key into the file's own `sources`; it stands in the actor of the events, `seed:<key>`. */
const sourceKeySchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
const idSchema = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/)

const fileOf = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ version: z.int().min(1), asOf: daySchema, about: textSchema, ...shape })
const sourcesSchema = z.record(sourceKeySchema, textSchema)

const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
const deadlineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day: daySchema }),
  z.strictObject({ kind: z.literal('month'), month: monthSchema, thenOngoing: z.boolean() }),
  z.strictObject({
    kind: z.literal('quarter'),
    year: z.int().min(2000).max(2100),
    quarter: z.literal([1, 2, 3, 4]),
    thenOngoing: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('yearly') }),
  z.strictObject({ kind: z.literal('periodic') }),
  z.strictObject({ kind: z.literal('ongoing') }),
  z.strictObject({ kind: z.literal('on-request') }),
  z.strictObject({ kind: z.literal('by-plan') }),
  z.strictObject({ kind: z.literal('working-days'), days: z.int().min(1), after: z.literal('dossier-complete') }),
  z.strictObject({ kind: z.literal('unknown') }),
])

const planSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  issuer: textSchema,
  validFrom: daySchema,
  validFromNote: textSchema,
  targets: z.array(z.strictObject({ year: z.int(), cumulative: z.int().min(0) })).min(1),
  tasks: z
    .array(
      z.strictObject({
        id: idSchema,
        lead: unitIdSchema,
        title: textSchema,
        partners: z.array(textSchema).min(1),
        deadline: deadlineSchema,
        deadlineText: textSchema,
      }),
    )
    .min(1),
  milestones: z.array(
    z.strictObject({ id: idSchema, lead: unitIdSchema, title: textSchema, on: daySchema.nullable() }),
  ),
  groups: z.record(unitIdSchema, z.array(unitIdSchema).min(1)),
  roles: z.strictObject({
    lead: unitIdSchema,
    authority: unitIdSchema,
    money: z.array(unitIdSchema).min(1),
    criteriaOwners: unitIdSchema,
  }),
  fundingSources: z.array(z.strictObject({ id: idSchema, title: textSchema })).min(1),
  source: sourceKeySchema,
}) satisfies z.ZodType<Plan>
export const planSeedSchema = fileOf({ sources: sourcesSchema, plan: planSchema })

const factSchema = z.strictObject({
  fact: z.enum(VILLAGE_FACTS),
  value: z.union([textSchema, z.int().min(1).max(5)]),
  on: daySchema.nullable().default(null),
  document: textSchema.nullable().default(null),
  source: sourceKeySchema,
  confidence: z.enum(['confirmed', 'reported']).default('reported'),
  /** Day the source appeared, when it is later than the plan: before it nobody could know. */
  knownOn: daySchema.optional(),
})
const villageSeedSchema = z.strictObject({
  id: villageIdSchema,
  facts: z.array(factSchema),
  milestones: z.array(
    z.strictObject({ id: idSchema, title: textSchema, reachedOn: daySchema, source: sourceKeySchema }),
  ),
  /** What is to be said beside the registry's state of recognition. */
  recognition: z.strictObject({ note: textSchema, source: sourceKeySchema, knownOn: daySchema }).optional(),
})
export type VillageSeed = z.infer<typeof villageSeedSchema>
export const villagesSeedSchema = fileOf({ sources: sourcesSchema, villages: z.array(villageSeedSchema).min(1) })

export const criteriaSetsSeedSchema = fileOf({
  sources: sourcesSchema,
  /** The set villages are assessed by, from the day it counts. */
  inUse: idSchema,
  sets: z.array(criteriaSetSchema.extend({ illustrative: z.literal(false), source: sourceKeySchema })).min(1),
})
export const illustrativeSetSeedSchema = fileOf({ set: criteriaSetSchema.extend({ illustrative: z.literal(true) }) })
