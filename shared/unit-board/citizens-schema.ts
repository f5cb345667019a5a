// What a smart village offers its people and how they are heard, as data with source. What nobody verified isn't in it.
import { z } from 'zod'
import { villageIdSchema } from '../ids.ts'
import { bilingualSchema } from '../registry.ts'

const noteSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['offer', 'feedback']),
  village: villageIdSchema,
  title: bilingualSchema,
  /** What must be known with it: that it may have changed since. */
  note: bilingualSchema.nullable(),
  /** The day it was so; null = the source doesn't say. */
  asOf: z.iso.date().nullable(),
  /** In the file: key into its `sources`; on a board: the source itself. */
  source: z.string().min(1),
})
export const citizenNoteSchema = noteSchema
export type CitizenNote = z.infer<typeof noteSchema>

export const citizensSeedSchema = z.strictObject({
  version: z.int().min(1),
  asOf: z.iso.date(),
  about: z.string(),
  sources: z.record(z.string(), z.string()),
  notes: z.array(noteSchema),
})
