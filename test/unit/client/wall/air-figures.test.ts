// The VN_AQI on the wall: only from hours that suffice, the freshest first, of each station by what it measures.
import { describe, expect, test } from 'vitest'
import { HOUR_MS, type Hours, hourlyMeans } from '../../../../client/history/hours-query.ts'
import { airSeries, aqiCategory, highestAqi } from '../../../../client/wall/air-figures.ts'
import { aSeries } from '../live/builders.ts'

const END = Math.floor(1_790_000_000_000 / HOUR_MS) * HOUR_MS
const LINKED = { at: END + 600_000, isLinkLost: false }
const series = (device: string, quantity: string, village = device) =>
  aSeries({ device, quantity, village, unit: 'ug/m3', intervalMs: HOUR_MS })
/** Means of the hours before the end, the newest first; null = none. */
const hours = (means: readonly (number | null)[], to = END): Hours => ({
  to,
  buckets: means.flatMap((mean, age) => (mean === null ? [] : [{ t: to - (age + 1) * HOUR_MS, mean }])).toReversed(),
})

test('an hour’s mean stands at its age, and an hour without one is unknown', () =>
  expect(hourlyMeans(hours([1, null, 3]), 4)).toEqual([1, null, 3, null]))

test('only pollutants in the decision’s unit serve, of the village asked for', () => {
  const catalogue = [
    series('a', 'pm25'),
    { ...series('a', 'co'), unit: 'mg/m3' },
    series('a', 'humidity'),
    series('b', 'pm10'),
  ]
  expect(airSeries(catalogue).map(({ id }) => id)).toEqual(['a.pm25', 'b.pm10'])
  expect(airSeries(catalogue, 'b').map(({ id }) => id)).toEqual(['b.pm10'])
})

describe('the highest index', () => {
  const two = airSeries([series('a', 'pm25'), series('a', 'pm10'), series('b', 'pm25')])
  const still = (value: number) => hours(Array.from({ length: 12 }, () => value))

  test('is the largest of all stations, each by its worst pollutant', () => {
    expect(highestAqi(two, [still(25), still(150), still(50)], LINKED)).toMatchObject({
      kind: 'found',
      aqi: { value: 100, dominant: 'pm10' },
      from: ['pm25', 'pm10'],
      series: { device: 'a' },
      hourEnd: END,
      freshness: 'live',
    })
    expect(highestAqi(two, [still(25), still(50), still(80)], LINKED)).toMatchObject({
      aqi: { value: 150 },
      from: ['pm25'],
      series: { device: 'b' },
    })
  })

  test('needs two of the three latest hours', () => {
    const one = airSeries([series('a', 'pm25')])
    expect(highestAqi(one, [hours([20, null, null, 20, 20])], LINKED)).toEqual({ kind: 'insufficient' })
    expect(highestAqi(one, [hours([20, null, 20])], LINKED)).toMatchObject({ kind: 'found' })
  })

  test('needs PM: of gases alone there is none', () =>
    expect(highestAqi(airSeries([series('a', 'o3')]), [still(100)], LINKED)).toEqual({ kind: 'none' }))

  test('isn’t told before any hours are here', () =>
    expect(highestAqi(two, [undefined, undefined, undefined], LINKED)).toEqual({ kind: 'loading' }))

  test('takes hours that end together while an hour turns', () =>
    expect(
      highestAqi(
        airSeries([series('a', 'pm25'), series('a', 'pm10')]),
        [hours([80, 25, 25, 25], END + HOUR_MS), hours([10, 10, 10])],
        LINKED,
      ),
    ).toMatchObject({ hourEnd: END, aqi: { value: 50 } }))

  test('grows old with its hours, and never looks live on a lost link', () => {
    const one = airSeries([series('a', 'pm25')])
    const at = (age: number, isLinkLost = false) =>
      highestAqi(one, [still(20)], { at: END + age * HOUR_MS, isLinkLost })
    expect([at(2), at(3), at(6), at(1, true)].map(found => found.kind === 'found' && found.freshness)).toEqual([
      'live',
      'stale',
      'dead',
      'stale',
    ])
  })

  test('of one that is heard wins over a higher one that isn’t any more', () =>
    expect(
      highestAqi(
        airSeries([series('a', 'pm25'), series('b', 'pm25')]),
        [hours([200, 200, 200], END - 4 * HOUR_MS), still(20)],
        LINKED,
      ),
    ).toMatchObject({ series: { device: 'b' } }))
})

test.each([
  [0, 'good', 'normal'],
  [50, 'good', 'normal'],
  [51, 'moderate', 'normal'],
  [100, 'moderate', 'normal'],
  [101, 'poor', 'caution'],
  [150, 'poor', 'caution'],
  [151, 'bad', 'warning'],
  [200, 'bad', 'warning'],
  [201, 'veryBad', 'warning'],
  [300, 'veryBad', 'warning'],
  [301, 'hazardous', 'critical'],
  [500, 'hazardous', 'critical'],
] as const)('an index of %d is %s', (value, category, mark) => expect(aqiCategory(value)).toEqual({ category, mark }))
