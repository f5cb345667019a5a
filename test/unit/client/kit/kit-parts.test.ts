// Small rules of the kit: lengths of bars, groups of neighbours, order of errors, names of files, shapes of states.
import { describe, expect, test } from 'vitest'
import { barLengths, shareOf } from '../../../../client/kit/bar-parts.ts'
import { safeFileName } from '../../../../client/kit/download.ts'
import { listErrors } from '../../../../client/kit/form-errors.ts'
import { groupRuns } from '../../../../client/kit/matrix-groups.ts'
import { STATE_SHAPE, STATES_WORST_FIRST } from '../../../../client/kit/state-shapes.ts'

describe('bars', () => {
  test('are measured against the widest, which need not be the outermost', () => {
    expect(barLengths([100, 50, 25, 0])).toEqual([100, 50, 25, 0])
    expect(barLengths([50, 100])).toEqual([50, 100])
  })
  test('compare with each other when they are measured against one whole', () => {
    expect([barLengths([100, 50], 200), barLengths([undefined, 300], 200)]).toEqual([
      [50, 25],
      [undefined, 100],
    ])
  })
  test('of unknown amounts have no length, which is not zero', () => {
    expect(barLengths([undefined, 50, 25])).toEqual([undefined, 100, 50])
    expect(barLengths([undefined, 0])).toEqual([undefined, 0])
    expect(barLengths([])).toEqual([])
  })
  test('stay within their whole', () => {
    expect([shareOf(1, 4), shareOf(5, 4), shareOf(-1, 4), shareOf(1, 0), shareOf(Number.NaN, 4)]).toEqual([
      25, 100, 0, 0, 0,
    ])
  })
})

test('neighbours of one group run together; a group that comes back starts anew', () => {
  const lines = [{ group: 'A' }, { group: 'A' }, { group: 'B' }, {}, {}, { group: 'A' }]
  expect(groupRuns(lines)).toEqual([
    { group: 'A', from: 0, count: 2 },
    { group: 'B', from: 2, count: 1 },
    { group: undefined, from: 3, count: 2 },
    { group: 'A', from: 5, count: 1 },
  ])
  expect(groupRuns([])).toEqual([])
})

test('errors stand in the order of the fields, those of the whole form first, empty ones not at all', () => {
  const errors = { note: 'Thiếu lý do', '': 'Có người vừa sửa', amount: 'Số tiền quá lớn', day: '' }
  expect(listErrors(errors, ['day', 'amount', 'note'])).toEqual([
    { name: '', text: 'Có người vừa sửa' },
    { name: 'amount', text: 'Số tiền quá lớn' },
    { name: 'note', text: 'Thiếu lý do' },
  ])
})

describe('a file name', () => {
  test.each([
    ['Kinh phí 2025.xlsx', 'Kinh phí 2025.xlsx'],
    ['Quý I/2025: báo cáo.docx', 'Quý I-2025- báo cáo.docx'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['a\u0000b\u202ecod.pdf', 'a-b-cod.pdf'],
    ['   ', 'dai-sen'],
    ['...', 'dai-sen'],
    ['a\n  b.csv', 'a- b.csv'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe)
  })
  test('keeps its ending when it is cut', () => {
    expect(safeFileName(`${'a'.repeat(115)}.xlsx`)).toHaveLength(120)
    const cut = safeFileName(`${'a'.repeat(116)}.xlsx`)
    expect([cut.length, cut.endsWith('a.xlsx')]).toEqual([120, true])
  })
})

test('every state has a shape of its own, told apart without colour', () => {
  const drawn = STATES_WORST_FIRST.map(state => {
    const { path, isFilled, dash } = STATE_SHAPE[state]
    return `${path} ${isFilled} ${dash.join()}`
  })
  expect(new Set(drawn).size).toBe(Object.keys(STATE_SHAPE).length)
})
