import { describe, expect, test } from 'vitest'
import {
  planAgainstActual,
  recognitionCounts,
  recognitionOf,
  recognitions,
} from '../../../shared/programme/recognition-progress.ts'
import { EMPTY_STATE, type ProgrammeState } from '../../../shared/programme/state.ts'
import {
  dossierMoved,
  planAdopted,
  planWith,
  recognitionRecorded,
  stateAfter,
  villageAdded,
  type Written,
} from './sample-criteria.ts'

const start: readonly Written[] = [{ on: '2024-01-01', draft: villageAdded('x', 1) }]
function standingOf(...written: readonly Written[]) {
  const state = stateAfter([...start, ...written])
  const village = state.villages.get('x')
  if (!village) throw new Error('no village')
  return recognitionOf(state, village)
}

describe('a village is recognised', () => {
  test('since the decision, else since it was reported, else since the day it was written down', () => {
    const dates = { decidedOn: '2025-05-10', reportedOn: '2025-05-20' }
    const recorded = (change: Parameters<typeof recognitionRecorded>[1]) =>
      standingOf({ on: '2026-11-01', draft: recognitionRecorded('x', change) })
    expect(recorded(dates)).toEqual({ kind: 'recognised', on: '2025-05-10', basis: 'decided' })
    expect(recorded({ ...dates, decidedOn: null })).toEqual({ kind: 'recognised', on: '2025-05-20', basis: 'reported' })
    expect(recorded({})).toEqual({ kind: 'recognised', on: '2026-11-01', basis: 'recorded' })
  })

  test('by its dossier, where no day was recorded', () => {
    const moved = { on: '2025-06-01', draft: dossierMoved('x', 'recognised', '2025-05-30') }
    expect(standingOf(moved)).toEqual({ kind: 'recognised', on: '2025-05-30', basis: 'dossier' })
    expect(standingOf(moved, { on: '2025-06-02', draft: recognitionRecorded('x') })).toMatchObject({ basis: 'dossier' })
    expect(
      standingOf({ on: '2025-05-01', draft: recognitionRecorded('x', { state: 'unknown' }) }, moved),
    ).toMatchObject({ kind: 'recognised' })
  })

  test('no longer when that was withdrawn afterwards, and again by a later dossier', () => {
    const moved = { on: '2025-06-01', draft: dossierMoved('x', 'recognised', '2025-05-30') }
    const withdrawn = { on: '2025-07-01', draft: recognitionRecorded('x', { state: 'withdrawn' }) }
    expect(standingOf(moved, withdrawn)).toEqual({ kind: 'withdrawn' })
    const again = { on: '2026-01-01', draft: dossierMoved('x', 'recognised', '2026-01-01', 2) }
    expect(standingOf(moved, withdrawn, again)).toEqual({ kind: 'recognised', on: '2026-01-01', basis: 'dossier' })
  })

  test('and unknown when nobody said or nothing was found', () => {
    expect(standingOf()).toEqual({ kind: 'unknown' })
    expect(standingOf({ on: '2025-01-01', draft: recognitionRecorded('x', { state: 'unknown' }) })).toEqual({
      kind: 'unknown',
    })
    expect(standingOf({ on: '2025-01-01', draft: dossierMoved('x', 'consolidated', '2025-01-01') })).toEqual({
      kind: 'unknown',
    })
  })
})

const nine: ProgrammeState = stateAfter([
  { on: '2024-01-01', draft: planAdopted(planWith()) },
  ...['a', 'b', 'c', 'd'].map((id, index) => ({ on: '2024-01-01', draft: villageAdded(id, 4 - index) })),
  { on: '2024-12-30', draft: recognitionRecorded('a', { decidedOn: '2024-12-31' }) },
  { on: '2025-05-20', draft: recognitionRecorded('b', { reportedOn: '2025-05-20' }) },
  { on: '2025-05-20', draft: recognitionRecorded('c', { state: 'withdrawn' }) },
])

test('the counts are those of the list, in the order of the plan', () => {
  expect(recognitions(nine).map(({ village, standing }) => [village.id, standing.kind])).toEqual([
    ['d', 'unknown'],
    ['c', 'withdrawn'],
    ['b', 'recognised'],
    ['a', 'recognised'],
  ])
  expect(recognitionCounts(nine)).toEqual({ villages: 4, recognised: 2, withdrawn: 1, unknown: 1 })
})

describe('plan against actual', () => {
  const rowsOn = (state: ProgrammeState, day: string) =>
    planAgainstActual(state, day).map(row => [row.year, row.planned, row.hasTarget, row.actual, row.unknown])

  test('has every year to the last target; what is to come has no actual', () =>
    expect(rowsOn(nine, '2026-11-23')).toEqual([
      [2024, 7, true, 1, 1],
      [2025, 9, true, 2, 1],
      [2026, 9, false, 2, 1],
      [2027, 9, false, null, null],
      [2028, 9, false, null, null],
      [2029, 9, false, null, null],
      [2030, 14, true, null, null],
    ]))

  test('counts to the day looked at', () => {
    expect(rowsOn(nine, '2025-05-19')[1]).toEqual([2025, 9, true, 1, 1])
    expect(rowsOn(nine, '2025-05-20')[1]).toEqual([2025, 9, true, 2, 1])
    expect(planAgainstActual(nine, '2025-12-31').map(row => row.isFuture)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      true,
    ])
  })

  test('starts with a recognition that came before the plan, which has no target then', () => {
    const early = stateAfter([
      { on: '2024-01-01', draft: planAdopted(planWith()) },
      { on: '2024-01-01', draft: villageAdded('a', 1) },
      { on: '2024-01-01', draft: recognitionRecorded('a', { decidedOn: '2023-12-01' }) },
    ])
    expect(rowsOn(early, '2024-06-01').slice(0, 2)).toEqual([
      [2023, null, false, 1, 0],
      [2024, 7, true, 1, 0],
    ])
  })

  test('never falls, and without villages or a plan says so', () => {
    expect(rowsOn(EMPTY_STATE, '2026-11-23')).toEqual([[2026, null, false, null, null]])
    const actual = planAgainstActual(nine, '2030-12-31').map(row => row.actual ?? Number.NaN)
    expect(actual).toEqual(actual.toSorted((a, b) => a - b))
    expect(actual.at(-1)).toBe(recognitionCounts(nine).recognised)
  })
})
