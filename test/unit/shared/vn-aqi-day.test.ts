import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aqiCategoryOf,
  BREAKPOINTS,
  type Concentration,
  DAY_HOURS_NEEDED,
  dailyAqi,
  nowcast,
  nowcastOf,
  ozoneOverEight,
  POLLUTANTS,
  pollutantIndex,
} from '../../../shared/vn-aqi.ts'

const INDEX = [0, 50, 100, 150, 200, 300, 400, 500]
const all = (value: number): Concentration[] => Array.from({ length: 24 }, () => value)
const known = (hours: number, value: number): Concentration[] =>
  Array.from({ length: 24 }, (_, hour) => (hour < hours ? value : null))

describe('an index at the break points of its table', () => {
  for (const pollutant of POLLUTANTS)
    test(`of ${pollutant} is the table's, and moves on beside them`, () => {
      for (const [place, concentration] of BREAKPOINTS[pollutant].entries()) {
        const index = INDEX[place] ?? 0
        expect(pollutantIndex(pollutant, concentration)).toBe(index)
        const below = pollutantIndex(pollutant, concentration - 1) ?? Number.NaN
        const above = pollutantIndex(pollutant, concentration + 1) ?? Number.NaN
        expect(below).toBeLessThanOrEqual(index)
        expect(above).toBeGreaterThanOrEqual(index)
        // A unit is less than the way to the next break point.
        expect(below).toBeGreaterThanOrEqual(INDEX[place - 1] ?? 0)
        expect(above).toBeLessThanOrEqual(INDEX[place + 1] ?? 500)
      }
    })
})

describe('Nowcast', () => {
  test('worked by hand: 40, 20, 10 weigh 1, 0.5, 0.25', () => {
    // w* = 10/40 = 0.25, so w = 0.5: (40 + 20·0.5 + 10·0.25) / 1.75 = 30
    expect(nowcastOf([40, 20, 10])).toEqual({ value: 30, weight: 0.5 })
    expect(nowcast([40, 20, 10])).toBe(30)
  })
  test('leaves missing hours out of both sums', () => {
    // w = max(0.5, 30/40) = 0.75: (40 + 30·0.75²) / (1 + 0.5625) = 36.4
    expect(nowcast([40, null, 30])).toBeCloseTo(36.4, 10)
  })
  test('needs two of the three newest hours', () => {
    const older = Array.from({ length: 9 }, () => 20)
    expect(nowcast([20, 20, null, ...older])).toBe(20)
    expect(nowcast([null, 20, 20, ...older])).toBe(20)
    expect(nowcast([20, null, null, ...older])).toBeNull()
    expect(nowcast([null, null, 20, ...older])).toBeNull()
  })
})

describe('the index of a day', () => {
  test('takes the mean of PM and the highest hour of a gas', () => {
    const no2 = all(50)
    no2[7] = 450
    // PM2.5 37.5 lies halfway between 25 (50) and 50 (100); NO₂ 450 halfway between 200 (100) and 700 (150).
    expect(dailyAqi({ pm25: all(37.5), no2 })).toEqual({ value: 125, dominant: 'no2', indexes: { pm25: 75, no2: 125 } })
  })
  test('of ozone takes the worse of the highest hour and the highest eight hours', () => {
    // 145 µg/m³ all day: 1 h table 45, 8 h table halfway between 120 (100) and 170 (150).
    expect(dailyAqi({ pm10: all(10), o3: all(145) })?.indexes.o3).toBe(125)
    // Beyond 400 the table of eight hours ends, the hour's goes on: 500 is a quarter between 400 (200) and 800 (300).
    expect(dailyAqi({ pm10: all(10), o3: all(500) })?.indexes.o3).toBe(225)
    expect(dailyAqi({ pm10: all(10), o3: all(400) })?.indexes.o3).toBe(300)
  })
  test('needs PM, and eighteen hours of it', () => {
    expect(dailyAqi({ o3: all(100), no2: all(50) })).toBeUndefined()
    expect(dailyAqi({ pm25: known(DAY_HOURS_NEEDED, 25) })?.value).toBe(50)
    expect(dailyAqi({ pm25: known(DAY_HOURS_NEEDED - 1, 25) })).toBeUndefined()
    expect(dailyAqi({ pm25: all(25), no2: known(DAY_HOURS_NEEDED - 1, 4_000) })?.value).toBe(50)
  })
  test('is never lower than one of its pollutants alone', () => {
    const hour = fc.option(fc.double({ min: 0, max: 700, noNaN: true }), { nil: null })
    const day = fc.array(hour, { minLength: 24, maxLength: 24 })
    fc.assert(
      fc.property(day, day, day, (pm25, pm10, o3) => {
        const both = dailyAqi({ pm25, pm10, o3 })
        const alone = dailyAqi({ pm25 })
        if (alone) expect(both?.value).toBeGreaterThanOrEqual(alone.value)
      }),
    )
  })
})

describe('eight hours of ozone', () => {
  test('are a mean of at least six', () => {
    expect(ozoneOverEight([...Array.from({ length: 6 }, () => 90), null, null])).toBe(90)
    expect(ozoneOverEight([...Array.from({ length: 5 }, () => 90), null, null, null])).toBeNull()
    expect(ozoneOverEight([1, 2, 3, 4, 5, 6, 7])).toBeNull()
  })
})

test.each([
  [0, 'good'],
  [50, 'good'],
  [51, 'moderate'],
  [100, 'moderate'],
  [101, 'poor'],
  [150, 'poor'],
  [151, 'bad'],
  [200, 'bad'],
  [201, 'veryBad'],
  [300, 'veryBad'],
  [301, 'hazardous'],
  [500, 'hazardous'],
] as const)('an index of %d is %s', (index, category) => expect(aqiCategoryOf(index)).toBe(category))
