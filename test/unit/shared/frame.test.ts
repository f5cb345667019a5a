import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeFrame, encodeFrame, type Frame } from '../../../shared/frame.ts'

const DAY_MS = 86_400_000
const u32 = fc.integer({ min: 0, max: 0xffff_ffff })
const value = fc.double({ noNaN: true })
const row = (time: fc.Arbitrary<number>) => fc.tuple(u32, time, value, fc.integer({ min: 0, max: 255 }))
/** Within the 49 days that fit the narrow time column, or years apart. */
const narrowTime = fc.integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2026, 10, 1) + 40 * DAY_MS })
const wideTime = fc.integer({ min: -8.64e15, max: 8.64e15 })
const rows = fc.oneof(fc.array(row(narrowTime), { maxLength: 50 }), fc.array(row(wideTime), { maxLength: 50 }))
const frames: fc.Arbitrary<Frame> = fc.tuple(u32, u32, u32, rows).map(([epoch, fromSeq, seq, all]) => ({
  epoch,
  fromSeq,
  seq,
  n: Uint32Array.from(all, one => one[0]),
  t: Float64Array.from(all, one => one[1]),
  v: Float64Array.from(all, one => one[2]),
  q: Uint8Array.from(all, one => one[3]),
}))

const aFrame = (times: readonly number[]): Frame => ({
  epoch: 1,
  fromSeq: 2,
  seq: 3,
  n: Uint32Array.from(times, (_, i) => i),
  t: Float64Array.from(times),
  v: Float64Array.from(times, (_, i) => i / 10),
  q: new Uint8Array(times.length),
})

describe('a live frame', () => {
  test('comes out as it went in, whatever its columns hold', () => {
    fc.assert(
      fc.property(frames, frame => {
        expect(decodeFrame(encodeFrame(frame))).toEqual(frame)
      }),
    )
  })

  test('keeps the exact double and the sign of zero', () => {
    const frame = { ...aFrame([1, 2, 3]), v: Float64Array.of(31.9, -0, 5e-324) }
    const { v } = decodeFrame(encodeFrame(frame)) as Frame
    expect(v[0]).toBe(31.9)
    expect(Object.is(v[1], -0)).toBe(true)
    expect(v[2]).toBe(5e-324)
  })

  test('costs 32 bytes and 17 more for each reading', () => {
    for (const count of [0, 1, 2, 7, 1_000])
      expect(encodeFrame(aFrame(Array.from({ length: count }, (_, i) => i))).byteLength).toBe(32 + 17 * count)
  })

  test('switches to wide times one millisecond past what the narrow column holds', () => {
    const narrow = aFrame([1_000, 1_000 + 0xffff_ffff])
    const wide = aFrame([1_000, 1_001 + 0xffff_ffff])
    expect(encodeFrame(narrow).byteLength).toBe(32 + 2 * 17)
    expect(encodeFrame(wide).byteLength).toBe(32 + 2 * 21)
    expect(decodeFrame(encodeFrame(narrow))).toEqual(narrow)
    expect(decodeFrame(encodeFrame(wide))).toEqual(wide)
  })

  test('is read from an ArrayBuffer and from a view at any offset of a larger buffer', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 0, max: 17 }), (frame, offset) => {
        const bytes = encodeFrame(frame)
        const larger = new Uint8Array(offset + bytes.length + 5).fill(0xaa)
        larger.set(bytes, offset)
        expect(decodeFrame(larger.subarray(offset, offset + bytes.length))).toEqual(frame)
        expect(decodeFrame(bytes.buffer)).toEqual(frame)
      }),
    )
  })
})

describe('bytes that are no frame', () => {
  test('are refused when a single byte is missing or too many', () => {
    const bytes = encodeFrame(aFrame([1, 2]))
    expect(decodeFrame(bytes.subarray(0, -1))).toBe('length')
    expect(decodeFrame(Uint8Array.of(...bytes, 0))).toBe('length')
    expect(decodeFrame(bytes.subarray(0, 31))).toBe('too-short')
    expect(decodeFrame(new ArrayBuffer(0))).toBe('too-short')
  })

  test('are refused when they are of another version', () => {
    const bytes = encodeFrame(aFrame([1]))
    bytes[0] = 2
    expect(decodeFrame(bytes)).toBe('version')
  })

  test('truncated anywhere, never decode', () => {
    fc.assert(
      fc.property(frames, fc.nat(), (frame, cut) => {
        const bytes = encodeFrame(frame)
        expect(typeof decodeFrame(bytes.subarray(0, cut % bytes.length))).toBe('string')
      }),
    )
  })

  test('with any bytes changed, never throw and never decode to columns of another length than they pay for', () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }))
    fc.assert(
      fc.property(frames, fc.array(change, { maxLength: 8 }), (frame, changes) => {
        const bytes = encodeFrame(frame)
        for (const [at, byte] of changes) bytes[at % bytes.length] = byte
        const decoded = decodeFrame(bytes)
        if (typeof decoded === 'string') return
        const { n, t, v, q } = decoded
        expect([t.length, v.length, q.length]).toEqual([n.length, n.length, n.length])
        expect([17, 21].map(size => 32 + size * n.length)).toContain(bytes.byteLength)
      }),
    )
  })

  test('of any kind never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        expect(decodeFrame(bytes)).toBeDefined()
      }),
    )
  })
})
