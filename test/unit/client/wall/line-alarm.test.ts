// The wall's line tells the newest alarm of the field that waits for somebody, and gives way to the programme's news otherwise.
import { expect, test } from 'vitest'
import { LOW_ON_LINE_MS, lineAlarmOf } from '../../../../client/wall/line-alarm.ts'
import { openAlarms } from '../../../../shared/alarms/standing.ts'
import type { AlarmState } from '../../../../shared/alarms/state.ts'
import { ALARM, aDraft, after, anAbout, happen, NOON } from '../../alarms/sample.ts'

const onLine = (state: AlarmState, now = NOON) => lineAlarmOf(openAlarms(state), now)?.id
const OTHER = 'ph-high:series:pond-2.ph'
const raised = aDraft('alarm.raised', { priority: 'medium' })

test('the newest that asks, whatever its priority', () => {
  const later = happen(after([raised]), [aDraft('alarm.raised', { priority: 'low' }, OTHER)], NOON + 1)
  expect(onLine(later, NOON + 1)).toBe(OTHER)
  expect(onLine(happen(later, [aDraft('alarm.acknowledged', {}, OTHER)], NOON + 2), NOON + 2)).toBe(ALARM)
})

test('a low one for its time only, a medium one until somebody acknowledges it', () => {
  const low = after([aDraft('alarm.raised', { priority: 'low' })])
  expect(onLine(low, NOON + LOW_ON_LINE_MS - 1)).toBe(ALARM)
  expect(onLine(low, NOON + LOW_ON_LINE_MS)).toBeUndefined()
  expect(onLine(after([raised]), NOON + 100 * LOW_ON_LINE_MS)).toBe(ALARM)
})

test('no deadline of the programme, and nothing when all are acknowledged', () => {
  const about = anAbout('pond-1', { device: null, series: null })
  expect(onLine(after([aDraft('alarm.raised', { priority: 'high', about })]))).toBeUndefined()
  expect(onLine(after([raised, aDraft('alarm.acknowledged')]))).toBeUndefined()
})
