import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide, type Judged, MAX_AGE_MS, MAX_AHEAD_MS } from '../../../server/ingest/accept.ts'
import { QUALITY_CODE } from '../../../shared/quality.ts'
import type { Quantity } from '../../../shared/registry.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
const WATER: Quantity = {
  code: 'water_level',
  name: { vi: 'Mực nước', en: 'Water level' },
  unit: 'm',
  unitLabel: { vi: 'mét', en: 'm' },
  decimals: 2,
  range: [-5, 10],
  intervalMs: 600_000,
  kind: 'gauge',
  states: null,
}
const PUMP: Quantity = { ...WATER, code: 'pump_state', unit: '{state}', range: [0, 1], kind: 'state' }

const judge = (about: Partial<Judged> = {}) =>
  decide({ value: 1.5, unit: undefined, t: NOW, quantity: WATER, now: NOW, isImport: false, ...about })
const stored = (v: number, q = QUALITY_CODE.good as number, t = NOW) => ({ kind: 'store', t, v, q })
const rejected = (code: string) => ({ kind: 'reject', code })

describe('the time of a value', () => {
  test('five minutes ahead is believed, one millisecond more is not', () => {
    expect(MAX_AHEAD_MS).toBe(300_000)
    expect(judge({ t: NOW + 300_000 })).toEqual(stored(1.5, 0, NOW + 300_000))
    expect(judge({ t: NOW + 300_001 })).toEqual(rejected('clock'))
    expect(judge({ t: NOW + 300_001, isImport: true })).toEqual(rejected('clock'))
  })

  test('30 days old is taken, one millisecond more only by the import', () => {
    expect(MAX_AGE_MS).toBe(30 * 86_400_000)
    expect(judge({ t: NOW - MAX_AGE_MS })).toEqual(stored(1.5, 0, NOW - MAX_AGE_MS))
    expect(judge({ t: NOW - MAX_AGE_MS - 1 })).toEqual(rejected('too-old'))
    expect(judge({ t: 0, isImport: true })).toEqual(stored(1.5, 0, 0))
  })

  test('that could not be read is named as such', () => expect(judge({ t: undefined })).toEqual(rejected('bad-time')))

  test('of a clock set to 1970 or 2106 never gets in', () => {
    expect(judge({ t: 0 })).toEqual(rejected('too-old'))
    expect(judge({ t: Date.UTC(2106, 1, 7) })).toEqual(rejected('clock'))
  })
})

describe('the value', () => {
  test('on the edge of the range is good, beyond it is kept as bad', () => {
    expect(judge({ value: -5 })).toEqual(stored(-5))
    expect(judge({ value: 10 })).toEqual(stored(10))
    expect(judge({ value: -5.001 })).toEqual(stored(-5.001, QUALITY_CODE.bad))
    expect(judge({ value: 10.001 })).toEqual(stored(10.001, QUALITY_CODE.bad))
  })

  test.each(['1.5', '', null, undefined, [1.5], { v: 1.5 }, Number.NaN, Infinity, -Infinity, 1n])(
    '%s is not a number',
    value => expect(judge({ value })).toEqual(rejected('not-finite')),
  )

  test('true and false are numbers only for a state', () => {
    expect(judge({ value: true, quantity: PUMP })).toEqual(stored(1))
    expect(judge({ value: false, quantity: PUMP })).toEqual(stored(0))
    expect(judge({ value: true })).toEqual(rejected('not-finite'))
    expect(judge({ value: 'true', quantity: PUMP })).toEqual(rejected('not-finite'))
  })

  test('minus zero is stored as zero', () => {
    const decision = judge({ value: -0 })
    expect(decision.kind === 'store' && Object.is(decision.v, 0)).toBe(true)
  })
})

describe('the unit', () => {
  test("may be the catalogue's code or its label, nothing else", () => {
    expect(judge({ unit: 'm' })).toEqual(stored(1.5))
    expect(judge({ unit: 'mét' })).toEqual(stored(1.5))
    for (const unit of ['cm', 'M', '', 0, null, {}]) expect(judge({ unit })).toEqual(rejected('unit'))
  })
})

test('whatever a device sends, it is stored as a finite number at a believable time or refused with a reason', () => {
  const anything = fc.record({
    value: fc.oneof(fc.double(), fc.anything()),
    unit: fc.oneof(fc.constant(undefined), fc.constant('m'), fc.anything()),
    t: fc.oneof(fc.constant(undefined), fc.integer({ min: NOW - 2 * MAX_AGE_MS, max: NOW + 2 * MAX_AHEAD_MS })),
    quantity: fc.constantFrom(WATER, PUMP),
  })
  fc.assert(
    fc.property(anything, about => {
      const decision = judge(about)
      if (decision.kind === 'reject') return
      expect(Number.isFinite(decision.v)).toBe(true)
      expect(decision.t).toBe(about.t)
      expect(decision.t).toBeLessThanOrEqual(NOW + MAX_AHEAD_MS)
      expect(decision.t).toBeGreaterThanOrEqual(NOW - MAX_AGE_MS)
      const [min, max] = about.quantity.range
      expect(decision.q).toBe(decision.v < min || decision.v > max ? QUALITY_CODE.bad : QUALITY_CODE.good)
    }),
    { numRuns: 500 },
  )
})
