import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noise, normal, overdispersed, poisson, streamOf, uniform } from '../../../server/simulate/random.ts'
import { mean } from './sample.ts'

const slots = Array.from({ length: 20_000 }, (_, n) => n)

describe('a seeded draw', () => {
  test('is the same whenever and in whatever order it is asked for', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), fc.array(fc.integer({ min: -1e12, max: 2e12 })), (seed, key, asked) => {
        const first = new Map(asked.map(slot => [slot, uniform(streamOf(seed, key), slot)]))
        for (const slot of asked.toReversed()) expect(uniform(streamOf(seed, key), slot)).toBe(first.get(slot))
      }),
    )
  })

  test('differs between seeds, keys and slots, the high half of a slot included', () => {
    const draws = [
      uniform(streamOf(1, 'a'), 5),
      uniform(streamOf(2, 'a'), 5),
      uniform(streamOf(1, 'b'), 5),
      uniform(streamOf(1, 'a'), 6),
      uniform(streamOf(1, 'a'), 5 + 2 ** 32),
      uniform(streamOf(1, 'a'), -5),
    ]
    expect(new Set(draws).size).toBe(draws.length)
  })

  test('is even over [0, 1), in neighbouring slots uncorrelated', () => {
    const stream = streamOf(7, 'even')
    const draws = slots.map(slot => uniform(stream, slot))
    const deciles = Array.from({ length: 10 }, (_, n) => draws.filter(one => Math.floor(one * 10) === n).length)
    for (const count of deciles) expect(Math.abs(count - 2_000)).toBeLessThan(200)
    const products = draws.map((one, n) => (one - 0.5) * ((draws[n + 1] ?? 0.5) - 0.5))
    expect(Math.abs(mean(products) * 12)).toBeLessThan(0.03)
  })

  test('has the moments of its distribution', () => {
    const stream = streamOf(7, 'moments')
    const normals = slots.map(slot => normal(stream, slot))
    expect(mean(normals)).toBeCloseTo(0, 1)
    expect(mean(normals.map(one => one ** 2))).toBeCloseTo(1, 1)
    for (const wanted of [3, 80]) {
      expect(mean(slots.map(slot => poisson(stream, slot, wanted))) / wanted).toBeCloseTo(1, 1)
      const counts = slots.map(slot => overdispersed(stream, slot, wanted))
      expect(mean(counts) / wanted).toBeCloseTo(1, 1)
      // Dispersion 2: variance = m + m²/2.
      const variance = mean(counts.map(one => (one - wanted) ** 2))
      expect(variance / (wanted + wanted ** 2 / 2)).toBeCloseTo(1, 0)
    }
  })

  test('of smooth noise has no jumps and stays within ±1', () => {
    const stream = streamOf(7, 'smooth')
    const values = Array.from({ length: 5_000 }, (_, n) => noise(stream, n / 100))
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(1)
    expect(Math.max(...values.map((one, n) => Math.abs(one - (values[n - 1] ?? one))))).toBeLessThan(0.04)
  })
})
