// The map of an import: which CSV column is which quantity, and how its cells are written. Pure.
import { z } from 'zod'
import { quantityCodeSchema } from '../../shared/ids.ts'

const columnSchema = z.union([
  quantityCodeSchema.transform(quantity => ({ quantity })),
  z.strictObject({
    quantity: quantityCodeSchema,
    /** Unit of cells that carry none (`"km/h"`); absent = the quantity's own. */
    unit: z.string().optional(),
  }),
])

export const columnMapSchema = z.strictObject({
  /** The time column, or several to be joined by a space (date, hour). */
  time: z.union([
    z
      .string()
      .min(1)
      .transform(name => [name]),
    z.array(z.string().min(1)).min(1).max(3),
  ]),
  /** For times written without an offset. */
  zone: z.string().default('Asia/Ho_Chi_Minh').refine(isTimeZone, 'not a time zone'),
  /** CSV column → quantity. */
  columns: z.record(z.string(), columnSchema).refine(columns => Object.keys(columns).length > 0, 'at least one column'),
  /** Cells that mean "no value"; an empty cell always does. */
  absent: z.array(z.string()).default(['N/A', 'NA', 'null', '-', '—']),
  decimal: z.enum(['.', ',']).default('.'),
  /** Absent = found from the header line. */
  delimiter: z.string().length(1).optional(),
})
export type ColumnMap = z.output<typeof columnMapSchema>

function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
