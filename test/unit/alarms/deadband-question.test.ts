// Which readings a deadband is proposed from.
import { describe, expect, test } from 'vitest'
import { deadbandQuestion } from '../../../shared/alarms/deadband-question.ts'
import { CHATTER_WINDOW_MS } from '../../../shared/alarms/state.ts'
import { aDraft, after, alarmIn, aRule } from './sample.ts'

describe('a deadband is proposed', () => {
  const alarm = alarmIn(after([aDraft('alarm.raised')]))
  const newest = alarm.transitions.at(-1) ?? 0

  test('from the readings about its newest transitions, however long ago they are', () => {
    expect(newest).toBeGreaterThan(0)
    expect(deadbandQuestion(alarm, aRule())).toEqual({
      from: newest - 2 * 3_600_000,
      to: newest + CHATTER_WINDOW_MS,
      setpoint: alarm.limit,
    })
    expect(deadbandQuestion({ ...alarm, transitions: [1, 9_000_000] }, aRule())?.from).toBe(1_800_000)
  })
  test('only where it is the reading itself that is watched', () => {
    expect(deadbandQuestion(alarm, aRule({ signal: { kind: 'flood' } }))).toBeDefined()
    expect(deadbandQuestion(alarm, aRule({ signal: { kind: 'change', overMs: 60_000 } }))).toBeUndefined()
    expect(deadbandQuestion({ ...alarm, limit: null }, aRule())).toBeUndefined()
    expect(deadbandQuestion({ ...alarm, transitions: [] }, aRule())).toBeUndefined()
  })
})
