// The simulated centre: every line says so, nothing lies in the future, and the same day tells the same story.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { demoDeskHistory } from '../../../server/simulate/desk/history.ts'
import { foldDesk } from '../../../shared/desk/fold.ts'
import { startOfShift } from '../../../shared/desk/shift-times.ts'
import { EMPTY_DESK_STATE } from '../../../shared/desk/state.ts'

const registry = loadRegistry()
const NOW = Date.parse('2026-11-26T15:00:00+07:00')

test('tells of the last shifts, each with some entries, and each that ended taken over', () => {
  const events = demoDeskHistory(2026, registry, NOW)
  const state = foldDesk(
    EMPTY_DESK_STATE,
    events.map((event, n) => ({ ...event, id: n + 1 })),
  )
  expect(state.shifts.size).toBe(6)
  expect([...state.shifts.values()].every(({ taken }) => taken !== null)).toBe(true)
  const byShift = Map.groupBy(state.entries.values(), ({ happenedAt }) => startOfShift(happenedAt))
  expect(byShift.size).toBeGreaterThanOrEqual(6)
  expect(demoDeskHistory(2026, registry, NOW)).toEqual(events)
})

test('whenever it is told, it is simulated, past, in order, and within the rules', () => {
  fc.assert(
    fc.property(fc.integer({ min: NOW, max: NOW + 4e9 }), fc.integer({ min: 1, max: 1e6 }), (now, seed) => {
      const events = demoDeskHistory(seed, registry, now)
      expect(events.every(({ actor, at }) => actor.startsWith('simulated:') && at <= now)).toBe(true)
      const times = events.map(({ at }) => at)
      expect(times).toEqual([...times].sort((a, b) => a - b))
    }),
    { numRuns: 30 },
  )
})
