// What the map says of a device's alarms: the worst that is open, and not what its own sign of silence says already.
import { expect, test } from 'vitest'
import { alarmMarks } from '../../../../client/alarms/alarm-marks.ts'
import { aDraft, after, anAbout, aRule } from '../../alarms/sample.ts'

const LOW = aRule({ id: 'ph-low' })
const lowRaised = aDraft('alarm.raised', { rule: 'ph-low', priority: 'low' }, 'ph-low:series:pond-1.ph')
const highRaised = aDraft('alarm.raised', { priority: 'high' })

test('a device has the mark of its worst open alarm', () => {
  expect(alarmMarks(after([lowRaised, highRaised], [aRule(), LOW]))).toEqual(new Map([['pond-1', 'critical']]))
  expect(alarmMarks(after([highRaised, lowRaised], [aRule(), LOW]))).toEqual(new Map([['pond-1', 'critical']]))
})

test.each([
  ['returned', [highRaised, aDraft('alarm.returned')]],
  ['shelved', [highRaised, aDraft('alarm.shelved')]],
  ['of no device', [aDraft('alarm.raised', { about: anAbout('pond-1', { device: null }) })]],
] as const)('an alarm that is %s leaves no mark', (_name, drafts) => {
  expect(alarmMarks(after(drafts)).size).toBe(0)
})

test('silence has a sign of its own', () => {
  const silence = aRule({ signal: { kind: 'silence', of: 'series' } })
  expect(alarmMarks(after([highRaised], [silence])).size).toBe(0)
  const offline = aDraft('alarm.raised', { about: anAbout('pond-1', { quantity: 'online' }) })
  expect(alarmMarks(after([offline])).size).toBe(0)
})

test('unknown alarms leave no mark', () => {
  expect(alarmMarks(undefined).size).toBe(0)
})
