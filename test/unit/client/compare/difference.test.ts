// How far one figure lies from another: of what is shown, with a share only where zero means none, and never across what isn't the same.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparedAs, differenceOf, type Measure, scaleOf } from '../../../../client/compare/difference.ts'
import { formatSigned } from '../../../../client/design/number-format.ts'

const measure = (amount: number | undefined, about: Partial<Measure> = {}): Measure => ({
  amount,
  of: 'salinity g/L',
  unit: 'g/L',
  decimals: 2,
  scale: 'ratio',
  isCount: false,
  freshness: 'live',
  ...about,
})

test('above and below the first, with the share of the first', () => {
  expect(differenceOf(measure(1.5), measure(1))).toEqual({ kind: 'above', amount: 0.5, share: 0.5 })
  expect(differenceOf(measure(0), measure(4))).toEqual({ kind: 'below', amount: 4, share: 1 })
})
test('what is shown as the same is the same, and what stands on the page adds up', () => {
  expect(differenceOf(measure(1.234), measure(1.2261))).toEqual({ kind: 'same' })
  expect(differenceOf(measure(1.005), measure(0.994))).toMatchObject({ amount: 0.01 })
})
test('no share of nothing, nor where zero doesn’t mean none', () => {
  expect(differenceOf(measure(3), measure(0))).toEqual({ kind: 'above', amount: 3, share: undefined })
  const degrees = { scale: 'difference' } as const
  expect(differenceOf(measure(30, degrees), measure(20, degrees))).toEqual({
    kind: 'above',
    amount: 10,
    share: undefined,
  })
})
test.each([
  ['unknown here', measure(undefined), measure(1), 'unknown'],
  ['unknown there', measure(1), measure(undefined), 'unknown'],
  ['no number', measure(Number.NaN), measure(1), 'unknown'],
  ['too old here', measure(2, { freshness: 'dead' }), measure(1), 'old'],
  ['too old there', measure(2), measure(1, { freshness: 'dead' }), 'old'],
  ['another quantity', measure(2, { of: 'ph [pH]' }), measure(1), 'other'],
  ['states', measure(1, { scale: 'none' }), measure(0, { scale: 'none' }), 'none'],
])('not subtracted: %s', (_, one, first, kind) => expect(differenceOf(one, first)).toEqual({ kind }))

test('the way back is the same way', () => {
  const amounts = fc.integer({ min: -1e6, max: 1e6 }).map(n => n / 100)
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      const there = differenceOf(measure(a), measure(b))
      const back = differenceOf(measure(b), measure(a))
      if (there.kind === 'same') {
        expect(back.kind).toBe('same')
        return
      }
      expect([there.kind, back.kind].toSorted()).toEqual(['above', 'below'])
      if ('amount' in there && 'amount' in back) {
        expect(there.amount).toBe(back.amount)
        expect(there.amount).toBeGreaterThan(0)
        expect(b + (there.kind === 'above' ? 1 : -1) * there.amount).toBeCloseTo(a, 6)
      }
    }),
  )
})

describe('what may be said of a quantity', () => {
  test.each([
    ['salinity', 'g/L', 'gauge', 'ratio'],
    ['rainfall', 'mm', 'interval', 'ratio'],
    ['air_temperature', 'Cel', 'gauge', 'difference'],
    ['ph', '[pH]', 'gauge', 'difference'],
    ['water_level', 'm', 'gauge', 'difference'],
    ['humidity', '%', 'gauge', 'difference'],
    ['wind_direction', 'deg', 'gauge', 'none'],
    ['pump_state', '{state}', 'state', 'none'],
    ['energy', 'kW.h', 'counter', 'none'],
  ] as const)('%s: %s %s %s', (code, unit, kind, scale) => expect(scaleOf({ code, unit, kind })).toBe(scale))

  test('sums over other times are other things; a gauge is the same however often it is read', () => {
    const rain = { code: 'rainfall', unit: 'mm', kind: 'interval' } as const
    const level = { code: 'water_level', unit: 'm', kind: 'gauge' } as const
    expect(comparedAs(rain, 600_000)).not.toBe(comparedAs(rain, 3_600_000))
    expect(comparedAs(level, 600_000)).toBe(comparedAs(level, 3_600_000))
  })
})

test.each([
  [1.25, 1, '+1,3'],
  [-1.25, 1, '\u22121,3'],
  [0.001, 2, '0,00'],
  [-0.001, 2, '0,00'],
  [1234, 0, '+1.234'],
])('a difference has its sign: %s', (value, decimals, text) => expect(formatSigned(value, decimals)).toBe(text))
