// What the forms of tasks make of what is entered, and what they offer at all.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePercent } from '../../../../client/kit/percent-field.tsx'
import { sortFrom, sortText } from '../../../../client/kit/table-sort.ts'
import {
  DEADLINE_KINDS,
  type DeadlineEntry,
  deadlineFrom,
  entryOf,
  missingParts,
  yearsFor,
} from '../../../../client/programme/tasks/deadline-entry.ts'
import { milestoneTable } from '../../../../client/programme/tasks/milestone-cells.ts'
import { deadlineSetBy, isTaskEvent } from '../../../../client/programme/tasks/task-history-lines.ts'
import { countedYears, progressAfter, statusesOf } from '../../../../client/programme/tasks/task-statuses.ts'
import type { AnyEvent } from '../../../../shared/programme/event.ts'
import type { Deadline } from '../../../../shared/programme/facts.ts'
import { stateOn, units } from '../../programme/standing-sample.ts'

const DAY = '2026-11-25'
const view = { state: stateOn(DAY), units, day: DAY, isPast: false, asOf: undefined, basis: 'today' } as const

describe('a deadline', () => {
  const deadlines = [
    { kind: 'day', day: '2026-12-08' },
    { kind: 'month', month: '2027-03', thenOngoing: true },
    { kind: 'month', month: '2027-11', thenOngoing: false },
    { kind: 'quarter', year: 2027, quarter: 4, thenOngoing: false },
    { kind: 'working-days', days: 10, after: 'dossier-complete' },
    ...(['yearly', 'periodic', 'ongoing', 'on-request', 'by-plan'] as const).map(kind => ({ kind })),
  ] as const satisfies readonly Deadline[]
  test.each(deadlines)('$kind is entered part by part and made of its parts again', deadline => {
    expect(deadlineFrom(entryOf(deadline, DAY))).toEqual(deadline)
  })
  test('that isn’t known begins as a day that must be entered', () => {
    expect(entryOf({ kind: 'unknown' }, DAY).kind).toBe('day')
    expect(deadlineFrom(entryOf({ kind: 'unknown' }, DAY))).toBeUndefined()
  })
  test('isn’t made while a part of it is missing', () => {
    const empty: DeadlineEntry = {
      kind: 'day',
      day: undefined,
      month: undefined,
      quarter: undefined,
      year: undefined,
      days: undefined,
      thenOngoing: false,
    }
    const incomplete = DEADLINE_KINDS.filter(kind => deadlineFrom({ ...empty, kind }) === undefined)
    expect(incomplete).toEqual(['day', 'month', 'quarter', 'working-days'])
    expect(deadlineFrom({ ...empty, kind: 'month', month: 5 })).toBeUndefined()
    expect(deadlineFrom({ ...empty, kind: 'quarter', year: 2027 })).toBeUndefined()
    expect(missingParts({ ...empty, kind: 'month', month: 5 })).toEqual(['deadline.year'])
    expect(missingParts({ ...empty, kind: 'quarter' })).toEqual(['deadline.quarter', 'deadline.year'])
    expect(missingParts({ ...empty, kind: 'ongoing' })).toEqual([])
  })
  test('may lie in this year or the ten after it, or where it lies already', () => {
    const coming = yearsFor({ year: 2026 }, DAY)
    expect([coming[0], coming.at(-1), coming.length]).toEqual([2026, 2036, 11])
    expect(yearsFor({ year: 2024 }, DAY)).toEqual([2024, ...coming])
    expect(yearsFor({ year: undefined }, DAY)).toEqual(coming)
  })
})

describe('an update', () => {
  test('offers to be done only for what can be done', () => {
    expect(statusesOf(view, '1.1')).toEqual(['not-started', 'in-progress', 'done', 'stopped'])
    expect(statusesOf(view, '1.4')).toEqual(['not-started', 'in-progress', 'stopped'])
    expect(statusesOf(view, '6.4')).not.toContain('done')
    expect(statusesOf(view, '5.1')).toContain('done')
  })
  test('of something done is all of it, of something not begun none, else as it was', () => {
    expect([progressAfter('done', 30), progressAfter('not-started', 30)]).toEqual([100, 0])
    expect([progressAfter('in-progress', 30), progressAfter('stopped', undefined)]).toEqual([30, undefined])
  })
  test('counts for a year only where the task comes back every year', () => {
    expect(countedYears({ kind: 'yearly' }, 2024, 2026)).toEqual([2026, 2025, 2024])
    expect(countedYears({ kind: 'yearly' }, 2027, 2026)).toEqual([2026])
    expect(countedYears({ kind: 'ongoing' }, 2024, 2026)).toBeUndefined()
  })
})

test('a share is whole and from 0 to 100', () => {
  expect(['0', '100', ' 65 % ', '65%'].map(parsePercent)).toEqual([0, 100, 65, 65])
  expect(['101', '-1', '6,5', '', 'nửa', '1.000'].map(parsePercent)).toEqual(Array(6).fill(undefined))
})

test('an order of rows comes back from the address as it went in', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-zA-Z]*$/), fc.constantFrom('ascending', 'descending'), (key, direction) => {
      expect(sortFrom(sortText({ key, direction }) ?? null)).toEqual({ key, direction })
    }),
  )
  expect([sortText(undefined), sortFrom(null), sortFrom(''), sortFrom('-')]).toEqual(Array(4).fill(undefined))
})

describe('the history of a task', () => {
  const event = (id: number, type: string, data: object): AnyEvent => ({
    id,
    at: id * 1_000,
    actor: `declared:Lan ${id}`,
    subject: 'task:1.1',
    type,
    data,
  })
  test('knows who set the deadline that counts: the newest', () => {
    const events = [
      event(9, 'programme.task-updated', {}),
      event(7, 'programme.task-deadline-set', { deadline: { kind: 'ongoing' }, reason: 'giao ban' }),
      event(3, 'programme.task-deadline-set', { deadline: { kind: 'yearly' }, reason: null }),
    ]
    expect(deadlineSetBy(events)).toEqual({ by: 'declared:Lan 7', at: 7_000, reason: 'giao ban' })
    expect(deadlineSetBy(events.slice(0, 1))).toBeUndefined()
  })
  test('tells events of a newer station apart', () => {
    expect(isTaskEvent(event(1, 'programme.task-requested', {}))).toBe(true)
    expect(isTaskEvent(event(1, 'programme.task-dreamt', {}))).toBe(false)
    expect(isTaskEvent(event(1, 'programme.obstacle-raised', {}))).toBe(false)
  })
})

test('the milestones of the plan make a table of its districts', () => {
  const table = milestoneTable(view)
  expect(table.milestones.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'm4'])
  expect(table.units.map(({ name }) => name)).toHaveLength(6)
  expect(table.cellOf('district-872', 'm1')?.mark).toBe('overdue')
  expect(table.cellOf('district-872', 'm3')?.mark).toBe('no-date')
  expect(table.cellOf('district-867', 'm1')).toBeUndefined()
  expect(table.nextOpen).toMatchObject({ mark: 'overdue', milestone: { id: 'm1' } })
  expect(table.reachedBy('district-872')).toEqual({ reached: 0, asked: 4 })
})
