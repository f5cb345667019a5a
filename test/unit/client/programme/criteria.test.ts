// The matrix of villages and indicators: what the address asks for, rows and columns after filters, cells, steps, sets compared.
import { createInstance, type TFunction } from 'i18next'
import { describe, expect, test } from 'vitest'
import { cellParameter, cellPlaceOf } from '../../../../client/programme/criteria/cell-place.ts'
import { cellSteps, stepToTake } from '../../../../client/programme/criteria/cell-steps.ts'
import { cellOf, outcomeSign, stepNumber } from '../../../../client/programme/criteria/cell-words.ts'
import { sideBySide } from '../../../../client/programme/criteria/comparison-lines.ts'
import { criteriaChoice, isFiltered, type MatrixFilter } from '../../../../client/programme/criteria/matrix-choice.ts'
import { matrixLines, ownerKey, ownersOf } from '../../../../client/programme/criteria/matrix-lines.ts'
import { en } from '../../../../client/programme/words/en.ts'
import { vi } from '../../../../client/programme/words/vi.ts'
import { indicatorStandings } from '../../../../shared/programme/assessment-standing.ts'
import { ASSESSMENT_STEPS } from '../../../../shared/programme/facts.ts'
import { assessed, indicator, setChosen, setPublished, setWith } from '../../programme/sample-criteria.ts'
import { move, type Said, say, stateOn, units } from '../../programme/standing-sample.ts'

const DAY = '2026-11-25'
const words = createInstance()
void words.init({
  lng: 'vi',
  defaultNS: 'programme',
  resources: { vi: { programme: vi }, en: { programme: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
})
const t: TFunction<'programme'> = words.getFixedT('vi', 'programme')

const set = setWith(
  {
    ha: [
      indicator('1.1', { title: 'Đường truyền cáp quang', owner: 'so-tttt' }),
      indicator('1.2', { title: 'Wi-Fi nhà văn hóa', owner: 'so-khcn' }),
    ],
    dich: [indicator('2.1', { title: 'Hồ sơ sức khỏe', owner: 'so-yt' }), indicator('2.2', { title: 'Khác' })],
  },
  { id: 'qd-384-2023' },
)
const result = (village: string, id: string, outcome: 'met' | 'not-met') =>
  say('2026-05-01', assessed(village, id, outcome, 'self', set.id))
const said: readonly Said[] = [
  say('2024-01-02', setPublished(set)),
  say('2024-01-02', setChosen(set.id)),
  result('my-dong', '1.1', 'met'),
  result('my-dong', '1.2', 'met'),
  result('my-dong', '2.1', 'not-met'),
  result('an-nhon', '1.1', 'met'),
]
const view = { state: stateOn(DAY, said), units, day: DAY, basis: 'today' } as const
const NOTHING: MatrixFilter = {
  group: undefined,
  owner: undefined,
  outcome: undefined,
  village: undefined,
  text: '',
}
const linesOf = (filter: Partial<MatrixFilter> = {}, order: 'plan' | 'best' | 'worst' = 'plan') =>
  matrixLines(view, set, { ...NOTHING, ...filter }, order)
const columnsOf = (filter: Partial<MatrixFilter>) => linesOf(filter).indicators.map(one => one.indicator.id)
const rowsOf = (filter: Partial<MatrixFilter> = {}, order: 'plan' | 'best' | 'worst' = 'plan') =>
  linesOf(filter, order).villages.map(({ village }) => village.id)

describe('what an address asks for', () => {
  test('is read part by part', () => {
    const choice = criteriaChoice(
      new URLSearchParams('view=list&order=worst&set=x&group=ha&owner=so-yt&outcome=none&village=an-nhon&q=wifi'),
    )
    expect(choice).toEqual({
      view: 'list',
      order: 'worst',
      set: 'x',
      group: 'ha',
      owner: 'so-yt',
      outcome: 'none',
      village: 'an-nhon',
      text: 'wifi',
    })
    expect(isFiltered(choice)).toBe(true)
  })
  test('named wrongly is left out', () => {
    const choice = criteriaChoice(new URLSearchParams('view=x&order=x&outcome=x&group='))
    expect(choice).toMatchObject({ view: 'matrix', order: 'plan', outcome: undefined, group: undefined, text: '' })
    expect(isFiltered(choice)).toBe(false)
  })
  test('a cell survives the address, whatever the indicator is called', () => {
    const place = { village: 'tan-thuan-tay', indicator: 'A_1.2-b' }
    expect(cellPlaceOf(cellParameter(place.village, place.indicator))).toEqual(place)
  })
  test.each([null, '', '_1', 'village_', 'village'])('%j is no cell', parameter => {
    expect(cellPlaceOf(parameter)).toBeUndefined()
  })
})

describe('rows and columns', () => {
  test('without filters are all of them, counted', () => {
    expect(linesOf().villages).toHaveLength(9)
    expect(columnsOf({})).toEqual(['1.1', '1.2', '2.1', '2.2'])
    expect(linesOf().villages[0]).toMatchObject({ village: { id: 'my-dong' }, counts: { met: 2, total: 4 } })
  })
  test('by group, owner, text and village', () => {
    expect(columnsOf({ group: 'dich' })).toEqual(['2.1', '2.2'])
    expect(columnsOf({ owner: 'so-yt' })).toEqual(['2.1'])
    expect(columnsOf({ owner: 'none' })).toEqual(['2.2'])
    expect(columnsOf({ text: 'duong truyen' })).toEqual(['1.1'])
    expect(columnsOf({ text: '2.2' })).toEqual(['2.2'])
    expect(rowsOf({ village: 'an-nhon' })).toEqual(['an-nhon'])
  })
  test('departments that are one today are one owner; by the plan they are two', () => {
    expect(ownersOf(view, set)).toEqual(['so-khcn-2025', 'so-yt', 'none'])
    expect(ownersOf({ ...view, basis: 'plan' }, set)).toEqual(['so-tttt', 'so-khcn', 'so-yt', 'none'])
    expect(columnsOf({ owner: ownerKey(view, 'so-tttt') })).toEqual(['1.1', '1.2'])
  })
  test('by outcome only rows, columns and cells that have it stay; the counts stay what they are', () => {
    const lines = linesOf({ outcome: 'not-met' })
    expect(lines.villages).toMatchObject([{ village: { id: 'my-dong' }, counts: { met: 2, total: 4 } }])
    expect(lines.indicators.map(one => one.indicator.id)).toEqual(['2.1'])
    expect(lines.standingOf('my-dong', '2.1')?.outcome).toBe('not-met')
    expect(lines.standingOf('my-dong', '1.1')).toBeUndefined()
  })
  test('not assessed is an outcome to ask for', () => {
    const lines = linesOf({ outcome: 'none', village: 'my-dong' })
    expect(lines.indicators.map(one => one.indicator.id)).toEqual(['2.2'])
  })
  test('villages by what they meet; equal ones in the plan’s order', () => {
    const plan = rowsOf()
    expect(rowsOf({}, 'best').slice(0, 2)).toEqual(['my-dong', 'an-nhon'])
    expect(rowsOf({}, 'worst').slice(-2)).toEqual(['an-nhon', 'my-dong'])
    const zero = plan.filter(id => id !== 'my-dong' && id !== 'an-nhon')
    expect(rowsOf({}, 'worst').slice(0, 7)).toEqual(zero)
    expect(rowsOf({}, 'best').slice(2)).toEqual(zero)
  })
  test('say whether anything shown is simulated', () => {
    expect(linesOf().isSimulated).toBe(false)
    const results = new Map(
      [...view.state.results].map(([key, one]) => {
        const { self } = one.steps
        return [key, { ...one, steps: self ? { self: { ...self, by: 'simulated:x' } } : {} }] as const
      }),
    )
    const simulated = { ...view, state: { ...view.state, results } }
    expect(matrixLines(simulated, set, NOTHING, 'plan').isSimulated).toBe(true)
    expect(matrixLines(simulated, set, { ...NOTHING, village: 'phu-cuong' }, 'plan').isSimulated).toBe(false)
  })
})

describe('a cell', () => {
  const standingOf = (id: string) => {
    const found = indicatorStandings(view.state, 'my-dong', set).find(one => one.indicator.indicator.id === id)
    if (!found) throw new Error(id)
    return found
  }
  test('says outcome, step and day', () => {
    expect(cellOf(t, standingOf('2.1'))).toEqual({
      mark: 'late',
      label: '1',
      words: 'Chưa đạt, Tự đánh giá ngày 01/05/2026',
    })
  })
  test('that nobody assessed has neither sign of met nor of not met', () => {
    expect(cellOf(t, standingOf('2.2'))).toEqual({ mark: 'unknown', words: 'Chưa đánh giá' })
  })
  test('signs and numbers of steps', () => {
    expect([outcomeSign('met'), outcomeSign('not-met'), outcomeSign(null)]).toEqual(['done', 'late', 'unknown'])
    expect(ASSESSMENT_STEPS.map(stepNumber)).toEqual([1, 2, 3, 4, 5])
  })
})

describe('the steps of a cell', () => {
  const results = indicatorStandings(view.state, 'my-dong', set)[0]?.steps ?? {}
  test('are those taken now, and one that left a result before it was dropped', () => {
    expect(cellSteps(['department', 'recognition'], results)).toMatchObject([
      { step: 'self', isOff: true, result: { outcome: 'met' } },
      { step: 'department', isOff: false, result: null },
      { step: 'recognition', isOff: false, result: null },
    ])
  })

  const subject = { village: 'my-dong', set: set.id, indicator: '1.1' }
  const stepFor = (unit: string, more: readonly Said[] = [], steps = results) =>
    stepToTake({ state: stateOn(DAY, [...said, ...more]), units, today: DAY }, { name: 'Lan', unit }, subject, steps)
  const complete = [
    move('2026-11-02', 'my-dong', 'open'),
    move('2026-11-03', 'my-dong', 'submitted'),
    move('2026-11-04', 'my-dong', 'complete'),
  ]
  test('a commune begins with its own', () => {
    expect(stepFor('commune-30055', [], {})).toBe('self')
    expect(stepFor('commune-30055')).toBe('self')
  })
  test('a department with the appraisal, once the dossier is whole', () => {
    expect(stepFor('so-khcn-2025', complete)).toBe('department')
  })
  test('before that nothing is its own to take first, so it is what the lead may correct', () => {
    expect(stepFor('so-khcn-2025')).toBe('self')
  })
  test('nobody said who enters: the step whose turn it is', () => {
    expect(stepFor('', complete)).toBe('department')
    expect(stepFor('', [], {})).toBe('self')
  })
})

describe('two sets side by side', () => {
  const after = setWith(
    {
      ha: [
        indicator('1.1', { title: 'Đường truyền cáp quang', owner: 'so-yt' }),
        indicator('1.3', { title: 'Wi-Fi nhà văn hóa', owner: 'so-khcn', target: { kind: 'text', text: 'có' } }),
        indicator('1.4', { title: 'Mới' }),
      ],
      dich: [indicator('2.2', { title: 'Khác' })],
    },
    { id: 'set-b' },
  )
  const compared = sideBySide(set, after)
  test('stand in the order of the later one; what was dropped comes last', () => {
    expect(compared.lines.map(({ key, change, fields }) => [key, change, fields])).toEqual([
      ['1.1:1.1', 'changed', ['owner']],
      ['1.2:1.3', 'changed', ['target']],
      [':1.4', 'added', []],
      ['2.2:2.2', 'same', []],
      ['2.1:', 'removed', []],
    ])
    expect(compared.counts).toEqual({ same: 1, changed: 2, added: 1, removed: 1 })
  })
  test('results of an indicator with another target aren’t carried over', () => {
    expect(compared.pairs).toEqual([
      { from: '1.1', to: '1.1' },
      { from: '2.2', to: '2.2' },
    ])
  })
})
