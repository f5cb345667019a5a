// Amounts as people type and say them: not one đồng more or less, and nothing that has two readings.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { dongText, MAX_DONG, moneyWords, parseMoney, scaleMoney } from '../../../../client/kit/money-text.ts'

const UNITS = { billion: 'tỷ đồng', million: 'triệu đồng', thousand: 'nghìn đồng', one: 'đồng' }

test.each([
  ['0', 0],
  ['5', 5],
  ['350000000', 350_000_000],
  ['350.000.000', 350_000_000],
  ['350,000,000', 350_000_000],
  ['350,000', 350_000],
  ['350 000 000', 350_000_000],
  ['350\u00a0000\u202f000', 350_000_000],
  ['350.000.000 đồng', 350_000_000],
  ['350.000.000đ', 350_000_000],
  ['350.000.000 ₫', 350_000_000],
  ['350.000.000 VNĐ', 350_000_000],
  ['350.000.000 VND', 350_000_000],
  ['350 triệu', 350_000_000],
  ['350 Triệu', 350_000_000],
  ['350 TRIỆU', 350_000_000],
  ['350triệu', 350_000_000],
  ['350 trieu', 350_000_000],
  ['350 tr', 350_000_000],
  ['350tr', 350_000_000],
  ['350 triệu đồng', 350_000_000],
  ['350.5 triệu', 350_500_000],
  ['350,25 triệu', 350_250_000],
  ['1.500 triệu', 1_500_000_000],
  ['1 500 triệu', 1_500_000_000],
  ['1,2 tỷ', 1_200_000_000],
  ['1.2 tỷ', 1_200_000_000],
  ['1,2 tỉ', 1_200_000_000],
  ['1,2 ty', 1_200_000_000],
  ['1,2tỷ', 1_200_000_000],
  ['1,20 tỷ đồng', 1_200_000_000],
  ['1.234 tỷ', 1_234_000_000_000],
  ['1,234 tỷ', 1_234_000_000],
  ['1.234,5 tỷ', 1_234_500_000_000],
  ['1,234.5 tỷ', 1_234_500_000_000],
  ['0,000000001 tỷ', 1],
  ['1,123456789 tỷ', 1_123_456_789],
  [',5 tỷ', 500_000_000],
  ['1 tỷ rưỡi', 1_500_000_000],
  ['2 triệu rưỡi', 2_500_000],
  ['1 tỷ 200 triệu', 1_200_000_000],
  ['1 tỷ 200 triệu 50 nghìn', 1_200_050_000],
  ['1 tỷ 200 triệu 50 nghìn 7 đồng', 1_200_050_007],
  ['1 tỷ 200 triệu đồng', 1_200_000_000],
  ['1tỷ200tr', 1_200_000_000],
  ['2 triệu 5 đồng', 2_000_005],
  ['50 nghìn', 50_000],
  ['50 ngàn', 50_000],
  ['50k', 50_000],
  ['1 nghìn tỷ', 1_000_000_000_000],
  ['1,5 ngàn tỷ', 1_500_000_000_000],
  ['1.2 billion', 1_200_000_000],
  ['350 million', 350_000_000],
  ['50 thousand', 50_000],
  ['  1,2   tỷ ', 1_200_000_000],
])('"%s" is %d đồng', (text, dong) => {
  expect(parseMoney(text)).toBe(dong)
  expect(parseMoney(text.normalize('NFD'))).toBe(dong)
})

test.each([
  '',
  ' ',
  'đồng',
  'tỷ',
  'rưỡi',
  'abc',
  '-5',
  '\u22125 triệu',
  '+5',
  '1,5',
  '1.5',
  '0,5 đồng',
  '1,5 đồng',
  '0,0000000001 tỷ',
  '1,2345678901 tỷ',
  '0,0005 nghìn',
  '1 tỷ 2',
  '1 tỷ 200',
  '200 1 tỷ',
  '200 triệu 1 tỷ',
  '1 tỷ 1 tỷ',
  '1 tỷ 0,5 tỷ',
  '5 6 triệu',
  '5 6',
  '1.234 5 đồng',
  '1 tỷ 1.000 triệu',
  '1 tỷ 1000 triệu',
  '1 rưỡi',
  '1,5 tỷ rưỡi',
  '5 đồng rưỡi',
  '1 tỷ đồng 5 triệu',
  '5 đồng đồng',
  '5 usd',
  '5 triệuu',
  '5 triệu usd',
  '1..5 tỷ',
  '1,,5 tỷ',
  '1.23.456',
  '1e9',
  '٣ triệu',
  '5 triệu; 6 triệu',
])('"%s" is no amount', text => {
  expect(parseMoney(text)).toBeUndefined()
})

test('up to the largest amount, and not one đồng more', () => {
  expect(parseMoney(dongText(MAX_DONG))).toBe(MAX_DONG)
  expect(parseMoney(dongText(MAX_DONG + 1))).toBeUndefined()
  expect(parseMoney('9.000.000 tỷ')).toBe(MAX_DONG)
  expect(parseMoney('9.000.000 tỷ 1 đồng')).toBeUndefined()
  expect(parseMoney('9'.repeat(60))).toBeUndefined()
})

test('text longer than 64 characters is not read', () => {
  expect(parseMoney(`${'0'.repeat(63)}1`)).toBe(1)
  expect(parseMoney(`${'0'.repeat(64)}1`)).toBeUndefined()
})

const amounts = fc.oneof(
  fc.integer({ min: 0, max: MAX_DONG }),
  fc.integer({ min: 0, max: 9_000_000 }).map(millions => millions * 1_000_000),
  fc.integer({ min: 0, max: 2_000 }),
)

test('every amount that is written out is read back as the same amount', () => {
  fc.assert(
    fc.property(amounts, dong => {
      expect(parseMoney(dongText(dong))).toBe(dong)
      expect(parseMoney(String(dong))).toBe(dong)
      expect(parseMoney(`${dongText(dong)} đồng`)).toBe(dong)
    }),
    { numRuns: 2_000 },
  )
})

test('every amount that is said in words is read back as the same amount', () => {
  fc.assert(
    fc.property(amounts, dong => {
      expect(parseMoney(moneyWords(dong, UNITS))).toBe(dong)
    }),
    { numRuns: 2_000 },
  )
})

test('whatever is typed, an amount is a whole number within the bound', () => {
  const typed = fc
    .array(fc.constantFrom('1', '0', '25', '.', ',', ' ', 'tỷ', 'triệu', 'nghìn', 'đồng', 'k', 'rưỡi', '-'), {
      maxLength: 12,
    })
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(typed, text => {
      const dong = parseMoney(text)
      expect(dong === undefined || (Number.isSafeInteger(dong) && dong >= 0 && dong <= MAX_DONG)).toBe(true)
    }),
    { numRuns: 5_000 },
  )
})

test('an amount is said in the largest unit it fills', () => {
  expect([0, 999, 1_000, 999_999, 1_000_000, 350_500_000, 999_999_999, 1_000_000_000].map(scaleMoney)).toEqual([
    { amount: '0', scale: 'one' },
    { amount: '999', scale: 'one' },
    { amount: '1', scale: 'thousand' },
    { amount: '999,999', scale: 'thousand' },
    { amount: '1', scale: 'million' },
    { amount: '350,5', scale: 'million' },
    { amount: '999,999999', scale: 'million' },
    { amount: '1', scale: 'billion' },
  ])
  expect(moneyWords(1_234_050_000_000, UNITS)).toBe('1.234,05 tỷ đồng')
})
