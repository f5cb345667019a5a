import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countsOf,
  indicatorStandings,
  matrixOf,
  type StandingCounts,
  villageStanding,
} from '../../../shared/programme/assessment-standing.ts'
import { ASSESSMENT_STEPS } from '../../../shared/programme/facts.ts'
import { EMPTY_STATE } from '../../../shared/programme/state.ts'
import { assessed, indicator, setPublished, setWith, stateAfter, villageAdded } from './sample-criteria.ts'

const set = setWith({ a: [indicator('1'), indicator('2')], b: [indicator('3')] })
const START = [
  { on: '2024-01-01', draft: villageAdded('x', 1) },
  { on: '2024-01-01', draft: setPublished(set) },
]
const noon = (day: string) => Date.parse(`${day}T12:00:00+07:00`)

test('the furthest step decides, whichever came last', () => {
  const state = stateAfter([
    ...START,
    { on: '2024-02-01', draft: assessed('x', '1', 'not-met', 'department') },
    { on: '2024-02-02', draft: assessed('x', '1', 'met', 'self') },
    { on: '2024-02-03', draft: assessed('x', '3', 'met', 'self') },
  ])
  const standing = villageStanding(state, 'x', set)
  expect(standing).toEqual({
    counts: { total: 3, met: 1, notMet: 1, open: 1 },
    byGroup: [
      { group: set.groups[0], counts: { total: 2, met: 0, notMet: 1, open: 1 } },
      { group: set.groups[1], counts: { total: 1, met: 1, notMet: 0, open: 0 } },
    ],
    byStep: { self: 2, district: 0, department: 0, consolidation: 0, recognition: 0 },
    lastAt: noon('2024-02-03'),
    isSimulated: false,
  })
})

test('nothing assessed is open, not unmet', () => {
  const { counts, lastAt } = villageStanding(stateAfter(START), 'x', set)
  expect(counts).toEqual({ total: 3, met: 0, notMet: 0, open: 3 })
  expect(lastAt).toBeNull()
})

test('a set without its text has no total, and a group without indicators none either', () => {
  const bare = setWith({ a: [], b: [] }, { knownIndicatorCount: 27 })
  const { counts, byGroup } = villageStanding(EMPTY_STATE, 'x', bare)
  expect(counts).toEqual({ total: null, met: 0, notMet: 0, open: null })
  expect(byGroup.map(group => group.counts.total)).toEqual([null, null])
  expect(matrixOf(EMPTY_STATE, bare, ['x'])).toEqual([])
})

test('results of another set and of indicators that are not in it are left out', () => {
  const state = stateAfter([
    ...START,
    { on: '2024-02-01', draft: assessed('x', '1', 'met', 'self', 'set-b') },
    { on: '2024-02-01', draft: assessed('x', 'gone', 'met') },
    { on: '2024-02-01', draft: assessed('y', '1', 'met') },
  ])
  expect(villageStanding(state, 'x', set).counts).toEqual({ total: 3, met: 0, notMet: 0, open: 3 })
})

test('a simulated result marks its cell and its village, also at a step that does not decide', () => {
  const state = stateAfter([
    ...START,
    { on: '2024-02-01', draft: assessed('x', '2', 'met', 'self'), actor: 'simulated:demo' },
    { on: '2024-02-02', draft: assessed('x', '2', 'met', 'department') },
    { on: '2024-02-02', draft: assessed('y', '2', 'met') },
  ])
  expect(villageStanding(state, 'x', set).isSimulated).toBe(true)
  expect(villageStanding(state, 'y', set).isSimulated).toBe(false)
  expect(indicatorStandings(state, 'x', set).map(one => one.isSimulated)).toEqual([false, true, false])
})

test('the matrix has a row for each indicator and a cell for each village, in the order given', () => {
  const state = stateAfter([...START, { on: '2024-02-01', draft: assessed('y', '3', 'not-met', 'district') }])
  const rows = matrixOf(state, set, ['y', 'x'])
  expect(rows.map(({ indicator: one, cells }) => [one.position, ...cells.map(cell => cell.village)])).toEqual([
    [1, 'y', 'x'],
    [2, 'y', 'x'],
    [3, 'y', 'x'],
  ])
  expect(rows[2]?.cells.map(({ outcome, step, result }) => [outcome, step, result?.unit ?? null])).toEqual([
    ['not-met', 'district', 'xa'],
    [null, null, null],
  ])
})

const anyResults = fc.array(
  fc.record({
    village: fc.constantFrom('x', 'y'),
    indicator: fc.constantFrom('1', '2', '3', 'gone'),
    outcome: fc.constantFrom('met' as const, 'not-met' as const),
    step: fc.constantFrom(...ASSESSMENT_STEPS),
  }),
  { maxLength: 30 },
)
const sumOf = (counts: readonly StandingCounts[], field: keyof StandingCounts) =>
  counts.reduce((sum, one) => sum + (one[field] ?? 0), 0)

describe('whatever was assessed,', () => {
  test('met, not met and open make up the total, group by group and together', () =>
    fc.assert(
      fc.property(anyResults, results => {
        const state = stateAfter([
          ...START,
          ...results.map(({ village, indicator: id, outcome, step }) => ({
            on: '2024-02-01',
            draft: assessed(village, id, outcome, step),
          })),
        ])
        const { counts, byGroup } = villageStanding(state, 'x', set)
        for (const one of [counts, ...byGroup.map(group => group.counts)])
          expect(one.met + one.notMet + (one.open ?? 0)).toBe(one.total)
        for (const field of ['total', 'met', 'notMet', 'open'] as const)
          expect(
            sumOf(
              byGroup.map(group => group.counts),
              field,
            ),
          ).toBe(counts[field])
        expect(counts).toEqual(countsOf(matrixOf(state, set, ['x']).flatMap(({ cells }) => cells)))
      }),
    ))
})
