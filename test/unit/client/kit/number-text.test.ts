// Numbers as people type them: one reading or none.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupThousands, MAX_DIGITS, numberText, parseNumber } from '../../../../client/kit/number-text.ts'

test.each([
  ['0', 0],
  ['7', 7],
  ['007', 7],
  ['1,5', 1.5],
  ['1.5', 1.5],
  [',5', 0.5],
  ['.25', 0.25],
  ['1.234', 1234],
  ['1,234', 1.234],
  ['0.500', 0.5],
  ['1234.567', 1234.567],
  ['12.3456', 12.3456],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234.567', 1_234_567],
  ['1,234,567', 1_234_567],
  ['1.234.567,89', 1_234_567.89],
  ['12 345 678', 12_345_678],
  ['12 345,5', 12_345.5],
  ['12\u00a0345', 12_345],
  ['12\u202f345', 12_345],
  ['  3,14 ', 3.14],
  ['-3', -3],
  ['\u22123,5', -3.5],
  ['- 3', -3],
  ['-0', 0],
])('"%s" is %d', (text, value) => {
  expect(parseNumber(text)).toBe(value)
})

test.each([
  '',
  ' ',
  'abc',
  '5,',
  '5.',
  '.',
  ',',
  '-',
  '+5',
  '--5',
  '1e5',
  '0x10',
  '12a',
  '5 %',
  '1.23.456',
  '1.2345.678',
  '1.234.56',
  '1,2,3',
  '1.234,567,8',
  '1 23',
  '1234 567',
  '1 234.567.890',
  '0.123.456',
  'Infinity',
  'NaN',
])('"%s" is no number', text => {
  expect(parseNumber(text)).toBeUndefined()
})

test('as many digits as a number holds, and not one more', () => {
  expect(parseNumber('9'.repeat(MAX_DIGITS))).toBe(999_999_999_999_999)
  expect(parseNumber('9'.repeat(MAX_DIGITS + 1))).toBeUndefined()
  expect(parseNumber(`000${'9'.repeat(MAX_DIGITS)}`)).toBe(999_999_999_999_999)
})

test('text longer than 32 characters is not read', () => {
  expect(parseNumber(`${'0'.repeat(31)}1`)).toBe(1)
  expect(parseNumber(`${'0'.repeat(32)}1`)).toBeUndefined()
})

test('what is written out is read back as the same number', () => {
  const decimals = fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => Number(`${digits}e-${places}`))
  fc.assert(
    fc.property(decimals, value => {
      // One decimal comma, never read as thousands: "1,234" is 1.234.
      expect(parseNumber(numberText(value))).toBe(value === 0 ? 0 : value)
    }),
    { numRuns: 1_000 },
  )
  expect([numberText(1234.5), numberText(-0.25), numberText(1_000_000)]).toEqual(['1.234,5', '\u22120,25', '1.000.000'])
})

test('thousands are told apart from the right', () => {
  expect(['1', '123', '1234', '123456', '1234567'].map(groupThousands)).toEqual([
    '1',
    '123',
    '1.234',
    '123.456',
    '1.234.567',
  ])
})
