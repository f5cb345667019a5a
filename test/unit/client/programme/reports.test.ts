// The reports of a year as the page lays them out, what may be submitted, and the draft of one.
import { describe, expect, test } from 'vitest'
import { appended, consolidationDraft } from '../../../../client/programme/reports/consolidation-text.ts'
import { NO_TEXTS, refusalsOf, reportChoices } from '../../../../client/programme/reports/report-choices.ts'
import { createReportDrafts, type DraftStorage, draftKey } from '../../../../client/programme/reports/report-draft.ts'
import {
  chosenYear,
  countReports,
  currentPeriods,
  isAnySimulated,
  periodsOf,
  phaseOf,
  reporterRows,
  reportYears,
  standingsOfPeriod,
  standingsOfYear,
} from '../../../../client/programme/reports/report-year.ts'
import { LIMITS } from '../../../../shared/programme/decide-limits.ts'
import { subjectOf } from '../../../../shared/programme/event.ts'
import { periodOf } from '../../../../shared/programme/report-period.ts'
import { type Said, say, setting, stateOn, units } from '../../programme/standing-sample.ts'

const viewOn = (day: string, said: readonly Said[] = []) => ({ state: stateOn(day, said), units, day })
const submit = (on: string, unit: string, period: string): Said =>
  say(on, {
    type: 'programme.report-submitted',
    subject: subjectOf.report(unit, period),
    data: { unit, period, on, texts: { ...NO_TEXTS, results: 'đã làm' }, figures: {} },
  })

describe('years', () => {
  test('run from the plan to the day shown', () => {
    expect(reportYears(viewOn('2024-05-01'))).toEqual([2024])
    expect(reportYears(viewOn('2026-11-25'))).toEqual([2024, 2025, 2026])
  })
  test('the newest stands for one that isn’t there', () => {
    expect(['2025', '2023', 'x', null].map(asked => chosenYear(asked, [2024, 2025, 2026]))).toEqual([
      2025, 2026, 2026, 2026,
    ])
  })
})

describe('a year', () => {
  const view = viewOn('2026-11-25', [
    submit('2025-03-14', 'district-872', '2025-Q1'),
    submit('2025-03-24', 'district-866', '2025-Q1'),
  ])
  test('has one row for a district and for the duty nobody took over from it', () => {
    const standings = standingsOfYear(view, 2025)
    const rows = reporterRows(standings)
    expect(rows).toHaveLength(6)
    expect(periodsOf(standings).map(({ id }) => id)).toEqual([
      '2025-Q1',
      '2025-Q2',
      '2025-6M',
      '2025-Q3',
      '2025-9M',
      '2025-Q4',
      '2025-Y',
    ])
    const row = rows.find(({ id }) => id === 'district-872')
    expect(row).toMatchObject({ unit: 'district-872', isOrphaned: true })
    expect([...(row?.cells.values() ?? [])].map(({ mark }) => mark)).toEqual([
      'on-time',
      'missing',
      'missing',
      'nobody',
      'nobody',
      'nobody',
      'nobody',
    ])
  })
  test('counts what was owed; what nobody was named for isn’t owed', () => {
    expect(countReports(standingsOfYear(view, 2025))).toEqual({
      expected: 18,
      received: 2,
      onTime: 1,
      missing: 16,
      nobody: 24,
    })
    expect(countReports(standingsOfYear(view, 2026))).toMatchObject({ expected: 0, nobody: 42 })
  })
  test('has no period from before the plan', () => {
    expect(periodsOf(standingsOfYear(view, 2024)).map(({ id }) => id)).not.toContain('2024-Q1')
  })
  test('is marked when a simulated field made something of it up', () => {
    const standings = standingsOfYear(view, 2025)
    expect(isAnySimulated(view, standings)).toBe(false)
    const reports = new Map(view.state.reports)
    const [first] = reports
    if (!first) throw new Error('no report')
    reports.set(first[0], { ...first[1], by: 'simulated:Ai đó' })
    const simulated = { state: { ...view.state, reports } }
    expect([isAnySimulated(simulated, standings), isAnySimulated(simulated, [])]).toEqual([true, false])
  })
  test('one period is that part of it', () => {
    const period = periodOf('2025-Q1', view.state.settings)
    if (!period) throw new Error('2025-Q1')
    expect(
      standingsOfPeriod(view, period)
        .map(({ mark }) => mark)
        .toSorted(),
    ).toEqual(['late', 'missing', 'missing', 'missing', 'missing', 'on-time'])
  })
})

describe('the current period', () => {
  const currentOn = (day: string) => currentPeriods(viewOn('2026-11-25').state, day)
  test('is what is due next, several where they are due on one day', () => {
    expect(currentOn('2026-11-25')).toMatchObject({ cutoff: '2026-12-14', dueOn: '2026-12-19', daysLeft: 24 })
    expect(currentOn('2026-11-25')?.periods.map(({ id }) => id)).toEqual(['2026-Q4', '2026-Y'])
  })
  test('stays through its due day, then the next one comes', () => {
    expect(currentOn('2026-12-19')).toMatchObject({ dueOn: '2026-12-19', daysLeft: 0 })
    expect(currentOn('2026-12-20')?.periods.map(({ id }) => id)).toEqual(['2027-Q1'])
  })
  test('there is none when no report is asked for', () => {
    const { state } = viewOn('2026-11-25', [setting('2026-01-05', 'reportSpans', [])])
    expect(currentPeriods(state, '2026-11-25')).toBeUndefined()
  })
  test.each([
    ['2026-12-13', { kind: 'coming', days: 1 }],
    ['2026-12-14', { kind: 'collecting', days: 5 }],
    ['2026-12-18', { kind: 'collecting', days: 1 }],
    ['2026-12-19', { kind: 'lastDay' }],
    ['2026-12-20', { kind: 'over', days: 1 }],
  ] as const)('on %s', (day, phase) => {
    expect(phaseOf({ cutoff: '2026-12-14', dueOn: '2026-12-19' }, day)).toEqual(phase)
  })
})

describe('what may be submitted', () => {
  const ids = (day: string, said: readonly Said[] = []) =>
    reportChoices(viewOn(day, said)).map(({ unit, period }) => `${unit} ${period.id}`)
  test('is every closed period of those who owed it, the newest first, but none twice', () => {
    expect(ids('2024-06-13')).toEqual([])
    const open = ids('2024-09-14')
    expect(open).toHaveLength(24)
    expect(open[0]).toMatch(/2024-9M$/)
    const fewer = ids('2024-09-14', [submit('2024-09-14', 'district-872', '2024-Q3')])
    expect(open.filter(id => !fewer.includes(id))).toEqual(['district-872 2024-Q3'])
  })
  test('is no period that has nobody, until somebody is named', () => {
    expect(ids('2026-11-25').filter(id => id.includes('2026'))).toEqual([])
    const named = ids('2026-11-25', [setting('2026-01-05', 'districtStep', { kind: 'commune' })])
    expect(named.filter(id => id.endsWith('2026-Q3'))).toHaveLength(9)
  })
  test('must say what was done, within the limit; the other parts may be empty', () => {
    const view = viewOn('2024-09-14')
    const [choice] = reportChoices(view)
    if (!choice) throw new Error('nothing to submit')
    const fields = (results: string, next = '') =>
      refusalsOf(view, choice, { ...NO_TEXTS, results, next }).map(({ field }) => field)
    expect(fields('đã làm')).toEqual([])
    expect(fields('  ')).toEqual(['texts.results'])
    expect(fields('a'.repeat(LIMITS.text.max))).toEqual([])
    expect(fields('a'.repeat(LIMITS.text.max + 1), 'b'.repeat(LIMITS.text.max + 1))).toEqual([
      'texts.results',
      'texts.next',
    ])
  })
})

describe('a draft', () => {
  const storageOf = (held = new Map<string, string>()) => ({
    held,
    storage: (): DraftStorage => ({
      getItem: key => held.get(key) ?? null,
      setItem: (key, value) => void held.set(key, value),
      removeItem: key => void held.delete(key),
    }),
  })
  const written = { ...NO_TEXTS, results: 'đang viết' }
  test('comes back for its unit and period, and for no other', () => {
    const drafts = createReportDrafts(storageOf().storage)
    drafts.keep('district-872', '2025-Q1', written)
    expect(drafts.read('district-872', '2025-Q1')).toEqual(written)
    expect(drafts.read('district-872', '2025-Q2')).toBeUndefined()
    expect(drafts.read('district-866', '2025-Q1')).toBeUndefined()
  })
  test('is gone once it is sent, and when everything was taken out of it', () => {
    const { held, storage } = storageOf()
    const drafts = createReportDrafts(storage)
    drafts.keep('a', '2025-Q1', written)
    drafts.forget('a', '2025-Q1')
    drafts.keep('b', '2025-Q1', written)
    drafts.keep('b', '2025-Q1', { ...NO_TEXTS, next: '  ' })
    expect(held.size).toBe(0)
  })
  test.each(['{', '[]', '3', '{"results":5}', '{"results":"  "}'])('damaged as %j is none', text => {
    const { storage } = storageOf(new Map([[draftKey('a', '2025-Q1'), text]]))
    expect(createReportDrafts(storage).read('a', '2025-Q1')).toBeUndefined()
  })
  test('in storage that is forbidden is none, and writing goes on', () => {
    const drafts = createReportDrafts(() => {
      throw new Error('forbidden')
    })
    expect(() => drafts.keep('a', '2025-Q1', written)).not.toThrow()
    expect(drafts.read('a', '2025-Q1')).toBeUndefined()
  })
})

test('a consolidated text begins with what each unit wrote', () => {
  const reports = [
    { unit: 'a', texts: { ...NO_TEXTS, results: ' Xong. ', proposals: 'Xin vốn.', next: 'Làm tiếp.' } },
    { unit: 'b', texts: NO_TEXTS },
  ]
  expect(consolidationDraft(reports, unit => `Huyện ${unit}`)).toBe('Huyện a: Xong. Xin vốn.')
  expect([appended('', 'x'), appended('đầu\n', 'x'), appended('đầu', '')]).toEqual(['x', 'đầu\nx', 'đầu'])
})
