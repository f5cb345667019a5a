// The tasks as the page lists, explains and draws them: on the programme as it ships, at days of its life.
import { describe, expect, test } from 'vitest'
import { namedUnit, namedUnits } from '../../../../client/programme/named-unit.ts'
import { isFoundBy, plainText } from '../../../../client/programme/plain-text.ts'
import type { ProgrammeView } from '../../../../client/programme/programme-hooks.tsx'
import { axisOf, placeOn } from '../../../../client/programme/tasks/task-axis.ts'
import { reasonOf } from '../../../../client/programme/tasks/task-reason.ts'
import {
  BOARD_COLUMNS,
  boardOf,
  filterIn,
  filterTasks,
  isFiltering,
  leadsOf,
  taskRows,
} from '../../../../client/programme/tasks/task-rows.ts'
import { TASK_MARKS } from '../../../../shared/programme/task-standing.ts'
import { ask, type Said, setDeadline, setting, stateOn, units, update } from '../../programme/standing-sample.ts'

const viewOn = (day: string, said: readonly Said[] = [], basis: ProgrammeView['basis'] = 'today'): ProgrammeView => ({
  state: stateOn(day, said),
  units,
  day,
  isPast: false,
  asOf: undefined,
  basis,
})
const rowOf = (view: ProgrammeView, id: string) => {
  const row = taskRows(view).find(one => one.id === id)
  if (!row) throw new Error(id)
  return row
}
const reason = (id: string, day: string, said: readonly Said[] = []) => {
  const view = viewOn(day, said)
  return reasonOf(rowOf(view, id).standing, view.state)
}

describe('names of units', () => {
  const now = viewOn('2026-11-25')
  test('of today: the unit that carries on, the same for all that it carries on', () => {
    const name = 'Sở Khoa học và Công nghệ'
    expect(namedUnit(now, 'so-khcn')).toEqual({ key: 'so-khcn-2025', name, formerly: null })
    expect(namedUnit(now, 'so-tttt').key).toBe('so-khcn-2025')
    expect(namedUnits(now, ['so-tttt', 'so-tc', 'so-khcn']).map(({ key }) => key)).toEqual(['so-khcn-2025', 'so-tc'])
  })
  test('of the plan: as the plan has them', () => {
    const plan = viewOn('2026-11-25', [], 'plan')
    expect(namedUnit(plan, 'so-tttt')).toEqual({ key: 'so-tttt', name: 'Sở Thông tin và Truyền thông', formerly: null })
  })
  test('of an abolished level: nobody, and what it was; whoever the setting names once it does', () => {
    expect(namedUnit(now, 'ubnd-huyen')).toEqual({ key: 'ubnd-huyen', name: null, formerly: 'UBND huyện, thành phố' })
    const named = viewOn('2026-11-25', [setting('2026-01-05', 'districtStep', { kind: 'unit', unit: 'so-khcn-2025' })])
    expect(namedUnit(named, 'ubnd-huyen').name).toBe('Sở Khoa học và Công nghệ')
  })
  test('the plan’s own words stand for what is no unit', () => {
    expect(namedUnit(now, 'Các sở, ngành có liên quan').name).toBe('Các sở, ngành có liên quan')
  })
})

describe('finding', () => {
  test('takes text without its marks, each word on its own', () => {
    expect(plainText('  Đề NGHỊ\n của địa phương ')).toBe('de nghi cua dia phuong')
    expect(isFoundBy('nghi de', 'Đề nghị')).toBe(true)
    expect(isFoundBy('đề xuất', 'Đề nghị')).toBe(false)
    expect(isFoundBy('   ', 'bất kỳ')).toBe(true)
  })
  test('narrows by lead, mark and text together; a mark that is none narrows nothing', () => {
    const rows = taskRows(viewOn('2026-11-25'))
    const found = (query: string) => filterTasks(rows, filterIn(new URLSearchParams(query))).map(({ id }) => id)
    expect(found('')).toHaveLength(27)
    expect(found('mark=nonsense')).toHaveLength(27)
    expect(found('text=so tay huong dan')).toEqual(['1.1'])
    expect(found('text=7.5')).toEqual(['7.5'])
    expect(found('lead=ubnd-huyen')).toEqual(['7.1', '7.2', '7.3', '7.4', '7.5'])
    expect(found('mark=overdue&lead=so-nnmt-2025')).toEqual(['2.2', '2.3'])
    expect(found('mark=overdue&lead=so-nnmt-2025&text=ket noi du lieu')).toEqual(['2.2'])
  })
  test('knows whether anything is narrowed', () => {
    expect(isFiltering(filterIn(new URLSearchParams('view=table')))).toBe(false)
    expect(isFiltering(filterIn(new URLSearchParams('text=a')))).toBe(true)
  })
  test('offers each lead once, in the plan’s order', () => {
    expect(leadsOf(taskRows(viewOn('2026-11-25'))).map(({ key }) => key)).toEqual([
      'so-khcn-2025',
      'so-nnmt-2025',
      'so-khdt',
      'so-tc',
      'so-nganh-tieu-chi',
      'ubnd-huyen',
    ])
  })
})

describe('the board', () => {
  test('has a column for every mark, each in one only', () => {
    expect(BOARD_COLUMNS.flatMap(({ marks }) => marks).toSorted()).toEqual([...TASK_MARKS].toSorted())
  })
  test('shows every task once, only columns that hold something, the worst first', () => {
    const rows = taskRows(viewOn('2026-11-25'))
    const board = boardOf(rows)
    expect(board.flatMap(column => column.rows.map(({ id }) => id)).toSorted()).toEqual(
      rows.map(({ id }) => id).toSorted(),
    )
    expect(board.every(column => column.rows.length > 0)).toBe(true)
    expect(board[0]?.key).toBe('overdue')
    expect(board[0]?.rows.map(({ id }) => id)).toEqual(['2.2', '1.1', '2.3', '5.1'])
  })
  test('tells how old the last word is, unknown when there was none', () => {
    const view = viewOn('2026-11-25', [update('2026-11-20', '1.4', 'in-progress')])
    expect(rowOf(view, '1.4')).toMatchObject({ lastOn: '2026-11-20', ageDays: 5 })
    expect(rowOf(view, '1.5')).toMatchObject({ lastOn: null, ageDays: null })
  })
})

describe('why a task stands as it does', () => {
  test.each([
    ['1.1', '2024-06-01', [], 'overdue-day', { due: '31/05/2024', days: 1 }],
    ['1.1', '2024-05-31', [], 'due-today', { due: '31/05/2024' }],
    ['1.1', '2024-05-30', [], 'due-soon', { due: '31/05/2024', days: 1, limit: 30 }],
    ['1.1', '2024-04-30', [], 'on-track-day', { due: '31/05/2024', days: 31 }],
    ['1.1', '2024-06-03', [update('2024-05-31', '1.1', 'done')], 'done-on-time', { due: '31/05/2024' }],
    ['1.1', '2024-06-03', [update('2024-06-02', '1.1', 'done')], 'done-late', { due: '31/05/2024', days: 2 }],
    ['1.1', '2024-06-03', [update('2024-06-02', '1.1', 'stopped')], 'stopped', {}],
    ['2.2', '2024-05-01', [update('2024-04-20', '2.2', 'done')], 'done-then-fresh', { days: 11, limit: 90 }],
    ['2.2', '2024-12-01', [update('2024-04-20', '2.2', 'done')], 'done-then-silent', { days: 225, limit: 90 }],
    ['5.1', '2025-01-10', [], 'overdue-year', { year: 2024, days: 10 }],
    ['5.1', '2025-11-10', [update('2025-03-10', '5.1', 'done', 2025)], 'done-year', { year: 2025 }],
    ['1.4', '2024-06-30', [], 'fresh-never', { days: 90, limit: 90, since: '01/04/2024' }],
    ['1.4', '2024-07-01', [], 'silent-never', { days: 91, limit: 90, since: '01/04/2024' }],
    ['1.4', '2024-07-01', [update('2024-06-30', '1.4', 'in-progress')], 'fresh', { days: 1, limit: 90 }],
    ['1.4', '2025-07-01', [update('2024-06-30', '1.4', 'in-progress')], 'silent', { days: 366, limit: 90 }],
    ['1.3', '2024-07-01', [], 'waiting-request', {}],
    ['1.3', '2024-07-01', [ask('2024-06-30', '1.3', 'a')], 'fresh-request', { days: 1, limit: 90 }],
    ['1.3', '2025-07-01', [ask('2024-06-30', '1.3', 'a')], 'silent-request', { days: 366, limit: 90 }],
    ['6.4', '2024-07-01', [], 'waiting-dossier', {}],
    ['4.1', '2024-07-01', [], 'by-plan', {}],
    ['4.1', '2024-07-01', [update('2024-06-30', '4.1', 'done')], 'done-undated', {}],
    ['7.5', '2024-07-01', [], 'unknown', {}],
  ] as const)('%s on %s', (id, day, said, key, figures) => {
    expect(reason(id, day, said)).toEqual({ key, figures, isUncertain: false })
  })
  test('says so when the day hangs on holidays nobody published', () => {
    const view = viewOn('2026-11-25')
    const { standing } = rowOf(view, '1.1')
    expect(reasonOf({ ...standing, isCertain: false }, view.state).isUncertain).toBe(true)
  })
})

describe('the axis of years', () => {
  const axisOn = (day: string, said: readonly Said[] = []) => {
    const view = viewOn(day, said)
    const { plan, settings } = view.state
    if (!plan) throw new Error('no plan')
    return axisOf(taskRows(view), { plan, dueSoonDays: settings.dueSoonDays, day })
  }
  test('reaches from the plan to its last target, and further when a deadline does', () => {
    expect(axisOn('2026-11-25').years).toEqual([2024, 2025, 2026, 2027, 2028, 2029, 2030])
    const further = axisOn('2026-11-25', [setDeadline('2026-01-05', '4.1', { kind: 'day', day: '2032-03-01' })])
    expect([further.years.at(-1), further.to]).toEqual([2032, '2032-12-31'])
  })
  test('places days in proportion and keeps what lies outside at its ends', () => {
    const axis = { from: '2024-01-01', to: '2024-01-11' }
    expect(
      ['2023-12-31', '2024-01-01', '2024-01-06', '2024-01-11', '2025-01-01'].map(day => placeOn(axis, day)),
    ).toEqual([0, 0, 50, 100, 100])
  })
  test('draws what has a day by its first, and the rest in the plan’s order without one', () => {
    const { dated, undated } = axisOn('2026-11-25')
    expect(dated.map(({ row }) => row.id)).toEqual(['2.2', '1.1', '5.1', '2.3'])
    expect(undated).toHaveLength(23)
    expect(undated.every(({ points, late }) => points.length === 0 && late === null)).toBe(true)
  })
  test('shows when it was done, the last word, and how long it was late', () => {
    const axis = axisOn('2026-11-25', [
      update('2024-06-18', '1.1', 'done'),
      update('2024-06-20', '1.1', 'done'),
      update('2026-11-20', '1.4', 'in-progress'),
    ])
    const lines = [...axis.dated, ...axis.undated]
    const line = (id: string) => lines.find(({ row }) => row.id === id)
    expect(line('1.1')).toMatchObject({
      late: { from: '2024-05-31', to: '2024-06-18' },
      points: [
        { kind: 'due', on: '2024-05-31' },
        { kind: 'done', on: '2024-06-18' },
        { kind: 'last', on: '2024-06-20' },
      ],
    })
    expect(line('2.3')?.late).toEqual({ from: '2025-06-30', to: '2026-11-25' })
    expect(line('1.4')?.points).toEqual([{ kind: 'last', on: '2026-11-20' }])
  })
  test('a task of every year has a mark a year; a past year without a word isn’t called overdue twice', () => {
    const years = (said: readonly Said[]) =>
      axisOn('2026-12-25', said)
        .dated.find(({ row }) => row.id === '5.1')
        ?.points.flatMap(point => (point.kind === 'year' ? [`${point.year} ${point.state}`] : []))
    expect(years([])?.slice(0, 4)).toEqual(['2024 unknown', '2025 overdue', '2026 due-soon', '2027 on-track'])
    expect(years([update('2025-02-01', '5.1', 'done', 2024), update('2026-02-01', '5.1', 'done', 2025)])).toEqual([
      '2024 done',
      '2025 done',
      '2026 due-soon',
      '2027 on-track',
      '2028 on-track',
      '2029 on-track',
      '2030 on-track',
    ])
  })
})
