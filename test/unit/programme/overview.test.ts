import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { type EventDraft, subjectOf } from '../../../shared/programme/event.ts'
import { fundingBy } from '../../../shared/programme/funding-totals.ts'
import { obstacleStandings } from '../../../shared/programme/obstacle-standing.ts'
import {
  MAX_WORST_TASKS,
  programmeOverview,
  REPORTS_BACK_DAYS,
  reportsOfLastYear,
  worstTasks,
} from '../../../shared/programme/overview.ts'
import { recognitions } from '../../../shared/programme/recognition-progress.ts'
import { EMPTY_STATE } from '../../../shared/programme/state.ts'
import { taskStandings } from '../../../shared/programme/task-standing.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import {
  assessed,
  dossierMoved,
  indicator,
  planAdopted,
  planWith,
  recognitionRecorded,
  setChosen,
  setPublished,
  setWith,
  stateAfter,
  villageAdded,
  type Written,
} from './sample-criteria.ts'

const units = unitsById(loadRegistry().units)
const DAY = '2025-05-20'
const MY_DONG = 'old-commune-30058'
const THAP_MUOI = 'district-872'

const dated = (id: string, day: string) =>
  ({ id, lead: 'so-khcn', title: id, partners: [], deadline: { kind: 'day', day }, deadlineText: '' }) as const
const ongoing = (id: string) =>
  ({ id, lead: 'so-khcn', title: id, partners: [], deadline: { kind: 'ongoing' }, deadlineText: '' }) as const
const spoken = (task: string): EventDraft => ({
  type: 'programme.task-updated',
  subject: subjectOf.task(task),
  data: { status: 'in-progress', progress: null, text: '', files: [], unit: 'so-khcn', year: null },
})
const submitted = (unit: string, period: string, on: string): Written => ({
  on,
  draft: {
    type: 'programme.report-submitted',
    subject: subjectOf.report(unit, period),
    data: { unit, period, on, texts: { results: '', difficulties: '', proposals: '', next: '' }, figures: {} },
  },
})
const raised = (id: string, on: string): Written => ({
  on,
  draft: {
    type: 'programme.obstacle-raised',
    subject: subjectOf.obstacle(id),
    data: { kind: 'obstacle', title: '', text: '', unit: THAP_MUOI, village: null, task: null, on },
  },
})
const moved = (id: string, to: 'assigned' | 'resolved', on: string, dueOn: string | null): Written => ({
  on,
  draft: {
    type: 'programme.obstacle-moved',
    subject: subjectOf.obstacle(id),
    data: { to, unit: 'so-khcn', text: '', dueOn, on },
  },
})

const plan = planWith({
  tasks: [
    dated('late', '2025-05-10'),
    dated('later', '2025-04-01'),
    dated('soon', '2025-06-01'),
    ongoing('mute'),
    ongoing('heard'),
  ],
})
const WRITTEN: readonly Written[] = [
  { on: '2024-03-01', draft: planAdopted(plan) },
  { on: '2024-03-01', draft: villageAdded('b', 2, 2025, MY_DONG) },
  { on: '2024-03-01', draft: villageAdded('a', 1, 2024, MY_DONG) },
  {
    on: '2024-03-01',
    draft: setPublished(setWith({ g: [indicator('1'), indicator('2')] }, { validTo: '2025-01-01' })),
  },
  { on: '2024-03-01', draft: setChosen('set-a') },
  { on: '2025-05-01', draft: spoken('heard') },
  { on: '2025-05-01', draft: assessed('b', '1', 'met') },
  { on: '2025-05-02', draft: dossierMoved('b', 'open', '2025-05-02') },
  { on: '2025-05-02', draft: recognitionRecorded('a', { decidedOn: '2025-04-20' }) },
  {
    on: '2025-05-03',
    draft: {
      type: 'programme.funding-planned',
      subject: subjectOf.funding('a', 'central', 2025),
      data: { village: 'a', source: 'central', year: 2025, kind: 'need', amount: 9, note: null },
    },
  },
  submitted(THAP_MUOI, '2024-Q3', '2024-09-15'),
  submitted(THAP_MUOI, '2024-Q4', '2025-01-15'),
  raised('old', '2025-01-10'),
  raised('new', '2025-05-10'),
  raised('gone', '2024-04-01'),
  moved('new', 'assigned', '2025-05-11', '2025-05-15'),
  moved('gone', 'resolved', '2025-05-11', null),
]
const state = stateAfter(WRITTEN)
const overview = programmeOverview(state, units, DAY)

test('an empty programme has an overview that says it knows nothing', () => {
  const empty = programmeOverview(EMPTY_STATE, unitsById([]), DAY)
  const nothing = { amount: null, unknown: 0 }
  expect(empty).toMatchObject({
    villages: [],
    recognition: { villages: 0, recognised: 0, withdrawn: 0, unknown: 0 },
    years: [{ year: 2025, planned: null, actual: null, unknown: null }],
    tasks: null,
    funding: { ofYear: { need: nothing, disbursed: nothing }, all: { rates: { disbursedOfAllocated: null } } },
    reports: { expected: 0, onTimeRate: null },
    obstacles: { open: 0, overdue: 0, oldestDays: null },
    set: null,
    isSetLapsed: false,
    isSimulated: false,
  })
})

test('villages without a set or an assessment have no total and no date', () => {
  const bare = stateAfter([{ on: '2024-03-01', draft: villageAdded('a', 1) }])
  expect(programmeOverview(bare, units, DAY).villages).toEqual([
    {
      id: 'a',
      name: 'Làng a',
      plannedYear: 2024,
      recognition: { kind: 'unknown' },
      counts: { total: null, met: 0, notMet: 0, open: null },
      forecast: { kind: 'no-basis', blocking: null },
      stage: null,
      clock: null,
      isSimulated: false,
    },
  ])
})

test('villages stand in the order of the plan, each with where it is', () =>
  expect(overview.villages).toMatchObject([
    { id: 'a', recognition: { kind: 'recognised', on: '2025-04-20' }, forecast: { kind: 'recognised' }, stage: null },
    {
      id: 'b',
      counts: { total: 2, met: 1, notMet: 0, open: 1 },
      forecast: { kind: 'expected', blocking: { indicator: { indicator: { id: '2' } } } },
      stage: 'open',
      clock: { phase: 'not-started' },
    },
  ]))

test('tasks: counts, and the worst first', () => {
  expect(overview.tasks?.counts).toMatchObject({ overdue: 2, silent: 1, 'due-soon': 1, 'on-track': 1 })
  expect(overview.tasks?.worst.map(({ task }) => task.id)).toEqual(['later', 'late', 'mute'])
})

test(`no more than ${MAX_WORST_TASKS} of the worst`, () => {
  const standingsOf = (count: number) =>
    taskStandings(
      stateAfter([
        {
          on: '2024-03-01',
          draft: planAdopted(
            planWith({ tasks: Array.from({ length: count }, (_, at) => dated(`${at}`, '2025-01-01')) }),
          ),
        },
      ]),
      DAY,
    )
  expect(worstTasks(standingsOf(MAX_WORST_TASKS))).toHaveLength(MAX_WORST_TASKS)
  expect(worstTasks(standingsOf(MAX_WORST_TASKS + 1))).toHaveLength(MAX_WORST_TASKS)
})

describe('reports of the last year', () => {
  test('are those that came or are missing; what is not due yet is not expected', () => {
    // Cut-offs from 2024-05-21: Q2, 6M, Q3, 9M, Q4 and the year of 2024, and Q1 of 2025.
    expect(overview.reports).toEqual({
      expected: 7,
      onTime: 1,
      late: 1,
      missing: 5,
      nobody: 0,
      onTimeRate: 1 / 7,
    })
  })

  test(`reach ${REPORTS_BACK_DAYS} days back, today included`, () => {
    // The cut-off of 2024-Q2 and 2024-6M is 2024-06-14.
    const idsOn = (day: string) => reportsOfLastYear(state, units, day).map(({ period }) => period.id)
    expect(idsOn('2025-06-13')).toContain('2024-Q2')
    expect(idsOn('2025-06-14')).not.toContain('2024-Q2')
  })

  test('that nobody is named for are counted apart once they are due', () => {
    const nobodyOn = (day: string) => programmeOverview(state, units, day).reports.nobody
    // Q3 of 2025 is due on 2025-09-19, with 9M; each for one former district.
    expect(nobodyOn('2025-09-19')).toBe(0)
    expect(nobodyOn('2025-09-20')).toBe(2)
  })
})

test('obstacles: open, past their day, and the oldest open one', () =>
  expect(overview.obstacles).toEqual({ open: 2, overdue: 1, oldestDays: 130 }))

test('a set that is out of force is shown as such', () => {
  expect(overview.isSetLapsed).toBe(true)
  expect(overview.set?.id).toBe('set-a')
  expect(programmeOverview(state, units, '2024-12-31').isSetLapsed).toBe(false)
})

test('every figure is made of what the lists hold', () => {
  expect(overview.recognition.recognised).toBe(
    recognitions(state).filter(({ standing }) => standing.kind === 'recognised').length,
  )
  const reports = reportsOfLastYear(state, units, DAY)
  expect(overview.reports.expected + overview.reports.nobody).toBe(reports.length)
  expect(overview.obstacles.open).toBe(obstacleStandings(state, DAY).filter(({ isOpen }) => isOpen).length)
  expect(fundingBy(state, 'year').map(({ totals }) => totals)).toEqual([overview.funding.all])
  expect(overview.funding).toMatchObject({ year: 2025, ofYear: { need: { amount: 9, unknown: 3 } } })
})

test('one simulated event anywhere marks the whole; a simulated result its village too', () => {
  expect(overview.isSimulated).toBe(false)
  const simulated = { on: '2025-05-12', draft: assessed('a', '2', 'met'), actor: 'simulated:demo' }
  const marked = programmeOverview(stateAfter([...WRITTEN, simulated]), units, DAY)
  expect(marked.isSimulated).toBe(true)
  expect(marked.villages.map(({ id, isSimulated }) => [id, isSimulated])).toEqual([
    ['a', true],
    ['b', false],
  ])
})

test('on any day and after any part of what happened, it can be drawn and its counts add up', () =>
  fc.assert(
    fc.property(
      fc.nat({ max: WRITTEN.length }),
      fc.constantFrom('2023-12-31', '2024-02-29', '2024-06-14', '2025-06-30', '2025-07-01', '2026-11-25', '2032-01-01'),
      (length, day) => {
        const { recognition, tasks, reports, villages } = programmeOverview(
          stateAfter(WRITTEN.slice(0, length)),
          units,
          day,
        )
        expect(recognition.recognised + recognition.withdrawn + recognition.unknown).toBe(recognition.villages)
        expect(recognition.villages).toBe(villages.length)
        expect(reports.onTime + reports.late + reports.missing).toBe(reports.expected)
        if (tasks) expect(Object.values(tasks.counts).reduce((sum, one) => sum + one)).toBe(plan.tasks.length)
        for (const { counts } of villages)
          if (counts.total !== null) expect(counts.met + counts.notMet + (counts.open ?? 0)).toBe(counts.total)
      },
    ),
  ))
