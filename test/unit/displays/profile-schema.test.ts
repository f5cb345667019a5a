// Every bound of a profile that comes in: at it and one beyond it.
import { expect, test } from 'vitest'
import { DISPLAY_LIMITS } from '../../../shared/displays/limits.ts'
import type { DisplayProfile, ProfileScreen } from '../../../shared/displays/profile.ts'
import { profileSchema } from '../../../shared/displays/profile-schema.ts'
import { aProfile } from '../../support/displays.ts'

const { seconds, inches, distanceMetres, light, width, height, offset, turns, id, name } = DISPLAY_LIMITS
const { screens: most, screensAGroup, screenId } = DISPLAY_LIMITS
const one = (about: Partial<ProfileScreen>) =>
  aProfile({ screens: [{ id: 'a', x: 0, y: 0, width: 1920, height: 1080, ...about }] })
const withScreens = (count: number) =>
  aProfile({
    screens: Array.from({ length: count }, (_, i) => ({ id: `s${i}`, x: i * 1932, y: 0, width: 1920, height: 1080 })),
  })
const grouped = (count: number) =>
  aProfile({
    groups: [{ screens: Array.from({ length: count }, (_, i) => `s${i}`), turns: [{ scene: 'air', seconds: 25 }] }],
  })
const groups = (count: number) =>
  aProfile({
    groups: Array.from({ length: count }, () => ({ screens: ['a'], turns: [{ scene: 'air', seconds: 25 }] }) as const),
  })
const withTurn = (count: number, each: number) =>
  aProfile({
    groups: [
      { screens: ['a', 'b'], turns: Array.from({ length: count }, () => ({ scene: 'air', seconds: each }) as const) },
    ],
  })

test.each<[string, DisplayProfile, boolean]>([
  ['shortest turn', withTurn(1, seconds.min), true],
  ['a turn too short', withTurn(1, seconds.min - 1), false],
  ['longest turn', withTurn(1, seconds.max), true],
  ['a turn too long', withTurn(1, seconds.max + 1), false],
  ['most turns', withTurn(turns.max, 25), true],
  ['a turn too many', withTurn(turns.max + 1, 25), false],
  ['no turn', withTurn(0, 25), false],
  ['largest screen', aProfile({ inches: inches.max }), true],
  ['a screen too large', aProfile({ inches: inches.max + 1 }), false],
  ['nearest', aProfile({ distanceMetres: distanceMetres.min }), true],
  ['too near', aProfile({ distanceMetres: distanceMetres.min - 0.1 }), false],
  ['darkest night', aProfile({ night: { from: '20:00', to: '05:00', light: light.min } }), true],
  ['too dark', aProfile({ night: { from: '20:00', to: '05:00', light: light.min - 0.01 } }), false],
  ['smallest screen', aProfile({ inches: inches.min }), true],
  ['a screen too small', aProfile({ inches: inches.min - 1 }), false],
  ['farthest', aProfile({ distanceMetres: distanceMetres.max }), true],
  ['too far', aProfile({ distanceMetres: distanceMetres.max + 0.1 }), false],
  ['a night as light as day', aProfile({ night: { from: '20:00', to: '05:00', light: light.max } }), true],
  ['lighter than day', aProfile({ night: { from: '20:00', to: '05:00', light: light.max + 0.01 } }), false],
  ['a night that begins at no time', aProfile({ night: { from: '7:00', to: '05:00', light: 1 } }), false],
  ['a night that ends at no time', aProfile({ night: { from: '20:00', to: '05:60', light: 1 } }), false],
  ['narrowest', one({ width: width.min }), true],
  ['too narrow', one({ width: width.min - 1 }), false],
  ['lowest', one({ height: height.min }), true],
  ['too low', one({ height: height.min - 1 }), false],
  ['highest', one({ height: height.max }), true],
  ['too high', one({ height: height.max + 1 }), false],
  ['farthest right', one({ x: offset.max }), true],
  ['too far right', one({ x: offset.max + 1 }), false],
  ['too far left', one({ x: -1 }), false],
  ['too far down', one({ y: offset.max + 1 }), false],
  ['longest id of a screen', one({ id: 's'.repeat(screenId.max) }), true],
  ['an id of a screen too long', one({ id: 's'.repeat(screenId.max + 1) }), false],
  ['most screens', withScreens(most.max), true],
  ['a screen too many', withScreens(most.max + 1), false],
  ['no screen', withScreens(0), false],
  ['largest group', grouped(screensAGroup.max), true],
  ['a group too large', grouped(screensAGroup.max + 1), false],
  ['an empty group', grouped(0), false],
  ['most groups', groups(most.max), true],
  ['a group too many', groups(most.max + 1), false],
  ['no group', groups(0), false],
  ['longest name', aProfile({ name: 'Ư'.repeat(name.max) }), true],
  ['a name too long', aProfile({ name: 'Ư'.repeat(name.max + 1) }), false],
  ['no name', aProfile({ name: '' }), false],
  ['no hour', aProfile({ refreshAt: '24:00' }), false],
  ['last minute', aProfile({ refreshAt: '23:59' }), true],
  ['widest', aProfile({ screens: [{ id: 'a', x: 0, y: 0, width: width.max, height: 1080 }] }), true],
  ['too wide', aProfile({ screens: [{ id: 'a', x: 0, y: 0, width: width.max + 1, height: 1080 }] }), false],
  ['longest id', aProfile({ id: 'a'.repeat(id.max) }), true],
  ['an id too long', aProfile({ id: 'a'.repeat(id.max + 1) }), false],
  ['an id that is no slug', aProfile({ id: 'A b' }), false],
])('%s is judged as its bound says (%#)', (_what, profile, isTaken) =>
  expect(profileSchema.safeParse(profile).success).toBe(isTaken),
)
