import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OBSTACLE_MOVES } from '../../../shared/programme/decide-obstacles.ts'
import { DOSSIER_MOVES } from '../../../shared/programme/dossier.ts'
import type { EventType, ProgrammeEvent } from '../../../shared/programme/event.ts'
import { ASSESSMENT_STEPS } from '../../../shared/programme/facts.ts'
import { programmes } from './fold-sample.ts'

const ofType = <T extends EventType>(events: readonly ProgrammeEvent[], type: T) =>
  events.filter((event): event is Extract<ProgrammeEvent, { type: T }> => event.type === type)
const pairs = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.slice(1).map((after, at) => [list[at] as T, after] as const)

/** Whatever is asked for, in whatever order: after the accepted ones this holds. */
const always = (holds: (programme: typeof programmes extends fc.Arbitrary<infer P> ? P : never) => void) =>
  fc.assert(fc.property(programmes, holds), { numRuns: 150 })

describe('after any accepted commands', () => {
  test('booked amounts are the sum of their bookings, never below zero, and planned ones the last that was said', () =>
    always(({ events, state }) => {
      const sums = new Map<string, number>()
      const counts = new Map<string, number>()
      const add = (key: string, amount: number) => {
        sums.set(key, (sums.get(key) ?? 0) + amount)
        counts.set(key, (counts.get(key) ?? 0) + 1)
        expect(sums.get(key)).toBeGreaterThanOrEqual(0)
        expect(Number.isSafeInteger(sums.get(key))).toBe(true)
      }
      for (const { data } of ofType(events, 'programme.funding-booked'))
        add(`${data.village}:${data.source}:${data.year}:${data.kind}`, data.amount)
      for (const { data } of ofType(events, 'programme.funding-planned'))
        sums.set(`${data.village}:${data.source}:${data.year}:${data.kind}`, data.amount)
      for (const [key, cell] of state.funding) {
        for (const kind of ['need', 'allocated', 'disbursed', 'settled'] as const)
          expect(cell.amounts[kind]).toBe(sums.get(`${key}:${kind}`) ?? null)
        for (const kind of ['disbursed', 'settled'] as const)
          expect(cell.bookings[kind]).toBe(counts.get(`${key}:${kind}`) ?? 0)
      }
    }))

  test('what goes beyond its ceiling has been explained', () =>
    always(({ events, state }) => {
      for (const cell of state.funding.values()) {
        const { allocated, disbursed, settled } = cell.amounts
        const isBeyond =
          (allocated !== null && disbursed !== null && disbursed > allocated) ||
          (disbursed !== null && settled !== null && settled > disbursed)
        if (!isBeyond) continue
        const about = [...ofType(events, 'programme.funding-booked'), ...ofType(events, 'programme.funding-planned')]
        const here = about.filter(
          ({ data }) => data.village === cell.village && data.source === cell.source && data.year === cell.year,
        )
        expect(here.some(({ data }) => data.note !== null)).toBe(true)
      }
    }))

  test('a unit has one report of a period, and a period one consolidation', () =>
    always(({ events, state }) => {
      const reports = ofType(events, 'programme.report-submitted')
      expect(new Set(reports.map(({ subject }) => subject)).size).toBe(reports.length)
      expect(state.reports.size).toBe(reports.length)
      const consolidations = ofType(events, 'programme.reports-consolidated')
      expect(state.consolidations.size).toBe(consolidations.length)
      for (const { data } of consolidations) expect(data.units.length).toBeGreaterThan(0)
    }))

  test('dossiers begin open, go only where they may, never back in time, one round after the other', () =>
    always(({ state }) => {
      for (const { village, round, moves } of state.dossiers.values()) {
        expect(moves[0]?.to).toBe('open')
        for (const [before, after] of pairs(moves)) {
          expect(DOSSIER_MOVES[before.to]).toContain(after.to)
          expect(after.on >= before.on).toBe(true)
        }
        if (round === 1) continue
        const last = state.dossiers.get(`${village}:${round - 1}`)?.moves.at(-1)
        expect(last && DOSSIER_MOVES[last.to]).toEqual([])
      }
    }))

  test('every obstacle went only where it may', () =>
    always(({ state }) => {
      for (const { moves, state: now } of state.obstacles.values()) {
        expect(moves[0]?.to).toBe('raised')
        expect(moves.at(-1)?.to).toBe(now)
        for (const [before, after] of pairs(moves)) expect(OBSTACLE_MOVES[before.to]).toContain(after.to)
      }
    }))

  test('a department spoke only of what the village had said, while its dossier was whole', () =>
    always(({ events, state }) => {
      for (const { data, id } of ofType(events, 'programme.indicator-assessed')) {
        if (data.step !== 'department') continue
        const before = events.filter(event => event.id < id)
        const stages = ofType(before, 'programme.dossier-moved').filter(move => move.data.village === data.village)
        expect(['complete', 'appraised']).toContain(stages.at(-1)?.data.to)
        const held = state.results.get(`${data.village}:${data.set}:${data.indicator}`)
        expect(held?.steps.self).toBeDefined()
      }
    }))

  test('results are of indicators that there are; requests are open once; yearly tasks are done for years', () =>
    always(({ state }) => {
      for (const { village, set, indicator, steps } of state.results.values()) {
        expect(state.villages.has(village)).toBe(true)
        const known = state.criteriaSets
          .get(set)
          ?.groups.flatMap(group => group.criteria.flatMap(one => one.indicators))
        expect(known?.map(({ id }) => id)).toContain(indicator)
        expect(ASSESSMENT_STEPS.some(step => steps[step])).toBe(true)
      }
      for (const { openRequests, yearsDone } of state.tasks.values()) {
        expect(new Set(openRequests.map(({ id }) => id)).size).toBe(openRequests.length)
        expect(yearsDone).toEqual([...new Set(yearsDone)].sort((a, b) => a - b))
      }
    }))

  test('a village belongs to one commune at a time', () =>
    always(({ state }) => {
      for (const { links } of state.villages.values()) {
        for (const [before, after] of pairs(links)) expect(before.to).toBe(after.from)
        expect(links.at(-1)?.to).toBeNull()
      }
    }))
})

test('the random commands are worth something: every type of event comes of them, and deep ones too', () => {
  const seen = fc.sample(programmes, { seed: 20_261_125, numRuns: 300 })
  const types = new Set(seen.flatMap(({ events }) => events.map(({ type }) => type)))
  const all: { readonly [T in EventType]: true } = {
    'programme.plan-adopted': true,
    'programme.calendar-published': true,
    'programme.setting-changed': true,
    'programme.village-added': true,
    'programme.village-linked': true,
    'programme.village-fact-recorded': true,
    'programme.village-milestone-set': true,
    'programme.recognition-recorded': true,
    'programme.criteria-set-published': true,
    'programme.results-carried-over': true,
    'programme.indicator-assessed': true,
    'programme.dossier-moved': true,
    'programme.task-updated': true,
    'programme.task-requested': true,
    'programme.task-request-closed': true,
    'programme.task-deadline-set': true,
    'programme.plan-milestone-reached': true,
    'programme.funding-planned': true,
    'programme.funding-booked': true,
    'programme.supervision-noted': true,
    'programme.report-submitted': true,
    'programme.reports-consolidated': true,
    'programme.obstacle-raised': true,
    'programme.obstacle-moved': true,
    'programme.record-set': true,
  }
  expect([...types].sort()).toEqual(Object.keys(all).sort())
  const most = (count: (programme: (typeof seen)[number]) => number) => Math.max(...seen.map(count))
  expect(most(({ accepted }) => accepted.length)).toBeGreaterThan(30)
  expect(most(({ state }) => Math.max(0, ...state.dossiers.values().map(({ moves }) => moves.length)))).toBeGreaterThan(
    4,
  )
  expect(
    most(({ state }) => Math.max(0, ...state.obstacles.values().map(({ moves }) => moves.length))),
  ).toBeGreaterThan(3)
  expect(
    most(
      ({ events }) =>
        ofType(events, 'programme.indicator-assessed').filter(({ data }) => data.step === 'department').length,
    ),
  ).toBeGreaterThan(0)
  expect(seen.some(({ state }) => state.dossiers.values().some(({ moves }) => moves.at(-1)?.to === 'recognised'))).toBe(
    true,
  )
})
