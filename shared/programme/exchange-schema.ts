// Import and export of the programme as spreadsheets, as they cross HTTP: what would change, line by line, and what is wrong.
import { z } from 'zod'
import { comparisonRowSchema } from './village-row-schema.ts'

export const IMPORT_KINDS = ['criteria', 'assessments', 'funding', 'tasks'] as const
export const importKindSchema = z.enum(IMPORT_KINDS)
export type ImportKind = z.infer<typeof importKindSchema>

export const importQuerySchema = z.strictObject({
  actorName: z.string().min(1).max(400),
  actorUnit: z.string().min(1).max(64),
  commit: z.enum(['true', 'false']).optional().describe('absent = a preview; nothing changes'),
  head: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional()
    .describe('`head` of the preview; needed to commit'),
})
export const exportQuerySchema = z.strictObject({
  set: z.string().min(1).max(64).optional().describe('assessments: of a set other than the one in use'),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .transform(Number)
    .optional()
    .describe('funding: of one year'),
})

/** Where in the file; nulls for what has no place in it (JSON, or the whole file). Rows count from 1, as Excel shows them. */
const place = { sheet: z.string().nullable(), line: z.int().nullable() } as const
export const importChangeSchema = z.strictObject({
  ...place,
  what: z.string(),
  whatEn: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type ImportChange = z.infer<typeof importChangeSchema>

export const importErrorSchema = z.strictObject({
  ...place,
  column: z.string().nullable(),
  code: z.string(),
  vi: z.string(),
  en: z.string(),
})
export type ImportError = z.infer<typeof importErrorSchema>

/** More than these aren't told: a file that is wrong throughout is wrong for few reasons. */
export const MAX_IMPORT_ERRORS = 500

export const importPreviewSchema = z.strictObject({
  /** Id of the last event it was held against. */
  head: z.int(),
  /** SHA-256 of the bytes sent. */
  fingerprint: z.string(),
  changes: z.array(importChangeSchema),
  errors: z.array(importErrorSchema),
  /** Lines that say what is so already. */
  unchanged: z.int(),
  /** Each criteria set of the file against the one before it. */
  comparisons: z.array(
    z.strictObject({ set: z.string(), predecessor: z.string(), rows: z.array(comparisonRowSchema) }),
  ),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

export const importReplySchema = z.union([
  importPreviewSchema,
  z.strictObject({
    /** Sent before with the same key: nothing was written again. */
    repeated: z.boolean(),
    /** How many events it wrote; 0 = the file says what is so already. */
    events: z.int(),
    head: z.int(),
  }),
])
export type ImportReply = z.infer<typeof importReplySchema>
