import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BREAKPOINTS,
  type Concentration,
  hourlyAqi,
  NOWCAST_HOURS,
  nowcast,
  POLLUTANTS,
  type Pollutant,
} from '../../../shared/vn-aqi.ts'

const INDEX = [0, 50, 100, 150, 200, 300, 400, 500]
/** Of hours that don't change; with no other dust, so that this one speaks. */
const hourlyOf = (pollutant: Pollutant, value: number) =>
  hourlyAqi({ pm10: [0, 0], [pollutant]: pollutant.startsWith('pm') ? [value, value] : value })

describe('an index', () => {
  const stretches = POLLUTANTS.flatMap(pollutant =>
    BREAKPOINTS[pollutant]
      .slice(1)
      .map((to, place) => [pollutant, BREAKPOINTS[pollutant][place] ?? 0, to, place] as const),
  )
  test.each(stretches)(
    'of %s from %d to %d µg/m³ takes the place %d of its steps, one by one',
    (pollutant, from, to, place) => {
      const [low, high] = [INDEX[place] ?? 0, INDEX[place + 1] ?? 0]
      const oneIndex = (to - from) / (high - low)
      const around = [from, from + oneIndex, from + 1.49 * oneIndex, to - oneIndex, to]
      expect(around.map(at => hourlyOf(pollutant, at)?.value)).toEqual([low, low + 1, low + 1, high - 1, high])
    },
  )
  // By hand from the table: I = (I₁ − I₀) / (C₁ − C₀) · (C − C₀) + I₀
  test.each<[Pollutant, number, number]>([
    ['pm25', 24.7, 49],
    ['pm25', 25.3, 51],
    ['pm25', 35.9, 72],
    ['pm25', 49.7, 99],
    ['pm25', 50.3, 101],
    ['pm25', 50.2, 100],
    ['pm25', 115, 175],
    ['pm25', 200, 250],
    ['pm25', 425, 450],
    ['pm10', 151, 101],
    ['pm10', 149, 100],
    ['pm10', 385, 250],
    ['o3', 161, 51],
    ['o3', 250, 125],
    ['o3', 1_100, 450],
    ['no2', 99, 50],
    ['no2', 450, 125],
    ['so2', 129, 51],
    ['so2', 2_365, 450],
    ['co', 9_899, 49],
    ['co', 20_000, 75],
  ])('of %s between two breakpoints lies on the line: %d → %d', (pollutant, at, index) =>
    expect(hourlyOf(pollutant, at)?.value).toBe(index),
  )
  test('stays at 500 beyond the last breakpoint and at 0 below the first', () => {
    expect(hourlyOf('pm25', 5_000)?.value).toBe(500)
    expect(hourlyOf('co', -3)?.value).toBe(0)
  })
  test('never falls as the air gets worse', () => {
    const value = fc.double({ min: 0, max: 200_000, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(...POLLUTANTS), value, value, (pollutant, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        expect(hourlyOf(pollutant, low)?.value).toBeLessThanOrEqual(hourlyOf(pollutant, high)?.value ?? -1)
      }),
    )
  })
})

describe('the index of a place', () => {
  test('is the largest of its pollutants, and says whose', () => {
    expect(hourlyAqi({ pm25: [25, 25], pm10: [250, 250], o3: 200 })).toEqual({
      value: 150,
      dominant: 'pm10',
      indexes: { pm25: 50, pm10: 150, o3: 100 },
    })
    expect(hourlyAqi({ pm25: [25, 25], co: 45_000 })).toMatchObject({ value: 150, dominant: 'co' })
  })
  test('isn’t known without dust', () => {
    expect(hourlyAqi({ o3: 200, co: 1, no2: 1, so2: 1 })).toBeUndefined()
    expect(hourlyAqi({ o3: 200, pm25: [null, null], pm10: [] })).toBeUndefined()
    expect(hourlyAqi({ o3: 200, pm25: [80, null, null] })).toBeUndefined()
    expect(hourlyAqi({})).toBeUndefined()
  })
  test('takes either kind of dust, and what is unknown for unknown', () => {
    expect(hourlyAqi({ pm10: [50, 50], o3: null })).toMatchObject({ value: 50, indexes: { pm10: 50 } })
    expect(hourlyAqi({ pm25: [null, 25, 25] })?.indexes).toEqual({ pm25: 50 })
  })
})

describe('a Nowcast', () => {
  // By hand: w = least / most, not under 1/2; Σ wᵃ·c / Σ wᵃ.
  test.each<[string, Concentration[], Concentration]>([
    ['of air that doesn’t change is its concentration', Array.from({ length: 12 }, () => 40), 40],
    ['weighs the hours by how much they differ', [80, 100], (80 + 0.8 * 100) / 1.8],
    ['weighs no hour less than half of the one after it', [100, 10, 10], (100 + 5 + 2.5) / 1.75],
    ['at a ratio of one half weighs by one half', [100, 50], (100 + 25) / 1.5],
    ['leaves missing hours out of both sums', [null, 100, 50], (50 + 12.5) / 0.75],
    ['leaves a missing hour out in the middle', [100, null, 100], 100],
    ['has nothing to weigh in clean air', [0, 0, 0], 0],
    ['needs two of the three latest hours', [100, null, null, 100, 100], null],
    ['needs two at all', [100], null],
    ['of nothing is nothing', [], null],
    ['looks at twelve hours', [...Array.from({ length: NOWCAST_HOURS }, () => 40), 900], 40],
    [
      'looks at all twelve hours',
      [...Array.from({ length: NOWCAST_HOURS - 1 }, () => 40), 80],
      (40 * (2 - 2 ** -10) + 80 * 2 ** -11) / (2 - 2 ** -11),
    ],
  ])('%s', (_, hours, value) => {
    const found = nowcast(hours)
    if (value === null) expect(found).toBeNull()
    else expect(found).toBeCloseTo(value, 9)
  })
  test('lies between the least and the most of its hours', () => {
    const hour = fc.option(fc.double({ min: 0, max: 1_000, noNaN: true }))
    fc.assert(
      fc.property(fc.array(hour, { maxLength: 14 }), hours => {
        const value = nowcast(hours)
        const known = hours.slice(0, NOWCAST_HOURS).filter(one => one !== null)
        if (value === null) return
        expect(value).toBeGreaterThanOrEqual(Math.min(...known) - 1e-9)
        expect(value).toBeLessThanOrEqual(Math.max(...known) + 1e-9)
      }),
    )
  })
})
