// Money as a sheet: what goes out comes back as no change, only planned amounts move, and what is paid can't.
import { describe, expect, test } from 'vitest'
import { FUNDING_SHEET, readFunding, writeFunding } from '../../../server/programme/exchange/funding-layout.ts'
import type { Cell, Workbook } from '../../../server/spreadsheet/workbook.ts'
import { keyOf } from '../../../shared/programme/state.ts'
import { after, asRead, changed, codesOf, exchangeView, judged } from './exchange-sample.ts'
import { VILLAGE } from './lists-sample.ts'

const view = exchangeView()
const source = view.state.plan?.fundingSources[0]?.id ?? ''
const written = asRead(writeFunding(view))
const isIts = (cells: Readonly<Record<string, Cell>>) => cells['Mã làng'] === VILLAGE && cells['Mã nguồn'] === source
const lineOf = written.sheets[0]?.rows.findIndex(row => row[0] === VILLAGE && row[1] === source) ?? 0
const its = lineOf + 1
const sheetOf = (...rows: Cell[][]): Workbook => ({ sheets: [{ name: 'Kinh phí', rows }] })
const HEADER = ['Mã làng', 'Mã nguồn', 'Năm', 'Nhu cầu (đồng)', 'Phân bổ (đồng)']

describe('there and back', () => {
  test('what is written changes nothing when it is read', async () => {
    const result = await judged(readFunding(written))
    expect(result).toEqual({ drafts: [], changes: [], errors: [], unchanged: 45 })
  })

  test('what was changed is changed, and then it is so', async () => {
    const edited = changed(written, isIts, { 'Nhu cầu (đồng)': 2_000_000_000, 'Phân bổ (đồng)': '1.600.000.000' })
    const result = await judged(readFunding(edited))
    expect(result.errors).toEqual([])
    expect(result.unchanged).toBe(44)
    expect(result.changes).toMatchObject([
      { line: its, what: expect.stringContaining('nhu cầu'), before: null, after: '2.000.000.000 đồng' },
      { line: its, whatEn: expect.stringContaining('allocated'), before: '1.500.000.000 đồng' },
    ])
    const then = after(result)
    expect(then.funding.get(keyOf.funding(VILLAGE, source, 2026))?.amounts).toMatchObject({
      need: 2_000_000_000,
      allocated: 1_600_000_000,
      disbursed: 250_000_000,
    })
    const again = await judged(readFunding(asRead(writeFunding(exchangeView(then)))), exchangeView(then))
    expect(again).toMatchObject({ drafts: [], changes: [], errors: [], unchanged: 45 })
    expect(await judged(readFunding(changed(edited, () => false, {})), exchangeView(then))).toMatchObject({
      drafts: [],
    })
  })

  test('one year alone', () => {
    expect(writeFunding(view, 2030).sheets[0]?.rows.map(row => row[2])).toEqual(
      Array.from({ length: 45 }, () => '2030'),
    )
  })
})

describe('a line is refused', () => {
  const refused = async (change: Readonly<Record<string, Cell>>) =>
    codesOf(await judged(readFunding(changed(written, isIts, change))))

  test('when it changes what was paid', async () => {
    expect(await refused({ 'Giải ngân (đồng)': 300_000_000 })).toEqual([`${its} read-only`])
    expect(await refused({ 'Quyết toán (đồng)': 1 })).toEqual([`${its} read-only`])
    expect(await refused({ 'Giải ngân (đồng)': '250.000.000' })).toEqual([])
  })

  test('when it erases an amount, or is no amount', async () => {
    expect(await refused({ 'Phân bổ (đồng)': null })).toEqual([`${its} amount-erased`])
    expect(await refused({ 'Phân bổ (đồng)': 'nhiều' })).toEqual([`${its} amount-malformed`])
    expect(await refused({ 'Phân bổ (đồng)': 1.5 })).toEqual([`${its} amount-malformed`])
    expect(await refused({ 'Phân bổ (đồng)': '1.23.456' })).toEqual([`${its} amount-malformed`])
  })

  test('when the rules refuse it, with the line and the column', async () => {
    const { errors } = await judged(readFunding(changed(written, isIts, { 'Phân bổ (đồng)': 100_000_000 })))
    expect(errors).toMatchObject([{ line: its, column: 'Ghi chú', code: 'beyond-unexplained' }])
    expect(await refused({ 'Phân bổ (đồng)': 100_000_000, 'Ghi chú': 'điều chỉnh giảm' })).toEqual([])
    expect(await refused({ 'Nhu cầu (đồng)': -5 })).toEqual([`${its} amount-negative`])
  })

  test('when its names are another’s', async () => {
    expect(await refused({ Làng: 'Làng khác' })).toEqual([`${its} read-only`])
  })

  test('when it comes twice, has no village, an unknown one, or no year', async () => {
    const workbook = sheetOf(
      HEADER.slice(0, 4),
      [VILLAGE, source, '2026', 1],
      [VILLAGE, source, 2026, 2],
      [null, source, 2026, 3],
      ['khong-co', source, 2026, 4],
      [VILLAGE, source, null, 5],
    )
    expect(codesOf(await judged(readFunding(workbook)))).toEqual([
      '3 line-twice',
      '4 cell-empty',
      '5 village-unknown',
      '6 cell-empty',
    ])
  })
})

describe('the sheet', () => {
  test('is understood by its titles, in any order, in either language, under a note', async () => {
    const workbook: Workbook = {
      sheets: [
        {
          name: 'Sheet1',
          rows: [
            ['Ghi nhớ: số liệu thử'],
            ['YEAR', 'need (đồng) ', 'Village id', 'Source id'],
            [2026, 7, VILLAGE, source],
          ],
        },
      ],
    }
    const result = await judged(readFunding(workbook))
    expect(result.errors).toEqual([])
    expect(result.changes).toMatchObject([{ sheet: 'Sheet1', line: 3, after: '7 đồng' }])
  })

  test('reports columns that are missing, unknown, without a title, or there twice', async () => {
    const workbook = sheetOf(
      ['Mã làng', 'Mã nguồn', 'Nhu cầu (đồng)', 'Nhu cầu (đồng)', 'Của tôi', null],
      [VILLAGE, source, 1, 1, 'x', 'y'],
    )
    const { errors } = await judged(readFunding(workbook))
    expect(errors.map(({ code, column }) => [code, column])).toEqual([
      ['column-missing', 'Năm'],
      ['column-twice', 'Nhu cầu (đồng)'],
      ['column-unknown', 'Của tôi'],
      ['column-unknown', 'F'],
      ['cell-empty', 'Năm'],
    ])
  })

  test('may leave out columns that need no change', async () => {
    const result = await judged(readFunding(sheetOf(HEADER.slice(0, 4), [VILLAGE, source, 2026, 9])))
    expect(result).toMatchObject({ errors: [], changes: [{ after: '9 đồng' }] })
  })

  test('must be there', async () => {
    const sheets = [
      { name: 'A', rows: [] },
      { name: 'B', rows: [] },
    ]
    expect(codesOf(await judged(readFunding({ sheets })))).toEqual(['- sheet-missing'])
  })
})

test('every line sees what the lines before it did, and who asks is wrong only once', async () => {
  const stranger = { name: 'Người lạ', unit: 'khong-co' }
  const rows = Array.from({ length: 3 }, (_, index) => [VILLAGE, source, 2027 + index, 1])
  const { errors } = await judged(readFunding(sheetOf(HEADER, ...rows)), view, stranger)
  expect(errors).toMatchObject([{ line: null, column: 'actor.unit', code: 'unit-unknown' }])
  const commune = { name: 'Người xã khác', unit: 'commune-30076' }
  const others = await judged(readFunding(sheetOf(HEADER, ...rows)), view, commune)
  expect(codesOf(others)).toEqual(['2 no-right', '3 no-right', '4 no-right'])
})

test('the layout names each column in both languages, no two alike', () => {
  const titles = Object.values(FUNDING_SHEET.columns).flatMap(({ vi, en }) => [vi.toLowerCase(), en.toLowerCase()])
  expect(new Set(titles).size).toBe(titles.length)
})
