// The funding page: what its address means, what a figure is made of, how sure a rate is, and what its forms send.
import { describe, expect, test } from 'vitest'
import { moneyLines } from '../../../../client/programme/funding/booking-lines.ts'
import {
  type BookDraft,
  bookingOf,
  knownAt,
  missingOfBooking,
  missingOfNote,
  missingOfPlan,
  noteOf,
  planOf,
} from '../../../../client/programme/funding/entry-draft.ts'
import {
  ALL,
  cellKey,
  cellsOfRow,
  fundingChoice,
  fundingYears,
} from '../../../../client/programme/funding/funding-choice.ts'
import { cellName, cellNameWithin, keyName } from '../../../../client/programme/funding/funding-names.ts'
import { rateKeyOf, rateOf, widestOf } from '../../../../client/programme/funding/funding-rates.ts'
import { supervisionNotes } from '../../../../client/programme/funding/supervision-notes.ts'
import { listAddress } from '../../../../client/programme/list-address.ts'
import type { AnyEvent } from '../../../../shared/programme/event.ts'
import { subjectOf } from '../../../../shared/programme/event.ts'
import type { AmountKind } from '../../../../shared/programme/facts.ts'
import { fundingBy, fundingTotals } from '../../../../shared/programme/funding-totals.ts'
import { type Said, say, stateOn } from '../../programme/standing-sample.ts'

const DAY = '2026-11-25'

const money = (village: string, source: string, year: number, kind: AmountKind, amount: number): Said => {
  const subject = subjectOf.funding(village, source, year)
  const place = { village, source, year, amount, note: null }
  return kind === 'need' || kind === 'allocated'
    ? say(DAY, { type: 'programme.funding-planned', subject, data: { ...place, kind } })
    : say(DAY, {
        type: 'programme.funding-booked',
        subject,
        data: { ...place, kind, on: '2026-11-20', document: 'UNC-1' },
      })
}
const noted = (village: string | null, year: number, on: string): Said =>
  say(DAY, {
    type: 'programme.supervision-noted',
    subject: subjectOf.supervision(village, year),
    data: { village, year, on, unit: 'so-tc', text: 'đã xem' },
  })

const state = stateOn(DAY, [
  money('my-dong', 'province', 2025, 'allocated', 100),
  money('my-dong', 'province', 2025, 'disbursed', 40),
  money('my-dong', 'central', 2025, 'allocated', 300),
  money('phu-cuong', 'province', 2026, 'need', 900),
])
const choiceOf = (query: string) => fundingChoice(new URLSearchParams(query))

describe('the address', () => {
  test('says nothing: by village, every year, nothing open', () => {
    expect(choiceOf('')).toEqual({
      by: 'village',
      year: undefined,
      village: undefined,
      row: undefined,
      kind: undefined,
      cell: undefined,
      entry: undefined,
    })
  })
  test('says what is open; what it says wrongly is left out', () => {
    const opened = choiceOf('by=source&year=2025&village=my-dong&row=central&kind=settled&cell=a:b:2025&form=book')
    expect(opened).toEqual({
      by: 'source',
      year: 2025,
      village: 'my-dong',
      row: 'central',
      kind: 'settled',
      cell: { village: 'a', source: 'b', year: 2025 },
      entry: 'book',
    })
    expect(choiceOf('by=x&year=20&kind=x&cell=a:b&form=x&row=')).toEqual(choiceOf(''))
  })
})

describe('a figure', () => {
  const keys = (query: string) => cellsOfRow(state, choiceOf(query)).map(cellKey)
  test('opens into its own cells, also the ones nothing is known of', () => {
    expect(keys('row=my-dong&year=2025')).toEqual(
      ['central', 'province', 'local', 'integrated', 'community'].map(source => `my-dong:${source}:2025`),
    )
    expect(keys('by=year&row=2026&village=phu-cuong')).toHaveLength(5)
    expect(keys('by=source&row=central')).toHaveLength(9 * 2)
    expect(keys(`row=${ALL}`)).toHaveLength(9 * 5 * 2)
    expect(keys('')).toEqual([])
  })
  test('names a cell without what is said already', () => {
    const [cell] = cellsOfRow(state, choiceOf('row=my-dong&year=2025'))
    if (!cell) throw new Error('no cell')
    expect(cellName(state, cell)).toBe('Mỹ Đông · Ngân sách trung ương · 2025')
    expect(cellNameWithin(state, choiceOf('row=my-dong&year=2025'), cell)).toBe('Ngân sách trung ương')
    expect(cellNameWithin(state, choiceOf('by=source&row=central'), cell)).toBe('Mỹ Đông · 2025')
    expect(cellNameWithin(state, choiceOf('by=source&row=central&village=my-dong&year=2025'), cell)).toBe(
      cellName(state, cell),
    )
    expect([keyName(state, 'year', '2025'), keyName(state, 'village', 'lạ')]).toEqual(['2025', 'lạ'])
  })
  test('years are those that something is known of', () => {
    expect(fundingYears(state)).toEqual([2025, 2026])
    expect(fundingYears(stateOn(DAY))).toEqual([])
  })
})

describe('a rate', () => {
  const rate = (query: string) => {
    const cells = cellsOfRow(state, choiceOf(query))
    return rateOf('disbursedOfAllocated', fundingTotals(cells), cells)
  }
  test('is at least what it is when some part is unknown', () => {
    expect(rate('row=my-dong&year=2025')).toEqual({ value: 0.1, isAtLeast: true })
  })
  test('is exact when every part is known, and unknown when nothing is', () => {
    expect(rate('by=source&row=province&village=my-dong&year=2025')).toEqual({ value: 0.4, isAtLeast: false })
    expect(rate('row=phu-cuong')).toEqual({ value: null, isAtLeast: false })
  })
  test('belongs to an amount; bars are measured against the widest of all', () => {
    expect([rateKeyOf('need'), rateKeyOf('settled')]).toEqual([undefined, 'settledOfDisbursed'])
    expect([widestOf(fundingBy(state, 'village')), widestOf([])]).toEqual([900, 0])
  })
})

describe('an entry', () => {
  const draft: BookDraft = {
    village: 'my-dong',
    source: 'province',
    year: 2025,
    kind: 'disbursed',
    isCorrection: false,
    amount: 20,
    on: '2026-11-01',
    document: ' UNC-7 ',
    note: '  ',
  }
  test('names what is missing, by field', () => {
    const empty = { ...draft, village: undefined, source: undefined, year: undefined, amount: undefined, on: undefined }
    expect(missingOfBooking(empty)).toEqual(['village', 'source', 'year', 'amount', 'on'])
    expect(missingOfPlan({ ...empty, kind: 'need' })).toEqual(['village', 'source', 'year', 'amount'])
    expect(missingOfNote({ village: undefined, year: undefined, on: undefined, text: '' })).toEqual(['year', 'on'])
    expect([bookingOf(empty), planOf({ ...empty, kind: 'need' }), missingOfBooking(draft)]).toEqual([
      undefined,
      undefined,
      [],
    ])
  })
  test('a correction is sent with its sign; empty words as none', () => {
    expect(bookingOf(draft)).toMatchObject({ amount: 20, document: 'UNC-7', note: null })
    expect(bookingOf({ ...draft, isCorrection: true, note: 'nhầm' })).toMatchObject({ amount: -20, note: 'nhầm' })
  })
  test('a note may be about the whole province', () => {
    expect(noteOf({ village: undefined, year: 2026, on: DAY, text: ' ổn ' })).toEqual({
      village: null,
      year: 2026,
      on: DAY,
      text: 'ổn',
    })
  })
  test('what is known of the place is unknown, not zero', () => {
    expect(knownAt(state, draft)).toMatchObject({ allocated: 100, disbursed: 40, need: null })
    expect(knownAt(state, { ...draft, source: 'local' })).toMatchObject({ disbursed: null })
    expect(knownAt(state, { ...draft, year: undefined })).toBeUndefined()
  })
})

test('the events of a cell are its lines of money; others are left out', () => {
  const head = { at: 1, actor: 'declared:Lan', subject: 's' }
  const events: readonly AnyEvent[] = [
    { ...head, id: 3, type: 'programme.of-tomorrow', data: {} },
    {
      ...head,
      id: 2,
      type: 'programme.funding-booked',
      data: { kind: 'settled', amount: -5, on: DAY, document: null, note: 'x' },
    },
    { ...head, id: 1, type: 'programme.funding-planned', data: { kind: 'need', amount: 9, note: null } },
  ]
  expect(moneyLines(events).map(({ kind, amount, on, note }) => [kind, amount, on, note])).toEqual([
    ['settled', -5, DAY, 'x'],
    ['need', 9, null, null],
  ])
})

test('supervision notes come newest first; those of the province belong to every village', () => {
  const noticed = stateOn(DAY, [
    noted('my-dong', 2025, '2025-03-01'),
    noted(null, 2025, '2025-06-01'),
    noted('an-nhon', 2026, '2026-01-01'),
  ])
  const places = (filter: { year?: number; villages?: readonly string[] }) =>
    supervisionNotes(noticed, filter).map(({ village }) => village)
  expect(places({})).toEqual(['an-nhon', null, 'my-dong'])
  expect(places({ villages: ['my-dong'] })).toEqual([null, 'my-dong'])
  expect(places({ year: 2026, villages: ['my-dong'] })).toEqual([])
})

test('a file is of the day, the names and the language of the page', () => {
  const view = { asOf: '2025-03-01', basis: 'plan' } as const
  expect(listAddress('funding', 'csv', view, 'en')).toBe(
    '/api/v1/programme/funding?format=csv&basis=plan&lang=en&at=2025-03-01',
  )
  expect(listAddress('records', 'xlsx', { asOf: undefined, basis: 'today' }, 'vi')).toBe(
    '/api/v1/programme/records?format=xlsx&basis=today&lang=vi',
  )
})
