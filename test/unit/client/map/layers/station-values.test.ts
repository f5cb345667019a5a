// Values beside the stations of a village: never over a name, a mark, a sign or each other, and pressed where they are read.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInside, overlaps, type Point } from '../../../../../client/map/boxes.ts'
import { placeValues, type StationValue } from '../../../../../client/map/layers/station-values.ts'
import { REACH_PIXELS, stationAt } from '../../../../../client/map/station-press.ts'

const LABEL = 16
const AREA = { left: 0, top: -20, right: 300, bottom: 200 }
const asDrawn = ([x, y]: Point): Point => [x, y]
const widthOf = (text: string) => text.length * 8
const valueAt = (x: number, y: number, text = '1,56 m'): StationValue => ({
  station: `s${x}-${y}`,
  series: `s${x}-${y}/water_level`,
  at: [x, y],
  text,
  freshness: 'live',
})

describe('values beside stations', () => {
  test('stand right of their mark, left where the right is taken, nowhere where both are', () => {
    const [right] = placeValues([valueAt(100, 100)], [[100, 100]], { area: AREA, taken: [] }, asDrawn, widthOf, LABEL)
    expect(right?.anchor).toBe('start')
    const name = { left: 108, right: 200, top: 90, bottom: 110 }
    const [left] = placeValues(
      [valueAt(100, 100)],
      [[100, 100]],
      { area: AREA, taken: [name] },
      asDrawn,
      widthOf,
      LABEL,
    )
    expect(left?.anchor).toBe('end')
    const wide = { ...name, left: 0, top: 95, right: 92 }
    expect(
      placeValues([valueAt(100, 100)], [[100, 100]], { area: AREA, taken: [name, wide] }, asDrawn, widthOf, LABEL),
    ).toEqual([])
  })

  test('are whole or not there: right to the edge of the map, and no pixel beyond', () => {
    const width = widthOf(valueAt(0, 0).text)
    const placedTo = (right: number) =>
      placeValues([valueAt(30, 100)], [[30, 100]], { area: { ...AREA, right }, taken: [] }, asDrawn, widthOf, LABEL)
    const edge = 30 + LABEL * 0.6 + width
    expect(placedTo(edge).map(({ anchor }) => anchor)).toEqual(['start'])
    expect(placedTo(edge - 1)).toEqual([])
  })

  test('never lie on a name, another value, or the mark of any station, nor over the edge of the map', () => {
    const at = fc.tuple(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 0, max: 120 }))
    const name = at.map(([left, top]) => ({ left, top, right: left + 90, bottom: top + 20 }))
    fc.assert(
      fc.property(fc.array(at, { maxLength: 12 }), fc.array(name, { maxLength: 4 }), (stations, names) => {
        const placed = placeValues(
          stations.map(([x, y]) => valueAt(x, y)),
          stations,
          { area: AREA, taken: names },
          asDrawn,
          widthOf,
          LABEL,
        )
        for (const [i, { box }] of placed.entries()) {
          expect(isInside(box, AREA)).toBe(true)
          expect(names.some(other => overlaps(box, other))).toBe(false)
          expect(placed.slice(i + 1).some(other => overlaps(box, other.box))).toBe(false)
          for (const [x, y] of stations) {
            const mark = { left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }
            expect(overlaps(box, mark)).toBe(false)
          }
        }
      }),
    )
  })
})

describe('a press on the map', () => {
  const marks = [
    { station: 'a', at: [100, 100] },
    { station: 'b', at: [120, 100] },
  ] as const

  test('takes the nearest mark within reach, and none beyond', () => {
    expect(stationAt([108, 100], [], marks)).toEqual({ station: 'a', series: undefined })
    expect(stationAt([112, 100], [], marks)?.station).toBe('b')
    expect(stationAt([100 - REACH_PIXELS, 100], [], marks)?.station).toBe('a')
    expect(stationAt([100 - REACH_PIXELS - 1, 100], [], marks)).toBeUndefined()
  })

  test('on a value that is written there is for its series, whatever mark is near', () => {
    const box = { left: 105, right: 150, top: 90, bottom: 110 }
    expect(stationAt([121, 100], [{ station: 'a', series: 'a/ph', box }], marks)).toEqual({
      station: 'a',
      series: 'a/ph',
    })
  })
})
