// What an entry session at a kiosk allows by time and by unit.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  CLOCK_SLACK_MS,
  ENTRY_LIFE_MS,
  type EntryCommand,
  isRunning,
  isSendable,
  TICKET_LIFE_MS,
  wasWithin,
  withRemark,
} from '../../../shared/entry/entry.ts'
import { LIMITS } from '../../../shared/programme/decide-limits.ts'

const OPENED = 1_000_000_000
const open = { openedAt: OPENED, endedAt: null }
const ended = { openedAt: OPENED, endedAt: OPENED + 60_000 }
const anUpdate = (text: string): EntryCommand => ({
  command: 'update-task',
  data: { task: '5', status: 'in-progress', progress: null, text, files: [], year: null },
})
const textOf = (entry: EntryCommand) => (entry.command === 'update-task' ? entry.data.text : undefined)

describe('time', () => {
  test('a session runs a quarter of an hour, or until it is ended', () => {
    expect(isRunning(open, OPENED + ENTRY_LIFE_MS - 1)).toBe(true)
    expect(isRunning(open, OPENED + ENTRY_LIFE_MS)).toBe(false)
    expect(isRunning(ended, OPENED + 60_000)).toBe(false)
  })

  test('what was entered in it may arrive for three days after', () => {
    expect(isSendable(ended, OPENED + ENTRY_LIFE_MS + TICKET_LIFE_MS)).toBe(true)
    expect(isSendable(ended, OPENED + ENTRY_LIFE_MS + TICKET_LIFE_MS + 1)).toBe(false)
  })

  test('nothing was entered before it, after it, or later than now, but for what clocks differ', () => {
    const now = OPENED + 10 * ENTRY_LIFE_MS
    fc.assert(
      fc.property(fc.integer({ min: -10 * ENTRY_LIFE_MS, max: 10 * ENTRY_LIFE_MS }), offset => {
        const isIn = offset >= -CLOCK_SLACK_MS && offset <= 60_000 + CLOCK_SLACK_MS
        expect(wasWithin(ended, OPENED + offset, now)).toBe(isIn)
      }),
    )
    expect(wasWithin(open, OPENED + 30_000, OPENED + 30_000 - CLOCK_SLACK_MS)).toBe(true)
    expect(wasWithin(open, OPENED + 30_000, OPENED + 30_000 - CLOCK_SLACK_MS - 1)).toBe(false)
  })
})

describe('the remark of when it was entered', () => {
  test('stands on a line of its own, only where there is room', () => {
    expect(textOf(withRemark(anUpdate('Đã xong '), '(lúc 7 giờ)'))).toBe('Đã xong\n(lúc 7 giờ)')
    const full = 'x'.repeat(LIMITS.text.max - 3)
    expect(textOf(withRemark(anUpdate(full), 'ab'))).toHaveLength(LIMITS.text.max)
    expect(textOf(withRemark(anUpdate(full), 'abc'))).toBe(full)
  })

  test('is not written into a report', () => {
    const texts = { results: 'a', difficulties: '', proposals: '', next: '' }
    const report: EntryCommand = { command: 'submit-report', data: { unit: 'a', period: '2026-Q3', texts } }
    expect(withRemark(report, 'x')).toEqual(report)
  })
})
