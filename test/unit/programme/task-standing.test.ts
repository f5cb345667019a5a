import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TASK_STATUSES } from '../../../shared/programme/facts.ts'
import { EMPTY_STATE } from '../../../shared/programme/state.ts'
import { TASK_MARKS, type TaskStanding, taskCounts, taskStandings } from '../../../shared/programme/task-standing.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'
import { ask, close, move, type Said, setDeadline, setting, standing, stateOn, update } from './standing-sample.ts'

const HANDBOOK = '1.1'
const TRAINING = '1.2'
const RESEARCH = '1.4'
const FARM_DATA = '2.2'
const ADVICE = '3.2'
const BUDGET = '5.1'
const APPRAISAL = '6.4'

describe('a task with a day', () => {
  test.each([
    ['2024-04-30', 'on-track', 31],
    ['2024-05-01', 'due-soon', 30],
    ['2024-05-31', 'due-soon', 0],
    ['2024-06-01', 'overdue', -1],
  ])('on %s is %s', (day, mark, daysLeft) =>
    expect(standing(HANDBOOK, day)).toMatchObject({ mark, dueOn: '2024-05-31', daysLeft, doneLateDays: null }),
  )

  test('is done in time up to the last minute of its day in the province', () => {
    const done = standing(HANDBOOK, '2024-07-01', [update('2024-05-31', HANDBOOK, 'done', null, '23:59')])
    expect(done).toMatchObject({ mark: 'done', dueOn: '2024-05-31', daysLeft: null, doneLateDays: 0 })
  })

  test('is done too late from the first minute of the next', () => {
    const done = standing(HANDBOOK, '2024-07-01', [update('2024-06-01', HANDBOOK, 'done', null, '00:01')])
    expect(done).toMatchObject({ mark: 'done', doneLateDays: 1 })
  })

  test('counts the first time it was said to be done', () => {
    const said = [update('2024-05-20', HANDBOOK, 'done'), update('2024-06-20', HANDBOOK, 'done')]
    expect(standing(HANDBOOK, '2024-07-01', said)).toMatchObject({ mark: 'done', doneLateDays: 0 })
  })

  test('is open again when somebody says so', () => {
    const said = [update('2024-05-20', HANDBOOK, 'done'), update('2024-05-25', HANDBOOK, 'in-progress')]
    expect(standing(HANDBOOK, '2024-06-05', said)).toMatchObject({ mark: 'overdue', daysLeft: -5, doneLateDays: null })
  })

  test('that is stopped has no days left, and its day can still be read', () => {
    const said = [update('2024-05-20', HANDBOOK, 'stopped')]
    expect(standing(HANDBOOK, '2024-06-05', said)).toMatchObject({
      mark: 'stopped',
      dueOn: '2024-05-31',
      daysLeft: null,
    })
  })

  test('has the day set in the place of the plan’s', () => {
    const said = [setDeadline('2024-05-20', HANDBOOK, { kind: 'day', day: '2024-07-15' })]
    const found = standing(HANDBOOK, '2024-06-01', said)
    expect(found).toMatchObject({ mark: 'on-track', dueOn: '2024-07-15', daysLeft: 44 })
    expect(found.deadline).toEqual({ kind: 'day', day: '2024-07-15' })
    expect(found.task.deadline).toEqual({ kind: 'month', month: '2024-05', thenOngoing: false })
  })

  test('is soon when the setting says so', () => {
    const said = [setting('2024-04-05', 'dueSoonDays', 10)]
    expect(standing(HANDBOOK, '2024-05-20', said).mark).toBe('on-track')
    expect(standing(HANDBOOK, '2024-05-21', said).mark).toBe('due-soon')
  })
})

describe('a task with a day that goes on afterwards', () => {
  const later = setDeadline('2024-04-02', FARM_DATA, { kind: 'quarter', year: 2024, quarter: 2, thenOngoing: true })
  const early = [later, update('2024-04-10', FARM_DATA, 'done')]
  const late = [later, update('2024-07-10', FARM_DATA, 'done')]

  test.each([
    ['2024-06-30', 'done', null],
    ['2024-07-01', 'on-track', 1],
    ['2024-09-28', 'on-track', 90],
    ['2024-09-29', 'silent', 91],
  ])('done early, on %s it is %s: silence begins with its day', (day, mark, silentDays) =>
    expect(standing(FARM_DATA, day, early)).toMatchObject({
      mark,
      silentDays,
      dueOn: '2024-06-30',
      daysLeft: null,
      doneLateDays: 0,
    }),
  )

  test.each([
    ['2024-07-09', 'overdue', null, null],
    ['2024-07-10', 'on-track', 0, 10],
    ['2024-10-08', 'on-track', 90, 10],
    ['2024-10-09', 'silent', 91, 10],
  ])('done late, on %s it is %s', (day, mark, silentDays, doneLateDays) =>
    expect(standing(FARM_DATA, day, late)).toMatchObject({ mark, silentDays, doneLateDays }),
  )

  test('keeps the day it was done when the next word is that it goes on', () => {
    const said = [...early, update('2024-08-01', FARM_DATA, 'in-progress')]
    expect(standing(FARM_DATA, '2024-08-11', said)).toMatchObject({
      mark: 'on-track',
      silentDays: 10,
      doneLateDays: 0,
    })
  })

  test('is heard again with the next word, and was done when it was', () => {
    const said = [...late, update('2024-10-01', FARM_DATA, 'done')]
    expect(standing(FARM_DATA, '2024-10-09', said)).toMatchObject({
      mark: 'on-track',
      silentDays: 8,
      doneLateDays: 10,
    })
  })

  test('goes on after a month as after a quarter', () => {
    const monthly = setDeadline('2024-04-02', HANDBOOK, { kind: 'month', month: '2024-05', thenOngoing: true })
    const said = [monthly, update('2024-05-20', HANDBOOK, 'done')]
    expect(standing(HANDBOOK, '2024-05-31', said)).toMatchObject({ mark: 'done', silentDays: null })
    expect(standing(HANDBOOK, '2024-06-01', said)).toMatchObject({ mark: 'on-track', silentDays: 1 })
  })
})

describe('a yearly task', () => {
  const inTime = update('2024-11-15', BUDGET, 'done', 2024)

  test.each<[string, readonly Said[], string, string, number | null]>([
    ['2024-04-01', [], 'on-track', '2024-12-31', 274],
    ['2024-11-30', [], 'on-track', '2024-12-31', 31],
    ['2024-12-01', [], 'due-soon', '2024-12-31', 30],
    ['2024-12-31', [], 'due-soon', '2024-12-31', 0],
    ['2025-01-01', [], 'overdue', '2024-12-31', -1],
    ['2025-12-15', [], 'overdue', '2024-12-31', -349],
    ['2026-01-01', [], 'overdue', '2025-12-31', -1],
    ['2024-12-31', [inTime], 'done', '2024-12-31', null],
    ['2025-01-01', [inTime], 'on-track', '2025-12-31', 364],
    ['2026-01-01', [inTime], 'overdue', '2025-12-31', -1],
  ])('on %s', (day, said, mark, dueOn, daysLeft) =>
    expect(standing(BUDGET, day, said)).toMatchObject({ mark, dueOn, daysLeft }),
  )

  test('is made up for afterwards', () => {
    const said = [update('2025-02-10', BUDGET, 'done', 2024)]
    expect(standing(BUDGET, '2025-02-09', said).mark).toBe('overdue')
    expect(standing(BUDGET, '2025-02-10', said)).toMatchObject({ mark: 'on-track', dueOn: '2025-12-31' })
  })

  test('done this year is done, whatever last year was', () =>
    expect(standing(BUDGET, '2025-06-01', [update('2025-05-01', BUDGET, 'done', 2025)])).toMatchObject({
      mark: 'done',
      doneLateDays: 0,
    }))

  test('of the year before last is history', () =>
    expect(standing(BUDGET, '2026-06-01', [update('2025-05-01', BUDGET, 'done', 2025)])).toMatchObject({
      mark: 'on-track',
      dueOn: '2026-12-31',
    }))

  test('said to be done without a year is done for the year it was said in', () => {
    const said = [update('2025-03-01', BUDGET, 'done')]
    expect(standing(BUDGET, '2025-03-02', said).mark).toBe('done')
    expect(standing(BUDGET, '2026-01-01', said)).toMatchObject({ mark: 'on-track', dueOn: '2026-12-31' })
    expect(standing(BUDGET, '2027-01-01', said).mark).toBe('overdue')
  })

  test('can be taken back for a year', () =>
    expect(standing(BUDGET, '2025-01-01', [inTime, update('2024-12-01', BUDGET, 'in-progress', 2024)]).mark).toBe(
      'overdue',
    ))

  test('asks nothing for the years before the plan', () =>
    expect(standing(BUDGET, '2024-04-01')).toMatchObject({ mark: 'on-track', dueOn: '2024-12-31' }))
})

describe('all tasks together', () => {
  test('are none before there is a plan', () => {
    expect(taskStandings(EMPTY_STATE, '2024-05-01')).toEqual([])
    expect(taskStandings(stateOn('2024-03-31'), '2024-03-31')).toEqual([])
  })

  test('are counted by mark', () =>
    expect(taskCounts(taskStandings(stateOn('2024-05-01'), '2024-05-01'))).toEqual({
      overdue: 1,
      silent: 0,
      'due-soon': 1,
      'on-track': 16,
      waiting: 4,
      'no-date': 5,
      done: 0,
      stopped: 0,
    }))

  test('have one mark each, and figures that agree with it, whatever was said', () => {
    const first = '2024-04-01'
    const dayWithin = fc.integer({ min: 0, max: 1_200 }).map(days => addDays(first, days))
    const task = fc.constantFrom(HANDBOOK, TRAINING, RESEARCH, FARM_DATA, ADVICE, BUDGET, APPRAISAL, '2.1', '7.5')
    const word = fc.oneof(
      fc
        .tuple(dayWithin, task, fc.constantFrom(...TASK_STATUSES), fc.constantFrom(null, 2024, 2025))
        .map(said => update(...said)),
      fc.tuple(dayWithin, task).map(([day, id]) => ask(day, id, 'r1')),
      fc.tuple(dayWithin, task).map(([day, id]) => close(day, id, 'r1')),
      fc
        .tuple(dayWithin, fc.constantFrom('complete', 'returned', 'appraised', 'withdrawn'))
        .map(([day, to]) => move(day, 'my-dong', to)),
      fc.tuple(dayWithin, task, dayWithin).map(([on, id, day]) => setDeadline(on, id, { kind: 'day', day })),
    )
    fc.assert(
      fc.property(dayWithin, fc.array(word, { maxLength: 12 }), (day, said) => {
        const standings = taskStandings(stateOn(day, said), day)
        expect(standings).toHaveLength(27)
        const counts = taskCounts(standings)
        expect(TASK_MARKS.reduce((sum, mark) => sum + counts[mark], 0)).toBe(27)
        for (const one of standings) expectAgreement(one)
      }),
      { numRuns: 60 },
    )
  })
})

function expectAgreement({ deadline, mark, dueOn, daysLeft, silentDays, doneLateDays }: TaskStanding): void {
  expect(TASK_MARKS).toContain(mark)
  expect(mark === 'overdue').toBe(daysLeft !== null && daysLeft < 0)
  const isSoon = daysLeft !== null && daysLeft >= 0 && daysLeft <= 30
  // A clock of ten working days counts them, not the days of the calendar.
  if (deadline.kind !== 'working-days') expect(mark === 'due-soon').toBe(isSoon)
  else if (mark === 'due-soon') expect(isSoon).toBe(true)
  expect(mark === 'silent').toBe(silentDays !== null && silentDays > 90)
  if (daysLeft !== null) expect(dueOn).not.toBeNull()
  if (doneLateDays !== null) expect(doneLateDays).toBeGreaterThanOrEqual(0)
}
