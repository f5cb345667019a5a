// What may be attached.
import { expect, test } from 'vitest'
import { type FileFacts, formatSize, judgeFiles } from '../../../../client/kit/file-limits.ts'

const MIB = 1_048_576
const LIMITS = { maxBytes: 20 * MIB, maxFiles: 3, endings: ['.pdf', '.jpg'] }
const file = (name: string, size = 1_000): FileFacts => ({ name, size })
const refusalOf = (chosen: FileFacts, present: readonly FileFacts[] = []) =>
  judgeFiles(present, [chosen], LIMITS).refused[0]?.refusal

test('exactly the limit is taken, one byte more is not', () => {
  expect(refusalOf(file('a.pdf', LIMITS.maxBytes))).toBeUndefined()
  expect(refusalOf(file('a.pdf', LIMITS.maxBytes + 1))).toBe('too-large')
  expect(refusalOf(file('a.pdf', 0))).toBe('empty')
  expect(refusalOf(file('a.pdf', 1))).toBeUndefined()
})

test('the ending counts, however it is written', () => {
  expect(refusalOf(file('Biên bản.PDF'))).toBeUndefined()
  expect(refusalOf(file('a.pdf.exe'))).toBe('wrong-kind')
  expect(refusalOf(file('pdf'))).toBe('wrong-kind')
  expect(judgeFiles([], [file('a.exe')], { ...LIMITS, endings: [] }).accepted).toHaveLength(1)
})

test('as many files as may be, those there already counted', () => {
  const four = ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf'].map(name => file(name))
  const judged = judgeFiles([], four, LIMITS)
  expect(judged.accepted.map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  expect(judged.refused).toEqual([{ file: four[3], refusal: 'too-many' }])
  expect(refusalOf(file('d.pdf'), four.slice(0, 2))).toBeUndefined()
  expect(refusalOf(file('d.pdf'), four.slice(0, 3))).toBe('too-many')
})

test('the same file twice is told apart from another of the same name', () => {
  expect(refusalOf(file('a.pdf', 5), [file('a.pdf', 5)])).toBe('twice')
  expect(refusalOf(file('a.pdf', 6), [file('a.pdf', 5)])).toBeUndefined()
  expect(judgeFiles([], [file('a.pdf'), file('a.pdf')], LIMITS).refused.map(({ refusal }) => refusal)).toEqual([
    'twice',
  ])
})

test('sizes as people say them', () => {
  expect([0, 1_023, 1_024, MIB - 1, MIB, 1.25 * MIB].map(formatSize)).toEqual([
    '0\u00a0B',
    '1.023\u00a0B',
    '1\u00a0kB',
    '1.024\u00a0kB',
    '1,0\u00a0MB',
    '1,3\u00a0MB',
  ])
})
