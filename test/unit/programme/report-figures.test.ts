import { describe, expect, test } from 'vitest'
import { loadRegistry } from '../../../server/registry/seed.ts'
import { type EventDraft, subjectOf } from '../../../shared/programme/event.ts'
import type { Settings } from '../../../shared/programme/facts.ts'
import { REPORT_FIGURES, reportFigures, reportScope } from '../../../shared/programme/report-figures.ts'
import { periodOf, type ReportPeriod } from '../../../shared/programme/report-period.ts'
import { DEFAULT_SETTINGS, EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import { unitsById } from '../../../shared/programme/units.ts'
import {
  assessed,
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
const THAP_MUOI = 'district-872'
const period = (id: string): ReportPeriod => {
  const found = periodOf(id, DEFAULT_SETTINGS)
  if (!found) throw new Error(id)
  return found
}
const on = '2024-05-01'

const plan = planWith({
  tasks: [
    {
      id: '1.1',
      lead: 'so-khcn',
      title: '',
      partners: [],
      deadline: { kind: 'day', day: '2024-06-01' },
      deadlineText: '',
    },
    {
      id: '7.1',
      lead: 'ubnd-huyen',
      title: '',
      partners: [],
      deadline: { kind: 'day', day: '2024-06-01' },
      deadlineText: '',
    },
    { id: '7.2', lead: 'ubnd-huyen', title: '', partners: [], deadline: { kind: 'ongoing' }, deadlineText: '' },
  ],
  groups: { 'ubnd-huyen': [THAP_MUOI, 'district-871'] },
})
/** A village in the commune of the plan, and from 2025-07-01 in today's. */
const added = (id: string, order: number, old: string, now: string): Written => {
  const draft = villageAdded(id, order)
  if (draft.type !== 'programme.village-added') throw new Error('not a village')
  const links = [
    { unit: old, from: null, to: '2025-07-01' },
    { unit: now, from: '2025-07-01', to: null },
  ]
  return { on, draft: { ...draft, data: { ...draft.data, links } } }
}
const money = (village: string, kind: 'allocated' | 'need', amount: number): EventDraft => ({
  type: 'programme.funding-planned',
  subject: subjectOf.funding(village, 'central', 2024),
  data: { village, source: 'central', year: 2024, kind, amount, note: null },
})
const raised = (id: string, unit: string, village: string | null): EventDraft => ({
  type: 'programme.obstacle-raised',
  subject: subjectOf.obstacle(id),
  data: { kind: 'obstacle', title: '', text: '', unit, village, task: null, on },
})
const moved = (id: string, to: 'assigned' | 'resolved', unit: string): EventDraft => ({
  type: 'programme.obstacle-moved',
  subject: subjectOf.obstacle(id),
  data: { to, unit, text: '', dueOn: null, on },
})
const districtStep = (value: Settings['districtStep']): EventDraft => ({
  type: 'programme.setting-changed',
  subject: subjectOf.setting('districtStep'),
  data: { key: 'districtStep', value, reason: null },
})

const WRITTEN: readonly Written[] = [
  { on, draft: planAdopted(plan) },
  added('my-dong', 1, 'old-commune-30058', 'commune-30055'),
  added('doc-binh-kieu', 2, 'old-commune-30061', 'commune-30061'),
  added('phu-cuong', 3, 'old-commune-30025', 'commune-30025'),
  ...[
    setPublished(setWith({ a: [indicator('1'), indicator('2')] })),
    setChosen('set-a'),
    assessed('my-dong', '1', 'met'),
    assessed('phu-cuong', '1', 'met'),
    recognitionRecorded('doc-binh-kieu', { decidedOn: '2024-04-01' }),
    money('my-dong', 'allocated', 500),
    money('phu-cuong', 'allocated', 70),
    raised('by-district', THAP_MUOI, null),
    raised('about-village', 'so-khcn', 'my-dong'),
    raised('assigned', 'so-khcn', null),
    moved('assigned', 'assigned', THAP_MUOI),
    raised('elsewhere', 'district-871', 'phu-cuong'),
    raised('resolved', THAP_MUOI, 'my-dong'),
    moved('resolved', 'resolved', THAP_MUOI),
  ].map(draft => ({ on, draft })),
]
const state = stateAfter(WRITTEN)
const figuresOf = (of: ProgrammeState, unit: string | null, id = '2024-6M', day = '2024-06-20') =>
  reportFigures(of, units, unit, period(id), day)

test('a district has the figures of its villages, its tasks and its obstacles', () =>
  expect(figuresOf(state, THAP_MUOI)).toEqual({
    villages: 2,
    recognised: 1,
    recognitionUnknown: 1,
    indicatorsMet: 1,
    indicatorsTotal: 4,
    tasksOverdue: 1,
    allocated: 500,
    allocatedUnknown: 3,
    disbursed: null,
    disbursedUnknown: 4,
    openObstacles: 3,
  }))

test('the whole province has all of them, for nobody in particular as for a department', () => {
  const whole = figuresOf(state, null)
  expect(whole).toEqual({
    villages: 3,
    recognised: 1,
    recognitionUnknown: 2,
    indicatorsMet: 2,
    indicatorsTotal: 6,
    tasksOverdue: 2,
    allocated: 570,
    allocatedUnknown: 4,
    disbursed: null,
    disbursedUnknown: 6,
    openObstacles: 4,
  })
  expect(figuresOf(state, 'so-khcn')).toEqual(whole)
  expect(figuresOf(state, 'ubnd-tinh')).toEqual(whole)
})

test('money is that of the year of the report', () =>
  expect(figuresOf(state, THAP_MUOI, '2025-Q1', '2025-03-15')).toMatchObject({
    allocated: null,
    allocatedUnknown: 4,
  }))

describe('after the districts ended', () => {
  const carriedOn = stateAfter([...WRITTEN, { on: '2025-07-01', draft: districtStep({ kind: 'commune' }) }])

  test('whoever stands in for one has its villages, tasks and obstacles', () =>
    expect(figuresOf(carriedOn, 'commune-30055', '2025-Q3', '2025-09-20')).toMatchObject({
      villages: 1,
      recognised: 0,
      tasksOverdue: 1,
      openObstacles: 3,
    }))

  test('who reports after the takeover also reports on a period that ended before it', () =>
    expect(
      reportScope(carriedOn, units, 'commune-30055', period('2025-Q2'), '2025-07-03').villages.map(({ id }) => id),
    ).toEqual(['my-dong']))

  test('a commune that nobody named reports on no village: nothing is known of indicators there', () =>
    expect(figuresOf(state, 'commune-30055', '2025-Q3', '2025-09-20')).toMatchObject({
      villages: 0,
      indicatorsMet: null,
      indicatorsTotal: null,
      allocated: null,
      allocatedUnknown: 0,
      tasksOverdue: 0,
    }))
})

test('without a plan or a set it is unknown what is overdue and what is met', () => {
  const bare = stateAfter([added('my-dong', 1, 'old-commune-30058', 'commune-30055')])
  expect(figuresOf(bare, THAP_MUOI)).toMatchObject({ villages: 1, tasksOverdue: null, indicatorsMet: null })
  expect(Object.keys(figuresOf(EMPTY_STATE, null))).toEqual([...REPORT_FIGURES])
})

test('every figure is the count of what it is made of', () => {
  const scope = reportScope(state, units, THAP_MUOI, period('2024-6M'), '2024-06-20')
  expect(scope.villages.map(({ id }) => id)).toEqual(['my-dong', 'doc-binh-kieu'])
  expect(scope.overdueTasks?.map(({ task }) => task.id)).toEqual(['7.1'])
  expect(scope.openObstacles.map(({ item }) => item.id).toSorted()).toEqual([
    'about-village',
    'assigned',
    'by-district',
  ])
  expect(scope.cells.map(cell => `${cell.village} ${cell.source} ${cell.year}`)).toEqual([
    'my-dong central 2024',
    'my-dong province 2024',
    'doc-binh-kieu central 2024',
    'doc-binh-kieu province 2024',
  ])
  expect(scope.indicators).toHaveLength(4)
})
