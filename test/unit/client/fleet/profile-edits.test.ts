// Ids from names, ready layouts, the order of scenes, the drawing, and the sentences about what is wrong.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOfProfile } from '../../../../client/fleet/profiles/profile-draft.ts'
import { faultSentences } from '../../../../client/fleet/profiles/profile-faults.ts'
import { profileOf } from '../../../../client/fleet/profiles/profile-of-draft.ts'
import { readingsOf, sketchOf } from '../../../../client/fleet/profiles/sketch.ts'
import { freeSlug, slugOf } from '../../../../client/fleet/profiles/slug.ts'
import {
  movedTurn,
  PRESETS,
  presetWall,
  USUAL_BEZEL,
  withOwnGroup,
  withScreen,
} from '../../../../client/fleet/profiles/wall-edits.ts'
import { profileFaults } from '../../../../shared/displays/decide-profile.ts'
import { DISPLAY_LIMITS, SLUG } from '../../../../shared/displays/limits.ts'
import type { Rect } from '../../../../shared/displays/profile.ts'
import { aProfile } from '../../../support/displays.ts'

let count = 0
const newKey = () => `key-${count++}`
const draft = draftOfProfile(aProfile(), newKey)

describe('the id of a new profile', () => {
  test.each([
    ['Sảnh tầng 2', 'sanh-tang-2'],
    ['  Đài Sen – Cao Lãnh  ', 'dai-sen-cao-lanh'],
    ['…', ''],
  ])('of “%s”', (name, slug) => expect(slugOf(name)).toBe(slug))

  test('is one that an address can hold, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), name => {
        const slug = slugOf(name)
        expect(slug === '' || (SLUG.test(slug) && slug.length <= DISPLAY_LIMITS.id.max)).toBe(true)
      }),
    )
  })

  test('is another one when it is taken, and still short enough', () => {
    const taken = new Set(['sanh', 'sanh-2'])
    expect(freeSlug('Sảnh', slug => taken.has(slug))).toBe('sanh-3')
    const long = 'a'.repeat(90)
    expect(freeSlug(long, slug => slug === slugOf(long))).toBe(`${'a'.repeat(DISPLAY_LIMITS.id.max - 2)}-2`)
  })
})

describe('a wall', () => {
  test.each(PRESETS)('laid out as %s is sound, with the scenes it had', preset => {
    const wall = presetWall(preset, USUAL_BEZEL, draft.wall, newKey)
    const profile = profileOf({ ...draft, wall }, 'thu')
    expect(profile && profileFaults(profile)).toEqual([])
    expect(wall.groups[0]?.turns).toEqual(draft.wall.groups[0]?.turns)
  })

  test('grows by a screen that overlaps none, up to the bound, each with its own id', () => {
    let { wall } = draft
    while (wall.screens.length < DISPLAY_LIMITS.screens.max) wall = withScreen(wall, newKey)
    expect(new Set(wall.screens.map(({ id }) => id)).size).toBe(DISPLAY_LIMITS.screens.max)
    const profile = profileOf({ ...draft, wall }, 'thu')
    const codes = profile && profileFaults(profile).map(({ code }) => code)
    expect(codes).not.toContain('screens-overlap')
  })

  test('gives a screen a group of its own, which goes on with the same scenes', () => {
    const [, second] = draft.wall.screens
    if (!second) throw new Error('two screens')
    const wall = withOwnGroup(draft.wall, second, newKey)
    const profile = profileOf({ ...draft, wall }, 'thu')
    expect(profile?.groups.map(({ screens }) => screens)).toEqual([['a'], ['b']])
    expect(profile?.groups[1]?.turns).toEqual(profile?.groups[0]?.turns)
  })
})

test('a scene that moves changes places with its neighbour; beyond the ends nothing moves', () => {
  const turns = ['a', 'b', 'c'].map(key => ({ key, scene: 'water' as const, seconds: 20 }))
  const keys = (from: number, by: -1 | 1) =>
    movedTurn(turns, from, by)
      .map(({ key }) => key)
      .join('')
  expect([keys(1, -1), keys(1, 1), keys(0, -1), keys(2, 1)]).toEqual(['bac', 'acb', 'abc', 'abc'])
})

describe('the drawing', () => {
  const isInside = (inner: Rect, outer: Rect) =>
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height

  test.each(PRESETS)('of %s: all screens, a map, and the tiles that fit, inside the frame', preset => {
    const profile = profileOf({ ...draft, wall: presetWall(preset, 40, draft.wall, newKey) }, 'thu')
    if (!profile) throw new Error('a profile')
    const { frame, screens, parts } = sketchOf(profile)
    expect(screens.length).toBe(profile.screens.length)
    expect(parts.filter(({ kind }) => kind === 'map').length).toBe(1)
    expect(parts.filter(({ kind }) => kind === 'tile').length).toBe(readingsOf(profile)[0]?.tiles)
    for (const { rect } of parts) expect(isInside(rect, frame)).toBe(true)
  })

  test('of screens that overlap has no layout, and is drawn all the same', () => {
    const profile = aProfile({ screens: aProfile().screens.map(screen => ({ ...screen, x: 0 })) })
    expect(sketchOf(profile)).toMatchObject({ parts: [], screens: [{ group: 0 }, { group: 0 }] })
  })
})

test('equal screens that can’t be read are named in one sentence, with what would help', () => {
  const [sentence, ...more] = faultSentences(aProfile({ distanceMetres: 20 }), 'vi')
  expect(more).toEqual([])
  expect(sentence).toMatch(/^Màn hình a, b \(55 inch\) không đọc được từ 20 m.*Đề xuất: đứng cách không quá/)
  expect(faultSentences(aProfile(), 'en')).toEqual([])
})
