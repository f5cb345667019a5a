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
      expect(createPacketGuard(limit)(Uint8Array.from(packet(limit)))).toBe('fine')
      expect(createPacketGuard(limit)(Uint8Array.from(packet(limit + 1)))).toBe('large')
    }
  })

  test('refuses at the header, before a byte of the body arrived', () => {
    const feed = createPacketGuard(100)
    expect(feed(Uint8Array.of(0x30, 101))).toBe('large')
  })

  test('takes a length of four bytes, and no fifth', () => {
    const most = 268_435_455
    expect(createPacketGuard(most)(Uint8Array.of(0x30, ...lengthBytes(most)))).toBe('fine')
    expect(createPacketGuard(most - 1)(Uint8Array.of(0x30, ...lengthBytes(most)))).toBe('large')
    expect(createPacketGuard(Infinity)(Uint8Array.of(0x30, 0x80, 0x80, 0x80, 0x80, 0x01))).toBe('broken')
    expect(createPacketGuard(0)(Uint8Array.of(0x30, 0x80, 0x80, 0x80, 0x00, 0xc0, 0x00))).toBe('fine')
  })

  test('stays closed once it refused', () => {
    const feed = createPacketGuard(1)
    expect(feed(Uint8Array.from(packet(2)))).toBe('large')
    expect(feed(Uint8Array.from(packet(0)))).toBe('large')
  })

  test('lets one packet a message pass, and asks for every one beyond', () => {
    const PING = [0xc0, 0]
    let asked = 0
    const feed = createPacketGuard(10, () => ++asked <= 2)
    expect(feed(Uint8Array.from([...packet(1), ...PING]))).toBe('fine')
    expect(asked).toBe(0)
    expect(feed(Uint8Array.from([...PING, ...PING]))).toBe('fine')
    expect(asked).toBe(2)
    expect(feed(Uint8Array.from(PING))).toBe('broken')
  })

  test('keeps a thousand of those passes, not one more', () => {
    const PING = [0xc0, 0]
    const feed = createPacketGuard(10, () => false)
    for (let i = 0; i < 1_001; i++) feed(Uint8Array.from(packet(1)))
    for (let i = 0; i < 1_000; i++) expect(feed(Uint8Array.from(PING))).toBe('fine')
    expect(feed(Uint8Array.from(PING))).toBe('broken')
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
          isOpen = feed(bytes.subarray(at, at + size)) === 'fine'
          at += size
        }
        expect(isOpen).toBe(all.every(length => length <= 300))
      }),
    )
  })
})
