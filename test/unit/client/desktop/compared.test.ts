// At most four stand side by side.
import { expect, test } from 'vitest'
import { compareAddress, comparisonIn } from '../../../../client/compare/compare-address.ts'
import { comparedIn, MAX_COMPARED, withCompared } from '../../../../client/desktop/compared.ts'

const FOUR = ['a', 'b', 'c', 'd']

test('the fourth is taken, a fifth is not', () => {
  expect(withCompared(FOUR.slice(0, 3), 'd')).toEqual(FOUR)
  expect(withCompared(FOUR, 'e')).toBeUndefined()
  expect(FOUR).toHaveLength(MAX_COMPARED)
})
test('one that is there is taken off, also of a full list', () =>
  expect(withCompared(FOUR, 'b')).toEqual(['a', 'c', 'd']))
test('of an address the first four, each once', () => expect(comparedIn('a,b,a,,c,d,e')).toEqual(FOUR))

test('an address of a comparison is read as what it was written for', () => {
  expect(comparisonIn(compareAddress({ villages: FOUR }, '?lang=en').split('?')[1] ?? '')).toEqual({
    kind: 'villages',
    ids: FOUR,
    leftOut: 0,
  })
  expect(comparisonIn('series=x.y,z')).toEqual({ kind: 'series', ids: ['x.y', 'z'], leftOut: 0 })
  expect(comparisonIn('')).toEqual({ kind: 'villages', ids: [], leftOut: 0 })
  expect(compareAddress({}, '?village=a&at=2026-11-25&lang=en')).toBe('/compare?lang=en&at=2026-11-25')
})

test('an address keeps the range it is of, and says how many it names beyond four', () => {
  expect(compareAddress({ curves: ['x'] }, '?range=7d&series=x,y&from=2026-11-01&to=2026-11-05')).toBe(
    '/compare?range=7d&from=2026-11-01&to=2026-11-05&series=x',
  )
  expect(comparisonIn('series=a,b,c,d').leftOut).toBe(0)
  expect(comparisonIn('series=a,b,c,d,e,e,f')).toEqual({ kind: 'series', ids: FOUR, leftOut: 2 })
})
