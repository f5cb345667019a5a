import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../server/simulate/calendar.ts'
import { trapCount } from '../../../server/simulate/pests.ts'
import { local, places } from './sample.ts'

const year = local(2026, 1, 1)

describe('a light trap', () => {
  test.each([2026, 5])('catches a few planthoppers on most nights and hundreds in a wave, with seed %i', seed => {
    for (const one of places) {
      const counts = Array.from({ length: 365 }, (_, n) => trapCount(seed, one, dayOf(year) + n)).sort((a, b) => a - b)
      const at = (share: number) => counts[Math.floor(share * counts.length)] ?? 0
      expect(at(0.5)).toBeGreaterThanOrEqual(2)
      expect(at(0.5)).toBeLessThanOrEqual(120)
      expect(at(0.9)).toBeLessThan(200)
      expect(counts.at(-1) ?? 0).toBeGreaterThan(250)
      expect(counts.at(-1) ?? 0).toBeLessThan(6_000)
      expect(counts.every(count => Number.isInteger(count) && count >= 0)).toBe(true)
    }
    const highest = places.map(one =>
      Math.max(...Array.from({ length: 365 }, (_, n) => trapCount(seed, one, dayOf(year) + n))),
    )
    expect(Math.max(...highest)).toBeGreaterThan(300)
  })

  test('catches less under a full moon', () => {
    const nights = Array.from({ length: 365 }, (_, n) => dayOf(year) + n)
    const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
    const synodic = 29.530588
    const newMoonDay = dayOf(Date.UTC(2026, 10, 9, 7))
    const phase = (night: number) => ((((night - newMoonDay) / synodic) % 1) + 1) % 1
    // Several seeds, so that no single wave decides.
    const counts = (isAsked: (phase: number) => boolean) =>
      [1, 2, 3, 4, 5, 6].flatMap(seed =>
        places.flatMap(one => nights.filter(night => isAsked(phase(night))).map(night => trapCount(seed, one, night))),
      )
    const underFullMoon = median(counts(x => Math.abs(x - 0.5) < 0.1))
    expect(underFullMoon).toBeLessThan(0.75 * median(counts(x => x < 0.1 || x > 0.9)))
  })
})
