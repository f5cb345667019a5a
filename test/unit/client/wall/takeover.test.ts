// A high alarm takes the wall over for a minute or until somebody acknowledges it, and nothing else does.
import { expect, test } from 'vitest'
import { cameraOf } from '../../../../client/wall/canvas/camera-of.ts'
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

test('the map goes to it from wherever it was, and to the village of the scene otherwise', () => {
  const shown = { scene: 'village', villageId: 'my-dong' } as const
  const taken = takeoverAt(after([raised()]), NOON)
  if (!taken) throw new Error('nothing took over')
  const position = [105.8, 10.5] as const
  expect(cameraOf(shown, { ...taken, about: { ...taken.about, position } })).toEqual({ kind: 'place', position })
  expect(cameraOf(shown, { ...taken, about: { ...taken.about, position: null } })).toEqual({
    kind: 'village',
    villageId: 'my-dong',
  })
  expect([cameraOf({ scene: 'water' }, undefined), cameraOf(undefined, undefined)]).toEqual([
    { kind: 'province' },
    { kind: 'province' },
  ])
})
