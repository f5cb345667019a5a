import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addTo, type Bucket, bucketStart, LEVELS, planBuckets, rollUp } from '../../../server/store/rollup.ts'
import type { Columns } from '../../../server/store/store.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const instant = fc.integer({ min: -1e12, max: 1e13 })
const level = fc.constantFrom(...LEVELS)

describe('a bucket', () => {
  test('of a day starts at 17:00Z, midnight in Đồng Tháp', () => {
    const midnight = Date.UTC(2026, 10, 22, 17)
    expect(bucketStart(midnight - 1, DAY)).toBe(midnight - DAY)
    expect(bucketStart(midnight, DAY)).toBe(midnight)
    expect(bucketStart(midnight + DAY - 1, DAY)).toBe(midnight)
    expect(bucketStart(midnight + DAY, DAY)).toBe(midnight + DAY)
  })

  test('of a day knows leap days and the end of the year', () => {
    const dayOf = (t: number) =>
      Temporal.Instant.fromEpochMilliseconds(bucketStart(t, DAY))
        .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
        .toPlainDateTime()
        .toString()
    expect(dayOf(Date.UTC(2028, 1, 28, 17))).toBe('2028-02-29T00:00:00')
    expect(dayOf(Date.UTC(2028, 1, 29, 16, 59, 59, 999))).toBe('2028-02-29T00:00:00')
    expect(dayOf(Date.UTC(2028, 1, 29, 17))).toBe('2028-03-01T00:00:00')
    expect(dayOf(Date.UTC(2026, 11, 31, 16, 59, 59, 999))).toBe('2026-12-31T00:00:00')
    expect(dayOf(Date.UTC(2026, 11, 31, 17))).toBe('2027-01-01T00:00:00')
  })

  test('holds its instant and starts where the next finer level starts one too', () => {
    fc.assert(
      fc.property(instant, level, (t, length) => {
        const start = bucketStart(t, length)
        expect(start).toBeLessThanOrEqual(t)
        expect(t - start).toBeLessThan(length)
        expect(bucketStart(start, length)).toBe(start)
        for (const finer of LEVELS) if (finer < length) expect(bucketStart(start, finer)).toBe(start)
      }),
    )
  })
})

describe('a plan for a chart', () => {
  test('never gives more buckets than asked for and covers the whole range', () => {
    const span = fc.oneof(fc.nat(5_000), fc.nat(10 * DAY), fc.nat(20 * 365 * DAY))
    fc.assert(
      fc.property(instant, span, fc.integer({ min: 1, max: 10_000 }), (from, length, points) => {
        const to = from + length
        const { anchor, step, level: read } = planBuckets(from, to, points)
        expect(anchor).toBeLessThanOrEqual(from)
        expect(Math.floor((to - anchor) / step) + 1).toBeLessThanOrEqual(points)
        expect(step % (read ?? 1)).toBe(0)
        if (read !== null) expect(bucketStart(anchor, read)).toBe(anchor)
      }),
      { numRuns: 1_000 },
    )
  })

  test('reads the coarsest level that still fits, and raw readings below a minute', () => {
    // Both ends are in: up to the last millisecond of the hundredth minute.
    expect(planBuckets(0, 100 * MINUTE - 2, 100).level).toBeNull()
    expect(planBuckets(0, 100 * MINUTE - 1, 100).level).toBe(MINUTE)
    expect(planBuckets(0, 15 * 100 * MINUTE, 100).level).toBe(15 * MINUTE)
    expect(planBuckets(0, 100 * HOUR, 100).level).toBe(HOUR)
    expect(planBuckets(0, 100 * DAY - 2, 100).level).toBe(HOUR)
    expect(planBuckets(0, 100 * DAY - 1, 100).level).toBe(DAY)
  })
})

const reading = fc.record({ t: fc.nat(3 * HOUR), v: fc.integer({ min: -50, max: 50 }), q: fc.constantFrom(0, 1, 3) })
type Reading = { readonly t: number; readonly v: number; readonly q: number }
const columns = (all: readonly Reading[]): Columns => ({
  t: Float64Array.from(all, one => one.t),
  v: Float64Array.from(all, one => one.v),
  q: Uint8Array.from(all, one => one.q),
})
const hourOf = (t: number) => bucketStart(t, HOUR)
const sorted = (buckets: Iterable<Bucket>) => [...buckets].sort((a, b) => a.t - b.t)

describe('rolling up', () => {
  test('gives the same buckets however the readings are split and merged', () => {
    const readings = fc.uniqueArray(reading, { selector: one => one.t, maxLength: 40 })
    fc.assert(
      fc.property(readings, fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }), (all, parts) => {
        const whole = sorted(rollUp(new Map(), columns(all), hourOf).values())
        const merged = new Map<number, Bucket>()
        for (const part of [0, 1, 2]) {
          const some = rollUp(new Map(), columns(all.filter((_, i) => parts[i] === part)), hourOf)
          for (const bucket of some.values()) addTo(merged, bucket)
        }
        expect(sorted(merged.values())).toEqual(whole)
      }),
    )
  })

  test('from fine to coarse is the same as at once', () => {
    const readings = fc.uniqueArray(reading, { selector: one => one.t, maxLength: 40 })
    fc.assert(
      fc.property(readings, all => {
        const fine = rollUp(new Map(), columns(all), t => bucketStart(t, MINUTE))
        const coarse = new Map<number, Bucket>()
        for (const bucket of fine.values()) addTo(coarse, { ...bucket, t: hourOf(bucket.t) })
        expect(sorted(coarse.values())).toEqual(sorted(rollUp(new Map(), columns(all), hourOf).values()))
      }),
    )
  })

  test('counts every reading once, keeps the extremes and the last by time, and leaves out what is bad', () => {
    const { good, late, bad } = QUALITY_CODE
    const all = [
      { t: 30, v: 4, q: good },
      { t: 50, v: 2, q: late },
      { t: 40, v: 9, q: good },
      { t: 60, v: 99, q: bad },
    ]
    const start = hourOf(0)
    expect([...rollUp(new Map(), columns(all), hourOf).values()]).toEqual([
      { t: start, min: 2, max: 9, sum: 15, count: 3, last: 2, lastT: 50 },
    ])
  })

  test('does not change the part it merges', () => {
    const into = new Map<number, Bucket>()
    const part = { t: 0, min: 1, max: 1, sum: 1, count: 1, last: 1, lastT: 5 }
    addTo(into, part)
    addTo(into, { ...part, max: 7, lastT: 9 })
    expect(part).toEqual({ t: 0, min: 1, max: 1, sum: 1, count: 1, last: 1, lastT: 5 })
  })
})
