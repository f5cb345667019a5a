// The binary layout of a live frame, both directions. Little-endian, columns in descending alignment:
//
//   0  u32 version   4  u32 epoch    8  u32 fromSeq   12  u32 seq   16  u32 count   20  u32 flags   24  f64 baseTime
//  32  f64 v[count]  then  u32 dt[count] (ms after baseTime; f64 t[count] when flags & WIDE)  then  u32 n[count]  then  u8 q[count]
//
// 17 bytes a reading. Values stay doubles, so a screen shows 31.9 and not 31.899999618530273; the time column pays for it:
// all times of a live frame lie within 49 days of each other, and a snapshot that spans more switches to wide times.

export const FRAME_VERSION = 1
const HEADER_BYTES = 32
const WIDE = 1
const MAX_DELTA_MS = 0xffff_ffff

export type FrameColumns = {
  /** Catalogue indexes. */
  readonly n: Uint32Array
  /** Epoch milliseconds. */
  readonly t: Float64Array
  readonly v: Float64Array
  /** Quality codes, see reading.ts. */
  readonly q: Uint8Array
}
export type Frame = FrameColumns & { readonly epoch: number; readonly fromSeq: number; readonly seq: number }

export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const { n, t, v, q } = frame
  const count = n.length
  let base = Infinity
  let last = -Infinity
  for (const time of t) {
    if (time < base) base = time
    if (time > last) last = time
  }
  const isWide = count > 0 && last - base > MAX_DELTA_MS
  const timeBytes = isWide ? 8 : 4
  const bytes = new Uint8Array(HEADER_BYTES + count * (8 + timeBytes + 4 + 1))
  const view = new DataView(bytes.buffer)
  const header = [FRAME_VERSION, frame.epoch, frame.fromSeq, frame.seq, count, isWide ? WIDE : 0]
  header.forEach((word, i) => view.setUint32(i * 4, word, true))
  view.setFloat64(24, count > 0 ? base : 0, true)
  let at = HEADER_BYTES
  new Float64Array(bytes.buffer, at, count).set(v)
  at += count * 8
  if (isWide) new Float64Array(bytes.buffer, at, count).set(t)
  else {
    const delta = new Uint32Array(bytes.buffer, at, count)
    for (let i = 0; i < count; i++) delta[i] = (t[i] ?? base) - base
  }
  at += count * timeBytes
  new Uint32Array(bytes.buffer, at, count).set(n)
  at += count * 4
  bytes.set(q, at)
  return bytes
}

export type FrameError = 'too-short' | 'version' | 'length'

/**
 * Decodes a frame, or says why the bytes are not one. Never throws, never reads past the end.
 * @param bytes what the transport hands over: an ArrayBuffer, or a view into a larger one
 */
export function decodeFrame(bytes: Uint8Array | ArrayBuffer): Frame | FrameError {
  if (bytes.byteLength < HEADER_BYTES) return 'too-short'
  // A view is copied: columns need an aligned start.
  const { buffer } = new Uint8Array(bytes)
  const view = new DataView(buffer)
  const word = (i: number) => view.getUint32(i * 4, true)
  if (word(0) !== FRAME_VERSION) return 'version'
  const count = word(4)
  const isWide = (word(5) & WIDE) !== 0
  const timeBytes = isWide ? 8 : 4
  if (bytes.byteLength !== HEADER_BYTES + count * (8 + timeBytes + 4 + 1)) return 'length'
  const base = view.getFloat64(24, true)
  let at = HEADER_BYTES
  const v = new Float64Array(buffer, at, count)
  at += count * 8
  const t = isWide ? new Float64Array(buffer, at, count) : new Float64Array(count)
  if (!isWide) {
    const delta = new Uint32Array(buffer, at, count)
    for (let i = 0; i < count; i++) t[i] = base + (delta[i] as number)
  }
  at += count * timeBytes
  const n = new Uint32Array(buffer, at, count)
  at += count * 4
  const q = new Uint8Array(buffer, at, count)
  return { epoch: word(1), fromSeq: word(2), seq: word(3), n, t, v, q }
}
