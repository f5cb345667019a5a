import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST_TILES } from '../../../shared/displays/canvas-layout.ts'
import { MOST_INCHES, unreadable } from '../../../shared/displays/readability.ts'

const FHD = { width: 1920, height: 1080 }

test('55 inches read from 5 m and not from 6', () => {
  expect(unreadable(FHD, 55, 5)).toBeUndefined()
  const refused = unreadable(FHD, 55, 6)
  expect(refused?.tiles).toBeLessThan(LEAST_TILES)
  expect(refused?.farthestMetres).toBeGreaterThanOrEqual(5)
  expect(refused?.farthestMetres).toBeLessThan(6)
})

test('as many inches of twice the lines read from the same place', () => {
  expect(unreadable({ width: 3840, height: 2160 }, 55, 6)).toEqual(unreadable(FHD, 55, 6))
})

test('what no screen can do is not proposed', () => {
  expect(unreadable(FHD, 55, 30)?.leastInches).toBeNull()
  expect(unreadable({ width: 4000, height: 60 }, 40, 3)?.farthestMetres).toBeNull()
})

test('what is proposed reads, and what lies a step beyond it doesn’t', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(FHD, { width: 3840, height: 2160 }, { width: 1080, height: 1920 }, { width: 1280, height: 720 }),
      fc.integer({ min: 10, max: MOST_INCHES }),
      fc.integer({ min: 5, max: 300 }),
      (screen, inches, tenths) => {
        const refused = unreadable(screen, inches, tenths / 10)
        if (!refused) return
        const { farthestMetres, leastInches } = refused
        if (farthestMetres !== null) {
          expect(unreadable(screen, inches, farthestMetres)).toBeUndefined()
          expect(farthestMetres).toBeLessThan(tenths / 10)
        }
        if (leastInches !== null) {
          expect(unreadable(screen, leastInches, tenths / 10)).toBeUndefined()
          expect(unreadable(screen, leastInches - 1, tenths / 10)).toBeDefined()
        }
      },
    ),
    { numRuns: 60 },
  ))
