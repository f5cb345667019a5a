// Looks into a ZIP that a stranger made: the list of its parts, and one part unpacked under a hard limit.
// Stricter than the format: what two readers could understand differently isn't read at all. Knows no kind of document.
import { crc32, inflateRawSync } from 'node:zlib'

export type ZipPart = {
  readonly name: string
  /** Bytes once unpacked, as the archive announces it. */
  readonly size: number
  readonly packedSize: number
  readonly isDeflated: boolean
  readonly crc: number
  /** Where the packed bytes start. */
  readonly start: number
}

/** A document has some hundred parts; more are a way to keep a reader busy. */
export const MAX_PARTS = 5_000

const END_SIGNATURE = 0x06054b50
const END_SIZE = 22
const ENTRY_SIGNATURE = 0x02014b50
const ENTRY_SIZE = 46
const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_SIZE = 30
/** Longest comment that may follow the end record. */
const MAX_COMMENT = 0xffff
const IS_ENCRYPTED = 0x0001
const STORED = 0
const DEFLATED = 8
/** In place of a size or offset: the true one is in a 64-bit record. No document that is let in is that large. */
const SEE_64_BIT = 0xffffffff

/** @returns undefined when this isn't a whole, plain, unencrypted ZIP that starts with its first part */
export function zipPartsOf(bytes: Uint8Array): readonly ZipPart[] | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecordOf(data)
  if (end === undefined || data.readUInt32LE(0) !== LOCAL_SIGNATURE) return undefined
  const count = data.readUInt16LE(end + 10)
  const listStart = data.readUInt32LE(end + 16)
  const listEnd = listStart + data.readUInt32LE(end + 12)
  const isOnOneDisk = data.readUInt16LE(end + 4) === 0 && data.readUInt16LE(end + 8) === count
  if (!isOnOneDisk || listEnd > end || count > MAX_PARTS) return undefined

  const parts: ZipPart[] = []
  const names = new Set<string>()
  let at = listStart
  while (parts.length < count) {
    const entry = entryAt(data, at, listStart, listEnd)
    if (!entry || names.has(entry.part.name)) return undefined
    names.add(entry.part.name)
    parts.push(entry.part)
    at = entry.next
  }
  return at === listEnd ? parts : undefined
}

/**
 * The bytes of one part. `undefined` when it is damaged; `'overflow'` when it unpacks to more than it announced, which
 * stops after at most `part.size` bytes: whoever adds up the announced sizes first has bounded what will be unpacked.
 */
export function unpack(bytes: Uint8Array, part: ZipPart): Uint8Array | 'overflow' | undefined {
  const packed = bytes.subarray(part.start, part.start + part.packedSize)
  const unpacked = part.isDeflated ? inflate(packed, part.size) : packed
  if (typeof unpacked === 'string' || !unpacked) return unpacked
  return unpacked.length === part.size && crc32(unpacked) === part.crc ? unpacked : undefined
}

function inflate(packed: Uint8Array, size: number): Uint8Array | 'overflow' | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'overflow' : undefined
  }
}

/** Searched from the back; it counts only where its comment reaches exactly to the end of the file. */
function endRecordOf(data: Buffer): number | undefined {
  const first = Math.max(0, data.length - END_SIZE - MAX_COMMENT)
  for (let at = data.length - END_SIZE; at >= first; at--)
    if (data.readUInt32LE(at) === END_SIGNATURE && at + END_SIZE + data.readUInt16LE(at + 20) === data.length) return at
  return undefined
}

function entryAt(
  data: Buffer,
  at: number,
  listStart: number,
  listEnd: number,
): { part: ZipPart; next: number } | undefined {
  if (at + ENTRY_SIZE > listEnd || data.readUInt32LE(at) !== ENTRY_SIGNATURE) return undefined
  const method = data.readUInt16LE(at + 10)
  const packedSize = data.readUInt32LE(at + 20)
  const size = data.readUInt32LE(at + 24)
  const nameLength = data.readUInt16LE(at + 28)
  const next = at + ENTRY_SIZE + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  const local = data.readUInt32LE(at + 42)
  const isPlain = (data.readUInt16LE(at + 8) & IS_ENCRYPTED) === 0 && (method === STORED || method === DEFLATED)
  const isLarge = packedSize === SEE_64_BIT || size === SEE_64_BIT || local === SEE_64_BIT
  if (!isPlain || isLarge || next > listEnd || local + LOCAL_SIZE > listStart) return undefined

  const name = data.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)
  if (data.readUInt32LE(local) !== LOCAL_SIGNATURE || data.readUInt16LE(local + 26) !== nameLength) return undefined
  const start = local + LOCAL_SIZE + nameLength + data.readUInt16LE(local + 28)
  // Before its bytes a part says its name again: a reader that goes by that one must come to the same.
  const isSameName = name.equals(data.subarray(local + LOCAL_SIZE, local + LOCAL_SIZE + nameLength))
  if (!isSameName || start + packedSize > listStart) return undefined
  const crc = data.readUInt32LE(at + 16)
  return { part: { name: name.toString('utf8'), size, packedSize, isDeflated: method === DEFLATED, crc, start }, next }
}
