import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPacketGuard } from '../../../server/ingest/mqtt-packet-guard.ts'

/** The remaining length of a packet as MQTT writes it: seven bits a byte, least first. */
function lengthBytes(length: number): number[] {
  const bytes: number[] = []
  for (let rest = length; ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0))
    if (rest < 128) return bytes
  }
}
/** A body of 0xff: read as a header by mistake, it would be refused. */
const packet = (length: number): number[] => [0x30, ...lengthBytes(length), ...Array.from({ length }, () => 0xff)]

describe('the packet guard', () => {
  test('passes a packet of the limit and refuses one byte more', () => {
    for (const limit of [0, 1, 127, 128, 1_000, 16_384]) {
      expect(createPacketGuard(limit)(Uint8Array.from(packet(limit)))).toBe(true)
      expect(createPacketGuard(limit)(Uint8Array.from(packet(limit + 1)))).toBe(false)
    }
  })

  test('refuses at the header, before a byte of the body arrived', () => {
    const feed = createPacketGuard(100)
    expect(feed(Uint8Array.of(0x30, 101))).toBe(false)
  })

  test('takes a length of four bytes, and no fifth', () => {
    const most = 268_435_455
    expect(createPacketGuard(most)(Uint8Array.of(0x30, ...lengthBytes(most)))).toBe(true)
    expect(createPacketGuard(most - 1)(Uint8Array.of(0x30, ...lengthBytes(most)))).toBe(false)
    expect(createPacketGuard(Infinity)(Uint8Array.of(0x30, 0x80, 0x80, 0x80, 0x80, 0x01))).toBe(false)
    expect(createPacketGuard(0)(Uint8Array.of(0x30, 0x80, 0x80, 0x80, 0x00, 0xc0, 0x00))).toBe(true)
  })

  test('stays closed once it refused', () => {
    const feed = createPacketGuard(1)
    expect(feed(Uint8Array.from(packet(2)))).toBe(false)
    expect(feed(Uint8Array.from(packet(0)))).toBe(false)
  })

  test('says the same however the bytes are cut into chunks', () => {
    const lengths = fc.array(fc.oneof(fc.nat(5), fc.constantFrom(127, 128, 299, 300, 301)), { maxLength: 12 })
    fc.assert(
      fc.property(lengths, fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (all, cuts) => {
        const bytes = Uint8Array.from(all.flatMap(packet))
        const feed = createPacketGuard(300)
        let isOpen = true
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const size = cuts[i % cuts.length] ?? 1
          isOpen = feed(bytes.subarray(at, at + size))
          at += size
        }
        expect(isOpen).toBe(all.every(length => length <= 300))
      }),
    )
  })
})
