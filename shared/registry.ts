// The registry as data: units with validity, villages with links to them, gauges, quantities. Schemas and pure look-ups.
import { z } from 'zod'
import { quantityCodeSchema, unitIdSchema, villageIdSchema } from './ids.ts'

const dateSchema = z.iso.date()
const positionSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
/** As Words. */
export const bilingualSchema = z.strictObject({ vi: z.string(), en: z.string() })
/** Key into the file's own `sources`. */
const sourceKeySchema = z.string().min(1)
const seedOf = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ version: z.int().min(1), asOf: dateSchema, sources: z.record(z.string(), z.string()), ...shape })

/** Validity is half-open: from `validFrom` (null = always) up to, not including, `validTo` (null = still). */
export const unitSchema = z.strictObject({
  id: unitIdSchema,
  name: z.string().min(1),
  kind: z.enum(['province', 'district', 'commune', 'department', 'group', 'authority']),
  /** General Statistics Office code; not unique over time (30025 is a commune before and after the merger). */
  code: z.string().nullable(),
  parent: unitIdSchema.nullable(),
  validFrom: dateSchema.nullable(),
  validTo: dateSchema.nullable(),
  successor: unitIdSchema.nullable(),
  source: sourceKeySchema,
})
export type Unit = z.infer<typeof unitSchema>

export const villageSchema = z.strictObject({
  id: villageIdSchema,
  name: z.string().min(1),
  nameAscii: z.string().min(1),
  order: z.int().min(1),
  plannedYear: z.int(),
  centre: positionSchema,
  /** Feature id in public/geo/communes.geojson (approximate outline of the plan-time commune). */
  outlineId: z.string(),
  links: z.array(z.strictObject({ unit: unitIdSchema, from: dateSchema.nullable(), to: dateSchema.nullable() })).min(1),
  /** Reference gauge for flood levels: a proposal by position, not a regulation. */
  gauge: z.string().nullable(),
  recognition: z.strictObject({
    state: z.enum(['recognised', 'unknown']),
    reportedOn: dateSchema.nullable(),
    confidence: z.enum(['confirmed', 'reported', 'none']),
    source: sourceKeySchema.nullable(),
    note: z.string().nullable(),
  }),
})
export type Village = z.infer<typeof villageSchema>

/** Flood alarm levels in metres; null = not verified, so never shown as fact ("chưa có ngưỡng"). */
export const gaugeSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  river: z.string(),
  position: positionSchema,
  levels: z.strictObject({ I: z.number().nullable(), II: z.number().nullable(), III: z.number().nullable() }),
  evidence: z.string(),
  source: sourceKeySchema,
})
export type Gauge = z.infer<typeof gaugeSchema>

export const quantitySchema = z.strictObject({
  code: quantityCodeSchema,
  name: bilingualSchema,
  /** UCUM code. */
  unit: z.string().min(1),
  unitLabel: bilingualSchema,
  decimals: z.int().min(0).max(6),
  /** What the sensor can physically report, inclusive; outside it a reading is kept with quality `bad`. */
  range: z.tuple([z.number(), z.number()]),
  /** Default expected interval; null = event-driven. */
  intervalMs: z.int().positive().nullable(),
  kind: z.enum(['gauge', 'counter', 'interval', 'state']),
  states: z.array(z.strictObject({ value: z.number(), vi: z.string(), en: z.string() })).nullable(),
  /** Tells of one household: only who works with it sees it (law 91/2025/QH15). */
  personal: z.boolean().optional(),
})
export type Quantity = z.infer<typeof quantitySchema>

const targetSchema = z.strictObject({ year: z.int(), cumulative: z.int() })

export const unitsSeedSchema = seedOf({ units: z.array(unitSchema) })
export const villagesSeedSchema = seedOf({
  targets: z.array(targetSchema),
  gaugeNote: z.string(),
  villages: z.array(villageSchema),
})
export const gaugesSeedSchema = seedOf({ gauges: z.array(gaugeSchema) })
export const quantitiesSeedSchema = z.strictObject({
  version: z.int().min(1),
  about: z.string(),
  quantities: z.array(quantitySchema),
})

/** Everything of the registry that a screen needs besides its live catalogue. */
export const registrySchema = z.strictObject({
  asOf: dateSchema,
  villages: z.array(villageSchema),
  units: z.array(unitSchema),
  gauges: z.array(gaugeSchema),
  quantities: z.array(quantitySchema),
  targets: z.array(targetSchema),
  sources: z.record(z.string(), z.string()),
})
export type Registry = z.infer<typeof registrySchema>
