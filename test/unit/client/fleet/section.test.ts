// Addresses of the Displays area.
import { expect, test } from 'vitest'
import { addressOf, placeOf, taskOf } from '../../../../client/fleet/section.ts'

test('an address leads back to its place', () => {
  expect(placeOf(addressOf('fleet', {}, ''))).toEqual({ section: 'fleet', id: undefined })
  expect(placeOf(addressOf('profiles', {}, ''))).toEqual({ section: 'profiles', id: undefined })
  expect(placeOf(addressOf('profiles', { id: 'sanh' }, ''))).toEqual({ section: 'profiles', id: 'sanh' })
  expect(placeOf('/admin/displays/nothing')).toEqual({ section: 'fleet', id: undefined })
})

test('it keeps the language and nothing else', () =>
  expect(addressOf('profiles', { id: 'sanh', task: 'copy' }, '?lang=en&form=remove')).toBe(
    '/admin/displays/profiles/sanh?lang=en&form=copy',
  ))

test.each([
  ['sanh', '', 'edit'],
  ['sanh', 'form=copy', 'copy'],
  ['sanh', 'form=remove', 'remove'],
  ['sanh', 'form=new', 'edit'],
  [undefined, 'form=new', 'new'],
  [undefined, 'form=remove', undefined],
  [undefined, '', undefined],
] as const)('what is done with %s by “%s”', (id, query, task) =>
  expect(taskOf(id, new URLSearchParams(query))).toBe(task),
)
