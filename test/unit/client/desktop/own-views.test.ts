// One's own views: what is kept, how many, and what damaged storage comes to.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_LOOK, lookIn } from '../../../../client/desktop/desktop-look.ts'
import {
  isOwnAddress,
  MAX_OWN_VIEWS,
  NO_VIEWS,
  type OwnViews,
  renamed,
  viewsIn,
  withoutView,
  withView,
} from '../../../../client/desktop/views/own-views.ts'
import { startOf } from '../../../../client/desktop/views/start-view.ts'

const many = (count: number): OwnViews => ({
  views: Array.from({ length: count }, (_, at) => ({ name: `${at}`, address: '/?village=a' })),
  startAt: undefined,
})
const view = { name: 'Lũ', address: '/?village=my-dong&layers=water' }

test(`${MAX_OWN_VIEWS} are kept, one more is not; one of the same name takes the other's place`, () => {
  expect(withView(many(MAX_OWN_VIEWS - 1), view)?.views).toHaveLength(MAX_OWN_VIEWS)
  expect(withView(many(MAX_OWN_VIEWS), view)).toBeUndefined()
  expect(withView(many(MAX_OWN_VIEWS), { ...view, name: '3' })?.views[0]).toEqual({ ...view, name: '3' })
})
test('a name that another has is refused', () => {
  expect(renamed(many(2), '0', '1')).toBeUndefined()
  expect(renamed(many(2), '0', 'mới')?.views.map(({ name }) => name)).toEqual(['mới', '1'])
})
test('a start at a view goes with the view', () => {
  const held = { views: [view], startAt: view.address }
  expect(withoutView(held, view.name)).toEqual(NO_VIEWS)
  expect(withoutView(held, 'other')).toEqual(held)
})
describe('what is stored', () => {
  test('is read back', () =>
    expect(viewsIn(JSON.stringify({ views: [view], startAt: view.address }))).toEqual({
      views: [view],
      startAt: view.address,
    }))
  test('damaged, it is none', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), text => {
        const { views, startAt } = viewsIn(text)
        expect(views.every(({ address }) => isOwnAddress(address))).toBe(true)
        expect(startAt === undefined || isOwnAddress(startAt)).toBe(true)
      }),
    ))
  test('the look of the desktop too', () => {
    expect(lookIn(null)).toEqual(DEFAULT_LOOK)
    expect(lookIn('{')).toEqual(DEFAULT_LOOK)
    expect(lookIn('{"density":"dense","hasAttention":false,"hasSelection":1}')).toEqual({
      density: 'dense',
      hasAttention: false,
      hasSelection: true,
    })
  })
})
test.each([
  '//elsewhere.example/',
  'https://elsewhere.example',
  '/programme',
  '/?a b',
  `/?${'a'.repeat(2_000)}`,
  7,
  null,
])('no address of the desktop: %s', address => expect(isOwnAddress(address)).toBe(false))
describe('the own start', () => {
  test('is where a bare address leads, in its own language', () => {
    expect(startOf('', '/?village=a,b')).toBe('/?village=a,b')
    expect(startOf('?lang=en', '/?village=a')).toBe('/?village=a&lang=en')
  })
  test('an address that says something is left as it is', () =>
    expect(startOf('?village=b', '/?village=a')).toBeUndefined())
  test('without one nothing happens', () => expect(startOf('', undefined)).toBeUndefined())
})
