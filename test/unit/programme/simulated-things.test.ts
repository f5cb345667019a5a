import { describe, expect, test } from 'vitest'
import type { EventDraft } from '../../../shared/programme/event.ts'
import { subjectOf } from '../../../shared/programme/event.ts'
import { hasSimulated, simulatedThings } from '../../../shared/programme/simulated-things.ts'
import { EMPTY_STATE } from '../../../shared/programme/state.ts'
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
} from './sample-criteria.ts'

const on = '2026-06-01'
const TEXTS = { results: '', difficulties: '', proposals: '', next: '' }
/** One event for each table that a person writes to, with where it is found. */
const EACH: readonly (readonly [string, EventDraft])[] = [
  ['plan plan', planAdopted(planWith())],
  ['changedSettings criteriaSet', setChosen('set-a')],
  ['villages x', recognitionRecorded('x')],
  [
    'villages x',
    {
      type: 'programme.village-milestone-set',
      subject: subjectOf.village('x'),
      data: { milestone: 'm', title: 'Mốc', plannedOn: null, reachedOn: null },
    },
  ],
  [
    'villages x',
    {
      type: 'programme.village-fact-recorded',
      subject: subjectOf.village('x'),
      data: { fact: 'speciality', value: 'xoài', on: null, document: null, source: 'thử', confidence: 'declared' },
    },
  ],
  ['criteriaSets set-a', setPublished(setWith({ a: [indicator('1')] }))],
  ['results x:set-a:1', assessed('x', '1', 'met')],
  ['dossiers x:1', dossierMoved('x', 'open', on)],
  [
    'tasks 1.1',
    {
      type: 'programme.task-updated',
      subject: subjectOf.task('1.1'),
      data: { status: 'done', progress: null, text: '', files: [], unit: 'so-khcn', year: null },
    },
  ],
  [
    'planMilestones m1:district-872',
    {
      type: 'programme.plan-milestone-reached',
      subject: subjectOf.planMilestone('m1', 'district-872'),
      data: { milestone: 'm1', unit: 'district-872', on, note: null },
    },
  ],
  [
    'funding x:central:2026',
    {
      type: 'programme.funding-planned',
      subject: subjectOf.funding('x', 'central', 2026),
      data: { village: 'x', source: 'central', year: 2026, kind: 'need', amount: 1, note: null },
    },
  ],
  [
    'supervision x:2026',
    {
      type: 'programme.supervision-noted',
      subject: subjectOf.supervision('x', 2026),
      data: { village: 'x', year: 2026, on, unit: 'so-tc', text: '' },
    },
  ],
  [
    'reports xa:2026-Q2',
    {
      type: 'programme.report-submitted',
      subject: subjectOf.report('xa', '2026-Q2'),
      data: { unit: 'xa', period: '2026-Q2', on, texts: TEXTS, figures: {} },
    },
  ],
  [
    'consolidations 2026-Q2',
    {
      type: 'programme.reports-consolidated',
      subject: subjectOf.consolidation('2026-Q2'),
      data: { period: '2026-Q2', on, unit: 'so-khcn', text: '', figures: {}, units: [] },
    },
  ],
  [
    'obstacles o',
    {
      type: 'programme.obstacle-raised',
      subject: subjectOf.obstacle('o'),
      data: { kind: 'obstacle', title: '', text: '', unit: 'xa', village: null, task: null, on },
    },
  ],
  [
    'records r',
    {
      type: 'programme.record-set',
      subject: subjectOf.record('r'),
      data: { kind: 'training', title: '', owner: 'so-khcn', state: 'done', on: null, village: null, note: null },
    },
  ],
]
const village = { on, draft: villageAdded('x', 1) }

describe('written by a simulated field, and by a person:', () => {
  test.each(EACH)('%s', (place, draft) => {
    const simulated = stateAfter([village, { on, draft, actor: 'simulated:demo' }])
    expect(simulatedThings(simulated).map(({ table, key }) => `${table} ${key}`)).toEqual([place])
    expect(hasSimulated(simulated)).toBe(true)
    const declared = stateAfter([village, { on, draft }])
    expect(simulatedThings(declared)).toEqual([])
    expect(hasSimulated(declared)).toBe(false)
  })
})

test('one thing among many is found, and an empty programme has none', () => {
  const all = EACH.map(([, draft]) => ({ on, draft }))
  const [simulated] = EACH.slice(-1).map(([, draft]) => ({ on, draft, actor: 'simulated:demo' }))
  if (!simulated) throw new Error('no events')
  expect(simulatedThings(stateAfter([village, ...all, simulated]))).toEqual([{ table: 'records', key: 'r' }])
  expect(hasSimulated(EMPTY_STATE)).toBe(false)
})

test('a simulated step of an obstacle that a person raised marks it', () => {
  const raised = EACH.find(([place]) => place === 'obstacles o')?.[1]
  if (!raised) throw new Error('no obstacle')
  const answered: EventDraft = {
    type: 'programme.obstacle-moved',
    subject: subjectOf.obstacle('o'),
    data: { to: 'answered', unit: 'so-khcn', text: '', dueOn: null, on },
  }
  expect(
    simulatedThings(
      stateAfter([
        { on, draft: raised },
        { on, draft: answered, actor: 'simulated:demo' },
      ]),
    ),
  ).toEqual([{ table: 'obstacles', key: 'o' }])
})
