// Keys that would lead out of the kiosk, and those one types with; addresses that are the kiosk's.
import { expect, test } from 'vitest'
import { entryAddress, isKioskPath, kioskAddress } from '../../../../client/kiosk/kiosk-address.ts'
import { leads } from '../../../../client/kiosk/kiosk-lock.ts'

const press = (key: string, held: object = {}) =>
  leads({ key, ctrlKey: false, metaKey: false, altKey: false, target: null, ...held })

test.each(['Escape', 'F1', 'F5', 'F11', 'F12', 'ContextMenu', 'BrowserBack'])('%s leads nowhere', key =>
  expect(press(key)).toBe(true),
)

test('nor does a shortcut of the browser', () => {
  for (const key of ['w', 'n', 't', 'p', 'l', 'ArrowLeft', '+', 'Tab'])
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect([key, press(key, { [held]: true })]).toEqual([key, true])
})

test('what one types and walks with stays', () => {
  for (const key of ['a', 'Đ', '5', 'Tab', 'Enter', 'Backspace', 'ArrowLeft', ' ', 'F'])
    expect([key, press(key)]).toEqual([key, false])
})

test.each([
  ['/kiosk/commune-30055', 'commune-30055', true],
  ['/kiosk/commune-30055/tasks', 'commune-30055', true],
  ['/kiosk/commune-30226/tasks', 'commune-30055', false],
  ['/kiosk', 'commune-30055', false],
  ['/', 'commune-30055', false],
  ['/kiosk', undefined, true],
  ['/kiosk/commune-30226', undefined, true],
  ['/kiosks', undefined, false],
  ['/programme', undefined, false],
])('%s of a kiosk of %s: %s', (path, unit, isWithin) => expect(isKioskPath(path, unit)).toBe(isWithin))

test('addresses keep the language', () => {
  expect(kioskAddress('commune-30055', undefined, '')).toBe('/kiosk/commune-30055')
  expect(kioskAddress('commune-30055', 'tasks', '?lang=en')).toBe('/kiosk/commune-30055/tasks?lang=en')
  expect(entryAddress('commune-30055', 'update-task', '7.3', '?lang=en')).toBe(
    '/kiosk/commune-30055/entry?do=update-task&subject=7.3&lang=en',
  )
})
