// What one window draws of a wall: alone, as one machine of several, and when others have died.
import { describe, expect, test } from 'vitest'
import { type WallWindow, wallGroups } from '../../../../client/wall/canvas/wall-groups.ts'
import type { DisplayProfile, SceneTurn } from '../../../../shared/displays/profile.ts'
import type { SceneId } from '../../../../shared/displays/scene.ts'

const BEZEL = 12
const turn = (scene: SceneId): SceneTurn => ({ scene, seconds: 25 })
const screens = ['a', 'b', 'c'].map((id, i) => ({ id, x: i * (1920 + BEZEL), y: 0, width: 1920, height: 1080 }))
const profile = (groups: DisplayProfile['groups']): DisplayProfile => ({
  id: 'ba-man-hinh',
  name: 'Ba màn hình',
  screens,
  groups,
  inches: 55,
  distanceMetres: 3,
  borders: 'communes',
  language: 'vi',
  night: null,
  refreshAt: null,
  hasSound: false,
})
const together = profile([{ screens: ['a', 'b', 'c'], turns: [turn('overview')] }])
const apart = profile([
  { screens: ['a'], turns: [turn('alarms')] },
  { screens: ['b'], turns: [turn('water')] },
  { screens: ['c'], turns: [turn('programme')] },
])
const one = (screen: string, alive?: readonly string[]): WallWindow => ({
  width: 1920,
  height: 1080,
  screen,
  alive: alive && new Set(alive),
})
const all: WallWindow = { width: 5784, height: 1080, screen: null, alive: undefined }
const seen = (groups: ReturnType<typeof wallGroups>) =>
  groups.map(({ key, turns, isFirst }) => [key, turns.map(({ scene }) => scene).join(' '), isFirst])

describe('a window over the whole canvas', () => {
  test('draws every screen where the profile has it', () => {
    const [group] = wallGroups(together, all)
    expect(group?.screens).toEqual(screens.map(({ x, y, width, height }) => ({ x, y, width, height })))
  })

  test('of another size draws the same picture smaller, and never cuts it', () => {
    const [group] = wallGroups(together, { ...all, width: 2892, height: 1080 })
    expect(group?.screens[2]).toEqual({ x: 1932, y: 0, width: 960, height: 540 })
  })

  test('is alive as a whole: what is heard of others says nothing of it', () => {
    expect(wallGroups(together, { ...all, alive: new Set() })[0]?.screens).toHaveLength(3)
  })
})

describe('one machine of three', () => {
  test('draws its own screen at its corner; the others lie outside', () => {
    const [group] = wallGroups(together, one('b'))
    expect(group?.screens.map(({ x }) => x)).toEqual([-1932, 0, 1932])
  })

  test('draws of groups only its own, and an alarm takes over the first of the wall', () => {
    expect(seen(wallGroups(apart, one('b')))).toEqual([['b', 'water', false]])
    expect(seen(wallGroups(apart, one('a')))).toEqual([['a', 'alarms', true]])
  })

  test('leaves out screens that have died; its own it never does', () => {
    const [group] = wallGroups(together, one('b', ['a']))
    expect(group?.screens.map(({ x }) => x)).toEqual([-1932, 0])
    expect(wallGroups(together, one('b', []))[0]?.screens).toHaveLength(1)
  })

  test('takes the scenes of a dead neighbour into its own turns', () => {
    expect(seen(wallGroups(apart, one('b', ['b', 'c'])))).toEqual([['b', 'water alarms', true]])
    expect(seen(wallGroups(apart, one('a', ['a'])))).toEqual([['a', 'alarms water programme', true]])
    expect(seen(wallGroups(apart, one('c', ['a', 'c'])))).toEqual([['c', 'programme water', false]])
  })

  test('whose screen the profile no longer has draws the whole', () => {
    expect(wallGroups(together, one('z'))[0]?.screens).toHaveLength(3)
  })
})
