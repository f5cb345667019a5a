import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EventDraft, subjectOf } from '../../../shared/programme/event.ts'
import { BOOKED_AMOUNTS, PLANNED_AMOUNTS } from '../../../shared/programme/facts.ts'
import {
  cellsOfRate,
  fundingBy,
  fundingCells,
  fundingTotals,
  type Totals,
} from '../../../shared/programme/funding-totals.ts'
import { EMPTY_STATE } from '../../../shared/programme/state.ts'
import { planAdopted, planWith, stateAfter, villageAdded, type Written } from './sample-criteria.ts'

type Place = { readonly village: string; readonly source: string; readonly year: number }
const planned = (place: Place, kind: 'need' | 'allocated', amount: number): EventDraft => ({
  type: 'programme.funding-planned',
  subject: subjectOf.funding(place.village, place.source, place.year),
  data: { ...place, kind, amount, note: null },
})
const booked = (place: Place, kind: 'disbursed' | 'settled', amount: number): EventDraft => ({
  type: 'programme.funding-booked',
  subject: subjectOf.funding(place.village, place.source, place.year),
  data: { ...place, kind, amount, on: `${place.year}-06-01`, document: null, note: null },
})
const on = '2024-03-01'
const START: readonly Written[] = [
  { on, draft: planAdopted(planWith()) },
  { on, draft: villageAdded('x', 2) },
  { on, draft: villageAdded('y', 1) },
]
const central: Place = { village: 'x', source: 'central', year: 2024 }
const province: Place = { village: 'x', source: 'province', year: 2024 }
const after = (...drafts: readonly EventDraft[]) => stateAfter([...START, ...drafts.map(draft => ({ on, draft }))])

test('no money written down is no amount, not zero', () => {
  const totals = fundingTotals(fundingCells(after(), { year: 2024 }))
  expect(totals).toEqual({
    need: { amount: null, unknown: 4 },
    allocated: { amount: null, unknown: 4 },
    disbursed: { amount: null, unknown: 4 },
    settled: { amount: null, unknown: 4 },
    rates: { allocatedOfNeed: null, disbursedOfAllocated: null, settledOfDisbursed: null },
    cells: 4,
    isSimulated: false,
  })
  expect(fundingTotals([])).toMatchObject({ need: { amount: null, unknown: 0 }, cells: 0 })
  expect(fundingCells(EMPTY_STATE)).toEqual([])
})

test('a sum is of what is known and says how many parts are not', () => {
  const state = after(planned(central, 'allocated', 3_000_000_000), planned(province, 'allocated', 0))
  expect(fundingTotals(fundingCells(state))).toMatchObject({ allocated: { amount: 3_000_000_000, unknown: 2 } })
})

describe('a rate', () => {
  test('is what was certainly paid of what is known to be there', () => {
    const state = after(
      planned(central, 'allocated', 400),
      planned(province, 'allocated', 600),
      booked(central, 'disbursed', 100),
    )
    const { rates, disbursed } = fundingTotals(fundingCells(state))
    expect(rates.disbursedOfAllocated).toBe(0.1)
    expect(disbursed).toEqual({ amount: 100, unknown: 3 })
  })

  test('leaves out a part whose whole is not known', () => {
    const state = after(
      planned(central, 'allocated', 400),
      booked(central, 'disbursed', 100),
      booked(province, 'disbursed', 900),
    )
    const cells = fundingCells(state)
    expect(fundingTotals(cells).rates.disbursedOfAllocated).toBe(0.25)
    expect(cellsOfRate(cells, 'allocated').map(cell => [cell.village, cell.source])).toEqual([['x', 'central']])
  })

  test('is unknown when the whole is nothing, less than nothing, or not known, or no part is known', () => {
    const rateAfter = (...drafts: readonly EventDraft[]) =>
      fundingTotals(fundingCells(after(...drafts))).rates.disbursedOfAllocated
    expect(rateAfter(planned(central, 'allocated', 0), booked(central, 'disbursed', 100))).toBeNull()
    expect(rateAfter(booked(central, 'disbursed', 100))).toBeNull()
    expect(rateAfter(planned(central, 'allocated', 400))).toBeNull()
    const corrected = after(booked(central, 'disbursed', -5), booked(central, 'settled', 5))
    expect(fundingTotals(fundingCells(corrected)).rates.settledOfDisbursed).toBeNull()
  })

  test('is zero when nothing of it was paid and somebody said so', () =>
    expect(
      fundingTotals(fundingCells(after(planned(central, 'need', 5), planned(central, 'allocated', 0)))).rates
        .allocatedOfNeed,
    ).toBe(0))
})

test('bookings add up and a correction takes away', () => {
  const state = after(booked(central, 'disbursed', 100), booked(central, 'disbursed', -30))
  expect(fundingTotals(fundingCells(state)).disbursed.amount).toBe(70)
})

test('rows are in the order of the plan and there for every village and source', () => {
  const state = after(planned(central, 'need', 1), planned({ ...central, source: 'other', year: 2023 }, 'need', 2))
  expect(fundingBy(state, 'village').map(({ key }) => key)).toEqual(['y', 'x'])
  expect(fundingBy(state, 'source').map(({ key }) => key)).toEqual(['central', 'province', 'other'])
  expect(fundingBy(state, 'year').map(({ key, totals }) => [key, totals.need.amount])).toEqual([
    ['2023', 2],
    ['2024', 1],
  ])
  expect(fundingBy(state, 'village')[0]?.totals.need).toEqual({ amount: null, unknown: 6 })
})

test('a filter keeps to what was asked for', () => {
  const state = after(planned(central, 'need', 1), planned(province, 'need', 2))
  const needOf = (filter: Parameters<typeof fundingCells>[1]) => fundingTotals(fundingCells(state, filter)).need
  expect(needOf({ source: 'central' })).toEqual({ amount: 1, unknown: 1 })
  expect(needOf({ villages: ['x'] })).toEqual({ amount: 3, unknown: 0 })
  expect(needOf({ villages: [] })).toEqual({ amount: null, unknown: 0 })
  expect(needOf({ year: 2031 })).toEqual({ amount: null, unknown: 4 })
})

test('one simulated cell marks the sums it is in, and no other', () => {
  const state = stateAfter([
    ...START,
    { on, draft: planned(central, 'need', 1), actor: 'simulated:demo' },
    { on, draft: planned(province, 'need', 1) },
  ])
  expect(fundingBy(state, 'source').map(({ key, totals }) => [key, totals.isSimulated])).toEqual([
    ['central', true],
    ['province', false],
  ])
})

const KINDS = [...PLANNED_AMOUNTS, ...BOOKED_AMOUNTS]
const anyMoney = fc.array(
  fc.record({
    place: fc.record({
      village: fc.constantFrom('x', 'y', 'z'),
      source: fc.constantFrom('central', 'province', 'community'),
      year: fc.constantFrom(2024, 2025, 2026),
    }),
    kind: fc.constantFrom(...KINDS),
    amount: fc.integer({ min: -10_000_000_000, max: 1_000_000_000_000 }),
  }),
  { maxLength: 40 },
)
const draftOf = ({ place, kind, amount }: { place: Place; kind: (typeof KINDS)[number]; amount: number }) =>
  kind === 'need' || kind === 'allocated' ? planned(place, kind, amount) : booked(place, kind, amount)

describe('whatever was written down,', () => {
  test('the sums by village, by source and by year are the whole, and so are the unknown', () =>
    fc.assert(
      fc.property(anyMoney, money => {
        const state = after(...money.map(draftOf))
        const whole = fundingTotals(fundingCells(state))
        for (const by of ['village', 'source', 'year'] as const) {
          const rows = fundingBy(state, by)
          for (const kind of KINDS) expect(addedUp(rows, kind)).toEqual(whole[kind])
          expect(rows.reduce((sum, row) => sum + row.totals.cells, 0)).toBe(whole.cells)
          expect(rows.flatMap(row => row.cells).length).toBe(whole.cells)
        }
      }),
    ))

  test('known and unknown cells make up all, each place once', () =>
    fc.assert(
      fc.property(anyMoney, money => {
        const cells = fundingCells(after(...money.map(draftOf)))
        const totals = fundingTotals(cells)
        for (const kind of KINDS)
          expect(totals[kind].unknown + cells.filter(cell => cell.amounts[kind] !== null).length).toBe(cells.length)
        const places = cells.map(cell => `${cell.village}:${cell.source}:${cell.year}`)
        expect(new Set(places).size).toBe(places.length)
      }),
    ))

  test('no rate is a number that cannot be shown', () =>
    fc.assert(
      fc.property(anyMoney, money => {
        const { rates } = fundingTotals(fundingCells(after(...money.map(draftOf))))
        for (const rate of Object.values(rates)) expect(rate === null || Number.isFinite(rate)).toBe(true)
      }),
    ))
})

function addedUp(rows: readonly { readonly totals: Totals }[], kind: (typeof KINDS)[number]) {
  const known = rows.flatMap(({ totals }) => totals[kind].amount ?? [])
  return {
    amount: known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0),
    unknown: rows.reduce((sum, { totals }) => sum + totals[kind].unknown, 0),
  }
}
