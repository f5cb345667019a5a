import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DOSSIER_MOVES,
  type DossierClock,
  dossierClock,
  newestDossier,
  newestDossiers,
  runningSince,
  stageOf,
} from '../../../shared/programme/dossier.ts'
import { DOSSIER_STAGES, type DossierStage } from '../../../shared/programme/facts.ts'
import type { DossierState } from '../../../shared/programme/state.ts'
import {
  addDays,
  addWorkingDays,
  calendarOf,
  type WorkingCalendar,
  workingDaysBetween,
} from '../../../shared/programme/working-calendar.ts'
import { shipped } from './calendar-sample.ts'
import { move, stateOn } from './standing-sample.ts'

type Step = readonly [on: string, to: DossierStage]

const dossierOf = (...steps: readonly Step[]): DossierState => ({
  village: 'my-dong',
  round: 1,
  set: 'qd-384-2023',
  moves: steps.map(([on, to], index) => ({
    to,
    on,
    unit: 'district-872',
    note: null,
    by: 'declared:Thử',
    at: index,
    eventId: index + 1,
  })),
})
const clockOn = (day: string, steps: readonly Step[], days = 10, calendar: WorkingCalendar = shipped): DossierClock =>
  dossierClock(dossierOf(...steps), calendar, days, day)

/** A Monday; its tenth working day is Monday 27 May. */
const WHOLE: Step = ['2024-05-13', 'complete']

test('the clock runs since the file was whole, anew after each pause, and not before, between or after', () => {
  const steps: Step[] = [WHOLE, ['2024-05-16', 'returned'], ['2024-05-20', 'complete'], ['2024-05-24', 'appraised']]
  const days = ['2024-05-12', '2024-05-13', '2024-05-15', '2024-05-16', '2024-05-20', '2024-05-23', '2024-05-24']
  expect(days.map(day => runningSince(dossierOf(...steps), day))).toEqual([
    undefined,
    '2024-05-13',
    '2024-05-13',
    undefined,
    '2024-05-20',
    '2024-05-20',
    undefined,
  ])
})

describe('the way of a dossier', () => {
  test('is the one of the plan, step by step', () => {
    const way: DossierStage[] = ['open', 'submitted', 'complete', 'appraised', 'consolidated', 'recognised']
    for (const [index, to] of way.slice(1).entries()) expect(DOSSIER_MOVES[way[index] ?? 'open']).toContain(to)
  })

  test('goes back for completion before and during the appraisal, and comes back whole or is submitted anew', () => {
    const returnable = DOSSIER_STAGES.filter(stage => DOSSIER_MOVES[stage].includes('returned'))
    expect(returnable).toEqual(['submitted', 'complete'])
    expect(DOSSIER_MOVES.returned).toEqual(['submitted', 'complete', 'withdrawn'])
  })

  test('may be given up until it is decided, and ends with the decision', () => {
    const ends = new Set<DossierStage>(['recognised', 'refused', 'withdrawn'])
    for (const stage of DOSSIER_STAGES) {
      if (ends.has(stage)) expect(DOSSIER_MOVES[stage]).toEqual([])
      else expect(DOSSIER_MOVES[stage]).toContain('withdrawn')
    }
    expect(DOSSIER_MOVES.consolidated).toEqual(['recognised', 'refused', 'withdrawn'])
  })

  test('begins open, never comes back there, stays nowhere, and reaches every stage', () => {
    const reached = new Set<DossierStage>(['open'])
    for (const stage of reached) for (const to of DOSSIER_MOVES[stage]) reached.add(to)
    expect([...reached].sort()).toEqual([...DOSSIER_STAGES].sort())
    for (const stage of DOSSIER_STAGES) {
      expect(DOSSIER_MOVES[stage]).not.toContain('open')
      expect(DOSSIER_MOVES[stage]).not.toContain(stage)
    }
  })

  test('stands where its last move led', () => {
    expect(stageOf(dossierOf(['2024-05-01', 'open']))).toBe('open')
    expect(stageOf(dossierOf(['2024-05-01', 'open'], ['2024-05-02', 'submitted'], WHOLE))).toBe('complete')
    expect(() => stageOf(dossierOf())).toThrow('my-dong:1')
  })

  test('is that of the newest round, whatever order rounds are kept in', () => {
    const state = stateOn('2024-06-01', [
      move('2024-05-01', 'my-dong', 'open', 2),
      move('2024-05-02', 'my-dong', 'withdrawn', 1),
      move('2024-05-03', 'an-nhon', 'open', 1),
    ])
    expect(newestDossier(state, 'my-dong')?.round).toBe(2)
    expect(newestDossier(state, 'an-nhon')?.round).toBe(1)
    expect(newestDossier(state, 'phu-cuong')).toBeUndefined()
    expect(newestDossiers(state)).toHaveLength(2)
  })
})

describe('the clock of the appraisal', () => {
  test.each([
    ['2024-05-13', { usedDays: 0, leftDays: 10, isLate: false }],
    ['2024-05-20', { usedDays: 5, leftDays: 5, isLate: false }],
    ['2024-05-27', { usedDays: 10, leftDays: 0, isLate: false }],
    ['2024-05-28', { usedDays: 11, leftDays: -1, isLate: true }],
  ])('runs from the complete dossier: %s', (day, expected) =>
    expect(clockOn(day, [WHOLE])).toEqual({ phase: 'running', dueOn: '2024-05-27', isCertain: true, ...expected }),
  )

  test('is late on the Saturday after a Friday, though no working day too many has passed', () => {
    const steps: Step[] = [['2024-05-10', 'complete']]
    expect(clockOn('2024-05-24', steps)).toMatchObject({ dueOn: '2024-05-24', usedDays: 10, isLate: false })
    expect(clockOn('2024-05-25', steps)).toMatchObject({ usedDays: 10, leftDays: 0, isLate: true })
  })

  test.each([
    ['30 April and the Saturday worked for 29 April', '2024-04-26', '2024-05-14'],
    ['Tết', '2024-02-05', '2024-02-26'],
  ])('rests over %s', (_, from, dueOn) =>
    expect(clockOn(from, [[from, 'complete']])).toMatchObject({ dueOn, isCertain: true }),
  )

  test.each<[string, readonly Step[]]>([
    ['that is open', [['2024-05-01', 'open']]],
    [
      'that is submitted',
      [
        ['2024-05-01', 'open'],
        ['2024-05-02', 'submitted'],
      ],
    ],
    [
      'that went back before it was ever whole',
      [
        ['2024-05-01', 'submitted'],
        ['2024-05-02', 'returned'],
      ],
    ],
    [
      'that was withdrawn before it was ever whole',
      [
        ['2024-05-01', 'submitted'],
        ['2024-05-02', 'withdrawn'],
      ],
    ],
    ['that will be whole tomorrow', [['2024-06-02', 'complete']]],
  ])('has not started for a dossier %s', (_, steps) =>
    expect(clockOn('2024-06-01', steps)).toEqual({
      phase: 'not-started',
      usedDays: 0,
      leftDays: 10,
      dueOn: null,
      isLate: false,
      isCertain: true,
    }),
  )

  test('stands still while the dossier is back, and nobody knows until when', () => {
    const paused = { phase: 'paused', usedDays: 3, leftDays: 7, dueOn: null, isLate: false, isCertain: true }
    expect(clockOn('2024-05-16', [WHOLE, ['2024-05-16', 'returned']])).toEqual(paused)
    expect(clockOn('2024-08-01', [WHOLE, ['2024-05-16', 'returned']])).toEqual(paused)
    expect(clockOn('2024-08-01', [WHOLE, ['2024-05-16', 'returned'], ['2024-05-20', 'submitted']])).toEqual(paused)
  })

  test('goes on with the days that are left', () => {
    const steps: Step[] = [WHOLE, ['2024-05-16', 'returned'], ['2024-05-22', 'complete']]
    expect(clockOn('2024-05-22', steps)).toMatchObject({ phase: 'running', usedDays: 3, dueOn: '2024-05-31' })
    expect(clockOn('2024-05-31', steps)).toMatchObject({ usedDays: 10, leftDays: 0, isLate: false })
    expect(clockOn('2024-06-01', steps)).toMatchObject({ dueOn: '2024-05-31', isLate: true })
  })

  test('leaves the day itself when the dossier went back on the last one', () => {
    const steps: Step[] = [WHOLE, ['2024-05-27', 'returned'], ['2024-06-03', 'complete']]
    expect(clockOn('2024-06-03', steps)).toMatchObject({ dueOn: '2024-06-03', leftDays: 0, isLate: false })
    expect(clockOn('2024-06-04', steps)).toMatchObject({ dueOn: '2024-06-03', leftDays: -1, isLate: true })
  })

  test('stays late once it was, since the day that was missed', () => {
    const late: Step[] = [WHOLE, ['2024-05-29', 'returned']]
    expect(clockOn('2024-06-10', late)).toMatchObject({ phase: 'paused', dueOn: '2024-05-27', isLate: true })
    expect(clockOn('2024-06-12', [...late, ['2024-06-11', 'complete']])).toMatchObject({
      phase: 'running',
      usedDays: 13,
      leftDays: -3,
      dueOn: '2024-05-27',
      isLate: true,
    })
  })

  test('ends with the appraisal, in time or late, and then for ever', () => {
    const inTime = { phase: 'finished', usedDays: 9, leftDays: 1, dueOn: '2024-05-27', isLate: false, isCertain: true }
    const steps: Step[] = [WHOLE, ['2024-05-24', 'appraised']]
    expect(clockOn('2024-05-24', steps)).toEqual(inTime)
    expect(clockOn('2026-11-25', steps)).toEqual(inTime)
    expect(clockOn('2026-11-25', [...steps, ['2024-06-20', 'consolidated'], ['2024-07-01', 'refused']])).toEqual(inTime)
    expect(clockOn('2026-11-25', [...steps, ['2024-06-20', 'complete']])).toEqual(inTime)
    expect(clockOn('2026-11-25', [WHOLE, ['2024-05-28', 'appraised']])).toMatchObject({ usedDays: 11, isLate: true })
  })

  test('ends when the dossier is withdrawn, running or paused', () => {
    expect(clockOn('2024-08-01', [WHOLE, ['2024-05-16', 'withdrawn']])).toMatchObject({
      phase: 'finished',
      usedDays: 3,
      isLate: false,
    })
    const paused: Step[] = [WHOLE, ['2024-05-16', 'returned'], ['2024-06-20', 'withdrawn']]
    expect(clockOn('2024-08-01', paused)).toMatchObject({ phase: 'finished', usedDays: 3, isLate: false })
  })

  test('knows nothing of what comes after the day it is read on', () => {
    const steps: Step[] = [WHOLE, ['2024-05-16', 'returned'], ['2024-05-22', 'complete'], ['2024-05-24', 'appraised']]
    expect(clockOn('2024-05-12', steps).phase).toBe('not-started')
    expect(clockOn('2024-05-15', steps)).toMatchObject({ phase: 'running', dueOn: '2024-05-27' })
    expect(clockOn('2024-05-21', steps).phase).toBe('paused')
    expect(clockOn('2024-05-23', steps)).toMatchObject({ phase: 'running', dueOn: '2024-05-31' })
    expect(clockOn('2024-05-24', steps).phase).toBe('finished')
  })

  test('takes a move dated before the one it follows to be of that one’s day', () =>
    expect(clockOn('2024-05-20', [WHOLE, ['2024-05-10', 'returned']])).toMatchObject({
      phase: 'paused',
      usedDays: 0,
      leftDays: 10,
    }))

  test('has as many days as it is given', () => {
    expect(clockOn('2024-05-13', [WHOLE], 0)).toMatchObject({ dueOn: '2024-05-13', leftDays: 0, isLate: false })
    expect(clockOn('2024-05-14', [WHOLE], 0)).toMatchObject({ dueOn: '2024-05-13', leftDays: -1, isLate: true })
    expect(clockOn('2024-05-13', [WHOLE], 15).dueOn).toBe('2024-06-03')
  })

  test('says so when it counts through a year nobody published', () => {
    expect(clockOn('2024-05-20', [WHOLE], 10, calendarOf([]))).toMatchObject({ dueOn: '2024-05-27', isCertain: false })
    const untilJanuary: Step[] = [['2027-12-27', 'complete']]
    expect(clockOn('2027-12-28', untilJanuary)).toMatchObject({ dueOn: '2028-01-10', isCertain: false })
    expect(clockOn('2027-12-28', untilJanuary, 4)).toMatchObject({ dueOn: '2027-12-31', isCertain: true })
    // The due day is known, how many days are used by now isn't.
    expect(clockOn('2028-01-05', untilJanuary, 4)).toMatchObject({ dueOn: '2027-12-31', isCertain: false })
  })
})

const dayWithin = fc.integer({ min: 0, max: 900 }).map(days => addDays('2024-01-01', days))

test('the clock never runs backwards, nor does lateness pass', () => {
  const stage = fc.constantFrom<DossierStage>('complete', 'returned', 'submitted', 'appraised', 'withdrawn')
  const steps = fc.array(fc.tuple(dayWithin, stage), { maxLength: 8 })
  fc.assert(
    fc.property(steps, dayWithin, fc.nat(200), (moves, day, later) => {
      const inOrder: Step[] = moves.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      const before = clockOn(day, inOrder)
      const after = clockOn(addDays(day, later), inOrder)
      expect(after.usedDays).toBeGreaterThanOrEqual(before.usedDays)
      expect(Number(after.isLate)).toBeGreaterThanOrEqual(Number(before.isLate))
      expect(before.usedDays + before.leftDays).toBe(10)
      expect(before.isLate && before.dueOn === null).toBe(false)
    }),
  )
})

test('a pause of k working days moves the due day by exactly k working days', () => {
  fc.assert(
    fc.property(
      dayWithin,
      fc.integer({ min: 1, max: 20 }),
      fc.nat(40),
      fc.nat(60),
      (from, days, returnedAfter, backAfter) => {
        const whole: Step = [from, 'complete']
        const due = addWorkingDays(shipped, from, days).on
        const returned = addDays(from, returnedAfter)
        fc.pre(returned < due)
        const back = addDays(returned, backAfter)
        const paused = workingDaysBetween(shipped, returned, back).days
        const clock = clockOn(back, [whole, [returned, 'returned'], [back, 'complete']], days)
        expect(clock.phase).toBe('running')
        expect(clock.dueOn).toBe(addWorkingDays(shipped, due, paused).on)
      },
    ),
  )
})
