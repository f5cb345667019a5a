// The parts of an .xlsx file that hold cells, unpacked under limits. The library behind it gets only these: it never unpacks
// anything itself, and never sees pictures, macros, drawings, comments or links.
import { unpack, zipPartsOf } from '../zip/zip-parts.ts'
import { refuse, refuseBeyond, type SpreadsheetRefusal } from './refusal.ts'
import type { WorkbookLimits } from './workbook.ts'

export type WorkbookParts = Readonly<Record<string, Uint8Array>>

export const WORKBOOK_PART = 'xl/workbook.xml'
const SHARED_STRINGS = 'xl/sharedStrings.xml'
const NEEDED = new Set([WORKBOOK_PART, 'xl/_rels/workbook.xml.rels', SHARED_STRINGS, 'xl/styles.xml'])
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/
/** A full workbook has some four per cell; what has more is built to keep its reader busy. */
const MAX_ELEMENTS = 4_000_000
/** In place of a missing list: a cell that refers to it is then damage, not the number of its entry. */
const NO_STRINGS = Buffer.from('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>')

/**
 * A ZIP bomb is caught twice. What the archive announces is added up before a byte is unpacked, over all its parts; and no
 * part is unpacked beyond what was announced for it, so an archive that lies about a part stops there.
 */
export function workbookPartsOf(bytes: Uint8Array, limits: WorkbookLimits): WorkbookParts | SpreadsheetRefusal {
  if (bytes.length > limits.bytes) return refuseBeyond('bytes', limits)
  const all = zipPartsOf(bytes)
  if (!all) return refuse(isLikeZip(bytes) ? 'damaged' : 'not-workbook')
  if (!all.some(part => part.name === WORKBOOK_PART)) return refuse('not-workbook')
  if (sum(all.map(({ size }) => size)) > limits.unpackedBytes) return refuseBeyond('unpackedBytes', limits)
  const sheets = all.filter(part => SHEET.test(part.name))
  if (sheets.length > limits.sheets) return refuseBeyond('sheets', limits)

  const unpacked: Record<string, Uint8Array> = { [SHARED_STRINGS]: NO_STRINGS }
  for (const part of [...all.filter(({ name }) => NEEDED.has(name)), ...sheets]) {
    const content = unpack(bytes, part)
    if (content === 'overflow') return refuseBeyond('unpackedBytes', limits)
    if (!content) return refuse('damaged')
    unpacked[part.name] = content
  }
  const sizes = Object.values(unpacked).map(countElements)
  if (sum(sizes.map(({ cells }) => cells)) > limits.cells) return refuseBeyond('cells', limits)
  return sum(sizes.map(({ all: elements }) => elements)) > MAX_ELEMENTS ? refuse('too-heavy') : unpacked
}

/** Counted before the library builds an object for each: `<c>`, `<c/>`, `<c r="A1">` or `<x:c>`, and not `<cols>`. */
function countElements(part: Uint8Array): { readonly all: number; readonly cells: number } {
  const content = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  let all = 0
  let cells = 0
  for (let at = content.indexOf(OPEN); at >= 0; at = content.indexOf(OPEN, at + 1)) {
    if (content[at + 1] === SLASH) continue
    all++
    let end = at + 1
    while (end < at + MAX_NAME && !endsName(content[end])) end++
    if (content[end - 1] === LETTER_C && [OPEN, COLON].includes(content[end - 2] ?? 0)) cells++
  }
  return { all, cells }
}

const [OPEN, SLASH, COLON, LETTER_C, CLOSE] = [0x3c, 0x2f, 0x3a, 0x63, 0x3e]
/** Names with their prefix are shorter. */
const MAX_NAME = 64
const endsName = (byte: number | undefined): boolean =>
  byte === undefined || byte <= 0x20 || byte === SLASH || byte === CLOSE
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

const isLikeZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b
