// The log as it is read, and moments as they are typed.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstOf, logGroups, textOf } from '../../../../client/desk/log-groups.ts'
import { isClock, momentOf, shortMoment, typedMoment } from '../../../../client/desk/moment-text.ts'
import { startOfShift } from '../../../../shared/desk/shift-times.ts'
import type { LogEntry } from '../../../../shared/desk/state.ts'

const NOON = Date.parse('2026-11-26T12:00:00+07:00')
const HOUR = 3_600_000
const entryAt = (happenedAt: number, id = String(happenedAt)): LogEntry => ({
  id,
  text: 'đầu',
  happenedAt,
  village: null,
  alarms: [],
  kind: 'note',
  by: 'person:Lan · Sở',
  writtenAt: happenedAt,
  corrections: [],
  version: 1,
})
const ids = (groups: ReturnType<typeof logGroups>) => groups.map(({ entries }) => entries.map(({ id }) => id))

describe('the log', () => {
  test('is newest first under its shift, by when things happened, whenever they were written', () => {
    const entries = [entryAt(NOON - 6 * HOUR, 'night'), entryAt(NOON, 'noon'), entryAt(NOON - HOUR, 'morning')]
    expect(ids(logGroups(entries))).toEqual([['noon', 'morning'], ['night']])
  })

  test('loses no entry and keeps each under its own shift', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: NOON - 99 * HOUR, max: NOON })), times => {
        const groups = logGroups(times.map(at => entryAt(at)))
        expect(groups.flatMap(({ entries }) => entries).length).toBe(times.length)
        for (const { shiftAt, entries } of groups)
          for (const { happenedAt } of entries) expect(startOfShift(happenedAt)).toBe(shiftAt)
      }),
    )
  })

  test('shows so many at first, and as many more as it takes to hold the one that is asked for', () => {
    const groups = logGroups([0, 1, 2, 9, 10].map(hours => entryAt(NOON - hours * HOUR, `e${hours}`)))
    expect(ids(firstOf(groups, 2, undefined).groups)).toEqual([['e0', 'e1']])
    expect(firstOf(groups, 2, undefined).rest).toBe(3)
    expect(ids(firstOf(groups, 2, 'e9').groups)).toEqual([['e0', 'e1', 'e2'], ['e9']])
    expect(firstOf(groups, 2, 'e9').rest).toBe(1)
    expect(firstOf(groups, 5, 'nobody')).toEqual({ groups, rest: 0 })
  })

  test('says what was corrected last', () => {
    const corrections = ['hai', 'ba'].map(text => ({ text, by: 'x', at: NOON }))
    expect([textOf(entryAt(NOON)), textOf({ ...entryAt(NOON), corrections })]).toEqual(['đầu', 'ba'])
  })
})

describe('a moment', () => {
  test.each(['7:05', '07:05', '07h05', '7.05', ' 07:05 '])('is understood as it is typed: %s', clock =>
    expect(momentOf({ day: '2026-11-26', clock })).toBe(Date.parse('2026-11-26T07:05:00+07:00')),
  )

  test.each(['24:00', '7:5', '7', '', '07:60', 'x'])('is none: %s', clock => {
    expect(isClock(clock)).toBe(false)
    expect(momentOf({ day: '2026-11-26', clock })).toBeUndefined()
  })

  test('without a day is none', () => expect(momentOf({ day: undefined, clock: '07:05' })).toBeUndefined())

  test('typed and read again is the same, to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000_000 }), minutes => {
        expect(momentOf(typedMoment(minutes * 60_000))).toBe(minutes * 60_000)
      }),
    )
  })

  test('of another day says which', () => {
    expect(shortMoment(NOON, NOON + HOUR)).toBe('12:00')
    expect(shortMoment(NOON, NOON + 12 * HOUR)).toBe('12:00 26/11')
  })
})
