// Which keys open the search, and which choices it remembers.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_RECENT, recentIn, withRecent } from '../../../../client/search/recent-choices.ts'
import { opensSearch, type PressedKey } from '../../../../client/search/search-key.ts'

const pressed = (key: string, about: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...about,
})

describe('the search opens', () => {
  test('with Ctrl K and ⌘ K, also in a field', () => {
    expect(opensSearch(pressed('k', { ctrlKey: true }), true, false)).toBe(true)
    expect(opensSearch(pressed('K', { metaKey: true }), false, false)).toBe(true)
  })
  test('with a slash where nobody types', () => {
    expect(opensSearch(pressed('/'), false, false)).toBe(true)
    expect(opensSearch(pressed('/'), true, false)).toBe(false)
  })
  test.each([
    pressed('k'),
    pressed('/', { ctrlKey: true }),
    pressed('k', { ctrlKey: true, altKey: true }),
    pressed('K', { ctrlKey: true, shiftKey: true }),
  ])('not with %o', key => expect(opensSearch(key, false, false)).toBe(false))
  test('not over a question that must be answered first', () =>
    expect(opensSearch(pressed('k', { ctrlKey: true }), false, true)).toBe(false))
})

test('the newest choices are kept, each once, and no more than so many', () => {
  const all = Array.from({ length: MAX_RECENT + 1 }, (_, at) => `village ${at}`)
  const recent = all.reduce(withRecent, [] as readonly string[])
  expect(recent).toHaveLength(MAX_RECENT)
  expect(recent[0]).toBe(`village ${MAX_RECENT}`)
  expect(withRecent(recent, 'village 3')[0]).toBe('village 3')
  expect(withRecent(recent, 'village 3')).toHaveLength(MAX_RECENT)
})
test('damaged storage is none', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), text => {
      expect(recentIn(text).length).toBeLessThanOrEqual(MAX_RECENT)
    }),
  ))
