import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  judgeWater,
  WATER_PARAMETERS,
  type WaterParameter,
  waterClassOf,
  waterRank,
} from '../../../shared/water-class.ts'

describe('the class of one parameter (QCVN 08:2023/BTNMT, Table 2)', () => {
  test.each([
    ['ph', 6.5, 'A'],
    ['ph', 8.5, 'A'],
    ['ph', 6.49, 'B'],
    ['ph', 6, 'B'],
    ['ph', 5.99, 'D'],
    ['ph', 8.51, 'D'],
    ['dissolved_oxygen', 6, 'A'],
    ['dissolved_oxygen', 5.99, 'B'],
    ['dissolved_oxygen', 5, 'B'],
    ['dissolved_oxygen', 4.99, 'C'],
    ['dissolved_oxygen', 4, 'C'],
    ['dissolved_oxygen', 3.99, 'D'],
    ['dissolved_oxygen', 2, 'D'],
    ['dissolved_oxygen', 1.99, 'outside'],
    ['bod5', 4, 'A'],
    ['bod5', 4.01, 'B'],
    ['bod5', 10, 'C'],
    ['bod5', 10.01, 'D'],
    ['cod', 20, 'C'],
    ['cod', 20.1, 'D'],
    ['total_phosphorus', 0.3, 'B'],
    ['total_nitrogen', 2.01, 'D'],
    ['coliform', 7_500, 'C'],
    ['coliform', 7_501, 'D'],
    ['thermotolerant_coliform', 201, 'B'],
  ] as const)('%s of %d is %s', (parameter, value, verdict) => expect(waterClassOf(parameter, value)).toBe(verdict))

  test('never gets better when the water has more of what it shouldn’t, or less oxygen', () => {
    const value = fc.double({ min: 0, max: 10_000, noNaN: true })
    for (const parameter of WATER_PARAMETERS.filter(one => one !== 'ph'))
      fc.assert(
        fc.property(value, value, (a, b) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)]
          const [worse, better] = parameter === 'dissolved_oxygen' ? [less, more] : [more, less]
          expect(waterRank(waterClassOf(parameter, worse))).toBeGreaterThanOrEqual(
            waterRank(waterClassOf(parameter, better)),
          )
        }),
      )
  })
})

describe('the class of water', () => {
  test('is that of its worst parameter, and says which weren’t measured', () => {
    const judged = judgeWater({ ph: 7, dissolved_oxygen: 4.2 })
    expect(judged?.verdict).toBe('C')
    expect(judged?.each).toEqual({ ph: 'A', dissolved_oxygen: 'C' })
    expect(judged?.missing).toEqual([
      'bod5',
      'cod',
      'total_phosphorus',
      'total_nitrogen',
      'coliform',
      'thermotolerant_coliform',
      'toc',
      'tss',
    ])
  })
  test('is unknown when nothing was measured', () => expect(judgeWater({})).toBeUndefined())
  test('is never better than any of what was measured', () => {
    const some = fc.dictionary(
      fc.constantFrom<WaterParameter>(...WATER_PARAMETERS),
      fc.double({ min: 0, max: 20, noNaN: true }),
      {
        minKeys: 1,
      },
    )
    fc.assert(
      fc.property(some, measured => {
        const judged = judgeWater(measured)
        const each = Object.values(judged?.each ?? {})
        expect(waterRank(judged?.verdict ?? 'A')).toBe(Math.max(...each.map(waterRank)))
      }),
    )
  })
})
