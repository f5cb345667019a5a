// A wall that may not follow everything shows what it may, and never nothing.
import { describe, expect, test } from 'vitest'
import { isWithinReach, withinReach } from '../../../../client/wall/within-reach.ts'
import { SCENES, type SceneId } from '../../../../shared/displays/scene.ts'
import { aProfile } from '../../../support/displays.ts'

const of = (...scenes: readonly SceneId[]) =>
  aProfile({ groups: [{ screens: ['a', 'b'], turns: scenes.map(scene => ({ scene, seconds: 20 })) }] })
const scenesOf = (profile: ReturnType<typeof of>) => profile.groups[0]?.turns.map(({ scene }) => scene)

describe('a wall that follows', () => {
  test('everything shows its profile as it is', () => {
    const profile = of(...SCENES)
    expect(withinReach(profile, ['programme', 'alarm', 'display'])).toBe(profile)
  })

  test('the profiles only shows the field of it', () =>
    expect(scenesOf(withinReach(of(...SCENES), ['display']))).toEqual(['water', 'air', 'crops']))

  test('the programme but no alarms leaves those out', () =>
    expect(scenesOf(withinReach(of('overview', 'village', 'alarms'), ['programme']))).toEqual(['village']))

  test('nothing its profile speaks of shows the field all the same', () =>
    expect(scenesOf(withinReach(of('funding'), []))).toEqual(['water', 'air', 'crops']))
})

test('a pinned scene is judged alike', () => {
  expect(isWithinReach('funding', [])).toBe(false)
  expect(isWithinReach('water', [])).toBe(true)
})
