import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sceneRound, turnsAt } from '../../../shared/displays/rotation.ts'
import { SCENES, sceneKey } from '../../../shared/displays/scene.ts'

const VILLAGES = ['my-dong', 'dinh-yen']
const TURNS = [
  { scene: 'overview', seconds: 30 },
  { scene: 'village', seconds: 20 },
  { scene: 'alarms', seconds: 25 },
] as const
/** A round of 95 s begins here. */
const START = 95_000 * 19_000_000

const keysAt = (now: number) => {
  const turns = turnsAt(TURNS, VILLAGES, now)
  return turns && [sceneKey(turns.current.shown), sceneKey(turns.next.shown)]
}

test.each([
  [0, 'overview', 'village:my-dong'],
  [29_999, 'overview', 'village:my-dong'],
  [30_000, 'village:my-dong', 'village:dinh-yen'],
  [50_000, 'village:dinh-yen', 'alarms'],
  [94_999, 'alarms', 'overview'],
  [95_000, 'overview', 'village:my-dong'],
])('%d ms into a round: %s, then %s', (ms, current, next) => expect(keysAt(START + ms)).toEqual([current, next]))

test('nothing to show: no turn, no villages', () => {
  expect(turnsAt([], VILLAGES, START)).toBeUndefined()
  expect(turnsAt([{ scene: 'village', seconds: 20 }], [], START)).toBeUndefined()
})

test('one scene is followed by itself', () => {
  const turns = turnsAt([{ scene: 'water', seconds: 30 }], [], START)
  expect(turns?.next.shown).toEqual(turns?.current.shown)
})

const anyTurns = fc.array(fc.record({ scene: fc.constantFrom(...SCENES), seconds: fc.integer({ min: 5, max: 600 }) }), {
  minLength: 1,
  maxLength: 12,
})

test('whatever the turns and the instant: it lies within its turn, and the next turn begins where it ends', () =>
  fc.assert(
    fc.property(anyTurns, fc.integer({ min: 0, max: 4e12 }), (turns, now) => {
      const found = turnsAt(turns, VILLAGES, now)
      if (!found) throw new Error('nothing to show')
      const { current, next } = found
      expect(current.from).toBeLessThanOrEqual(now)
      expect(current.until).toBeGreaterThan(now)
      const after = turnsAt(turns, VILLAGES, current.until)?.current
      expect(after).toEqual(next)
      expect(sceneRound(turns, VILLAGES)).toContainEqual({ shown: current.shown, ms: current.until - current.from })
    }),
  ))
