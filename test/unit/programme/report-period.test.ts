import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REPORT_SPANS, type Settings } from '../../../shared/programme/facts.ts'
import { periodOf, periodsBetween } from '../../../shared/programme/report-period.ts'
import { DEFAULT_SETTINGS } from '../../../shared/programme/state.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'

const withCutoffs = (cutoffs: Partial<Settings['reportCutoffs']>): Settings => ({
  ...DEFAULT_SETTINGS,
  reportCutoffs: { ...DEFAULT_SETTINGS.reportCutoffs, ...cutoffs },
})
const idsBetween = (from: string, to: string, settings = DEFAULT_SETTINGS) =>
  periodsBetween(from, to, settings).map(period => period.id)

describe('a report period', () => {
  test.each([
    ['2026-Q1', '2025-12-15', '2026-03-14', '2026-03-19'],
    ['2026-Q2', '2026-03-15', '2026-06-14', '2026-06-19'],
    ['2026-Q3', '2026-06-15', '2026-09-14', '2026-09-19'],
    ['2026-Q4', '2026-09-15', '2026-12-14', '2026-12-19'],
    ['2026-6M', '2025-12-15', '2026-06-14', '2026-06-19'],
    ['2026-9M', '2025-12-15', '2026-09-14', '2026-09-19'],
    ['2026-Y', '2025-12-15', '2026-12-14', '2026-12-19'],
  ])('%s takes in %s to %s and is due on %s', (id, from, cutoff, dueOn) => {
    const [year, span] = id.split('-')
    expect(periodOf(id, DEFAULT_SETTINGS)).toEqual({ id, year: Number(year), span, from, cutoff, dueOn })
  })

  test('begins the day after the cut-off before it, wherever that is set', () => {
    const settings = withCutoffs({ Q1: '03-20', Q4: '12-10', Y: '12-31' })
    expect(periodOf('2026-Q2', settings)?.from).toBe('2026-03-21')
    expect(periodOf('2026-Q1', settings)?.from).toBe('2025-12-11')
    for (const id of ['2026-6M', '2026-9M', '2026-Y']) expect(periodOf(id, settings)?.from).toBe('2026-01-01')
  })

  test('that is cut off on 29 February ends with the month in a common year', () => {
    const settings = withCutoffs({ Q1: '02-29' })
    expect(periodOf('2024-Q1', settings)?.cutoff).toBe('2024-02-29')
    expect(periodOf('2025-Q1', settings)?.cutoff).toBe('2025-02-28')
    expect(periodOf('2025-Q2', settings)?.from).toBe('2025-03-01')
  })

  test('is due as many days after its cut-off as is set, over the end of a year too', () => {
    expect(periodOf('2026-Y', { ...DEFAULT_SETTINGS, reportDueDays: 0 })?.dueOn).toBe('2026-12-14')
    expect(periodOf('2026-Y', { ...DEFAULT_SETTINGS, reportDueDays: 20 })?.dueOn).toBe('2027-01-03')
  })

  test('can be read though its span is no longer asked for', () =>
    expect(periodOf('2026-9M', { ...DEFAULT_SETTINGS, reportSpans: ['Y'] })?.cutoff).toBe('2026-09-14'))

  test.each(['2000-Q1', '2100-Y'])('%s is the last that can be meant', id =>
    expect(periodOf(id, DEFAULT_SETTINGS)?.id).toBe(id),
  )

  test.each([
    '',
    '2026',
    '2026-',
    '2026-Q5',
    '2026-q1',
    '2026-3M',
    '26-Q1',
    ' 2026-Q1',
    '2026-Q1 ',
    '2026-Q1\n',
    '2026-constructor',
    '2026-Q1-Q2',
    '1999-Q1',
    '2101-Y',
    '0000-Q1',
  ])('%j is none', id => expect(periodOf(id, DEFAULT_SETTINGS)).toBeUndefined())
})

describe('the periods between two days', () => {
  test('are those cut off on these days or between them, in order', () => {
    const year = ['2026-Q1', '2026-Q2', '2026-6M', '2026-Q3', '2026-9M', '2026-Q4', '2026-Y']
    expect(idsBetween('2026-03-14', '2026-12-14')).toEqual(year)
    expect(idsBetween('2026-03-15', '2026-12-13')).toEqual(year.slice(1, -2))
    expect(idsBetween('2025-12-14', '2026-03-14')).toEqual(['2025-Q4', '2025-Y', '2026-Q1'])
    expect(idsBetween('2026-03-14', '2026-03-14')).toEqual(['2026-Q1'])
    expect(idsBetween('2026-03-15', '2026-03-14')).toEqual([])
  })

  test('are only those asked for, in the order they are asked for', () => {
    const settings: Settings = { ...DEFAULT_SETTINGS, reportSpans: ['Y', 'Q4', '6M'] }
    expect(idsBetween('2025-07-01', '2026-12-31', settings)).toEqual([
      '2025-Y',
      '2025-Q4',
      '2026-6M',
      '2026-Y',
      '2026-Q4',
    ])
    expect(idsBetween('2025-07-01', '2026-12-31', { ...settings, reportSpans: [] })).toEqual([])
  })

  test('are bounded, however far apart the days are', () => {
    const ids = idsBetween('0001-01-01', '9999-12-31')
    expect(ids).toHaveLength(101 * REPORT_SPANS.length)
    expect(ids[0]).toBe('2000-Q1')
    expect(ids.at(-1)).toBe('2100-Y')
  })

  test('can each be found by their id, and the quarters leave out no day and take none twice', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map(days => addDays('2005-01-01', days))
    fc.assert(
      fc.property(day, one => {
        const near = periodsBetween(addDays(one, -400), addDays(one, 400), DEFAULT_SETTINGS)
        for (const period of near) expect(periodOf(period.id, DEFAULT_SETTINGS)).toEqual(period)
        const quarters = near.filter(({ span, from, cutoff }) => span.startsWith('Q') && from <= one && one <= cutoff)
        expect(quarters).toHaveLength(1)
      }),
    )
  })
})
