// The 27 tasks of the plan at four dates, worked out by hand from the plan and never by running the rules.
import { describe, expect, test } from 'vitest'
import { type TaskStanding, taskStandings } from '../../../shared/programme/task-standing.ts'
import { ask, type Said, stateOn, update } from './standing-sample.ts'

const DATES = ['2024-05-01', '2024-06-01', '2025-07-01', '2026-11-25'] as const
type Row = readonly [string, string, string, string]

/** Mark, due day, days left: nobody ever said a word. The plan counts from 2024-04-01; soon is 30 days, silent is over 90. */
const NOTHING_SAID: Readonly<Record<string, Row>> = {
  '1.1': ['due-soon 2024-05-31 30', 'overdue 2024-05-31 -1', 'overdue 2024-05-31 -396', 'overdue 2024-05-31 -908'],
  '1.2': ['on-track', 'on-track', 'silent', 'silent'],
  '1.3': ['waiting', 'waiting', 'waiting', 'waiting'],
  '1.4': ['on-track', 'on-track', 'silent', 'silent'],
  '1.5': ['on-track', 'on-track', 'silent', 'silent'],
  '2.1': ['no-date', 'no-date', 'no-date', 'no-date'],
  '2.2': ['overdue 2024-03-31 -31', 'overdue 2024-03-31 -62', 'overdue 2024-03-31 -457', 'overdue 2024-03-31 -969'],
  '2.3': ['on-track 2025-06-30 425', 'on-track 2025-06-30 394', 'overdue 2025-06-30 -1', 'overdue 2025-06-30 -513'],
  '3.1': ['on-track', 'on-track', 'silent', 'silent'],
  '3.2': ['waiting', 'waiting', 'waiting', 'waiting'],
  '3.3': ['on-track', 'on-track', 'silent', 'silent'],
  '3.4': ['on-track', 'on-track', 'silent', 'silent'],
  '4.1': ['no-date', 'no-date', 'no-date', 'no-date'],
  '4.2': ['on-track', 'on-track', 'silent', 'silent'],
  '5.1': ['on-track 2024-12-31 244', 'on-track 2024-12-31 213', 'overdue 2024-12-31 -182', 'overdue 2025-12-31 -329'],
  '5.2': ['on-track', 'on-track', 'silent', 'silent'],
  '5.3': ['on-track', 'on-track', 'silent', 'silent'],
  '6.1': ['on-track', 'on-track', 'silent', 'silent'],
  '6.2': ['on-track', 'on-track', 'silent', 'silent'],
  '6.3': ['on-track', 'on-track', 'silent', 'silent'],
  '6.4': ['waiting', 'waiting', 'waiting', 'waiting'],
  '6.5': ['on-track', 'on-track', 'silent', 'silent'],
  '7.1': ['no-date', 'no-date', 'no-date', 'no-date'],
  '7.2': ['no-date', 'no-date', 'no-date', 'no-date'],
  '7.3': ['on-track', 'on-track', 'silent', 'silent'],
  '7.4': ['waiting', 'waiting', 'waiting', 'waiting'],
  '7.5': ['no-date', 'no-date', 'no-date', 'no-date'],
}

/** A few words, and then nothing more. */
const A_FEW_WORDS: readonly Said[] = [
  update('2024-04-10', '2.2', 'done'),
  ask('2024-05-10', '1.3', 'r1'),
  update('2024-05-15', '2.3', 'in-progress'),
  update('2024-05-20', '1.1', 'done'),
  update('2024-11-15', '5.1', 'done', 2024),
]
/** What becomes of those five: mark, due day, days left; days done too late; days silent. The other 22 stay as they were. */
const THEN: Readonly<Record<string, Row>> = {
  '1.1': ['due-soon 2024-05-31 30', 'done 2024-05-31 late 0', 'done 2024-05-31 late 0', 'done 2024-05-31 late 0'],
  '1.3': ['waiting', 'on-track silent 22', 'silent silent 417', 'silent silent 929'],
  '2.2': [
    'on-track 2024-03-31 late 10 silent 21',
    'on-track 2024-03-31 late 10 silent 52',
    'silent 2024-03-31 late 10 silent 447',
    'silent 2024-03-31 late 10 silent 959',
  ],
  '2.3': ['on-track 2025-06-30 425', 'on-track 2025-06-30 394', 'overdue 2025-06-30 -1', 'overdue 2025-06-30 -513'],
  '5.1': ['on-track 2024-12-31 244', 'on-track 2024-12-31 213', 'on-track 2025-12-31 183', 'overdue 2025-12-31 -329'],
}

const inWords = ({ mark, dueOn, daysLeft }: TaskStanding): string =>
  [mark, dueOn, daysLeft].filter(part => part !== null).join(' ')

const inMoreWords = (standing: TaskStanding): string =>
  [
    inWords(standing),
    ...(standing.doneLateDays === null ? [] : [`late ${standing.doneLateDays}`]),
    ...(standing.silentDays === null ? [] : [`silent ${standing.silentDays}`]),
  ].join(' ')

const columnOf = (rows: Readonly<Record<string, Row>>, column: number) =>
  Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, row[column]]))

describe.each(DATES.map((date, column) => ({ date, column })))('the 27 tasks on $date', ({ date, column }) => {
  test('when nobody ever said a word', () => {
    const standings = taskStandings(stateOn(date), date)
    expect(standings).toHaveLength(27)
    expect(Object.fromEntries(standings.map(one => [one.task.id, inWords(one)]))).toEqual(
      columnOf(NOTHING_SAID, column),
    )
  })

  test('after a few words', () => {
    const standings = taskStandings(stateOn(date, A_FEW_WORDS), date)
    const written = standings.map(one => [one.task.id, one.task.id in THEN ? inMoreWords(one) : inWords(one)])
    expect(Object.fromEntries(written)).toEqual({ ...columnOf(NOTHING_SAID, column), ...columnOf(THEN, column) })
  })
})

test('silence is counted from the first day of the plan', () => {
  const silentOn = (day: string) =>
    taskStandings(stateOn(day), day).flatMap(({ silentDays }) => (silentDays === null ? [] : [silentDays]))
  // 3 periodic and 11 ongoing tasks.
  expect(silentOn('2024-05-01')).toEqual(Array.from({ length: 14 }, () => 30))
  expect(silentOn('2024-06-01')).toEqual(Array.from({ length: 14 }, () => 61))
  expect(silentOn('2025-07-01')).toEqual(Array.from({ length: 14 }, () => 456))
  expect(silentOn('2026-11-25')).toEqual(Array.from({ length: 14 }, () => 968))
})
