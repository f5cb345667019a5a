// Which PINs a kiosk takes.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_PIN, MIN_PIN, pinFault } from '../../../shared/access/pin-rule.ts'

test.each(['', '12345', '123456789', '12345a', '１２３４５６', ' 274913', '-274913'])('%s is no PIN', pin =>
  expect(pinFault(pin)).toBe('malformed'),
)

test.each([
  '111111',
  '123456',
  '876543',
  '890123',
  '135791',
  '121212',
  '12341234',
  '123321',
  '112233',
  '250590',
  '900525',
  '25051990',
  '19900525',
  '051990',
  '199005',
])('%s is what everybody tries first', pin => expect(pinFault(pin)).toBe('obvious'))

test.each(['274913', '806152', '9351740', '40718263'])('%s is taken', pin => expect(pinFault(pin)).toBeUndefined())

test('any run of one step, of any length, is refused', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: MIN_PIN, max: MAX_PIN }),
      (start, step, length) => {
        const pin = Array.from({ length }, (_, at) => (start + at * step) % 10).join('')
        expect(pinFault(pin)).toBe('obvious')
      },
    ),
  ))
