import { Workbook as Library, type Cell as LibraryCell, type Worksheet } from '@cj-tech-master/excelts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../server/spreadsheet/workbook.ts'
import { MAX_CELL_TEXT, MAX_SHEET_NAME } from '../../../server/spreadsheet/workbook-file.ts'
import { aSheet, fileOf, read, rowsOf } from './sample.ts'

const SLOW_MS = 60_000

async function sheetIn(file: Uint8Array): Promise<Worksheet> {
  const [worksheet] = (await new Library().xlsx.load(file)).worksheets
  if (!worksheet) throw new Error('no sheet')
  return worksheet
}
async function cellFor(value: Cell, column: number): Promise<LibraryCell> {
  const row: Cell[] = [null, null, null, null, null]
  row[column] = value
  return (await sheetIn(await fileOf(aSheet({ rows: [row] })))).getCell(2, column + 1)
}

describe('a sheet', () => {
  test('has a header that is bold, frozen and filterable', async () => {
    const sheet = await sheetIn(await fileOf(aSheet({ rows: [['Mỹ Đông', 1, null, null, null]] })))
    expect(sheet.getCell(1, 2).value).toBe('Số tiền')
    expect([sheet.getCell(1, 2).font?.bold, sheet.getCell(2, 1).font?.bold]).toEqual([true, undefined])
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet.autoFilter).toBe('A1:E2')
    expect(sheet.getColumn(1).width).toBe(24)
  })

  test('with a note has it above the header', async () => {
    const sheet = await sheetIn(await fileOf(aSheet({ note: 'Số liệu minh họa', rows: [['Mỹ Đông', 1]] })))
    expect([1, 2, 3].map(row => sheet.getCell(row, 1).value)).toEqual(['Số liệu minh họa', 'Làng', 'Mỹ Đông'])
    expect([sheet.getCell(1, 1).font?.bold, sheet.getCell(2, 1).font?.bold]).toEqual([undefined, true])
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
    expect(sheet.autoFilter).toBe('A2:E3')
  })

  test('without rows, or without columns, is a sheet all the same', async () => {
    expect(await rowsOf(await fileOf(aSheet()))).toEqual([['Làng', 'Số tiền', 'Ngày', 'Tỷ lệ', 'Số lượng']])
    expect(await rowsOf(await fileOf(aSheet({ columns: [] })))).toEqual([])
  })

  test('has a name Excel takes, closest to the one asked for, and no two alike', async () => {
    const names = ['Kinh phí 2024/2025: [a]*?\\', "'Trang'", '', 'TRANG', 'x'.repeat(31), `${'x'.repeat(31)}y`]
    const result = await read(await fileOf(...names.map(name => aSheet({ name }))))
    const written = 'sheets' in result ? result.sheets.map(sheet => sheet.name) : []
    expect(written).toEqual([
      'Kinh phí 2024 2025 a',
      'Trang',
      'Trang (2)',
      'TRANG (3)',
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
    ])
    expect(Math.max(...written.map(name => name.length))).toBe(MAX_SHEET_NAME)
  })

  test('passes the library’s own check of the file', async () => {
    const library = new Library()
    await library.xlsx.load(await fileOf(aSheet({ note: 'x', rows: [['=1+1', 12, { date: '2024-05-01' }, 0.5, 1.5]] })))
    await expect(library.xlsx.writeBuffer({ validate: true })).resolves.toBeDefined()
  })
})

describe('a value', () => {
  test.each<[Cell, number, unknown, string]>([
    [12_000_000, 1, 12_000_000, '#,##0 [$₫-42A]'],
    [{ date: '2024-05-01' }, 2, new Date('2024-05-01'), 'dd/mm/yyyy'],
    [0.25, 3, 0.25, '0.0%'],
    [1_500, 4, 1_500, '#,##0'],
    [1.5, 4, 1.5, '#,##0.###'],
    ['chưa rõ', 1, 'chưa rõ', '@'],
    [{ date: '2024-05-01' }, 0, new Date('2024-05-01'), 'dd/mm/yyyy'],
    [true, 4, true, 'General'],
  ])('%j in column %i', async (value, column, kept, format) => {
    const cell = await cellFor(value, column)
    expect([cell.value, cell.numFmt ?? 'General']).toEqual([kept, format])
  })

  test.each(['2024-02-30', '2024-13-01', '1900-02-28', '0024-05-01', 'hôm nay', '2024-5-1', '2024-05-01T00:00'])(
    'that is no day of the calendar stays the text it is: %s',
    async date => expect((await cellFor({ date }, 2)).value).toBe(date),
  )

  test.each([Number.NaN, Infinity, -Infinity, null, ''])('%j leaves the cell empty', async value =>
    expect((await cellFor(value, 4)).value).toBeNull(),
  )

  test.each(['=1+1', '=HYPERLINK("http://x")', '+84 277', '-x', '@SUM(A1)', '\t=1', '\n=1', "=cmd|' /C calc'!A0"])(
    'that looks like a formula is a text in any column: %j',
    async text => {
      for (const column of [0, 1, 2, 3, 4]) {
        const cell = await cellFor(text, column)
        expect([cell.value, cell.formula, cell.numFmt]).toEqual([text, undefined, '@'])
      }
    },
  )

  test('a header or a note that looks like a formula is none', async () => {
    const columns = [{ title: '=1+1', width: 5, kind: 'number' as const }]
    const sheet = await sheetIn(await fileOf(aSheet({ note: '=2+2', columns })))
    expect([sheet.getCell(1, 1), sheet.getCell(2, 1)].map(cell => [cell.value, cell.formula])).toEqual([
      ['=2+2', undefined],
      ['=1+1', undefined],
    ])
  })

  test(`of ${MAX_CELL_TEXT} letters is whole, a longer one is cut and shows it`, async () => {
    const [whole, long] = ['ă'.repeat(MAX_CELL_TEXT), 'ă'.repeat(MAX_CELL_TEXT + 1)]
    expect((await cellFor(whole, 0)).value).toBe(whole)
    expect((await cellFor(long, 0)).value).toBe(`${'ă'.repeat(MAX_CELL_TEXT - 1)}…`)
  })
})

describe('what is written and read again', () => {
  /** No sheet can hold these; a line break is one character in XML. */
  const isHoldable = (letter: string) =>
    !/[\p{Cs}\uFFFE\uFFFF]/u.test(letter) && letter !== '\u007F' && (letter >= ' ' || '\t\n'.includes(letter))
  const holdable = (text: string) => Array.from(text.replaceAll(/\r\n?/g, '\n')).filter(isHoldable).join('')
  const day = fc
    .integer({ min: Date.UTC(1900, 2, 1) / 86_400_000, max: Date.UTC(9999, 11, 31) / 86_400_000 })
    .map(days => ({ date: new Date(days * 86_400_000).toISOString().slice(0, 10) }))
  const vietnamese = fc
    .array(fc.constantFrom(...'Đồng Tháp làng thông minh xã ấp ờ ữ ẵ'.split(' ')))
    .map(words => words.join(' '))
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    vietnamese.map(words => words.normalize('NFC')),
    vietnamese.map(words => words.normalize('NFD')),
    fc.constantFrom('_x0041_', '_x000D_', ' a ', '<&>"\'', '2024-05-01', '007', 'TRUE', '#N/A', '=1', '__proto__'),
  )
  const number = fc.double({ noNaN: true, noDefaultInfinity: true })
  const cell: fc.Arbitrary<Cell> = fc.oneof(text, number, fc.integer(), fc.boolean(), day, fc.constant(null))

  test(
    'is the same: texts, numbers, truths, days, in any column',
    async () => {
      const rows = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 12 })
      await fc.assert(
        fc.asyncProperty(rows, async written => {
          const again = (await rowsOf(await fileOf(aSheet({ rows: written })))).slice(1)
          const expected = written.map(cells =>
            cells.map(value => (typeof value === 'string' ? holdable(value) || null : value)),
          )
          const padded = expected.map((cells, i) => cells.map((_, j) => again[i]?.[j] ?? null))
          // -0 is 0 to anyone who looks at a sheet.
          expect(padded.map(zeroed)).toEqual(expected.map(zeroed))
        }),
        { numRuns: 60 },
      )
    },
    SLOW_MS,
  )
  const zeroed = (cells: readonly Cell[]) => cells.map(value => (value === 0 ? 0 : value))
})
