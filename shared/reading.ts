// What every value carries with it: where it came from, when it was measured, how good it is.
import { z } from 'zod'
import { QUALITIES } from './quality.ts'

export const sourceSchema = z.enum(['measured', 'simulated', 'manual', 'derived'])
export type Source = z.infer<typeof sourceSchema>
/** What a device may be; `derived` is what we compute ourselves. */
export const deviceSourceSchema = sourceSchema.exclude(['derived'])

/** One measurement as JSON: time in epoch milliseconds (UTC), value in the series' unit. */
export const readingSchema = z.strictObject({ t: z.number().int(), v: z.number(), q: z.enum(QUALITIES) })
export type Reading = z.infer<typeof readingSchema>
