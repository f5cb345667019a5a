import { describe, expect, test } from 'vitest'
import { type EventData, subjectOf } from '../../../shared/programme/event.ts'
import { obstacleStandings } from '../../../shared/programme/obstacle-standing.ts'
import { type Said, say, stateOn } from './standing-sample.ts'

type To = EventData['programme.obstacle-moved']['to']

const raise = (on: string, id: string): Said =>
  say(on, {
    type: 'programme.obstacle-raised',
    subject: subjectOf.obstacle(id),
    data: { kind: 'obstacle', title: 'Vướng', text: 'x', unit: 'district-872', village: null, task: null, on },
  })
const moveTo = (on: string, id: string, to: To, dueOn: string | null = null): Said =>
  say(on, {
    type: 'programme.obstacle-moved',
    subject: subjectOf.obstacle(id),
    data: { to, unit: 'so-khcn', text: 'x', dueOn, on },
  })
const seen = (day: string, said: readonly Said[]) =>
  obstacleStandings(stateOn(day, said), day).map(({ item, ...standing }) => ({ id: item.id, ...standing }))

describe('an obstacle', () => {
  const raised = raise('2024-05-01', 'a')

  test('has an age and a waiting time from the day it is raised', () => {
    expect(seen('2024-05-01', [raised])).toEqual([
      { id: 'a', ageDays: 0, isOpen: true, isOverdue: false, waitingDays: 0 },
    ])
    expect(seen('2024-06-01', [raised])).toEqual([
      { id: 'a', ageDays: 31, isOpen: true, isOverdue: false, waitingDays: 31 },
    ])
  })

  test.each<To>(['assigned', 'answered', 'escalated', 'raised'])('that is %s is open and waits anew', to =>
    expect(seen('2024-06-01', [raised, moveTo('2024-05-20', 'a', to)])).toEqual([
      { id: 'a', ageDays: 31, isOpen: true, isOverdue: false, waitingDays: 12 },
    ]),
  )

  test('is overdue from the day after the day that was named', () => {
    const said = [raised, moveTo('2024-05-10', 'a', 'assigned', '2024-05-20')]
    expect(seen('2024-05-20', said)[0]?.isOverdue).toBe(false)
    expect(seen('2024-05-21', said)[0]?.isOverdue).toBe(true)
    expect(seen('2024-05-21', [...said, moveTo('2024-05-21', 'a', 'escalated', '2024-06-20')])[0]?.isOverdue).toBe(
      false,
    )
  })

  test('that is resolved keeps the age it had, waits for nobody and is overdue no more', () => {
    const said = [
      raised,
      moveTo('2024-05-10', 'a', 'assigned', '2024-05-20'),
      moveTo('2024-05-25', 'a', 'resolved', '2024-05-20'),
    ]
    expect(seen('2026-11-25', said)).toEqual([
      { id: 'a', ageDays: 24, isOpen: false, isOverdue: false, waitingDays: null },
    ])
  })
})

test('open obstacles come first, then the oldest, then by id', () => {
  const said = [
    raise('2024-05-01', 'solved-old'),
    raise('2024-05-02', 'solved-young'),
    raise('2024-05-05', 'young'),
    raise('2024-05-03', 'b'),
    raise('2024-05-03', 'a'),
    moveTo('2024-05-06', 'solved-old', 'resolved'),
    moveTo('2024-05-04', 'solved-young', 'resolved'),
  ]
  expect(seen('2024-06-01', said).map(({ id }) => id)).toEqual(['a', 'b', 'young', 'solved-old', 'solved-young'])
  expect(seen('2024-06-01', said.toReversed()).map(({ id }) => id)).toEqual([
    'a',
    'b',
    'young',
    'solved-old',
    'solved-young',
  ])
})

test('there are none at first', () => expect(seen('2024-06-01', [])).toEqual([]))
