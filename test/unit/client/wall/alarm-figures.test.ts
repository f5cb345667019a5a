import { expect, test } from 'vitest'
import { openAlarmFigures } from '../../../../client/wall/alarm-figures.ts'
import { EMPTY_ALARM_STATE } from '../../../../shared/alarms/state.ts'
import { alarmIdOf, targetOf } from '../../../../shared/alarms/target.ts'
import { aDraft, anAbout, happen, MINUTE, NOON, published } from '../../alarms/sample.ts'

const raised = (device: string, priority: 'low' | 'medium' | 'high', source: 'measured' | 'simulated' = 'measured') => {
  const target = targetOf.series(`${device}.ph`)
  return aDraft('alarm.raised', { target, about: anAbout(device, { source }), priority }, alarmIdOf('ph-high', target))
}

test('without alarms nothing is open and nobody waits', () =>
  expect(openAlarmFigures(EMPTY_ALARM_STATE)).toEqual({
    open: 0,
    counts: [
      { priority: 'high', count: 0 },
      { priority: 'medium', count: 0 },
      { priority: 'low', count: 0 },
    ],
    waitingSince: undefined,
    unacknowledged: 0,
    sources: new Set(),
  }))

test('open alarms are counted by priority, worst first; the one that waits longest says since when', () => {
  const first = happen(EMPTY_ALARM_STATE, [published(), raised('a', 'low', 'simulated')], NOON)
  const second = happen(first, [raised('b', 'high'), raised('c', 'low')], NOON + MINUTE)
  expect(openAlarmFigures(second)).toEqual({
    open: 3,
    counts: [
      { priority: 'high', count: 1 },
      { priority: 'medium', count: 0 },
      { priority: 'low', count: 2 },
    ],
    waitingSince: NOON,
    unacknowledged: 3,
    sources: new Set(['measured', 'simulated']),
  })
})

test('what is acknowledged stays open and waits no more', () => {
  const state = happen(EMPTY_ALARM_STATE, [published(), raised('a', 'low')], NOON)
  const seen = happen(state, [aDraft('alarm.acknowledged', {}, alarmIdOf('ph-high', targetOf.series('a.ph')))])
  expect(openAlarmFigures(seen)).toMatchObject({ open: 1, waitingSince: undefined, unacknowledged: 0 })
})
