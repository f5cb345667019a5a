import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  eventNamed,
  identifierOf,
  type LoggedEvent,
  MAX_REFERENCES,
  MAX_RENEWALS,
  messagesOf,
  RENEW_MS,
} from '../../../server/cap/messages.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import { EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import { ALARM, eventsOf, levelChanged, MINUTE, messagesAfter, raised, returned, T0 } from './cap-sample.ts'

const told = (events: readonly LoggedEvent[], minutes: number) =>
  messagesAfter(events, minutes).map(({ kind, reason, sentAt }) => [kind, reason, (sentAt - T0) / MINUTE])
const DAY = RENEW_MS / MINUTE
const acknowledged = (minutes: number) => ['alarm.acknowledged', minutes, { comment: null, via: 'desk' }] as const
const reAlarmed = (minutes: number) => ['alarm.re-alarmed', minutes, { afterMs: RENEW_MS }] as const
const suppressed = (minutes: number) => ['alarm.suppressed', minutes, { cause: 'alarm', by: 'other' }] as const
const unsuppressed = (minutes: number) => ['alarm.unsuppressed', minutes, { cause: 'alarm' }] as const
const outOfService = (minutes: number) => ['alarm.taken-out-of-service', minutes, { reason: 'bảo trì' }] as const
const inService = (minutes: number) => ['alarm.returned-to-service', minutes, { reason: null }] as const

describe('an alarm becomes a thread of messages', () => {
  test('Alert, Update at each other level and reminder, Cancel when it returned; then a new Alert', () => {
    const events = eventsOf(
      raised(0),
      levelChanged(10, 'BĐ II', 2.15),
      acknowledged(11),
      reAlarmed(100),
      returned(200),
      raised(300),
    )
    expect(told(events, 400)).toEqual([
      ['Alert', 'raised', 0],
      ['Update', 'level-changed', 10],
      ['Update', 're-alarmed', 100],
      ['Cancel', 'signal', 200],
      ['Alert', 'raised', 300],
    ])
  })

  test('each names all before it since the last Cancel, oldest first, with the time they were sent', () => {
    const events = eventsOf(raised(0), levelChanged(10, 'BĐ II', 2.15), returned(20), raised(30), returned(40))
    const messages = messagesAfter(events, 50)
    expect(messages.map(({ references }) => references.map(({ identifier }) => identifier))).toEqual([
      [],
      [messages[0]?.identifier],
      [messages[0]?.identifier, messages[1]?.identifier],
      [],
      [messages[3]?.identifier],
    ])
    expect(messages[2]?.references.map(({ sentAt }) => sentAt)).toEqual([T0, T0 + 10 * MINUTE])
  })

  test('it says what stood when it was sent: level, value, their times', () => {
    const [first, second, last] = messagesAfter(eventsOf(raised(0), levelChanged(10, 'BĐ III', 2.35), returned(20)), 30)
    expect(first).toMatchObject({ level: 'BĐ I', priority: 'low', limit: 1.9, t: T0 - MINUTE, since: T0 - 5 * MINUTE })
    expect(second).toMatchObject({ level: 'BĐ III', priority: 'high', limit: null, value: 2.35 })
    expect(last).toMatchObject({ level: 'BĐ III', value: 1.7, t: T0 + 20 * MINUTE, since: T0 - 5 * MINUTE })
  })

  test('what only the desk is told makes no message', () => {
    const events = eventsOf(
      raised(0),
      acknowledged(1),
      ['alarm.shelved', 2, { until: T0 + 60 * MINUTE, reason: 'đã biết' }],
      ['alarm.unshelved', 60, { cause: 'expired', reason: null }],
      ['alarm.assigned', 61, { to: { name: 'A', unit: 'b' }, comment: null }],
      ['alarm.commented', 62, { text: 'x' }],
    )
    expect(told(events, 100)).toEqual([['Alert', 'raised', 0]])
  })

  test('a level said twice, a return of what had returned: nothing', () => {
    const events = eventsOf(raised(0), levelChanged(1, 'BĐ I', 2), returned(2), returned(3))
    expect(told(events, 10)).toEqual([
      ['Alert', 'raised', 0],
      ['Cancel', 'signal', 2],
    ])
  })

  test('nothing that is later than now', () => {
    const events = eventsOf(raised(0), returned(20))
    expect(told(events, 19)).toEqual([['Alert', 'raised', 0]])
    expect(told(events, 20)).toHaveLength(2)
  })
})

describe('what doesn’t count is withdrawn, and says so', () => {
  test.each([
    ['suppressed', suppressed, unsuppressed],
    ['out-of-service', outOfService, inService],
  ] as const)('%s: Cancel, and a new Alert when it counts again', (reason, begin, end) => {
    expect(told(eventsOf(raised(0), begin(10), end(20), returned(30)), 40)).toEqual([
      ['Alert', 'raised', 0],
      ['Cancel', reason, 10],
      ['Alert', 'resumed', 20],
      ['Cancel', 'signal', 30],
    ])
  })

  test('raised and returned while it doesn’t count: nobody is told', () => {
    const events = eventsOf(raised(0), outOfService(1), returned(2), raised(3), returned(4), inService(5))
    expect(told(events, 10)).toEqual([
      ['Alert', 'raised', 0],
      ['Cancel', 'out-of-service', 1],
    ])
    const quiet = raised(0, { suppressed: { cause: 'hours', by: null } })
    expect(told(eventsOf(quiet, returned(2)), 10)).toEqual([])
    expect(told(eventsOf(quiet, unsuppressed(2)), 10)).toEqual([['Alert', 'resumed', 2]])
  })

  test.each(['rule-changed', 'target-gone'] as const)('%s is the reason of its Cancel', reason => {
    expect(told(eventsOf(raised(0), returned(5, reason)), 10).at(-1)).toEqual(['Cancel', reason, 5])
  })
})

describe('what stands is renewed before its message expires', () => {
  test('once a day, from the last message on', () => {
    const events = eventsOf(raised(0), levelChanged(60, 'BĐ II', 2.2))
    expect(told(events, 60 + DAY - 1)).toHaveLength(2)
    expect(told(events, 60 + 2 * DAY).slice(2)).toEqual([
      ['Update', 'renewed', 60 + DAY],
      ['Update', 'renewed', 60 + 2 * DAY],
    ])
  })

  test('what was renewed keeps its name, whatever happened since', () => {
    const events = eventsOf(
      raised(0),
      acknowledged(DAY + 5),
      levelChanged(3 * DAY + 7, 'BĐ II', 2.2),
      returned(6 * DAY),
    )
    const early = messagesAfter(events, 2 * DAY + 1).map(({ identifier }) => identifier)
    const late = messagesAfter(events, 9 * DAY).map(({ identifier }) => identifier)
    expect(late.slice(0, early.length)).toEqual(early)
    expect(early).toEqual([0, 1, 2].map(n => identifierOf(events[0] as LoggedEvent) + (n === 0 ? '' : `-r${n}`)))
    expect(late).toHaveLength(8)
    expect(late.slice(4).map(one => one.split('-r')[1])).toEqual([undefined, '1', '2', undefined])
  })

  test(`at most ${MAX_RENEWALS} of one message`, () => {
    const renewed = (days: number) =>
      messagesAfter(eventsOf(raised(0)), days * DAY).filter(({ reason }) => reason === 'renewed').length
    expect([renewed(MAX_RENEWALS), renewed(MAX_RENEWALS + 1)]).toEqual([MAX_RENEWALS, MAX_RENEWALS])
    expect(messagesAfter(eventsOf(raised(0)), (MAX_RENEWALS + 1) * DAY).at(-1)?.sentAt).toBe(
      T0 + (MAX_RENEWALS + 1) * RENEW_MS,
    )
  })
})

test(`a message names at most ${MAX_REFERENCES} earlier ones, the newest`, () => {
  const levels = Array.from({ length: MAX_REFERENCES }, (_, n) =>
    levelChanged(n + 1, n % 2 === 0 ? 'BĐ II' : 'BĐ I', 2),
  )
  const messages = messagesAfter(eventsOf(raised(0), ...levels, returned(100)), 200)
  expect(messages.at(-2)?.references.map(({ sentAt }) => sentAt)[0]).toBe(T0)
  expect(messages.at(-2)?.references).toHaveLength(MAX_REFERENCES)
  expect(messages.at(-1)?.references).toHaveLength(MAX_REFERENCES)
  expect(messages.at(-1)?.references[0]?.sentAt).toBe(T0 + MINUTE)
})

test('with its beginning out of reach an alarm that stands goes on from what is known of it', () => {
  const events = eventsOf(raised(0), acknowledged(1), levelChanged(10, 'BĐ II', 2.2), acknowledged(11))
  const alarm = foldAlarms(EMPTY_ALARM_STATE, events).alarms.get(ALARM) ?? null
  const seen = events.slice(2)
  expect(messagesAfter(seen, 20)).toEqual([])
  expect(messagesAfter(seen, 20, alarm)).toMatchObject([
    { kind: 'Alert', reason: 'renewed', level: 'BĐ II', value: 2.2, sentAt: T0 + 11 * MINUTE },
  ])
  const later = [
    ...seen,
    ...eventsOf(raised(0), raised(0), raised(0), raised(0), levelChanged(15, 'BĐ III', 2.4)).slice(4),
  ]
  expect(messagesAfter(later, 20, alarm)).toMatchObject([
    { kind: 'Alert', level: 'BĐ III', value: 2.4, since: alarm?.since },
  ])
})

test('with its beginning out of reach an alarm that doesn’t count stays out', () => {
  const events = eventsOf(raised(0), outOfService(1), returned(2), raised(3), levelChanged(4, 'BĐ II', 2.2))
  const alarm = foldAlarms(EMPTY_ALARM_STATE, events).alarms.get(ALARM) ?? null
  expect(messagesAfter(events.slice(2), 20, alarm)).toEqual([])
  const lifted = eventsOf(...Array.from({ length: 6 }, () => raised(0)), inService(10)).slice(6)
  expect(messagesAfter([...events.slice(2), ...lifted], 20, alarm)).toMatchObject([
    { kind: 'Alert', reason: 'resumed' },
  ])
})

describe('an identifier', () => {
  test('reads back to its event, also of a renewal; anything else is none of ours', () => {
    const [event] = eventsOf(raised(0))
    const identifier = identifierOf(event as LoggedEvent)
    expect(identifier).toMatch(/^[a-z0-9-]+$/)
    for (const one of [identifier, `${identifier}-r1`, `${identifier}-r1000`]) expect(eventNamed(one)).toBe(1)
    for (const one of [
      '',
      'alarm-1',
      `${identifier}-r0`,
      `${identifier}-r`,
      ` ${identifier}`,
      `${identifier}/x`,
      'alarm-1-XYZ',
    ])
      expect(eventNamed(one)).toBeUndefined()
  })
})

// Whatever happens to one alarm in whatever order: what is told fits together.
type Step = { readonly what: number; readonly after: number }
const step = fc.record({ what: fc.nat(10), after: fc.integer({ min: 0, max: 2_000 }) })
const eventsAfter = (steps: readonly Step[]): LoggedEvent[] => {
  let at = 0
  return eventsOf(
    ...steps.map(({ what, after }) => {
      at += after
      const all = [
        raised(at),
        raised(at, { suppressed: { cause: 'alarm', by: 'x' } }),
        levelChanged(at, 'BĐ II', 2.1),
        levelChanged(at, 'BĐ III', 2.4),
        returned(at),
        reAlarmed(at),
        acknowledged(at),
        suppressed(at),
        unsuppressed(at),
        outOfService(at),
        inService(at),
      ] as const
      return all[what] ?? raised(at)
    }),
  )
}

test('for any events: threads begin with an Alert, end with a Cancel, and refer to nothing but themselves', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), steps => {
      const events = eventsAfter(steps)
      const now = (events.at(-1)?.at ?? T0) + MINUTE
      const messages = messagesOf(ALARM, events, now)
      expect(new Set(messages.map(({ identifier }) => identifier)).size).toBe(messages.length)
      let thread: string[] = []
      for (const { identifier, kind, references, sentAt } of messages) {
        expect(kind === 'Alert').toBe(thread.length === 0)
        expect(references.map(one => one.identifier)).toEqual(thread.slice(-MAX_REFERENCES))
        expect(references.every(one => one.sentAt <= sentAt)).toBe(true)
        thread = kind === 'Cancel' ? [] : [...thread, identifier]
      }
      const alarm = foldAlarms(EMPTY_ALARM_STATE, events).alarms.get(ALARM)
      const counts = alarm !== undefined && alarm.isActive && !alarm.suppressed && !alarm.outOfService
      expect(thread.length > 0).toBe(counts)
      const last = messages.at(-1)
      if (counts) expect([last?.level, last?.value]).toEqual([alarm.level, alarm.value])
    }),
    { numRuns: 500 },
  )
})

test('for any events: what was once sent stays as it was, however much follows', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), fc.nat(30), (steps, cut) => {
      const events = eventsAfter(steps)
      const some = events.slice(0, cut)
      const now = some.at(-1)?.at ?? T0
      // Several events may share the moment: those after the cut aren't known yet.
      const early = messagesOf(ALARM, some, now)
      expect(messagesOf(ALARM, events, (events.at(-1)?.at ?? T0) + 3 * RENEW_MS).slice(0, early.length)).toEqual(early)
    }),
    { numRuns: 300 },
  )
})
