import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wants } from '../../../server/notify/channel.ts'
import type { AlarmDraft } from '../../../shared/alarms/event.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import { EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { ALARM, ALARM_EVENT_TYPES, aDraft, aRule, eventsOf, NOON, published } from '../alarms/sample.ts'
import { aMessage, messagesAfter, writerOf } from './message-sample.ts'

const transitionsOf = async (...drafts: readonly AlarmDraft[]) =>
  (await messagesAfter(drafts)).map(message => message?.transition ?? null)
const RAISED = aDraft('alarm.raised')
const WORSE = aDraft('alarm.level-changed')
const BETTER = aDraft('alarm.level-changed', { level: 'H', priority: 'low', isSeverer: false })
const RETURNED = aDraft('alarm.returned')
const ACKNOWLEDGED = aDraft('alarm.acknowledged')

describe('what is told', () => {
  test('each transition that people outside want to know', async () => {
    expect(await transitionsOf(RAISED, WORSE, ACKNOWLEDGED, aDraft('alarm.re-alarmed'), BETTER, RETURNED)).toEqual([
      'raised',
      'worsened',
      'acknowledged',
      're-alarmed',
      null,
      'returned',
    ])
  })

  test('nothing else that happens', async () => {
    const others = ALARM_EVENT_TYPES.filter(type =>
      ['alarm.reset', 'alarm.assigned', 'alarm.commented'].includes(type),
    ).map(type => aDraft(type))
    expect(others).toHaveLength(3)
    expect(await transitionsOf(RAISED, ...others)).toEqual(['raised', null, null, null])
    expect(await messagesAfter([], { rules: [] })).toEqual([])
    const newer = { id: 3, at: NOON, actor: 'x', type: 'alarm.sung', subject: `alarm:${ALARM}`, data: {} }
    expect(await writerOf([newer]).messageOf(newer)).toBeNull()
  })

  test('nothing while the alarm is set aside, and again when that ends with the signal still there', async () => {
    for (const [begin, end] of [
      ['alarm.shelved', 'alarm.unshelved'],
      ['alarm.suppressed', 'alarm.unsuppressed'],
      ['alarm.taken-out-of-service', 'alarm.returned-to-service'],
    ] as const) {
      const aside = [RAISED, aDraft(begin), WORSE, ACKNOWLEDGED]
      expect(await messagesAfter(aside, {}), begin).toEqual([null, null, null, null])
      // The events from before aren't told late: the alarm asks anew.
      const over = await transitionsOf(...aside, aDraft(end))
      expect(over.slice(1), begin).toEqual([null, null, null, 'raised'])
      expect(await transitionsOf(RAISED, RETURNED, aDraft(begin), aDraft(end)), begin).toEqual([
        'raised',
        'returned',
        null,
        null,
      ])
    }
  })

  test('nothing of an alarm that was suppressed by design from the start', async () => {
    const quiet = aDraft('alarm.raised', { suppressed: { cause: 'hours', by: null } })
    expect(await transitionsOf(quiet, aDraft('alarm.suppressed'))).toEqual([null, null])
    expect(await transitionsOf(quiet, aDraft('alarm.suppressed'), aDraft('alarm.unsuppressed'))).toEqual([
      null,
      null,
      'raised',
    ])
  })

  test('what two nodes said twice is told once', async () => {
    expect(await transitionsOf(RAISED, RAISED, ACKNOWLEDGED, ACKNOWLEDGED, RETURNED, RETURNED)).toEqual([
      'raised',
      null,
      'acknowledged',
      null,
      'returned',
      null,
    ])
  })
})

test('a message says what stood at its event, however much happened since', async () => {
  const messages = await messagesAfter([
    RAISED,
    WORSE,
    RETURNED,
    aDraft('alarm.raised', { value: 8.7, since: NOON + 5 }),
    aDraft('alarm.acknowledged', { comment: 'đã biết' }),
  ])
  expect(messages.map(message => [message?.alarm.level, message?.value?.vi, message?.alarm.isActive])).toEqual([
    ['H', '8,6', true],
    ['HH', '9,1', true],
    ['HH', '8,3', false],
    ['H', '8,7', true],
    ['H', '8,7', true],
  ])
  expect(messages.map(message => message?.alarm.occurrence)).toEqual([2, 3, 3, 5, 5])
  expect(messages[4]).toMatchObject({ actor: 'system:alarms', comment: 'đã biết', at: NOON, event: 6 })
  expect(messages[0]).toMatchObject({ actor: null, comment: null, limit: { vi: '8,5' }, place: 'Mỹ Đông' })
  expect(messages[0]?.rule).toMatchObject({ id: 'ph-high', version: 1, action: { vi: 'Thay nước' } })
})

test('an alarm of a rule that is gone, in no village, is told with what is known', async () => {
  const [message] = await messagesAfter(
    [aDraft('alarm.raised', { about: { ...(await aMessage()).alarm.about, village: null } })],
    { rules: [] },
  )
  expect(message).toMatchObject({ place: null, value: null, limit: null, rule: null, transition: 'raised' })
})

test('of an alarm that was commented on all day the end is still told', async () => {
  const talk = Array.from({ length: 250 }, () => aDraft('alarm.commented'))
  const messages = await messagesAfter([RAISED, ...talk, RETURNED])
  expect(messages.at(-1)).toMatchObject({ transition: 'returned', alarm: { level: 'H', isActive: false } })
})

describe('the filter of a channel', () => {
  const ALL = { priorities: null, villages: null, transitions: null }

  test('lets through what each part names, and everything where it names nothing', async () => {
    const message = await aMessage({ village: 'my-dong' })
    const nowhere = await aMessage({ village: null })
    expect(wants(ALL, message)).toBe(true)
    expect(wants(ALL, nowhere)).toBe(true)
    expect(wants({ ...ALL, villages: ['my-dong'] }, message)).toBe(true)
    expect(wants({ ...ALL, villages: ['tan-thuan-tay'] }, message)).toBe(false)
    expect(wants({ ...ALL, villages: ['my-dong'] }, nowhere)).toBe(false)
    expect(wants({ ...ALL, priorities: ['low'] }, message)).toBe(true)
    expect(wants({ ...ALL, priorities: ['medium', 'high'] }, message)).toBe(false)
    expect(wants({ ...ALL, transitions: ['raised'] }, message)).toBe(true)
    expect(wants({ ...ALL, transitions: ['returned'] }, message)).toBe(false)
  })

  test('whoever was told of the rise is told of the end, at whatever level it ends', async () => {
    const high = { ...ALL, priorities: ['high'] } as const
    const told = async (...drafts: readonly AlarmDraft[]) =>
      (await messagesAfter(drafts)).map(message => message !== null && wants(high, message))
    expect(await told(RAISED, WORSE, BETTER, RETURNED)).toEqual([false, true, false, true])
    expect(await told(RAISED, RETURNED)).toEqual([false, false])
  })

  test('and not by what an earlier time was like', async () => {
    const high = { ...ALL, priorities: ['high'] } as const
    const first = eventsOf(0, [published(aRule()), RAISED, WORSE, RETURNED])
    const later = eventsOf(10, [RAISED, RETURNED], NOON + 60_000)
    const writer = writerOf([...first, ...later])
    const [message] = await Promise.all(later.slice(1).map(writer.messageOf))
    expect(message?.transition).toBe('returned')
    expect(message && wants(high, message)).toBe(false)
  })
})

test('whatever happens to an alarm, each occurrence is told once, and nothing is told while it is set aside', async () => {
  const drafts = fc.array(
    fc.constantFrom(...ALARM_EVENT_TYPES).map(type => aDraft(type)),
    { maxLength: 25 },
  )
  await fc.assert(
    fc.asyncProperty(drafts, async given => {
      const log = eventsOf(0, [published(aRule()), ...given])
      for (const [i, event] of log.entries()) {
        // As it is when nobody lags: the log ends with the event.
        const seen = log.slice(0, i + 1)
        const before = foldAlarms(EMPTY_ALARM_STATE, log.slice(0, i)).alarms.get(ALARM)
        const alarm = foldAlarms(EMPTY_ALARM_STATE, seen).alarms.get(ALARM)
        const message = await writerOf(seen).messageOf(event)
        const isQuiet = alarm ? Boolean(alarm.shelved ?? alarm.suppressed ?? alarm.outOfService) : true
        const asks = alarm !== undefined && alarm.occurrence === event.id
        const isOver = before?.isActive === true && alarm?.isActive === false
        const isSeen = before?.isAcknowledged === false && alarm?.isAcknowledged === true
        expect(message !== null).toBe(!isQuiet && (asks || isOver || isSeen))
        if (message) expect(message.alarm).toEqual(alarm)
      }
    }),
  )
})
