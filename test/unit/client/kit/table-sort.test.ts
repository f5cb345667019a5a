// The order of rows: Vietnamese alphabet, numbers by size, unknown last, equals as they came.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextSort, type SortValue, sortFrom, sortRows, sortText } from '../../../../client/kit/table-sort.ts'

const sorted = (values: readonly SortValue[], direction: 'ascending' | 'descending' = 'ascending') =>
  sortRows(values, value => value, direction)

test('words follow the Vietnamese alphabet: đ after d, tones within a letter', () => {
  expect(sorted(['Đốc Binh Kiều', 'An Nhơn', 'Định Yên', 'Dương', 'Mỹ Xương', 'Ấp 5', 'Mỹ Đông'])).toEqual([
    'An Nhơn',
    'Ấp 5',
    'Dương',
    'Định Yên',
    'Đốc Binh Kiều',
    'Mỹ Đông',
    'Mỹ Xương',
  ])
})

test('numbers within words count by size, and numbers are no words', () => {
  expect(sorted(['1.10', '1.9', '1.2'])).toEqual(['1.2', '1.9', '1.10'])
  expect(sorted([10, 9, -1, 100])).toEqual([-1, 9, 10, 100])
})

test('unknown is last whichever the direction', () => {
  expect(sorted([undefined, 2, 1])).toEqual([1, 2, undefined])
  expect(sorted([undefined, 1, 2], 'descending')).toEqual([2, 1, undefined])
})

test('equal rows keep the order they came in, both ways', () => {
  const rows = ['a1', 'b2', 'c1', 'd2']
  const digit = (row: string) => Number(row.slice(1))
  expect(sortRows(rows, digit, 'ascending')).toEqual(['a1', 'c1', 'b2', 'd2'])
  expect(sortRows(rows, digit, 'descending')).toEqual(['b2', 'd2', 'a1', 'c1'])
})

test('no row is lost, and the rows handed in stay as they are', () => {
  const values = fc.array(fc.oneof(fc.integer(), fc.constant(undefined)))
  fc.assert(
    fc.property(values, rows => {
      const before = [...rows]
      const known = sorted(rows).filter(value => value !== undefined)
      expect(known).toEqual(rows.filter(value => value !== undefined).sort((a, b) => a - b))
      expect(sorted(rows)).toHaveLength(rows.length)
      expect(rows).toEqual(before)
    }),
  )
})

test('a head is pressed: up, down, as it came; another head starts anew', () => {
  const up = nextSort(undefined, 'name')
  expect(up).toEqual({ key: 'name', direction: 'ascending' })
  const down = nextSort(up, 'name')
  expect(down).toEqual({ key: 'name', direction: 'descending' })
  expect(nextSort(down, 'name')).toBeUndefined()
  expect(nextSort(down, 'due')).toEqual({ key: 'due', direction: 'ascending' })
})

test('an order is read back from an address, and nonsense is none', () => {
  for (const direction of ['ascending', 'descending'] as const)
    expect(sortFrom(sortText({ key: 'due', direction }) ?? null)).toEqual({ key: 'due', direction })
  expect(sortText(undefined)).toBeUndefined()
  expect([null, '', '-'].map(sortFrom)).toEqual([undefined, undefined, undefined])
})
