import { describe, expect, test } from 'vitest'
import { type EventDraft, subjectOf } from '../../../shared/programme/event.ts'
import type { Settings } from '../../../shared/programme/facts.ts'
import { type Forecast, forecastBasis, forecastOf, MAX_FORECAST_DAYS } from '../../../shared/programme/forecast.ts'
import { EMPTY_STATE } from '../../../shared/programme/state.ts'
import { addDays, workingDaysBetween } from '../../../shared/programme/working-calendar.ts'
import { yearWith } from './calendar-sample.ts'
import {
  assessed,
  dossierMoved,
  indicator,
  recognitionRecorded,
  setChosen,
  setPublished,
  setWith,
  stateAfter,
  villageAdded,
  type Written,
} from './sample-criteria.ts'

/** A Wednesday. */
const DAY = '2026-07-01'
const calendarOf = (year: number): EventDraft => ({
  type: 'programme.calendar-published',
  subject: subjectOf.calendar(year),
  data: { year: yearWith(year) },
})
const appraisalIn = (value: Settings['appraisalWorkingDays']): EventDraft => ({
  type: 'programme.setting-changed',
  subject: subjectOf.setting('appraisalWorkingDays'),
  data: { key: 'appraisalWorkingDays', value, reason: null },
})
const four = setWith({
  a: [indicator('1', { owner: 'so-tttt' }), indicator('2'), indicator('3', { owner: 'so-yt' }), indicator('4')],
})
const START: readonly Written[] = [
  { on: '2023-05-01', draft: setPublished(four) },
  { on: '2023-05-01', draft: setChosen('set-a') },
  { on: '2023-05-01', draft: villageAdded('x', 1) },
  ...[2025, 2026, 2027].map(year => ({ on: '2023-05-01', draft: calendarOf(year) })),
]
const forecastAfter = (written: readonly Written[], day = DAY): Forecast =>
  forecastOf(stateAfter([...START, ...written]), 'x', day)
const metAll = (on: string): readonly Written[] =>
  ['1', '2', '3', '4'].map(id => ({ on, draft: assessed('x', id, 'met') }))
const moved = (...moves: readonly (readonly [Parameters<typeof dossierMoved>[1], string])[]): readonly Written[] =>
  moves.map(([to, on]) => ({ on, draft: dossierMoved('x', to, on) }))

describe('without anything to go by there is no date:', () => {
  test('no village, no set, a set without its text', () => {
    const nothing: Forecast = { kind: 'no-basis', blocking: null }
    expect(forecastOf(EMPTY_STATE, 'x', DAY)).toEqual(nothing)
    expect(forecastAfter([{ on: '2024-01-01', draft: setChosen(null) }])).toEqual(nothing)
    const bare = setWith({ a: [] }, { id: 'bare', knownIndicatorCount: 27 })
    expect(
      forecastAfter([
        { on: '2024-01-01', draft: setPublished(bare) },
        { on: '2024-01-01', draft: setChosen('bare') },
      ]),
    ).toEqual(nothing)
  })

  test('nothing newly met: what waits longest is still named', () =>
    expect(forecastAfter([])).toMatchObject({
      kind: 'no-basis',
      blocking: { indicator: { indicator: { id: '1' } }, owner: 'so-tttt', openDays: 912 },
    }))

  test('only decisions left, which have no limit of time', () => {
    const path = [...metAll('2026-05-01'), ...moved(['submitted', '2026-05-02'], ['complete', '2026-05-04'])]
    for (const stages of [
      moved(['appraised', '2026-05-15']),
      moved(['appraised', '2026-05-15'], ['consolidated', '2026-05-20']),
    ])
      expect(forecastAfter([...path, ...stages])).toEqual({ kind: 'no-basis', blocking: null })
  })
})

test('recognised is recognised, by decision or by dossier', () => {
  expect(forecastAfter([{ on: '2025-05-20', draft: recognitionRecorded('x') }])).toEqual({ kind: 'recognised' })
  expect(forecastAfter(moved(['recognised', '2025-05-20']))).toEqual({ kind: 'recognised' })
})

describe('while the clock runs', () => {
  const running = [...metAll('2026-06-01'), ...moved(['submitted', '2026-06-20'], ['complete', '2026-06-24'])]

  test('it is the day the clock runs out, and nothing is invented for what follows', () =>
    // Ten working days after Wednesday the 24th.
    expect(forecastAfter(running)).toEqual({ kind: 'expected', on: '2026-07-08', isCertain: true, blocking: null }))

  test('a clock that ran out expects it any day, and is not certain', () => {
    expect(forecastAfter(running, '2026-07-08')).toMatchObject({ on: '2026-07-08', isCertain: true })
    expect(forecastAfter(running, '2026-07-09')).toMatchObject({ on: '2026-07-09', isCertain: false })
  })

  test('a year whose calendar nobody published is not certain', () => {
    const late = [...metAll('2027-12-01'), ...moved(['complete', '2027-12-27'])]
    expect(forecastAfter(late, '2027-12-28')).toEqual({
      kind: 'expected',
      on: '2028-01-10',
      isCertain: false,
      blocking: null,
    })
  })

  test('an indicator that was found not met is named', () =>
    expect(
      forecastAfter([...running, { on: '2026-06-29', draft: assessed('x', '3', 'not-met', 'department') }]),
    ).toMatchObject({
      kind: 'expected',
      on: '2026-07-08',
      blocking: { indicator: { indicator: { id: '3' } }, owner: 'so-yt', openDays: 2 },
    }))
})

describe('with criteria open', () => {
  const one = (on: string): readonly Written[] => [{ on, draft: assessed('x', '1', 'met') }]
  const onAfter = (written: readonly Written[], day = DAY) => {
    const forecast = forecastAfter(written, day)
    return forecast.kind === 'expected' ? forecast.on : forecast.kind
  }

  test('they are met at the pace of the last 180 days, then the appraisal follows', () => {
    // One in 180 days: three more take 540, to 2027-12-23; the ten working days then run into a year without a calendar.
    expect(forecastAfter(one('2026-05-01'))).toMatchObject({
      kind: 'expected',
      on: '2028-01-06',
      isCertain: false,
      blocking: { indicator: { indicator: { id: '2' } }, owner: null },
    })
    // Two in 180 days: two more take 180, to 2026-12-28; New Year's Day rests.
    const two = [...one('2026-05-01'), { on: '2026-05-01', draft: assessed('x', '4', 'met') }]
    expect(forecastAfter(two)).toMatchObject({ kind: 'expected', on: '2027-01-12', isCertain: true })
  })

  test('what was met 179 days ago counts, 180 days ago not any more', () => {
    expect(onAfter(one(addDays(DAY, -179)))).not.toBe('no-basis')
    expect(onAfter(one(addDays(DAY, -180)))).toBe('no-basis')
  })

  test('what was met and is not any more makes no pace', () =>
    expect(onAfter([...one('2026-05-01'), { on: '2026-05-02', draft: assessed('x', '1', 'not-met') }])).toBe(
      'no-basis',
    ))

  test('results carried over from another set make no pace, also when they are confirmed', () => {
    const next = setWith({ a: [indicator('1'), indicator('2')] }, { id: 'set-b' })
    const carried: readonly Written[] = [
      ...one('2024-01-01'),
      { on: '2026-05-01', draft: setPublished(next) },
      { on: '2026-05-01', draft: setChosen('set-b') },
      {
        on: '2026-06-01',
        draft: {
          type: 'programme.results-carried-over',
          subject: subjectOf.carryOver('set-a', 'set-b'),
          data: { from: 'set-a', to: 'set-b', pairs: [{ from: '1', to: '1' }], reason: null },
        },
      },
    ]
    const confirmed = { on: '2026-06-10', draft: assessed('x', '1', 'met', 'department', 'set-b') }
    const state = stateAfter([...START, ...carried, confirmed])
    expect(forecastBasis(state, 'x', DAY)).toMatchObject({ newlyMet: [], waiting: [{}] })
    expect([onAfter(carried), onAfter([...carried, confirmed])]).toEqual(['no-basis', 'no-basis'])
  })

  test('all met: only the appraisal is left, from today', () =>
    expect(forecastAfter(metAll('2024-02-01'))).toEqual({
      kind: 'expected',
      on: '2026-07-15',
      isCertain: true,
      blocking: null,
    }))

  test('a returned dossier has the rest of its clock, a refused or withdrawn one a whole one', () => {
    const returned = [...metAll('2026-06-01'), ...moved(['complete', '2026-06-15'], ['returned', '2026-06-22'])]
    // Five of ten days are used.
    expect(onAfter(returned)).toBe('2026-07-08')
    for (const to of ['refused', 'withdrawn'] as const)
      expect(onAfter([...returned, ...moved([to, '2026-06-25'])])).toBe('2026-07-15')
  })

  test(`a date ${MAX_FORECAST_DAYS} days off is given, one day more is not`, () => {
    const many = setWith({ a: Array.from({ length: 21 }, (_, at) => indicator(`${at + 1}`)) })
    const start = addDays(DAY, 20 * 180)
    const limit = addDays(DAY, MAX_FORECAST_DAYS)
    const { days } = workingDaysBetween(new Map(), start, limit)
    const within = (workingDays: number) =>
      onAfter([
        { on: '2024-01-01', draft: setPublished(many) },
        ...one('2026-05-01'),
        { on: '2026-05-01', draft: appraisalIn(workingDays) },
      ])
    expect(within(days)).toBe(limit)
    expect(within(days + 1)).toBe('no-basis')
  })

  test('too slow a pace is no basis, whatever the appraisal takes', () => {
    const many = setWith({ a: Array.from({ length: 22 }, (_, at) => indicator(`${at + 1}`)) })
    const slow = [
      { on: '2024-01-01', draft: setPublished(many) },
      ...one('2026-05-01'),
      { on: '2026-05-01', draft: appraisalIn(0) },
    ]
    expect(onAfter(slow)).toBe('no-basis')
  })
})

describe('what waits longest', () => {
  const waitingAfter = (written: readonly Written[], day = DAY) =>
    forecastBasis(stateAfter([...START, ...written]), 'x', day)?.waiting.map(({ standing, since, openDays }) => [
      standing.indicator.indicator.id,
      since,
      openDays,
    ])

  test('counts from the planned year, and from the last negative result', () =>
    expect(
      waitingAfter([
        { on: '2026-06-01', draft: assessed('x', '1', 'not-met') },
        { on: '2026-06-11', draft: assessed('x', '2', 'not-met') },
        { on: '2026-06-21', draft: assessed('x', '3', 'met') },
      ]),
    ).toEqual([
      ['4', '2024-01-01', 912],
      ['1', '2026-06-01', 30],
      ['2', '2026-06-11', 20],
    ]))

  test('of two equally long, the one that nobody looked at comes first, then the order of the set', () =>
    expect(
      waitingAfter([
        { on: '2024-01-01', draft: assessed('x', '1', 'not-met') },
        { on: '2024-01-01', draft: assessed('x', '2', 'met') },
      ])?.map(([id]) => id),
    ).toEqual(['3', '4', '1']))

  test('does not wait before the set is in force, nor before the planned year begins', () => {
    const later = setWith({ a: [indicator('1')] }, { validFrom: '2026-06-01' })
    expect(waitingAfter([{ on: '2024-01-01', draft: setPublished(later) }])).toEqual([['1', '2026-06-01', 30]])
    expect(waitingAfter([], '2023-06-01')?.[0]).toEqual(['1', '2024-01-01', 0])
  })
})
