// The programme's lists: every row is what its schema promises, unknown stays unknown, words and names are as asked for.
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { DOSSIERS, INDICATORS } from '../../../server/programme/lists/assessment-lists.ts'
import { CRITERIA_SETS, comparisonList } from '../../../server/programme/lists/criteria-lists.ts'
import { FUNDING, SUPERVISION } from '../../../server/programme/lists/funding-lists.ts'
import { csvOf, type List, type ListView, sheetOf } from '../../../server/programme/lists/list.ts'
import { OBSTACLES, RECORDS } from '../../../server/programme/lists/obstacle-lists.ts'
import { overviewPage, villagePage, villagesGeoJson } from '../../../server/programme/lists/pages.ts'
import { CONSOLIDATIONS, REPORTS, TIMELINESS } from '../../../server/programme/lists/report-lists.ts'
import { CALENDAR, SETTINGS } from '../../../server/programme/lists/setting-lists.ts'
import { MILESTONES, TASKS } from '../../../server/programme/lists/task-lists.ts'
import { VILLAGES } from '../../../server/programme/lists/village-lists.ts'
import { subjectOf } from '../../../shared/programme/event.ts'
import { overviewReplySchema, villagePageSchema, villagesGeoJsonSchema } from '../../../shared/programme/page-schema.ts'
import * as villageRows from '../../../shared/programme/village-row-schema.ts'
import * as workRows from '../../../shared/programme/work-row-schema.ts'
import { DEMO_SET, DRAFTS, stateWith, TODAY, VILLAGE, viewWith } from './lists-sample.ts'
import { stateOn } from './standing-sample.ts'

const view = viewWith()
const official = view.state.criteriaSets.get('qd-384-2023')
if (!official) throw new Error('the official set is missing')

/** A list without the type of its rows, which its schema knows as well. */
const checked = <Row>(name: string, list: List<Row>, schema: z.ZodObject) => ({
  name,
  schema,
  columns: list.columns.map(({ key, vi, en }) => ({ key, vi, en })),
  rowsOf: (of: ListView): readonly unknown[] => list.rowsOf(of),
  csvOf: (of: ListView) => csvOf(list, list.rowsOf(of), 'en'),
  sheetOf: (of: ListView) => sheetOf(list, list.rowsOf(of), 'vi'),
})
const LISTS = [
  checked('villages', VILLAGES, villageRows.villageRowSchema),
  checked('criteria-sets', CRITERIA_SETS, villageRows.criteriaSetRowSchema),
  checked('compare', comparisonList(official, DEMO_SET), villageRows.comparisonRowSchema),
  checked('indicators', INDICATORS, villageRows.indicatorRowSchema),
  checked('dossiers', DOSSIERS, villageRows.dossierRowSchema),
  checked('tasks', TASKS, workRows.taskRowSchema),
  checked('milestones', MILESTONES, workRows.milestoneRowSchema),
  checked('funding', FUNDING, workRows.fundingRowSchema),
  checked('supervision', SUPERVISION, workRows.supervisionRowSchema),
  checked('reports', REPORTS, workRows.reportRowSchema),
  checked('consolidations', CONSOLIDATIONS, workRows.consolidationRowSchema),
  checked('timeliness', TIMELINESS, workRows.timelinessRowSchema),
  checked('obstacles', OBSTACLES, workRows.obstacleRowSchema),
  checked('records', RECORDS, workRows.recordRowSchema),
  checked('calendar', CALENDAR, workRows.calendarRowSchema),
  checked('settings', SETTINGS, workRows.settingRowSchema),
].map(list => [list.name, list] as const)

describe.each(LISTS)('%s', (name, list) => {
  // Reports were the districts': units owe them on the day the plan still had them.
  const seen = name === 'timeliness' ? viewWith(stateWith(), 'today', '2025-02-01') : view
  const rows = list.rowsOf(seen)

  test('has rows, each as the schema promises', () => {
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) list.schema.parse(row)
  })

  test('has columns for things its rows have, each once', () => {
    const keys = list.columns.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) expect(Object.keys(list.schema.shape)).toContain(key)
  })

  test('says in both languages what each column is, no two alike', () => {
    for (const language of ['vi', 'en'] as const) {
      const titles = list.columns.map(column => column[language])
      expect(titles.every(title => title.trim() !== '')).toBe(true)
      expect(new Set(titles).size).toBe(titles.length)
    }
  })

  test('gives the same lines in CSV and Excel', () => {
    const sheet = list.sheetOf(seen)
    expect(sheet.rows).toHaveLength(rows.length)
    expect(sheet.rows.every(cells => cells.length === list.columns.length)).toBe(true)
    expect(list.csvOf(seen).split('\r\n').length).toBeGreaterThan(rows.length)
  })

  test('is empty for an empty programme, or says its defaults', () => {
    const empty = viewWith({ ...stateWith(), ...emptied() })
    expect(list.rowsOf(empty)).toHaveLength(name === 'settings' ? 9 : name === 'compare' ? rows.length : 0)
  })
})

function emptied() {
  const none = new Map<never, never>()
  return {
    plan: null,
    calendar: none,
    villages: none,
    criteriaSets: none,
    results: none,
    dossiers: none,
    tasks: none,
    planMilestones: none,
    funding: none,
    supervision: none,
    reports: none,
    consolidations: none,
    obstacles: none,
    records: none,
  }
}

describe('unknown', () => {
  test('money that nobody wrote down is null in a row and empty in CSV and Excel, not zero', () => {
    const row = FUNDING.rowsOf(view).find(({ village, year }) => village !== VILLAGE && year === 2026)
    if (!row) throw new Error('no such row')
    expect(row).toMatchObject({ need: null, allocated: null, disbursed: null, settled: null })
    const [, line = ''] = csvOf(FUNDING, [row], 'vi').split('\r\n')
    expect(line).toContain(',2026,,,,,0,0,,Không')
    const at = FUNDING.columns.findIndex(({ key }) => key === 'need')
    expect(sheetOf(FUNDING, [row], 'vi').rows[0]?.[at]).toBeNull()
  })

  test('a set whose indicators are not at hand says nothing of what is met', () => {
    const row = VILLAGES.rowsOf(viewWith(stateOn(TODAY))).find(({ id }) => id === VILLAGE)
    expect(row).toMatchObject({ set: 'qd-384-2023', met: null, notMet: null, open: null, total: null })
    const overview = overviewPage(viewWith(stateOn(TODAY)))
    expect(overview.villages[0]).toMatchObject({ met: null, notMet: null, total: null })
  })

  test('a set that is known counts, zero included', () => {
    const rows = VILLAGES.rowsOf(view)
    expect(rows.find(({ id }) => id === VILLAGE)).toMatchObject({ met: 1, notMet: 1, total: 27 })
    expect(rows.find(({ id }) => id !== VILLAGE)).toMatchObject({ met: 0, notMet: 0, open: 27 })
  })
})

describe('names', () => {
  test('of units are the plan’s or those of the day', () => {
    const lead = (basis: 'plan' | 'today') =>
      TASKS.rowsOf(viewWith(stateWith(), basis)).find(row => row.lead === 'so-nnptnt')?.leadName
    expect(lead('plan')).toBe('Sở Nông nghiệp và Phát triển nông thôn')
    expect(lead('today')).toBe('Sở Nông nghiệp và Môi trường')
  })

  test('of the districts are nobody’s today, and there in the plan', () => {
    const step = (basis: 'plan' | 'today') =>
      VILLAGES.rowsOf(viewWith(stateWith(), basis)).find(({ id }) => id === VILLAGE)
    expect(step('today')).toMatchObject({ districtStep: null, districtStepName: null })
    expect(step('plan')?.districtStepName).toMatch(/^(Huyện|UBND huyện)/i)
  })

  test('are words in the language asked for', () => {
    const rows = TASKS.rowsOf(view).filter(({ id }) => id === '1.1')
    expect(csvOf(TASKS, rows, 'vi')).toContain('hoàn thành')
    expect(csvOf(TASKS, rows, 'en')).toContain('Standing')
    expect(csvOf(TASKS, rows, 'en')).not.toContain('hoàn thành')
  })

  test('of years are never grouped, days are days, texts never formulas', () => {
    const sheet = sheetOf(VILLAGES, VILLAGES.rowsOf(view), 'vi')
    const column = (key: string) => VILLAGES.columns.findIndex(one => one.key === key)
    expect(sheet.rows[0]?.[column('plannedYear')]).toMatch(/^20\d\d$/)
    expect(csvOf(TASKS, TASKS.rowsOf(view), 'vi')).toContain("'=Đã ban hành")
    const reported = sheet.rows.map(row => row[column('recognisedOn')]).find(cell => cell !== null)
    expect(reported).toEqual({ date: '2025-05-20' })
  })

  test('instants are the province’s time', () => {
    expect(csvOf(RECORDS, RECORDS.rowsOf(view), 'vi')).toContain('2026-11-24 12:00')
  })
})

describe('simulated', () => {
  test('marks what a simulated field wrote, and only that', () => {
    const simulated = viewWith(stateWith('simulated:kịch bản'))
    expect(RECORDS.rowsOf(simulated).map(row => row.isSimulated)).toEqual([true])
    expect(RECORDS.rowsOf(view).map(row => row.isSimulated)).toEqual([false])
    const villages = VILLAGES.rowsOf(simulated)
    expect(villages.filter(row => row.isSimulated).map(({ id }) => id)).toEqual([VILLAGE])
    expect(overviewPage(simulated).isSimulated).toBe(true)
    expect(overviewPage(view).isSimulated).toBe(false)
  })
})

describe('pages', () => {
  const head = { day: TODAY, basis: 'today', lastId: view.state.lastId } as const

  test('the overview and a village are as their schemas promise', () => {
    overviewReplySchema.parse({ ...head, ...overviewPage(view) })
    const village = view.state.villages.get(VILLAGE)
    if (!village) throw new Error(VILLAGE)
    const page = villagePageSchema.parse({ ...head, ...villagePage(view, village) })
    expect(page.indicators).toHaveLength(27)
    expect(page.dossiers[0]?.moves).toHaveLength(1)
    expect(page.obstacles.map(({ id }) => id)).toEqual(['duong-truyen'])
    expect(page.funding.every(row => row.village === VILLAGE)).toBe(true)
    // The province's note isn't the village's.
    expect(page.supervision).toEqual([])
  })

  test('GeoJSON has a point for each village with its id, null where nobody knows the place', () => {
    const added = stateWith(undefined, [
      ...DRAFTS,
      {
        type: 'programme.village-added',
        subject: subjectOf.village('lang-moi'),
        data: { name: 'Làng mới', order: 99, plannedYear: 2027, links: [], centre: null, source: 'để thử' },
      },
    ])
    const { features } = villagesGeoJsonSchema.parse({ ...villagesGeoJson(viewWith(added)), ...head })
    expect(features).toHaveLength(10)
    expect(features.at(-1)).toMatchObject({ id: 'lang-moi', geometry: null })
    for (const { geometry } of features.slice(0, -1)) {
      expect(geometry?.coordinates[0]).toBeGreaterThan(105)
      expect(geometry?.coordinates[1]).toBeLessThan(11)
    }
  })
})

test('two sets side by side: what was removed comes last, new ones are in the order of the later set', () => {
  const [first, ...others] = DEMO_SET.groups
  if (!first) throw new Error('no group')
  const without = { ...DEMO_SET, id: 'ngan', groups: others }
  const forth = comparisonList(DEMO_SET, without).rowsOf(view)
  expect(new Set(forth.map(({ change }) => change))).toEqual(new Set(['same', 'removed']))
  expect(forth.at(-1)).toMatchObject({ change: 'removed', after: null, mayCarryOver: false })
  const back = comparisonList(without, DEMO_SET).rowsOf(view)
  expect(back[0]).toMatchObject({ change: 'added', before: null, after: '1.1' })
  expect(back.map(({ after }) => after)).toEqual(
    comparisonList(DEMO_SET, DEMO_SET)
      .rowsOf(view)
      .map(({ after }) => after),
  )
})

test('the matrix of 300 villages × 27 indicators is made in well under a second', () => {
  const villages = Array.from({ length: 300 }, (_, index) => ({
    type: 'programme.village-added' as const,
    subject: subjectOf.village(`lang-${index}`),
    data: { name: `Làng ${index}`, order: 100 + index, plannedYear: 2027, links: [], centre: null, source: 'để thử' },
  }))
  const large = viewWith(stateWith(undefined, [...DRAFTS, ...villages]))
  const startedAt = performance.now()
  const rows = INDICATORS.rowsOf(large)
  const tookMs = performance.now() - startedAt
  expect(rows).toHaveLength(309 * 27)
  process.stdout.write(`indicators of 309 villages × 27: ${tookMs.toFixed(1)} ms\n`)
  expect(tookMs).toBeLessThan(1_000)
})
