import { describe, expect, test } from 'vitest'
import { subjectOf } from '../../../shared/programme/event.ts'
import { planMilestoneStandings } from '../../../shared/programme/plan-milestone-standing.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import { type Said, say, setting, stateOn, units } from './standing-sample.ts'

const DISTRICTS = ['district-872', 'district-866', 'district-875', 'district-873', 'district-877', 'district-871']

const reach = (on: string, milestone: string, unit: string): Said =>
  say(on, {
    type: 'programme.plan-milestone-reached',
    subject: subjectOf.planMilestone(milestone, unit),
    data: { milestone, unit, on, note: null },
  })
const marks = (day: string, milestone: string, said: readonly Said[] = []) =>
  planMilestoneStandings(stateOn(day, said), units, day)
    .filter(one => one.milestone.id === milestone)
    .map(({ unit, mark, on }) => [unit.id, mark, on])
const unitsBound = (state: ProgrammeState) =>
  planMilestoneStandings(state, units, '2024-05-01').map(({ unit, milestone }) => `${milestone.id} ${unit.id}`)

describe('the milestones of the districts', () => {
  test('are four for each of the six districts with a village', () =>
    expect(unitsBound(stateOn('2024-05-01'))).toEqual(
      ['m1', 'm2', 'm3', 'm4'].flatMap(id => DISTRICTS.map(unit => `${id} ${unit}`)),
    ))

  test.each([
    ['2024-04-01', 'due-soon'],
    ['2024-04-30', 'due-soon'],
    ['2024-05-01', 'overdue'],
    ['2026-11-25', 'overdue'],
  ])('of April 2024 are, on %s, %s', (day, mark) =>
    expect(marks(day, 'm1')).toEqual(DISTRICTS.map(unit => [unit, mark, null])),
  )

  test('are on track before they are soon', () => {
    const said = [setting('2024-04-01', 'dueSoonDays', 10)]
    expect(marks('2024-04-19', 'm2', said)[0]?.[1]).toBe('on-track')
    expect(marks('2024-04-20', 'm2', said)[0]?.[1]).toBe('due-soon')
  })

  test('without a day in the plan have none', () =>
    expect(marks('2026-11-25', 'm3')).toEqual(DISTRICTS.map(unit => [unit, 'no-date', null])))

  test('are done for the unit that reached them, with a day or without', () => {
    const said = [reach('2024-05-10', 'm1', 'district-866'), reach('2024-05-12', 'm3', 'district-872')]
    expect(marks('2024-06-01', 'm1', said)).toContainEqual(['district-866', 'done', '2024-05-10'])
    expect(marks('2024-06-01', 'm1', said)).toContainEqual(['district-872', 'overdue', null])
    expect(marks('2024-06-01', 'm3', said)).toContainEqual(['district-872', 'done', '2024-05-12'])
  })
})

describe('who is bound by a milestone', () => {
  const state = stateOn('2024-05-01')
  if (!state.plan) throw new Error('no plan')
  const { plan } = state
  const first = { id: 'm1', lead: 'ubnd-huyen', title: 'x', on: null }

  test('is no district without a village', () => {
    const groups = { 'ubnd-huyen': ['district-867', 'district-872', 'so-khcn', 'somebody'] }
    expect(unitsBound({ ...state, plan: { ...plan, groups, milestones: [first] } })).toEqual([
      'm1 district-872',
      'm1 so-khcn',
    ])
  })

  test('is the lead itself when it is no group', () =>
    expect(unitsBound({ ...state, plan: { ...plan, milestones: [{ ...first, lead: 'so-tttt' }] } })).toEqual([
      'm1 so-tttt',
    ]))

  test('is nobody without a plan', () => expect(unitsBound(EMPTY_STATE)).toEqual([]))
})
