// From a profile to the form and back; what is missing; what somebody else saved meanwhile.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOfProfile, type ProfileDraft, rebaseProfile } from '../../../../client/fleet/profiles/profile-draft.ts'
import { clockOf, missingOfProfile, profileOf } from '../../../../client/fleet/profiles/profile-of-draft.ts'
import { DISPLAY_LIMITS as LIMITS } from '../../../../shared/displays/limits.ts'
import type { DisplayProfile } from '../../../../shared/displays/profile.ts'
import { profileSchema } from '../../../../shared/displays/profile-schema.ts'
import { SCENES } from '../../../../shared/displays/scene.ts'
import { aProfile } from '../../../support/displays.ts'

let count = 0
const newKey = () => `key-${count++}`
const draftOf = (about: Partial<DisplayProfile> = {}) => draftOfProfile(aProfile(about), newKey)
const fieldsOf = (draft: ProfileDraft, id = 'thu') => missingOfProfile(draft, id).map(({ field }) => field)

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'))
const turns = fc.array(fc.record({ scene: fc.constantFrom(...SCENES), seconds: fc.integer(LIMITS.seconds) }), {
  minLength: LIMITS.turns.min,
  maxLength: 5,
})
const percent = fc.integer({ min: 30, max: 100 }).map(value => value / 100)
/** Screens side by side, some of them in a group of their own. */
const profiles: fc.Arbitrary<DisplayProfile> = fc
  .record({
    sizes: fc.array(fc.integer(LIMITS.height), { minLength: 1, maxLength: 6 }),
    together: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ sizes, together }) => {
    const screens = sizes.map((size, i) => ({ id: `s${i}`, x: i * 5_000, y: 0, width: size, height: size }))
    const ids = screens.map(({ id }) => id)
    const groups = [ids.slice(0, together), ...ids.slice(together).map(id => [id])]
    return fc.record({
      id: fc.constant('thu'),
      name: fc.constant('Tường'),
      screens: fc.constant(screens),
      groups: fc.tuple(...groups.map(own => fc.record({ screens: fc.constant(own), turns }))),
      inches: fc.integer(LIMITS.inches),
      distanceMetres: fc.integer({ min: 1, max: LIMITS.distanceMetres.max }),
      borders: fc.constantFrom('communes' as const, 'districts' as const),
      language: fc.constantFrom('vi' as const, 'en' as const),
      night: fc.option(fc.record({ from: clock, to: clock, light: percent })),
      refreshAt: fc.option(clock),
      hasSound: fc.boolean(),
    })
  })

test('a profile goes through the form unchanged, and nothing in it is missing', () => {
  fc.assert(
    fc.property(profiles, profile => {
      const draft = draftOfProfile(profile, newKey)
      expect(missingOfProfile(draft, profile.id)).toEqual([])
      expect(profileOf(draft, profile.id)).toEqual(profile)
    }),
  )
})

describe('what is missing is said at its field:', () => {
  const wall = (about: Partial<ProfileDraft['wall']>): ProfileDraft => {
    const draft = draftOf()
    return { ...draft, wall: { ...draft.wall, ...about } }
  }
  test.each([
    ['profile.name', { ...draftOf(), name: '  ' }],
    ['profile.inches', { ...draftOf(), inches: LIMITS.inches.max + 1 }],
    ['profile.distanceMetres', { ...draftOf(), distanceMetres: undefined }],
    ['profile.night.from', { ...draftOf(), hasNight: true, nightFrom: '24:00' }],
    ['profile.night.light', { ...draftOf(), hasNight: true, nightLight: 29 }],
    ['profile.refreshAt', { ...draftOf(), hasRefresh: true, refreshAt: 'sớm' }],
    [
      'profile.screens.1.id',
      wall({ screens: draftOf().wall.screens.map((one, i) => (i === 1 ? { ...one, id: 'Ô 1', group: '' } : one)) }),
    ],
  ])('%s', (field, draft) => expect(fieldsOf(draft)).toContain(field))

  test('an id that no address can hold', () => expect(fieldsOf(draftOf(), 'Sảnh')).toEqual(['profile.id']))

  test('a group without screens, and one without scenes', () => {
    const { screens, groups } = draftOf().wall
    expect(fieldsOf(wall({ screens, groups: [...groups, { key: 'alone', turns: [] }] }))).toEqual(['profile.groups.1'])
    expect(fieldsOf(wall({ screens, groups: groups.map(group => ({ ...group, turns: [] })) }))).toEqual([
      'profile.groups.0',
    ])
  })

  test('what is switched off may hold anything', () =>
    expect(fieldsOf({ ...draftOf(), nightFrom: '', refreshAt: '', nightLight: undefined })).toEqual([]))
})

test('what passes the form passes the schema of the station', () => {
  fc.assert(
    fc.property(profiles, fc.option(fc.integer({ min: 0, max: 400 })), (profile, inches) => {
      const draft = { ...draftOfProfile(profile, newKey), inches: inches ?? undefined }
      const made = profileOf(draft, profile.id)
      if (missingOfProfile(draft, profile.id).length === 0) expect(profileSchema.safeParse(made).success).toBe(true)
      else expect(made).toBeUndefined()
    }),
  )
})

test.each([
  ['8:00', '08:00'],
  ['20h00', '20:00'],
  [' 03.10 ', '03:10'],
])('“%s” is %s', (typed, clockTime) => expect(clockOf(typed)).toBe(clockTime))

test('on a newer version, what one changed stays and the rest is as the other made it', () => {
  const base = draftOf()
  const mine = { ...base, inches: 65 }
  const theirs = draftOf({
    name: 'Tường mới',
    inches: 50,
    groups: [{ screens: ['a', 'b'], turns: [{ scene: 'water', seconds: 40 }] }],
  })
  const rebased = rebaseProfile(base, mine, theirs)
  expect(rebased).toEqual({ ...theirs, inches: 65 })
  const longer = {
    ...base,
    wall: {
      ...base.wall,
      groups: base.wall.groups.map(group => ({ ...group, turns: [...group.turns, ...group.turns] })),
    },
  }
  expect(rebaseProfile(base, longer, theirs)).toEqual({ ...theirs, wall: longer.wall })
})
