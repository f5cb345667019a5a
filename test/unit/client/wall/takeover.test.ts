// A high alarm takes the wall over for a minute or until somebody acknowledges it, and nothing else does.
import { expect, test } from 'vitest'
import { panelAt } from '../../../../client/wall/panel-turn.ts'
import { TAKEOVER_MS, takeoverAt } from '../../../../client/wall/takeover.ts'
import { ALARM, aDraft, after, aRule, happen, NOON } from '../../alarms/sample.ts'

const raised = (change: Parameters<typeof aDraft<'alarm.raised'>>[1] = {}, alarm?: string) =>
  aDraft('alarm.raised', { level: 'HH', priority: 'high', ...change }, alarm)

test('it stands from its annunciation to the last millisecond of its minute', () => {
  const state = after([raised()])
  expect(takeoverAt(state, NOON)?.id).toBe(ALARM)
  expect(takeoverAt(state, NOON + TAKEOVER_MS - 1)?.id).toBe(ALARM)
  expect(takeoverAt(state, NOON + TAKEOVER_MS)).toBeUndefined()
})

test.each([
  ['a medium alarm', [raised({ priority: 'medium' })]],
  ['an acknowledged one', [raised(), aDraft('alarm.acknowledged')]],
  ['one that is over', [raised(), aDraft('alarm.returned')]],
  ['a shelved one', [raised(), aDraft('alarm.shelved')]],
  ['one suppressed by design', [raised(), aDraft('alarm.suppressed')]],
] as const)('%s takes nothing over', (_name, drafts) => {
  expect(takeoverAt(after(drafts), NOON)).toBeUndefined()
})

test('the newest wins, and one that asks again takes over again', () => {
  const other = 'ph-high:series:pond-2.ph'
  const first = after([raised()], [aRule()])
  const both = happen(first, [raised({ target: 'series:pond-2.ph' }, other)], NOON + 1_000)
  expect(takeoverAt(both, NOON + 2_000)?.id).toBe(other)
  const later = NOON + 10 * TAKEOVER_MS
  const acknowledged = happen(first, [aDraft('alarm.acknowledged')], NOON + 1_000)
  const again = happen(acknowledged, [aDraft('alarm.re-alarmed')], later)
  expect(takeoverAt(again, later)?.id).toBe(ALARM)
})

test('what is not known takes nothing over', () => {
  expect(takeoverAt(undefined, NOON)).toBeUndefined()
  expect(takeoverAt(after([raised()]), undefined)).toBeUndefined()
})

test('it comes before the turn and before what the address pins', () => {
  expect([panelAt(0, null, true), panelAt(0, 'programme', true)]).toEqual(['alarms', 'alarms'])
})
