// Results as a sheet: a line per step, empty lines to fill in, and the order of steps holds within one file.
import { describe, expect, test } from 'vitest'
import { readAssessments, writeAssessments } from '../../../server/programme/exchange/assessments-layout.ts'
import type { Cell, Workbook } from '../../../server/spreadsheet/workbook.ts'
import { subjectOf } from '../../../shared/programme/event.ts'
import { keyOf } from '../../../shared/programme/state.ts'
import { after, asRead, changed, codesOf, exchangeView, judged } from './exchange-sample.ts'
import { DEMO_SET, DRAFTS, stateWith, VILLAGE } from './lists-sample.ts'

const view = exchangeView()
const written = asRead(writeAssessments(view))
type Cells = Readonly<Record<string, Cell>>
const line = (indicator: string) => (cells: Cells) => cells['Mã làng'] === VILLAGE && cells['Mã chỉ tiêu'] === indicator
const numberOf = (indicator: string) =>
  (written.sheets[0]?.rows.findIndex(row => row[0] === VILLAGE && row[2] === indicator) ?? -1) + 1
const MET = { Bước: 'tự đánh giá', 'Kết quả': 'Đạt', 'Ghi chú': 'có ảnh' }
const HEADER = ['Mã làng', 'Bộ tiêu chí', 'Mã chỉ tiêu', 'Bước', 'Kết quả', 'Giá trị', 'Ghi chú']
const sheetOf = (...rows: Cell[][]): Workbook => ({ sheets: [{ name: 'Đánh giá', rows: [HEADER, ...rows] }] })
const held = (indicator: string, state = view.state) =>
  state.results.get(keyOf.result(VILLAGE, DEMO_SET.id, indicator))?.steps

describe('there and back', () => {
  test('what is written changes nothing when it is read', async () => {
    expect(await judged(readAssessments(written))).toEqual({ drafts: [], changes: [], errors: [], unchanged: 9 * 27 })
  })

  test('filled in it is judged, and written anew it changes nothing', async () => {
    const edited = changed(changed(written, line('1.3'), MET), line('1.1'), { 'Giá trị': '96,5' })
    const result = await judged(readAssessments(edited))
    expect(result).toMatchObject({ errors: [], unchanged: 9 * 27 - 2 })
    expect(result.changes).toMatchObject([
      { line: numberOf('1.1'), before: 'đạt · 95 · danh sách hộ', after: 'đạt · 96,5 · danh sách hộ' },
      { line: numberOf('1.3'), before: null, after: 'đạt · có ảnh' },
    ])
    const then = after(result)
    expect(held('1.1', then)?.self).toMatchObject({ outcome: 'met', value: 96.5 })
    const again = exchangeView(then)
    expect(await judged(readAssessments(asRead(writeAssessments(again))), again)).toMatchObject({
      drafts: [],
      errors: [],
      unchanged: 9 * 27,
    })
  })

  test('a note with spaces and foreign line ends around is the same note', async () => {
    const edited = changed(written, line('1.1'), { 'Ghi chú': '  danh sách hộ\r\n' })
    expect(await judged(readAssessments(edited))).toMatchObject({ drafts: [], errors: [] })
  })

  test('evidence stays with a result that is corrected', async () => {
    const hash = 'b'.repeat(64)
    const evidence = [{ hash, name: 'anh.pdf', size: 1, type: 'application/pdf' }]
    const [published, chosen, first] = DRAFTS
    if (!published || !chosen || first?.type !== 'programme.indicator-assessed') throw new Error('the sample changed')
    const subject = subjectOf.result(VILLAGE, DEMO_SET.id, '1.3')
    const data = { ...first.data, indicator: '1.3', value: null, evidence }
    const assessed = exchangeView(stateWith(undefined, [published, chosen, { ...first, subject, data }]))
    const edited = changed(asRead(writeAssessments(assessed)), line('1.3'), { 'Ghi chú': 'xem ảnh' })
    const then = after(await judged(readAssessments(edited), assessed), assessed.state)
    expect(held('1.3', then)?.self?.evidence).toEqual(evidence)
  })
})

describe('a line is refused', () => {
  const refused = async (indicator: string, change: Cells) =>
    codesOf(await judged(readAssessments(changed(written, line(indicator), change))))

  test('when it erases a result, or has a value without an outcome, or an outcome without a step', async () => {
    expect(await refused('1.1', { 'Kết quả': null })).toEqual([`${numberOf('1.1')} result-erased`])
    expect(await refused('1.3', { Bước: 'self', 'Ghi chú': 'x' })).toEqual([`${numberOf('1.3')} outcome-missing`])
    expect(await refused('1.3', { 'Kết quả': 'đạt' })).toEqual([`${numberOf('1.3')} step-missing`])
  })

  test('when a word or a number can’t be read', async () => {
    expect(await refused('1.3', { ...MET, 'Kết quả': 'tốt' })).toEqual([`${numberOf('1.3')} word-unknown`])
    expect(await refused('1.1', { 'Giá trị': '1.234' })).toEqual([`${numberOf('1.1')} number-malformed`])
  })

  test('when the indicator is shown under another text', async () => {
    expect(await refused('1.3', { ...MET, 'Chỉ tiêu': 'Chỉ tiêu khác' })).toEqual([`${numberOf('1.3')} read-only`])
  })

  test('when the rules refuse it, with its column', async () => {
    const { errors } = await judged(readAssessments(changed(written, line('1.1'), { 'Giá trị': 12 })))
    expect(errors).toMatchObject([{ line: numberOf('1.1'), column: 'Kết quả', code: 'outcome-contradicts-value' }])
  })
})

test('a line sees what the lines before it did: a later step needs the earlier one above it', async () => {
  const set = DEMO_SET.id
  const complete = exchangeView(
    stateWith(undefined, [
      ...DRAFTS,
      ...(['submitted', 'complete'] as const).map(to => ({
        type: 'programme.dossier-moved' as const,
        subject: subjectOf.dossier(VILLAGE, 1),
        data: { village: VILLAGE, round: 1, set, to, on: '2026-11-20', unit: 'so-khcn-2025', note: null },
      })),
    ]),
  )
  const self = [VILLAGE, set, '1.3', 'tự đánh giá', 'đạt', null, 'x']
  const department = [VILLAGE, set, '1.3', 'department', 'met', null, 'x']
  const right = await judged(readAssessments(sheetOf(self, department)), complete)
  expect(right.errors).toEqual([])
  expect(Object.keys(held('1.3', after(right, complete.state)) ?? {})).toEqual(['self', 'department'])
  const wrong = await judged(readAssessments(sheetOf(department, self)), complete)
  expect(codesOf(wrong)).toEqual(['2 previous-step-missing'])
})
