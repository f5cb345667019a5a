import { beforeEach, describe, expect, it } from 'vitest'
import { keptId, uuidOf } from '../../../../client/displays/display-id.ts'
import { keepProfile, keptProfile, ownProfile } from '../../../../client/displays/own-profile.ts'
import { displayIdSchema } from '../../../../shared/displays/profile-schema.ts'
import { type DisplayState, EMPTY_DISPLAY_STATE } from '../../../../shared/displays/state.ts'
import { aProfile } from '../../../support/displays.ts'

const ME = '11111111-1111-4111-8111-111111111111'
const assignedTo = (profile: string, screen: string | null): DisplayState => ({
  ...EMPTY_DISPLAY_STATE,
  profiles: new Map(['thu', 'khac'].map(id => [id, { profile: aProfile({ id }), version: 1 }])),
  displays: new Map([[ME, { display: ME, name: 'Sảnh', profile, screen, version: 2 }]]),
})
const NOWHERE = new URLSearchParams()
const forbidden = () => {
  throw new Error('forbidden')
}
const kept = new Map<string, string>()
const storage = () => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
})

beforeEach(() => kept.clear())

describe('the profile of a display', () => {
  it('is the one it was given, whatever its address says', () => {
    const own = ownProfile(assignedTo('thu', 'b'), ME, new URLSearchParams('profile=khac&screen=a'))
    expect([own?.profile.id, own?.screen?.id]).toEqual(['thu', 'b'])
  })
  it('is the one of its address when nobody gave it one', () => {
    const own = ownProfile(assignedTo('thu', 'b'), 'other', new URLSearchParams('profile=khac&screen=a'))
    expect([own?.profile.id, own?.screen?.id]).toEqual(['khac', 'a'])
  })
  it('is none when neither says one that there is', () => {
    expect(ownProfile(assignedTo('thu', null), 'other', NOWHERE)).toBeUndefined()
    expect(ownProfile(assignedTo('gone', null), ME, NOWHERE)).toBeUndefined()
  })
  it('spans the whole canvas without a screen, and with one that is gone', () => {
    expect(ownProfile(assignedTo('thu', null), ME, NOWHERE)).toMatchObject({ screen: undefined })
    expect(ownProfile(assignedTo('thu', 'z'), ME, NOWHERE)).toMatchObject({ screen: undefined })
  })
  it('is kept for a start without the station, for this display only, and forgotten with its assignment', () => {
    const own = ownProfile(assignedTo('thu', 'b'), ME, NOWHERE)
    keepProfile(ME, own, storage)
    expect(keptProfile(ME, storage)).toEqual(own)
    expect(keptProfile('other', storage)).toBeUndefined()
    keepProfile(ME, undefined, storage)
    expect(keptProfile(ME, storage)).toBeUndefined()
  })
  it('is unknown where the browser keeps nothing or keeps something damaged', () => {
    expect(() => keepProfile(ME, undefined, forbidden)).not.toThrow()
    expect(keptProfile(ME, forbidden)).toBeUndefined()
    kept.set('dai-sen.display-profile', '{')
    expect(keptProfile(ME, storage)).toBeUndefined()
  })
})

describe('the id of a display', () => {
  it('is kept, and one that is damaged is replaced', () => {
    const first = keptId(storage)
    expect(keptId(storage)).toBe(first)
    kept.set('dai-sen.display', 'x')
    expect(keptId(storage)).not.toBe('x')
  })
  it('is had where nothing can be kept', () => {
    expect(displayIdSchema.safeParse(keptId(forbidden)).success).toBe(true)
  })
  it('is one the station takes, whatever the dice say', () => {
    for (const byte of [0, 127, 255])
      expect(displayIdSchema.safeParse(uuidOf(new Uint8Array(16).fill(byte))).success).toBe(true)
  })
})
