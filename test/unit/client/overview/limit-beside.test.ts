import { describe, expect, test } from 'vitest'
import { limitBeside, limitPhrase } from '../../../../client/overview/limit-beside.ts'
import type { Rule } from '../../../../shared/alarms/rule.ts'
import { aRule } from '../../alarms/sample.ts'
import { aSeries } from '../live/builders.ts'

const series = aSeries({ village: 'my-dong', quantity: 'salinity' })
const rule = (about: Partial<Rule> = {}): Rule =>
  aRule({
    quantity: 'salinity',
    signal: { kind: 'value' },
    side: 'high',
    scope: { villages: null, devices: null, except: [] },
    levels: [
      { name: 'H', at: 0.5, priority: 'low' },
      { name: 'HH', at: 1, priority: 'medium' },
    ],
    ...about,
  })
const beside = (value: number, rules: readonly Rule[] = [rule()], side: Rule['side'] = 'high') => {
  const limit = limitBeside(rules, series, value, side)
  return limit && [limit.level.name, limit.at, limit.isReached]
}

describe('the limit beside a value', () => {
  test.each([
    [0.4, ['H', 0.5, false]],
    [0.5, ['H', 0.5, true]],
    [0.99, ['H', 0.5, true]],
    [1, ['HH', 1, true]],
    [9, ['HH', 1, true]],
  ])('of %d is the severest reached, else the mildest: %j', (value, expected) =>
    expect(beside(value)).toEqual(expected),
  )

  test('of a low side is read the other way round', () => {
    const low = rule({
      side: 'low',
      levels: [
        { name: 'L', at: 4, priority: 'low' },
        { name: 'LL', at: 2, priority: 'high' },
      ],
    })
    expect([beside(5, [low], 'low'), beside(4, [low], 'low'), beside(1, [low], 'low')]).toEqual([
      ['L', 4, false],
      ['L', 4, true],
      ['LL', 2, true],
    ])
  })

  test('is of several rules the nearest', () => {
    const stricter = rule({ id: 'b', levels: [{ name: 'N', at: 0.2, priority: 'low' }] })
    expect(beside(0.1, [rule(), stricter])).toEqual(['N', 0.2, false])
  })

  test.each([
    ['is switched off', rule({ isOn: false })],
    ['watches the other side', rule({ side: 'low' })],
    ['watches another quantity', rule({ quantity: 'ph' })],
    ['watches how it changes', rule({ signal: { kind: 'change', overMs: 3_600_000 } })],
    ['is for another village', rule({ scope: { villages: ['dinh-yen'], devices: null, except: [] } })],
  ])('is not of a rule that %s', (_what, other) => expect(beside(9, [other])).toBeUndefined())

  test('says whether it is our own', () => {
    const basis = { kind: 'regulation', source: { vi: 'QCVN', en: 'QCVN' } } as const
    expect(limitBeside([rule({ basis })], series, 0, 'high')?.isInternal).toBe(false)
  })
})

test.each([
  [false, false, 'ahead'],
  [false, true, 'aheadInternal'],
  [true, false, 'reached'],
  [true, true, 'reachedInternal'],
] as const)('a limit that is reached: %s, internal: %s, is worded as %s', (isReached, isInternal, phrase) =>
  expect(limitPhrase({ isReached, isInternal })).toBe(phrase),
)
