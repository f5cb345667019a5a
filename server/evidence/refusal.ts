// Why a file isn't kept, for the person who sent it.
import { MAX_EVIDENCE_BYTES } from '../../shared/programme/evidence-kind.ts'

const MEBIBYTES = MAX_EVIDENCE_BYTES / 1024 / 1024

const REFUSALS = {
  empty: { vi: 'Tệp rỗng, không có nội dung', en: 'The file is empty' },
  'too-large': {
    vi: `Tệp lớn hơn ${MEBIBYTES} MB: hãy nén ảnh hoặc tách thành nhiều tệp`,
    en: `The file is larger than ${MEBIBYTES} MB: make the pictures smaller, or split it`,
  },
  kind: {
    vi: 'Chỉ nhận tệp PDF, ảnh PNG, JPEG, WebP, Word (.docx) và Excel (.xlsx) nguyên vẹn, không đặt mật khẩu, không chứa macro',
    en: 'Only PDF, PNG, JPEG, WebP, Word (.docx) and Excel (.xlsx) files that are whole, without password and without macros',
  },
  full: {
    vi: 'Kho minh chứng đã đầy, hãy báo quản trị hệ thống',
    en: 'The evidence store is full, please tell the administrator',
  },
} as const

export type EvidenceRefusalCode = keyof typeof REFUSALS
export type EvidenceRefusal = { readonly code: EvidenceRefusalCode; readonly vi: string; readonly en: string }

export const refuse = (code: EvidenceRefusalCode): EvidenceRefusal => ({ code, ...REFUSALS[code] })
