import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { PREPARE_MS, type Stage, stageAt, withReady } from '../../../../client/wall/canvas/stage.ts'
import { turnsAt } from '../../../../shared/displays/rotation.ts'
import { sceneKey } from '../../../../shared/displays/scene.ts'

const TURNS = [
  { scene: 'overview', seconds: 30 },
  { scene: 'water', seconds: 20 },
] as const
/** A round of 50 s begins here. */
const START = 50_000 * 36_000_000

function turns(now: number) {
  const found = turnsAt(TURNS, [], START + now)
  if (!found) throw new Error('nothing to show')
  return found
}
const step = (stage: Stage | undefined, now: number): Stage => stageAt(stage, turns(now), START + now)
const keys = ({ shown, prepared }: Stage) => [shown.scene, prepared?.scene.scene, prepared?.isReady]

test('what should stand at the start stands at once', () =>
  expect(keys(step(undefined, 0))).toEqual(['overview', undefined, undefined]))

test('the next scene is prepared shortly before its turn, and not a millisecond sooner', () => {
  const stage = step(undefined, 0)
  expect(step(stage, 30_000 - PREPARE_MS - 1)).toBe(stage)
  expect(keys(step(stage, 30_000 - PREPARE_MS))).toEqual(['overview', 'water', false])
})

test('one that is ready comes with its turn', () => {
  const ready = withReady(step(step(undefined, 0), 25_000), { scene: 'water' })
  expect(keys(step(ready, 29_999))).toEqual(['overview', 'water', true])
  expect(keys(step(ready, 30_000))).toEqual(['water', undefined, undefined])
})

test('a stall stays on the last good scene until the new one is ready', () => {
  const stalled = step(step(step(undefined, 0), 25_000), 35_000)
  expect(keys(stalled)).toEqual(['overview', 'water', false])
  expect(keys(step(withReady(stalled, { scene: 'water' }), 36_000))).toEqual(['water', undefined, undefined])
})

test('one that was never ready in its turn is given up when that is over', () => {
  const stalled = step(step(step(undefined, 0), 25_000), 49_000)
  expect(keys(step(stalled, 51_000))).toEqual(['overview', undefined, undefined])
})

test('what is ready without being prepared changes nothing', () => {
  const stage = step(undefined, 0)
  expect(withReady(stage, { scene: 'water' })).toBe(stage)
})

test('whatever is ready when: what is shown was ready, and after a second of patience it is what should stand', () =>
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 300 }), readiness => {
      let stage = step(undefined, 0)
      readiness.forEach((isReady, second) => {
        const before = stage
        stage = step(stage, second * 1_000)
        if (sceneKey(stage.shown) !== sceneKey(before.shown)) expect(before.prepared?.isReady).toBe(true)
        if (isReady && stage.prepared) stage = withReady(stage, stage.prepared.scene)
      })
      for (let i = 0; i < 2; i++) {
        if (stage.prepared) stage = withReady(stage, stage.prepared.scene)
        stage = step(stage, readiness.length * 1_000)
      }
      expect(stage.shown).toEqual(turns(readiness.length * 1_000).current.shown)
    }),
  ))
