// Which files may be evidence and how large, for the server's check and for a form that says so before sending.

const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** Told apart by content, never by name. */
export const EVIDENCE_KINDS = {
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  png: { extension: 'png', mediaType: 'image/png' },
  jpeg: { extension: 'jpg', mediaType: 'image/jpeg' },
  webp: { extension: 'webp', mediaType: 'image/webp' },
  docx: { extension: 'docx', mediaType: `${OFFICE}.wordprocessingml.document` },
  xlsx: { extension: 'xlsx', mediaType: `${OFFICE}.spreadsheetml.sheet` },
} as const satisfies Record<string, { extension: string; mediaType: string }>
export type EvidenceKind = (typeof EVIDENCE_KINDS)[keyof typeof EVIDENCE_KINDS]

/** Per file: 20 MiB. */
export const MAX_EVIDENCE_BYTES = 20 * 1024 * 1024
