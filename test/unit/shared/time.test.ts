import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTime } from '../../../shared/time.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
const LAST_OF_9999 = 253_402_300_799_999

describe("a sender's time", () => {
  test('that is absent is the time of receipt', () => {
    expect(parseTime(undefined, NOW)).toBe(NOW)
    expect(parseTime(null, NOW)).toBe(NOW)
  })

  test('in milliseconds is taken as it is, to the nearest whole one', () => {
    expect(parseTime(NOW, 0)).toBe(NOW)
    expect(parseTime(0, NOW)).toBe(0)
    expect(parseTime(1_000.6, 0)).toBe(1_001)
  })

  test('in text needs an offset: local time is refused, not guessed', () => {
    expect(parseTime('2026-11-23T09:00:00+07:00', 0)).toBe(NOW)
    expect(parseTime('2026-11-23T02:00:00Z', 0)).toBe(NOW)
    for (const local of ['2026-11-23T09:00:00', '2026-11-23 09:00', '2026-11-23', '23/11/2026 09:00', '09:00Z'])
      expect(parseTime(local, NOW)).toBeUndefined()
  })

  test('with microseconds loses only those', () => expect(parseTime('2026-11-23T02:00:00.123456Z', 0)).toBe(NOW + 123))

  test('of a day that does not exist is refused', () => {
    expect(parseTime('2026-02-29T00:00:00Z', NOW)).toBeUndefined()
    expect(parseTime('2028-02-29T00:00:00Z', 0)).toBe(Date.UTC(2028, 1, 29))
    expect(parseTime('2026-04-31T00:00:00+07:00', NOW)).toBeUndefined()
  })

  test('ends with the year 9999, as a number and as text', () => {
    expect(parseTime(LAST_OF_9999, 0)).toBe(LAST_OF_9999)
    expect(parseTime(LAST_OF_9999 + 1, 0)).toBeUndefined()
    expect(parseTime(-LAST_OF_9999 - 1, 0)).toBeUndefined()
    expect(parseTime('9999-12-31T23:59:59.999Z', 0)).toBe(LAST_OF_9999)
    expect(parseTime('+010000-01-01T00:00:00Z', 0)).toBeUndefined()
    for (const huge of [Infinity, -Infinity, Number.NaN, 1e300]) expect(parseTime(huge, NOW)).toBeUndefined()
  })

  test('of 64 characters may be a time, one more may not', () => {
    const text = (decimals: number) =>
      `2026-11-23T02:00:00.${'0'.repeat(decimals)}+00:00[Asia/Ho_Chi_Minh][u-ca=iso8601]`
    expect([text(6).length, text(7).length]).toEqual([64, 65])
    expect(parseTime(text(6), 0)).toBe(NOW)
    expect(parseTime(text(7), 0)).toBeUndefined()
  })

  test('that is garbage is undefined and never throws', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary', maxLength: 70 }),
      fc.constantFrom('\ud800', '﻿', '٠'),
    )
    fc.assert(
      fc.property(fc.oneof(texts, fc.anything()), sent => {
        const t = parseTime(sent, NOW)
        if (t === undefined) return
        expect(Number.isInteger(t)).toBe(true)
        expect(Math.abs(t)).toBeLessThanOrEqual(LAST_OF_9999)
      }),
      { numRuns: 300 },
    )
  })

  test('round-trips through the text of any instant and any offset', () => {
    const instant = fc.integer({ min: 0, max: 4e12 })
    const offset = fc.integer({ min: -18 * 60, max: 18 * 60 })
    fc.assert(
      fc.property(instant, offset, (t, minutes) => {
        const sign = minutes < 0 ? '-' : '+'
        const two = (n: number) => String(n).padStart(2, '0')
        const zone = `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
        const text = Temporal.Instant.fromEpochMilliseconds(t).toString({ timeZone: zone, smallestUnit: 'millisecond' })
        expect(parseTime(text, 0)).toBe(t)
      }),
    )
  })
})
