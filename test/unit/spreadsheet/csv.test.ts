import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from '../../../server/spreadsheet/csv.ts'
import type { Cell } from '../../../server/spreadsheet/workbook.ts'

const line = (cell: Cell) =>
  toCsv([], [[cell, 1]])
    .split('\r\n')
    .slice(1, -1)
    .join('\r\n')

test('starts with the mark of UTF-8, every line ends with CRLF, letters stay as they were typed', () => {
  const decomposed = 'Tháp'.normalize('NFD')
  expect(
    toCsv(
      ['Làng', 'Số'],
      [
        ['Mỹ Đông', 1.5],
        [decomposed, -2],
      ],
    ),
  ).toBe(`\uFEFFLàng,Số\r\nMỹ Đông,1.5\r\n${decomposed},-2\r\n`)
})

test.each<[Cell, string]>([
  ['a,b', '"a,b",1'],
  ['nói "có"', '"nói ""có""",1'],
  ['hai\ndòng', '"hai\ndòng",1'],
  ['hai\r\ndòng', '"hai\r\ndòng",1'],
  ['', ',1'],
  [null, ',1'],
  [Number.NaN, ',1'],
  [Infinity, ',1'],
  [true, 'true,1'],
  [{ date: '2024-05-01' }, '2024-05-01,1'],
  [12_000_000, '12000000,1'],
])('%j is written as %j', (cell, written) => expect(line(cell)).toBe(written))

test.each([
  ['=1+1', "'=1+1,1"],
  ['+84', "'+84,1"],
  ['-5', "'-5,1"],
  ['@a', "'@a,1"],
  ['\ta', "'\ta,1"],
  ['\ra', `"'\ra",1`],
  ['\na', `"'\na",1`],
  ['=a,"b"', `"'=a,""b""",1`],
])('%j can not run as a formula', (text, written) => expect(line(text)).toBe(written))

test.each([-5, 0.5, -0.25, 1e21])('the number %d stays a number', value => expect(line(value)).toBe(`${value},1`))

test('a header can not run as a formula either', () => expect(toCsv(['=1'], [])).toBe("\uFEFF'=1\r\n"))

test('whatever the texts are, a reader of RFC 4180 finds them again, and none starts a formula', {
  timeout: 60_000,
}, () => {
  const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', '\t'))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, fc.integer()), { maxLength: 60 }), rows => {
      const read = parse(toCsv(['a', 'b', 'c'], rows), { bom: true, recordDelimiter: '\r\n' })
      expect(read.slice(1).map(([a, b, c]) => [a, b, c])).toEqual(
        rows.map(([a, b, c]) => [...[a, b].map(text => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text)), String(c)]),
      )
      for (const [a = '', b = ''] of read) expect(/^[=+\-@\t\r\n]/.test(a) || /^[=+\-@\t\r\n]/.test(b)).toBe(false)
    }),
    { numRuns: 12 },
  )
})
