import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  afterKey,
  EDGES,
  edgeRange,
  fitted,
  isStretch,
  LEAST_STRETCH_MS,
  MOST_STRETCH_MS,
  type Stretch,
  stretchAround,
  stretchOfText,
  textOfStretch,
  withEdge,
} from '../../../../client/time-machine/stretch.ts'

const AT = Date.UTC(2026, 10, 20, 0, 15)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const BOUNDS = { from: AT - 400 * DAY, to: AT + 2 * HOUR + 17_345 }
const instant = fc.integer({ min: BOUNDS.from - DAY, max: BOUNDS.to + DAY })
const stretch = fc
  .tuple(instant, instant)
  .map(([from, to]) => fitted({ from, to }, BOUNDS))
  .filter(one => one !== undefined)
const edge = fc.constantFrom(...EDGES)
const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'] as const
const key = fc.record({ key: fc.constantFrom(...keys), shiftKey: fc.boolean() })

const expectWhole = (one: Stretch) => {
  expect(isStretch(one)).toBe(true)
  expect(one.from).toBeGreaterThanOrEqual(BOUNDS.from)
  expect(one.to).toBeLessThanOrEqual(BOUNDS.to)
}

describe('a stretch of the track', () => {
  test('is made of any two instants: in order, in bounds, neither too short nor too long', () => {
    fc.assert(
      fc.property(instant, instant, (from, to) => {
        const one = fitted({ from, to }, BOUNDS)
        expect(one).toBeDefined()
        if (one) expectWhole(one)
      }),
    )
    expect(fitted({ from: AT, to: AT }, { from: AT, to: AT + LEAST_STRETCH_MS - 1 })).toBeUndefined()
    expect(fitted({ from: AT, to: AT }, { from: AT, to: AT + LEAST_STRETCH_MS })).toEqual({
      from: AT,
      to: AT + LEAST_STRETCH_MS,
    })
  })

  test('one that is whole already stays as it is', () => {
    fc.assert(
      fc.property(stretch, one => {
        expect(fitted(one, BOUNDS)).toEqual(one)
      }),
    )
  })

  test('begins half an hour to either side, and goes no further than the present', () => {
    expect(stretchAround(AT, BOUNDS)).toEqual({ from: AT - 30 * MINUTE, to: AT + 30 * MINUTE })
    expect(stretchAround(BOUNDS.to, BOUNDS)?.to).toBe(BOUNDS.to)
  })

  test('with an edge anywhere is whole, and the other edge stands', () => {
    fc.assert(
      fc.property(stretch, edge, instant, (one, moved, at) => {
        const next = withEdge(one, moved, at, BOUNDS)
        expectWhole(next)
        const other = moved === 'from' ? 'to' : 'from'
        expect(next[other]).toBe(one[other])
      }),
    )
  })

  test('is put to whole minutes inside the bounds', () => {
    const one = { from: AT - HOUR, to: AT }
    expect(withEdge(one, 'from', AT - 20 * MINUTE + 29_999, BOUNDS).from).toBe(AT - 20 * MINUTE)
    expect(withEdge(one, 'from', AT + HOUR, BOUNDS).from).toBe(AT - LEAST_STRETCH_MS)
    expect(withEdge(one, 'to', AT + DAY, BOUNDS).to).toBe(BOUNDS.to)
    const long = { from: AT - MOST_STRETCH_MS, to: AT }
    expect(withEdge(long, 'from', AT - MOST_STRETCH_MS - HOUR, BOUNDS).from).toBe(long.from)
  })

  test('after any keys on its edges is whole; each key does what it does on the slider', () => {
    fc.assert(
      fc.property(stretch, fc.array(fc.tuple(edge, key), { maxLength: 30 }), (one, presses) => {
        let now = one
        for (const [moved, pressed] of presses) {
          now = afterKey(now, moved, pressed, BOUNDS) ?? now
          expectWhole(now)
        }
      }),
    )
    const one = { from: AT - HOUR, to: AT }
    const after = (moved: 'from' | 'to', name: string, shiftKey = false) =>
      afterKey(one, moved, { key: name, shiftKey }, BOUNDS)
    expect(after('from', 'ArrowLeft')?.from).toBe(one.from - MINUTE)
    expect(after('to', 'ArrowRight', true)?.to).toBe(one.to + HOUR)
    expect(after('from', 'PageDown')?.from).toBe(one.from - DAY)
    expect(after('from', 'Home')?.from).toBe(AT - MOST_STRETCH_MS)
    expect(after('from', 'End')?.from).toBe(edgeRange(one, 'from', BOUNDS).to)
    expect(after('to', 'End')?.to).toBe(BOUNDS.to)
    expect(after('to', 'a')).toBeUndefined()
  })
})

describe('in the address', () => {
  test('it is read as it is written, to the second', () => {
    const seconds = fc.tuple(instant, fc.integer({ min: 60, max: MOST_STRETCH_MS / 1_000 }))
    fc.assert(
      fc.property(seconds, ([at, length]) => {
        const from = Math.floor(at / 1_000) * 1_000
        const one = { from, to: from + length * 1_000 }
        expect(stretchOfText(textOfStretch(one))).toEqual(one)
      }),
    )
  })

  test('what is none, turned round, too short or too long is left out', () => {
    const text = (from: number, to: number) => textOfStretch({ from, to })
    expect(stretchOfText(text(AT, AT + LEAST_STRETCH_MS))).toBeDefined()
    expect(stretchOfText(text(AT, AT + MOST_STRETCH_MS))).toBeDefined()
    for (const wrong of [
      null,
      '',
      'now',
      '--',
      text(AT, AT + LEAST_STRETCH_MS - 1_000),
      text(AT, AT + MOST_STRETCH_MS + 1_000),
      text(AT + HOUR, AT),
      `${text(AT, AT + HOUR)}--2026-11-20T07:15:00+07:00`,
    ])
      expect(stretchOfText(wrong)).toBeUndefined()
  })
})
