// A criteria set as it comes in: in a command, or as a JSON file to import. Structure only; what it means decide-criteria.ts judges.
import { z } from 'zod'
import { quantityCodeSchema, unitIdSchema } from '../ids.ts'
import { ITEM_ID, MAX_ID_LENGTH, MOST } from './decide-limits.ts'
import type { CriteriaSet } from './facts.ts'

/** Longer text isn't read at all; below it the checks say what is too long. */
export const MAX_SHORT_TEXT = 4_000
export const MAX_LONG_TEXT = 20_000

export const shortTextSchema = z.string().max(MAX_SHORT_TEXT)
export const longTextSchema = z.string().max(MAX_LONG_TEXT)
export const itemIdSchema = z.string().max(MAX_ID_LENGTH).regex(ITEM_ID)
/** Of the right form; that there is such a day is checked later. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('boolean') }),
  z.strictObject({
    kind: z.literal('number'),
    operator: z.enum(['>=', '>', '<=', '<', '=']),
    value: z.number(),
    unit: shortTextSchema,
  }),
  z.strictObject({ kind: z.literal('text'), text: shortTextSchema }),
])

const measureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reporting-stations'), windowDays: z.number() }),
  z.strictObject({ kind: z.literal('coverage'), quantity: quantityCodeSchema.nullable(), windowDays: z.number() }),
  z.strictObject({
    kind: z.literal('statistic'),
    quantity: quantityCodeSchema,
    statistic: z.enum(['mean', 'min', 'max']),
    windowDays: z.number(),
  }),
])

const indicatorSchema = z.strictObject({
  id: itemIdSchema,
  title: shortTextSchema,
  target: targetSchema,
  owner: unitIdSchema.nullable(),
  evidence: shortTextSchema.nullable(),
  measure: measureSchema.nullable(),
})

export const criteriaSetSchema = z.strictObject({
  id: itemIdSchema,
  title: shortTextSchema,
  decision: shortTextSchema.nullable(),
  issuedOn: daySchema.nullable(),
  validFrom: daySchema,
  validTo: daySchema.nullable(),
  illustrative: z.boolean(),
  groups: z
    .array(
      z.strictObject({
        id: itemIdSchema,
        title: shortTextSchema,
        criteria: z
          .array(
            z.strictObject({
              id: itemIdSchema,
              title: shortTextSchema,
              indicators: z.array(indicatorSchema).max(2 * MOST.indicators),
            }),
          )
          .max(2 * MOST.criteria),
      }),
    )
    .max(2 * MOST.groups),
  knownIndicatorCount: z.number().nullable(),
  predecessor: itemIdSchema.nullable(),
  source: longTextSchema,
  note: longTextSchema.nullable(),
}) satisfies z.ZodType<CriteriaSet>
