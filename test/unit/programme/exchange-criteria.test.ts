// Criteria sets as sheets and as JSON: there and back without a change, each error on its line, and sets side by side.
import { describe, expect, test } from 'vitest'
import { readCriteria, readCriteriaJson } from '../../../server/programme/exchange/criteria-layout.ts'
import { writeCriteria } from '../../../server/programme/exchange/criteria-sheets.ts'
import type { Cell, Workbook } from '../../../server/spreadsheet/workbook.ts'
import type { CriteriaSet } from '../../../shared/programme/facts.ts'
import { after, asRead, changed, codesOf, exchangeView, judged } from './exchange-sample.ts'
import { DEMO_SET, DRAFTS, stateWith } from './lists-sample.ts'

// A set that has results is fixed; here nothing has been assessed yet.
const state = stateWith(undefined, DRAFTS.slice(0, 2))
const view = exchangeView(state)
const sets = [...state.criteriaSets.values()]
const written = asRead(writeCriteria(sets))
const INDICATORS = 1
type Cells = Readonly<Record<string, Cell>>
const set = (id: string) => (cells: Cells) => cells['Mã bộ tiêu chí'] === id
const indicator = (id: string) => (cells: Cells) => cells['Mã chỉ tiêu'] === id
const lineOf = (id: string) => (written.sheets[INDICATORS]?.rows.findIndex(row => row[5] === id) ?? -1) + 1
const read = (workbook: Workbook) => judged(readCriteria(workbook, view), view)

/** Everything a set can have. */
const RICH: CriteriaSet = {
  id: 'day-du',
  title: 'Bộ đầy đủ\nhai dòng',
  decision: '1/QĐ',
  issuedOn: '2026-01-02',
  validFrom: '2026-02-01',
  validTo: '2031-01-01',
  illustrative: true,
  groups: [
    { id: 'trong', title: 'Nhóm chưa có gì', criteria: [] },
    {
      id: 'g',
      title: 'Nhóm',
      criteria: [
        { id: 'c0', title: 'Tiêu chí chưa có chỉ tiêu', indicators: [] },
        {
          id: 'c1',
          title: 'Tiêu chí',
          indicators: [
            {
              id: '1.10',
              title: '=Tỷ lệ',
              target: { kind: 'number', operator: '<=', value: 12.5, unit: '%' },
              owner: 'so-yt',
              evidence: 'Biên bản',
              measure: { kind: 'coverage', quantity: 'ph', windowDays: 30 },
            },
            {
              id: '1.2',
              title: 'Lời',
              target: { kind: 'text', text: 'Theo quy định' },
              owner: null,
              evidence: null,
              measure: { kind: 'statistic', quantity: 'battery', statistic: 'min', windowDays: 7 },
            },
            {
              id: 'x',
              title: 'Số không đơn vị',
              target: { kind: 'number', operator: '=', value: 0, unit: '' },
              owner: null,
              evidence: null,
              measure: { kind: 'coverage', quantity: null, windowDays: 1 },
            },
          ],
        },
      ],
    },
  ],
  knownIndicatorCount: 3,
  predecessor: DEMO_SET.id,
  source: 'để thử',
  note: 'ghi chú',
}

describe('there and back', () => {
  test('what is written changes nothing when it is read', async () => {
    expect(await read(written)).toEqual({ drafts: [], changes: [], errors: [], unchanged: 2 })
  })

  test('a set with everything arrives whole, and written anew changes nothing', async () => {
    const result = await read(asRead(writeCriteria([RICH])))
    expect(result).toMatchObject({ errors: [], changes: [{ line: 2, before: null, after: RICH.title }] })
    const then = after(result, state)
    expect(then.criteriaSets.get(RICH.id)).toMatchObject(RICH)
    const again = exchangeView(then)
    const back = readCriteria(asRead(writeCriteria([...then.criteriaSets.values()])), again)
    expect(await judged(back, again)).toEqual({ drafts: [], changes: [], errors: [], unchanged: 3 })
  })

  test('as JSON, in each of its forms', async () => {
    for (const data of [RICH, { set: RICH, day: '2026-11-25' }, { sets: [RICH] }]) {
      const result = await judged(readCriteriaJson(JSON.parse(JSON.stringify(data)), view), view)
      expect(result.errors).toEqual([])
      expect(after(result, state).criteriaSets.get(RICH.id)).toMatchObject(RICH)
    }
    expect(await judged(readCriteriaJson({ sets: [DEMO_SET] }, exchangeView(stateWith())), view)).toBeDefined()
  })
})

describe('what changes', () => {
  test('of a set is told by column, of an indicator on its line', async () => {
    const edited = changed(
      changed(written, set(DEMO_SET.id), { Tên: 'Tên mới' }),
      indicator('1.2'),
      { 'Chỉ tiêu': 'Nhà văn hóa có Wi-Fi', 'Mã đơn vị thẩm định': null },
      INDICATORS,
    )
    const { changes, errors, unchanged } = await read(edited)
    expect(errors).toEqual([])
    expect(unchanged).toBe(1)
    expect(changes).toMatchObject([
      { sheet: 'Bộ tiêu chí', line: 3, what: expect.stringContaining('Tên'), after: 'Tên mới' },
      { sheet: 'Chỉ tiêu', line: lineOf('1.2'), whatEn: expect.stringMatching(/text, owner$/) },
    ])
  })

  test('of an indicator taken out or put in', async () => {
    const [heads, parts] = written.sheets
    if (!heads || !parts) throw new Error('two sheets')
    const without = { sheets: [heads, { ...parts, rows: parts.rows.filter(row => row[5] !== '4.5') }] }
    const removed = await read(without)
    expect(removed.changes).toMatchObject([{ line: null, what: expect.stringContaining('bỏ'), after: null }])
    const more = {
      ...parts,
      rows: [...parts.rows, ...parts.rows.slice(-1).map(row => row.with(5, '4.99').with(6, 'Mới'))],
    }
    expect((await read({ sheets: [heads, more] })).changes).toMatchObject([
      { line: parts.rows.length + 1, what: expect.stringContaining('thêm'), before: null },
    ])
  })

  test('of the frame alone', async () => {
    const groups = [...DEMO_SET.groups, { id: 'them', title: 'Nhóm thêm', criteria: [] }]
    const { changes } = await judged(
      readCriteriaJson({ sets: [{ ...DEMO_SET, predecessor: 'qd-384-2023', groups }] }, view),
      view,
    )
    expect(changes).toMatchObject([
      { whatEn: expect.stringContaining('groups'), after: expect.stringContaining('them') },
    ])
  })

  test('is held against the set before, also one of the same file', () => {
    const reading = readCriteria(asRead(writeCriteria([RICH, { ...RICH, id: 'sau', predecessor: RICH.id }])), view)
    expect(reading.comparisons.map(({ set: id, predecessor }) => [id, predecessor])).toEqual([
      [RICH.id, DEMO_SET.id],
      ['sau', RICH.id],
    ])
    expect(new Set(reading.comparisons[1]?.rows.map(({ change }) => change))).toEqual(new Set(['same']))
  })
})

describe('a line is refused', () => {
  const refused = async (change: Cells) => {
    const result = await read(changed(written, indicator('1.1'), change, INDICATORS))
    return result.errors.map(({ line, code, column }) => [line, code, column])
  }
  const at = lineOf('1.1')

  test('when the form is wrong', async () => {
    expect(await refused({ 'Kiểu mức': 'màu' })).toContainEqual([at, 'word-unknown', 'Kiểu mức'])
    expect(await refused({ 'So sánh': null })).toContainEqual([at, 'cell-empty', 'So sánh'])
    expect(await refused({ Mức: 'cao' })).toContainEqual([at, 'number-malformed', 'Mức'])
    expect(await refused({ 'Chỉ tiêu': null })).toContainEqual([at, 'cell-empty', 'Chỉ tiêu'])
    expect(await refused({ 'Phép đo': 'thống kê', 'Số ngày đo': 7 })).toContainEqual([at, 'cell-empty', 'Thống kê'])
  })

  test('when the rules refuse it, on the line of that part', async () => {
    expect(await refused({ 'Mã đơn vị thẩm định': 'khong-co' })).toEqual([[at, 'unit-unknown', 'Mã đơn vị thẩm định']])
    expect(await refused({ 'Phép đo': 'độ phủ số liệu', 'Số ngày đo': 999 })).toEqual([
      [at, 'number-out-of-range', 'Số ngày đo'],
    ])
  })

  test('when an id comes twice, is called two names, or belongs to no set', async () => {
    expect(await refused({ 'Mã chỉ tiêu': '1.2' })).toContainEqual([lineOf('1.2'), 'line-twice', null])
    expect(await refused({ Nhóm: 'Tên khác' })).toContainEqual([at + 1, 'title-differs', 'Nhóm'])
    expect(await refused({ 'Mã bộ tiêu chí': 'la' })).toContainEqual([at, 'set-not-listed', 'Mã bộ tiêu chí'])
  })

  test('when the set itself is wrong, on its own line', async () => {
    const { errors } = await read(changed(written, set(DEMO_SET.id), { 'Hết hiệu lực từ': '01/01/2020' }))
    expect(errors).toMatchObject([{ sheet: 'Bộ tiêu chí', line: 3, column: 'Hết hiệu lực từ', code: 'validity-empty' }])
    const undated = await read(changed(written, set(DEMO_SET.id), { 'Hiệu lực từ': 'đầu năm', 'Minh họa': 'hơi' }))
    expect(codesOf(undated).slice(0, 2)).toEqual(['3 yes-no-malformed', '3 day-malformed'])
  })

  test('when JSON is of no form, with the path', async () => {
    const { groups: _groups, ...headless } = RICH
    expect(readCriteriaJson({ set: headless }, view).errors).toMatchObject([{ line: null, column: 'set.groups' }])
    expect(readCriteriaJson([], view).errors).toHaveLength(1)
  })

  test('when villages were assessed by it', async () => {
    const assessed = exchangeView(stateWith())
    const edited = changed(written, set(DEMO_SET.id), { Tên: 'Tên mới' })
    const { errors } = await judged(readCriteria(edited, assessed), assessed)
    expect(errors).toMatchObject([{ line: 3, column: 'Mã bộ tiêu chí', code: 'set-has-results' }])
  })
})
