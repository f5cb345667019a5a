import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ReportMark,
  type ReportStanding,
  reportersOn,
  reportStandings,
  timelinessOf,
} from '../../../shared/programme/report-standing.ts'
import { EMPTY_STATE } from '../../../shared/programme/state.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'
import { type Said, setting, stateOn, submit, units } from './standing-sample.ts'

const reporters = (day: string, said: readonly Said[] = []) =>
  reportersOn(stateOn('2026-11-25', said), units, day).map(
    ({ unit, formerly, villages }) => [unit?.id ?? null, formerly?.id ?? null, villages.join(' ')] as const,
  )
const standings = (day: string, said: readonly Said[] = [], from = '2024-01-01') =>
  reportStandings(stateOn(day, said), units, day, from)
const one = (period: string, unit: string | null, day: string, said: readonly Said[] = []): ReportStanding => {
  const [found, ...more] = standings(day, said).filter(of => of.period.id === period && of.unit === unit)
  if (!found || more.length > 0) throw new Error(`${period} ${unit}: not exactly one`)
  return found
}

const BY_DISTRICT = [
  ['district-872', 'my-dong doc-binh-kieu'],
  ['district-866', 'tan-thuan-tay'],
  ['district-875', 'dinh-yen'],
  ['district-873', 'binh-thanh my-xuong'],
  ['district-877', 'tan-nhuan-dong an-nhon'],
  ['district-871', 'phu-cuong'],
] as const
const TO_COMMUNES = setting('2026-11-24', 'districtStep', { kind: 'commune' })
const TO_DEPARTMENT = setting('2026-11-24', 'districtStep', { kind: 'unit', unit: 'so-khcn' })

describe('who reports', () => {
  test('are the six districts with a village, to the last day of June 2025', () => {
    const districts = BY_DISTRICT.map(([unit, villages]) => [unit, null, villages])
    expect(reporters('2024-06-14')).toEqual(districts)
    expect(reporters('2025-06-30')).toEqual(districts)
    expect(reporters('2025-06-30', [TO_COMMUNES])).toEqual(districts)
  })

  test('is nobody from July 2025 on, while nobody is named, for the villages of each district', () =>
    expect(reporters('2025-07-01')).toEqual(BY_DISTRICT.map(([unit, villages]) => [null, unit, villages])))

  test('are the nine communes when the communes are named', () =>
    expect(reporters('2025-07-01', [TO_COMMUNES])).toEqual([
      ['commune-30055', null, 'my-dong'],
      ['commune-29869', null, 'tan-thuan-tay'],
      ['commune-30226', null, 'dinh-yen'],
      ['commune-30112', null, 'binh-thanh'],
      ['commune-30076', null, 'my-xuong'],
      ['commune-30061', null, 'doc-binh-kieu'],
      ['commune-30253', null, 'tan-nhuan-dong'],
      ['commune-30025', null, 'phu-cuong'],
      ['commune-30244', null, 'an-nhon'],
    ]))

  test('is one unit when one is named, as whoever carries it on', () => {
    const all = reporters('2025-07-01', [TO_DEPARTMENT])
    expect(all).toHaveLength(1)
    expect(all[0]?.[0]).toBe('so-khcn-2025')
    expect(all[0]?.[2].split(' ')).toHaveLength(9)
  })

  test('is nobody where there is no village', () => expect(reportersOn(EMPTY_STATE, units, '2024-06-14')).toEqual([]))
})

describe('a report of the second quarter of 2024, due on 19 June', () => {
  test.each<[string, ReportMark, number | null]>([
    ['2024-05-19', 'not-due', null],
    ['2024-05-20', 'due-soon', null],
    ['2024-06-19', 'due-soon', null],
    ['2024-06-20', 'missing', 1],
    ['2024-07-19', 'missing', 30],
  ])('that did not come is, on %s, %s', (day, mark, lateDays) =>
    expect(one('2024-Q2', 'district-872', day)).toMatchObject({
      mark,
      lateDays,
      formerly: null,
      submittedOn: null,
      eventId: null,
    }),
  )

  test.each<[string, ReportMark, number]>([
    ['2024-06-10', 'on-time', 0],
    ['2024-06-19', 'on-time', 0],
    ['2024-06-20', 'late', 1],
    ['2024-09-27', 'late', 100],
  ])('that came on %s is %s', (on, mark, lateDays) => {
    const found = one('2024-Q2', 'district-872', '2026-11-25', [submit(on, 'district-872', '2024-Q2')])
    expect(found).toMatchObject({ mark, lateDays, submittedOn: on })
    expect(found.eventId).toBeGreaterThan(0)
  })

  test('counts for its own unit and period only', () => {
    const said = [submit('2024-06-10', 'district-872', '2024-Q2')]
    expect(one('2024-Q2', 'district-866', '2024-06-20', said).mark).toBe('missing')
    expect(one('2024-6M', 'district-872', '2024-06-20', said).mark).toBe('missing')
  })

  test('stays owed by the district, which was there on the cut-off day', () => {
    expect(one('2025-Q2', 'district-872', '2026-11-25')).toMatchObject({ mark: 'missing' })
    expect(one('2025-Q2', 'district-872', '2026-11-25', [TO_COMMUNES])).toMatchObject({ mark: 'missing' })
  })

  test('is owed by the district even when it was due after the districts', () => {
    const said = [setting('2025-06-01', 'reportDueDays', 30)]
    expect(one('2025-Q2', 'district-872', '2025-07-14', said).mark).toBe('due-soon')
    expect(one('2025-Q2', 'district-872', '2025-07-15', said)).toMatchObject({ mark: 'missing', lateDays: 1 })
  })
})

describe('the reports in view', () => {
  test('after the districts are for nobody to write, and never called missing', () => {
    const later = standings('2026-11-25').filter(({ period }) => period.cutoff > '2025-06-30')
    expect(new Set(later.map(({ mark }) => mark))).toEqual(new Set(['nobody']))
    expect(later.filter(({ period }) => period.id === '2025-Q3').map(({ formerly }) => formerly)).toEqual(
      BY_DISTRICT.map(([unit]) => unit),
    )
    expect(later.every(of => of.unit === null && of.lateDays === null)).toBe(true)
  })

  test('are the communes’ when they are named', () => {
    const said = [TO_COMMUNES]
    expect(one('2025-Q3', 'commune-30055', '2026-11-25', said)).toMatchObject({ mark: 'missing', lateDays: 432 })
    expect(one('2026-Q4', 'commune-30055', '2026-11-25', said).mark).toBe('due-soon')
  })

  test('begin with the plan, however far back one looks', () => {
    expect(standings('2024-06-20')[0]?.period.id).toBe('2024-Q2')
    expect(standings('2026-11-25', [], '2026-03-14')[0]?.period.id).toBe('2026-Q1')
    expect(standings('2026-11-25', [], '2026-03-15')[0]?.period.id).toBe('2026-Q2')
  })

  test('end with what is cut off within a year', () => {
    const last = (day: string) => standings(day).at(-1)?.period.id
    expect(last('2024-06-14')).toBe('2025-6M')
    expect(last('2024-06-13')).toBe('2025-Q1')
  })

  test('have one entry for each reporter and period', () =>
    // A year ahead of 20 June 2024: Q3 9M Q4 Y Q1 Q2 6M, and Q2 6M of 2024 behind.
    expect(standings('2024-06-20')).toHaveLength(6 * 9))

  test('show a report that nobody expected of its unit', () => {
    const said = [submit('2025-09-18', 'commune-30055', '2025-Q3')]
    expect(one('2025-Q3', 'commune-30055', '2025-10-01', said)).toMatchObject({ mark: 'on-time', lateDays: 0 })
    expect(standings('2025-10-01', said).filter(({ period }) => period.id === '2025-Q3')).toHaveLength(7)
  })

  test('are none without a plan', () =>
    expect(reportStandings(EMPTY_STATE, units, '2024-06-20', '2024-01-01')).toEqual([]))
})

describe('the league of timeliness', () => {
  test('counts what came or is due, best first', () => {
    const every = ['2024-Q2', '2024-6M', '2024-Q3', '2024-9M', '2024-Q4', '2024-Y'] as const
    const due = { Q2: '2024-06-19', '6M': '2024-06-19', Q3: '2024-09-19', '9M': '2024-09-19' } as const
    const day = (period: string) => due[period.slice(5) as keyof typeof due] ?? '2024-12-19'
    const said = [
      ...every.map(period => submit(day(period), 'district-872', period)),
      ...every.map(period => submit(addDays(day(period), period === '2024-Y' ? 1 : 0), 'district-866', period)),
      ...every.slice(0, 3).map(period => submit(day(period), 'district-875', period)),
      ...every.slice(0, 3).map(period => submit(addDays(day(period), 2), 'district-877', period)),
    ]
    expect(timelinessOf(standings('2025-01-10', said))).toEqual([
      { unit: 'district-872', expected: 6, received: 6, onTime: 6, rate: 1, onTimeRate: 1 },
      { unit: 'district-866', expected: 6, received: 6, onTime: 5, rate: 1, onTimeRate: 5 / 6 },
      { unit: 'district-875', expected: 6, received: 3, onTime: 3, rate: 0.5, onTimeRate: 0.5 },
      { unit: 'district-877', expected: 6, received: 3, onTime: 0, rate: 0.5, onTimeRate: 0 },
      { unit: 'district-871', expected: 6, received: 0, onTime: 0, rate: 0, onTimeRate: 0 },
      { unit: 'district-873', expected: 6, received: 0, onTime: 0, rate: 0, onTimeRate: 0 },
    ])
  })

  test('has no rate for a unit that owed nothing yet, leaves it last, and leaves out nobody', () => {
    const table = timelinessOf([...standings('2024-04-01'), ...standings('2025-10-01')])
    expect(table.map(({ unit }) => unit)).not.toContain(null)
    expect(
      timelinessOf(standings('2024-04-01')).map(({ expected, rate, onTimeRate }) => [expected, rate, onTimeRate]),
    ).toEqual(BY_DISTRICT.map(() => [0, null, null]))
    const early = [submit('2024-04-02', 'district-877', '2024-Q2')]
    const [first, second] = timelinessOf(standings('2024-04-02', early))
    expect(first).toEqual({ unit: 'district-877', expected: 1, received: 1, onTime: 1, rate: 1, onTimeRate: 1 })
    expect(second?.rate).toBeNull()
  })

  test('puts among equals the one first of whom more was expected', () => {
    const [period] = standings('2024-06-20').map(of => of.period)
    if (!period) throw new Error('no period')
    const onTime = (unit: string): ReportStanding => ({
      period,
      unit,
      formerly: null,
      mark: 'on-time',
      submittedOn: period.dueOn,
      lateDays: 0,
      eventId: 1,
    })
    const table = timelinessOf([onTime('district-866'), onTime('district-872'), onTime('district-872')])
    expect(table.map(({ unit }) => unit)).toEqual(['district-872', 'district-866'])
  })

  test('never has more received than expected, nor a share beyond 0 to 1', () => {
    const day = fc.integer({ min: 0, max: 900 }).map(days => addDays('2024-04-01', days))
    const unit = fc.constantFrom('district-872', 'district-866', 'commune-30055', 'commune-30061')
    const period = fc.constantFrom('2024-Q2', '2024-6M', '2024-Y', '2025-Q1', '2025-Q3', '2026-6M')
    const report = fc.tuple(day, unit, period).map(said => submit(...said))
    fc.assert(
      fc.property(day, fc.array(report, { maxLength: 10 }), fc.boolean(), (seenOn, reports, isGiven) => {
        const said = isGiven ? [...reports, setting('2024-04-02', 'districtStep', { kind: 'commune' })] : reports
        for (const row of timelinessOf(standings(seenOn, said))) {
          expect(row.received).toBeLessThanOrEqual(row.expected)
          expect(row.onTime).toBeLessThanOrEqual(row.received)
          expect(row.rate === null).toBe(row.expected === 0)
          for (const share of [row.rate ?? 0, row.onTimeRate ?? 0]) {
            expect(share).toBeGreaterThanOrEqual(0)
            expect(share).toBeLessThanOrEqual(1)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})
