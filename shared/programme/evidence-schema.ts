// What the server answers to a file that was kept as evidence.
import { z } from 'zod'
import { EVIDENCE_KINDS, MAX_EVIDENCE_BYTES } from './evidence-kind.ts'

/** SHA-256 of the file's bytes in hexadecimal: the name it is kept and asked for under. */
export const evidenceHashSchema = z.string().regex(/^[0-9a-f]{64}$/)

export const evidenceReplySchema = z.strictObject({
  hash: evidenceHashSchema,
  /** Bytes. */
  size: z.int().min(1).max(MAX_EVIDENCE_BYTES),
  /** Media type, told from the content. */
  type: z.enum(Object.values(EVIDENCE_KINDS).map(kind => kind.mediaType)),
})
export type EvidenceReply = z.infer<typeof evidenceReplySchema>
