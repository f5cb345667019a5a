// What may be asked of the displays: each reason why not, and that whatever is let through leaves sound profiles.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadRegistry } from '../../../server/registry/seed.ts'
import type { DisplayCommandRequest } from '../../../shared/displays/command.ts'
import { displayCommandRequestSchema } from '../../../shared/displays/command-schema.ts'
import { decideDisplayCommand } from '../../../shared/displays/decide.ts'
import { profileFaults } from '../../../shared/displays/decide-profile.ts'
import { foldDisplays } from '../../../shared/displays/fold.ts'
import { DISPLAY_LIMITS } from '../../../shared/displays/limits.ts'
import type { DisplayProfile, ProfileScreen } from '../../../shared/displays/profile.ts'
import { packDisplays, unpackDisplays } from '../../../shared/displays/snapshot.ts'
import { type DisplayState, EMPTY_DISPLAY_STATE } from '../../../shared/displays/state.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import { ADMINISTRATOR, aProfile } from '../../support/displays.ts'

const NOW = Date.parse('2026-11-26T12:00:00+07:00')
const units = unitsById(loadRegistry().units)
const DISPLAY = '3f0e7d8c-0a51-4b7e-9c3d-5b1f6a2e4d70'
type Command = DisplayCommandRequest extends infer R ? (R extends unknown ? Omit<R, 'actor'> : never) : never

const decide = (state: DisplayState, command: Command) =>
  decideDisplayCommand({ state, units, now: NOW }, { ...command, actor: ADMINISTRATOR })
const codes = (state: DisplayState, command: Command) => {
  const decision = decide(state, command)
  return decision.kind === 'refused' ? decision.refusals.map(({ code }) => code) : []
}
/** Done where it may be. */
function after(commands: readonly Command[], from = EMPTY_DISPLAY_STATE): DisplayState {
  return commands.reduce((state, command) => {
    const decision = decide(state, command)
    if (decision.kind === 'refused') return state
    return foldDisplays(state, [{ ...decision.event, id: state.lastId + 1, at: NOW, actor: 'declared:Sen' }])
  }, from)
}
const save = (profile: DisplayProfile = aProfile(), expected = 0): Command => ({
  command: 'save-profile',
  data: { profile, expected },
})
const assign = (screen: string | null = 'a', about: Partial<{ name: string; profile: string }> = {}): Command => ({
  command: 'assign-display',
  data: { display: DISPLAY, name: 'Màn trái', profile: 'thu', screen, ...about },
})
const remove: Command = { command: 'remove-profile', data: { profile: 'thu' } }
const forget: Command = { command: 'forget-display', data: { display: DISPLAY } }
const screens = (...places: readonly (readonly [string, number, number])[]): ProfileScreen[] =>
  places.map(([id, x, y]) => ({ id, x, y, width: 1920, height: 1080 }))
const together = (list: readonly ProfileScreen[]): DisplayProfile =>
  aProfile({ screens: list, groups: [{ screens: list.map(({ id }) => id), turns: [{ scene: 'water', seconds: 25 }] }] })

describe('a profile', () => {
  test.each<[string, DisplayProfile, string[]]>([
    ['of hidden letters', aProfile({ name: '\u202e' }), ['name-text']],
    [
      'with two screens of one name',
      together(screens(['a', 0, 0], ['a', 1932, 0])),
      ['screen-groups', 'screen-twice', 'screen-groups', 'group-shape'],
    ],
    ['whose screens overlap', together(screens(['a', 0, 0], ['b', 1919, 0])), ['screens-overlap']],
    [
      'with a screen in no group',
      aProfile({ groups: [{ screens: ['a'], turns: [{ scene: 'air', seconds: 25 }] }] }),
      ['screen-groups'],
    ],
    [
      'with a group of a screen that there isn’t',
      aProfile({ groups: [{ screens: ['a', 'b', 'z'], turns: [{ scene: 'air', seconds: 25 }] }] }),
      ['screen-unknown'],
    ],
    ['whose group is a corner', together(screens(['a', 0, 0], ['b', 1932, 0], ['c', 0, 1092])), ['group-shape']],
    [
      'whose group has two sizes',
      together([...screens(['a', 0, 0]), { id: 'b', x: 1932, y: 0, width: 1280, height: 720 }]),
      ['group-shape'],
    ],
    [
      'whose group is a row of two above a row of another two',
      together(screens(['a', 0, 0], ['b', 1932, 0], ['c', 0, 1092], ['d', 3864, 1092])),
      ['group-shape'],
    ],
    [
      'whose group has another group’s screen in its midst',
      aProfile({
        screens: screens(['a', 0, 0], ['b', 1932, 0], ['c', 3864, 0], ['d', 5796, 0], ['e', 7728, 0]),
        groups: [
          { screens: ['a', 'b', 'd', 'e'], turns: [{ scene: 'air', seconds: 25 }] },
          { screens: ['c'], turns: [{ scene: 'water', seconds: 25 }] },
        ],
      }),
      ['group-shape'],
    ],
    ['that can’t be read', aProfile({ distanceMetres: 8 }), ['unreadable', 'unreadable']],
  ])('%s is refused', (_what, profile, expected) => expect(codes(EMPTY_DISPLAY_STATE, save(profile))).toEqual(expected))

  test.each([
    ['one', screens(['a', 0, 0])],
    ['a row of four', screens(['a', 0, 0], ['b', 1932, 0], ['c', 3864, 0], ['d', 5796, 0])],
    ['a column', screens(['a', 0, 0], ['b', 0, 1092])],
    ['a square', screens(['a', 0, 0], ['b', 1932, 0], ['c', 0, 1092], ['d', 1932, 1092])],
    ['touching, with no bezel', screens(['a', 0, 0], ['b', 1920, 0])],
  ])('of %s is taken', (_what, list) => expect(codes(EMPTY_DISPLAY_STATE, save(together(list)))).toEqual([]))

  test.each([
    ['row', (gap: number) => screens(['a', 0, 0], ['b', 1920 + gap, 0])],
    ['column', (gap: number) => screens(['a', 0, 0], ['b', 0, 1080 + gap])],
    ['square', (gap: number) => screens(['a', 0, 0], ['b', 1920, 0], ['c', 0, 1080 + gap], ['d', 1920, 1080 + gap])],
  ])('of a %s is taken with the widest bezel, and not with a pixel more', (_what, apart) => {
    const { max } = DISPLAY_LIMITS.bezel
    expect(codes(EMPTY_DISPLAY_STATE, save(together(apart(max))))).toEqual([])
    expect(codes(EMPTY_DISPLAY_STATE, save(together(apart(max + 1))))).toEqual(['group-shape'])
  })

  test('no bezel is so wide that a screen could stand in it', () =>
    expect(DISPLAY_LIMITS.bezel.max).toBeLessThan(Math.min(DISPLAY_LIMITS.width.min, DISPLAY_LIMITS.height.min)))

  test('is saved on the version that was seen, and on no other', () => {
    const state = after([save()])
    expect(codes(state, save(aProfile(), 0))).toEqual(['profile-changed'])
    expect(codes(state, save(aProfile(), 1))).toEqual([])
    expect(codes(EMPTY_DISPLAY_STATE, save(aProfile(), 1))).toEqual(['profile-changed'])
  })

  test('keeps the screens that displays show', () => {
    const state = after([save(), assign('b')])
    const decision = decide(state, save(together(screens(['a', 0, 0])), 1))
    expect(decision).toMatchObject({ refusals: [{ code: 'screen-used', en: expect.stringContaining('Màn trái') }] })
    expect(codes(after([assign(null)], state), save(together(screens(['a', 0, 0])), 1))).toEqual([])
  })

  test(`there may be ${DISPLAY_LIMITS.profiles} of them and not one more`, () => {
    const many = (count: number) => after(Array.from({ length: count }, (_, i) => save(aProfile({ id: `p${i}` }))))
    expect(codes(many(DISPLAY_LIMITS.profiles - 1), save())).toEqual([])
    expect(codes(many(DISPLAY_LIMITS.profiles), save())).toEqual(['too-many-profiles'])
  })
})

describe('a display', () => {
  test('is given a profile that there is, and one of its screens or all', () => {
    const state = after([save()])
    expect([codes(state, assign('a')), codes(state, assign(null))]).toEqual([[], []])
    expect(codes(state, assign('z'))).toEqual(['screen-unknown'])
    expect(codes(state, assign('a', { profile: 'khac' }))).toEqual(['profile-unknown'])
    expect(codes(state, assign('a', { name: ' ' }))).toEqual(['name-text'])
  })

  test(`there may be ${DISPLAY_LIMITS.displays} with a name and not one more; those that have one may change`, () => {
    const numbered = (i: number): Command => ({
      command: 'assign-display',
      data: {
        display: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
        name: `Màn ${i}`,
        profile: 'thu',
        screen: null,
      },
    })
    const many = (count: number) => after([save(), ...Array.from({ length: count }, (_, i) => numbered(i))])
    expect(codes(many(DISPLAY_LIMITS.displays - 1), assign())).toEqual([])
    expect(codes(many(DISPLAY_LIMITS.displays), assign())).toEqual(['too-many-displays'])
    expect(codes(many(DISPLAY_LIMITS.displays), numbered(7))).toEqual([])
  })

  test('is forgotten once; what is used is not removed', () => {
    const state = after([save(), assign()])
    expect(codes(state, remove)).toEqual(['profile-used'])
    expect(codes(after([forget], state), remove)).toEqual([])
    expect(codes(after([forget], state), forget)).toEqual(['display-unknown'])
    expect(codes(EMPTY_DISPLAY_STATE, remove)).toEqual(['profile-unknown'])
  })
})

test('who asks must be named, and of a unit that there is', () => {
  const decision = decideDisplayCommand(
    { state: EMPTY_DISPLAY_STATE, units, now: NOW },
    {
      ...save(),
      actor: { name: '', unit: 'nowhere' },
    },
  )
  expect(decision).toMatchObject({
    kind: 'refused',
    refusals: [{ field: 'actor.name' }, { field: 'actor.name' }, { field: 'actor.unit' }],
  })
})

const someScreens = fc.constantFrom(
  screens(['a', 0, 0]),
  screens(['a', 0, 0], ['b', 1932, 0]),
  screens(['a', 0, 0], ['b', 100, 0]),
  screens(['a', 0, 0], ['b', 1932, 0], ['c', 0, 1092]),
)
const someCommand: fc.Arbitrary<Command> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom('thu', 'hai'),
      list: someScreens,
      distanceMetres: fc.constantFrom(2, 3, 9),
      expected: fc.integer({ min: 0, max: 12 }),
    })
    .map(({ id, list, distanceMetres, expected }) => save({ ...together(list), id, distanceMetres }, expected)),
  fc.constantFrom<Command>(remove, forget, assign('a'), assign('b'), assign(null), assign('c', { profile: 'hai' })),
)

test('whatever is asked in whatever order: every profile stays sound, and every display shows a screen that there is', () =>
  fc.assert(
    fc.property(fc.array(someCommand, { maxLength: 25 }), commands => {
      for (const command of commands)
        expect(displayCommandRequestSchema.safeParse({ ...command, actor: ADMINISTRATOR }).success).toBe(true)
      const state = after(commands)
      expect([...state.profiles.values()].flatMap(({ profile }) => profileFaults(profile))).toEqual([])
      for (const { profile, screen } of state.displays.values()) {
        const held = state.profiles.get(profile)
        expect(held).toBeDefined()
        if (screen !== null) expect(held?.profile.screens.map(({ id }) => id)).toContain(screen)
      }
      expect(unpackDisplays(JSON.parse(JSON.stringify(packDisplays(state, ''))))).toEqual(state)
    }),
  ))

test('an event of a newer station moves the log and nothing else', () => {
  const state = after([save()])
  const next = foldDisplays(state, [
    { id: 9, at: NOW + 1, actor: 'x', type: 'display.painted', subject: 's', data: {} },
  ])
  expect(next).toEqual({ ...state, lastId: 9, lastAt: NOW + 1 })
})
