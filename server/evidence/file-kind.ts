// What a file is, by its content alone: a name or a declared type can be anything. What isn't known for sure isn't a kind.
import { EVIDENCE_KINDS, type EvidenceKind } from '../../shared/programme/evidence-kind.ts'
import { unpack, type ZipPart, zipPartsOf } from '../zip/zip-parts.ts'

export type FileKind = EvidenceKind

/** A PDF that arrived whole says so this close to its end. */
const PDF_TAIL_BYTES = 4_096
const CONTENT_TYPES = '[Content_Types].xml'
/** A large document lists some hundred parts in it, about 100 bytes each. */
const MAX_CONTENT_TYPES_BYTES = 1024 * 1024
/** Parts that run: VBA, Excel 4 macros, ActiveX controls. */
const RUNNING_PART = /(?:^|\/)(?:vbaproject\.bin$|vbadata\.xml$|macrosheets\/|activex\/)/i
const RUNNING_TYPE = /macroenabled|vbaproject|ms-excel\.(?:intl)?macrosheet|activex/i

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', start, end)

/** @returns undefined for everything else: other formats, scripts, programs, archives, documents with macros */
export function fileKindOf(bytes: Uint8Array): FileKind | undefined {
  if (isPdf(bytes)) return EVIDENCE_KINDS.pdf
  if (isPng(bytes)) return EVIDENCE_KINDS.png
  if (isJpeg(bytes)) return EVIDENCE_KINDS.jpeg
  if (isWebp(bytes)) return EVIDENCE_KINDS.webp
  return officeKindOf(bytes)
}

const isPdf = (bytes: Uint8Array): boolean =>
  /^%PDF-[12]\.\d/.test(ascii(bytes, 0, 8)) &&
  ascii(bytes, Math.max(0, bytes.length - PDF_TAIL_BYTES), bytes.length).includes('%%EOF')

/** The signature and, as the format demands, the header chunk of 13 bytes right behind it. */
const isPng = (bytes: Uint8Array): boolean => ascii(bytes, 0, 16) === '\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR'

/** Start of image, then a segment's marker. */
const isJpeg = (bytes: Uint8Array): boolean => /^\xff\xd8\xff[\xc0-\xfe]/.test(ascii(bytes, 0, 4))

const isWebp = (bytes: Uint8Array): boolean => {
  if (!/^RIFF[\s\S]{4}WEBPVP8[ LX]/.test(ascii(bytes, 0, 16))) return false
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true)
  return length + 8 <= bytes.length
}

/** Word and Excel documents are ZIPs that say in their list of content types what their main part is. */
function officeKindOf(bytes: Uint8Array): FileKind | undefined {
  const parts = zipPartsOf(bytes)
  if (!parts || parts.some(part => RUNNING_PART.test(part.name))) return undefined
  const contentTypes = contentTypesOf(bytes, parts)
  if (contentTypes === undefined || RUNNING_TYPE.test(contentTypes)) return undefined
  const isMain = (name: string, kind: FileKind) =>
    parts.some(part => part.name === name) && contentTypes.includes(`"${kind.mediaType}.main+xml"`)
  if (isMain('word/document.xml', EVIDENCE_KINDS.docx)) return EVIDENCE_KINDS.docx
  return isMain('xl/workbook.xml', EVIDENCE_KINDS.xlsx) ? EVIDENCE_KINDS.xlsx : undefined
}

function contentTypesOf(bytes: Uint8Array, parts: readonly ZipPart[]): string | undefined {
  const part = parts.find(one => one.name === CONTENT_TYPES)
  if (!part || part.size > MAX_CONTENT_TYPES_BYTES) return undefined
  const unpacked = unpack(bytes, part)
  return unpacked instanceof Uint8Array ? Buffer.from(unpacked).toString('utf8') : undefined
}
