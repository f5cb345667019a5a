// Type on the wall is measured in arc minutes: the table of the viewing distances, and what happens beyond it.
import { describe, expect, test } from 'vitest'
import { orbitAt } from '../../../../client/wall/orbit.ts'
import { parameterOr, wallScale } from '../../../../client/wall/wall-scale.ts'

describe('on a 55 inch screen of 1080 lines', () => {
  test.each([
    [3, 31, 39],
    [4, 42, 52],
    [5, 52, 66],
  ])('at %i m labels are %i px and values %i px', (metres, label, value) => {
    const scale = wallScale(1920, 1080, metres, 55)
    expect(Math.round(scale.label)).toBe(label)
    expect(Math.abs(scale.value - value)).toBeLessThan(1)
    expect(scale.readableTo).toBeUndefined()
  })

  test('detail gives way before size does', () => {
    expect([3, 4, 5].map(metres => wallScale(1920, 1080, metres, 55).density)).toEqual(['full', 'short', 'tight'])
  })

  test('a distance that five tiles cannot serve is refused aloud, not served too small in silence', () => {
    const scale = wallScale(1920, 1080, 8, 55)
    expect(scale.readableTo).toBeGreaterThan(5)
    expect(scale.readableTo).toBeLessThan(5.5)
  })
})

test('a screen of twice the lines shows the same picture', () => {
  expect(wallScale(3840, 2160, 3, 55).label).toBeCloseTo(2 * wallScale(1920, 1080, 3, 55).label)
})

test('three screens side by side are one wide wall, a phone is a page to scroll', () => {
  expect(wallScale(5760, 1080, 3, 55).layout).toBe('wide')
  expect(wallScale(1920, 1080, 3, 55).layout).toBe('standard')
  expect(wallScale(390, 844, 3, 55).layout).toBe('narrow')
})

test.each([[null], [''], ['abc'], ['-1'], ['1e9'], ['NaN']])('%j in the address means the default', text => {
  expect(parameterOr(text, 0.5, 30, 3)).toBe(3)
})

test('the page leaves no spot for longer than three minutes and stays within a few lines', () => {
  const places = Array.from({ length: 8 }, (_, i) => orbitAt(i * 150_000))
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(8)
  expect(places.every(({ x, y }) => Math.hypot(x, y) <= 4.3 && Math.hypot(x, y) >= 2)).toBe(true)
})
