import { describe, expect, test } from 'vitest'
import { UNMOVED } from '../../../shared/alarms/signal.ts'
import { HOUR, MINUTE, seriesOf } from './evaluation-sample.ts'
import { bad, good, last, past, signalOf, take } from './signal-sample.ts'

describe('VN_AQI of a device', () => {
  const air = (...quantities: readonly string[]) =>
    signalOf(
      { kind: 'aqi' },
      quantities.map((quantity, n) => seriesOf(n, { quantity, intervalMs: HOUR })),
    )

  test('needs two hours of one kind of dust', () => {
    const pm = air('pm25')
    expect(
      take(pm, [
        [0, 80],
        [HOUR, 80],
      ]),
    ).toEqual([undefined, 150])
    const gas = air('o3')
    expect(
      take(gas, [
        [0, 200],
        [HOUR, 200],
      ]),
    ).toEqual([undefined, undefined])
  })
  test.each([
    ['early, then late', [0, HOUR - 5_000, 2 * HOUR + 5_000]],
    ['late, then early', [0, HOUR + 5_000, 2 * HOUR - 5_000]],
  ])('counts readings that come a little %s as an hour apart', (_, [first = 0, second = 0, third = 0]) =>
    expect(
      last(air('pm10'), [
        [first, 50],
        [second, 50],
        [third, 150],
      ]),
    ).toBe(
      // Nowcast of 150, 50, 50 with weight 1/2: (150 + 25 + 12.5) / 1.75
      Math.round(50 + (50 * (187.5 / 1.75 - 50)) / 100),
    ),
  )
  test('counts its hours from the newest reading of all, whichever comes last', () => {
    const both = air('pm25', 'o3')
    take(both, [[0, 25]])
    both.take(1, 3 * HOUR, 100, good)
    // Of the three hours up to then this is the only one.
    expect(both.take(0, 2 * HOUR, 25, good)).toBeUndefined()
  })
  test('takes the mean of an hour that has many readings', () => {
    const fast = signalOf({ kind: 'aqi' }, [seriesOf(0, { quantity: 'pm25', intervalMs: 5 * MINUTE })])
    let value: unknown
    for (let t = 0; t < 2 * HOUR; t += 5 * MINUTE) value = fast.take(0, t, t % (10 * MINUTE) === 0 ? 20 : 30, good)
    expect(value).toBe(50)
  })
  test('is the worst of its pollutants; a gas that hasn’t come yet counts with the hour before', () => {
    const both = air('pm25', 'o3')
    take(both, [
      [0, 25],
      [HOUR, 25],
    ])
    expect(both.take(1, HOUR, 300, good)).toBe(150)
    expect(both.take(0, 2 * HOUR, 25, good)).toBe(150)
    expect(both.take(1, 2 * HOUR, 160, good)).toBe(50)
  })
  test('is unknown, not better, when the worst one falls silent', () => {
    const both = air('pm25', 'o3')
    take(both, [
      [0, 25],
      [HOUR, 25],
    ])
    both.take(1, HOUR, 300, good)
    expect(
      take(both, [
        [2 * HOUR, 25],
        [3 * HOUR, 25],
      ]),
    ).toEqual([150, undefined])
    // Another one that is worse than it was is known.
    expect(
      take(both, [
        [4 * HOUR, 250],
        [5 * HOUR, 250],
      ]).at(-1),
    ).toBeGreaterThan(150)
  })
  test('has no part in bad readings, and recalls the hours before', () => {
    const pm = air('pm25')
    pm.recall(
      0,
      past([
        [0, 80],
        [HOUR, 999, bad],
      ]),
    )
    expect(pm.take(0, HOUR + 1, 999, bad)).toBe(UNMOVED)
    expect(pm.take(0, HOUR + 2, 80, good)).toBe(150)
  })
})
