import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circleText, MAX_RING_POINTS, type Position, polygonText, readOutlines } from '../../../server/cap/outline.ts'

/** A circle of so many different points, and its first again. */
const circle = (points: number): Position[] => {
  const ring = Array.from({ length: points }, (_, n): Position => {
    const turn = (2 * Math.PI * n) / points
    return [105.6 + 0.1 * Math.cos(turn), 10.5 + 0.1 * Math.sin(turn)]
  })
  return [...ring, ring[0] as Position]
}
const collection = (...geometries: readonly object[]) =>
  JSON.stringify({ type: 'FeatureCollection', features: geometries.map((geometry, n) => ({ id: `f${n}`, geometry })) })
const polygon = (...rings: readonly (readonly Position[])[]) => ({ type: 'Polygon', coordinates: rings })
const ringOf = (...rings: readonly (readonly Position[])[]) =>
  readOutlines(collection(polygon(...rings))).get('f0')?.[0] ?? []

function areaOf(ring: readonly Position[]): number {
  return Math.abs(
    ring.reduce((sum, [x, y], n) => {
      const [nextX, nextY] = ring[(n + 1) % ring.length] as Position
      return sum + (x * nextY - nextX * y) / 2
    }, 0),
  )
}

test(`a ring keeps ${MAX_RING_POINTS} points; one more is thinned out`, () => {
  const whole = circle(MAX_RING_POINTS - 1)
  expect(ringOf(whole)).toEqual(whole)
  const thinned = ringOf(circle(MAX_RING_POINTS))
  expect(thinned).toHaveLength(MAX_RING_POINTS)
  expect(thinned.at(-1)).toEqual(thinned[0])
})

test('thinning keeps the shape: what goes first is what matters least', () => {
  const full = circle(1_000)
  expect(areaOf(ringOf(full)) / areaOf(full)).toBeGreaterThan(0.99)
  const square: Position[] = [
    [105, 10],
    [106, 10],
    [106, 11],
    [105, 11],
    [105, 10],
  ]
  const along = square.flatMap(([x, y], n): Position[] => {
    const [toX, toY] = square[n + 1] ?? [x, y]
    return Array.from({ length: 60 }, (_, i): Position => [x + ((toX - x) * i) / 60, y + ((toY - y) * i) / 60])
  })
  const kept = ringOf(along)
  for (const corner of square) expect(kept).toContainEqual(corner)
})

test('any ring stays closed, within its bound, and made of its own points', () => {
  const point = fc.tuple(fc.double({ min: 105, max: 106, noNaN: true }), fc.double({ min: 10, max: 11, noNaN: true }))
  fc.assert(
    fc.property(fc.array(point, { minLength: 4, maxLength: 300 }), points => {
      const ring = ringOf(points)
      expect(ring.at(-1)).toEqual(ring[0])
      expect(ring.length).toBeLessThanOrEqual(MAX_RING_POINTS)
      const given = new Set(points.map(String))
      expect(ring.every(one => given.has(String(one)))).toBe(true)
    }),
  )
})

describe('a map file', () => {
  test('an open ring is closed, a hole left out, several polygons are several rings, a height ignored', () => {
    const open: Position[] = [
      [105, 10],
      [106, 10],
      [106, 11],
      [105.5, 11],
    ]
    expect(ringOf(open, circle(5))).toEqual([...open, [105, 10]])
    expect(readOutlines(collection(polygon(circle(5), circle(6)))).get('f0')).toHaveLength(1)
    const parts = { type: 'MultiPolygon', coordinates: [[circle(5)], [circle(6), circle(7)]] }
    expect(
      readOutlines(collection(parts))
        .get('f0')
        ?.map(({ length }) => length),
    ).toEqual([6, 7])
    const high = { type: 'Polygon', coordinates: [circle(4).map(([x, y]) => [x, y, 3])] }
    expect(readOutlines(collection(high)).get('f0')?.[0]?.[0]).toHaveLength(2)
  })
  test.each([
    '',
    '{}',
    '{"features":[{"id":1}]}',
    collection({ type: 'Point', coordinates: [1, 2] }),
    collection(polygon([])),
  ])('what is no collection of polygons is refused: %s', text => {
    expect(() => readOutlines(text)).toThrow()
  })
})

test('latitude stands first, to about a metre, without an exponent', () => {
  expect(
    polygonText([
      [105.8020000001, 10.528],
      [0.0000001, -1e-9],
    ]),
  ).toBe('10.528,105.802 0,0')
  expect(circleText([105.123456, 10.5])).toBe('10.5,105.12346 0')
})
