import { describe, expect, test } from 'vitest'
import type { AlarmDraft } from '../../../shared/alarms/event.ts'
import {
  asksForAttention,
  countsByPriority,
  isOpen,
  isQuiet,
  isStale,
  openAlarms,
} from '../../../shared/alarms/standing.ts'
import { ALARM_STATES, type AlarmState, EMPTY_ALARM_STATE, STALE_MS } from '../../../shared/alarms/state.ts'
import { STATE_NAMES, type StateName, standingBy, stateOf } from './lifecycle-states.ts'
import { aDraft, after, alarmIn, aRule, aWatch, happen, MINUTE, NOON, published } from './sample.ts'

/** What each state asks of people. */
const ASKED: {
  readonly [S in StateName]: { readonly open: boolean; readonly asks: boolean; readonly stale: boolean }
} = {
  unacknowledged: { open: true, asks: true, stale: true },
  acknowledged: { open: true, asks: false, stale: true },
  'returned, unacknowledged': { open: true, asks: true, stale: false },
  'returned, to be latched': { open: true, asks: true, stale: false },
  latched: { open: true, asks: false, stale: false },
  normal: { open: false, asks: false, stale: false },
  shelved: { open: false, asks: false, stale: false },
  'shelved, returned': { open: false, asks: false, stale: false },
  'suppressed from the start': { open: false, asks: false, stale: false },
  'suppressed later': { open: false, asks: false, stale: false },
  'shelved and suppressed': { open: false, asks: false, stale: false },
  'out of service': { open: false, asks: false, stale: false },
}

describe('where an alarm stands', () => {
  test('every standing has a state that shows it', () =>
    expect(new Set(STATE_NAMES.map(standingBy))).toEqual(new Set(ALARM_STATES)))

  test.each(STATE_NAMES)('%s asks of people', name => {
    const alarm = alarmIn(stateOf(name))
    expect({
      open: isOpen(alarm),
      asks: asksForAttention(alarm),
      stale: isStale(alarm, alarm.raisedAt + STALE_MS + 1),
    }).toEqual(ASKED[name])
    expect(isQuiet(alarm)).toBe(['shelved', 'suppressed', 'out-of-service'].includes(standingBy(name)))
  })

  test('it is stale after a day, not at it', () => {
    const alarm = alarmIn(stateOf('acknowledged'))
    expect(isStale(alarm, alarm.raisedAt + STALE_MS)).toBe(false)
    expect(isStale(alarm, alarm.raisedAt + STALE_MS + 1)).toBe(true)
  })
})

/** Alarms of devices named by what they are. */
function stateWith(
  ...alarms: readonly (readonly [string, 'low' | 'medium' | 'high', readonly AlarmDraft['type'][]])[]
) {
  return alarms.reduce<AlarmState>(
    (state, [device, priority, then], place) => {
      const watch = aWatch(aRule(), device)
      const raised = aDraft('alarm.raised', { target: watch.target, about: watch.about, priority }, watch.alarm)
      const drafts = then.map(type => aDraft(type as 'alarm.acknowledged', {}, watch.alarm))
      return happen(state, [raised, ...drafts], NOON + place * MINUTE)
    },
    happen(EMPTY_ALARM_STATE, [published()]),
  )
}

describe('the open alarms', () => {
  const state = stateWith(
    ['old-low', 'low', []],
    ['acknowledged-high', 'high', ['alarm.acknowledged']],
    ['old-high', 'high', []],
    ['shelved-high', 'high', ['alarm.shelved']],
    ['returned-medium', 'medium', ['alarm.returned']],
    ['new-high', 'high', []],
    ['closed', 'high', ['alarm.acknowledged', 'alarm.returned']],
    ['new-low', 'low', []],
  )

  test('come in the order an operator works: what asks, then by priority, then the newest', () =>
    expect(openAlarms(state).map(({ about }) => about.device)).toEqual([
      'new-high',
      'old-high',
      'returned-medium',
      'new-low',
      'old-low',
      'acknowledged-high',
    ]))

  test('of one moment come in the order of their events, whatever the order of the table', () => {
    const same = after(
      ['a', 'b', 'c'].map(device => {
        const watch = aWatch(aRule(), device)
        return aDraft('alarm.raised', { target: watch.target, about: watch.about }, watch.alarm)
      }),
    )
    const turned = { ...same, alarms: new Map([...same.alarms].toReversed()) }
    expect(openAlarms(turned).map(({ about }) => about.device)).toEqual(['c', 'b', 'a'])
    expect(openAlarms(turned)).toEqual(openAlarms(same))
  })

  test('are counted by priority', () => {
    expect(countsByPriority(openAlarms(state))).toEqual({ low: 2, medium: 1, high: 3 })
  })
})

describe('quiet', () => {
  test('there never was an alarm, one is open, the last one closed', () => {
    expect(EMPTY_ALARM_STATE.quietSince).toBeNull()
    const open = after([aDraft('alarm.raised'), aDraft('alarm.acknowledged')])
    expect(open.quietSince).toBeNull()
    const closed = happen(open, [aDraft('alarm.returned')], NOON + MINUTE)
    expect(closed.quietSince).toBe(NOON + MINUTE)
    expect(happen(closed, [aDraft('alarm.commented')], NOON + 2 * MINUTE).quietSince).toBe(NOON + MINUTE)
    expect(happen(closed, [aDraft('alarm.raised')], NOON + 2 * MINUTE).quietSince).toBeNull()
  })

  test('what was set aside from the start was never open', () =>
    expect(stateOf('suppressed from the start').quietSince).toBeNull())

  test('begins when the last open one is set aside, and ends when it comes back', () => {
    const shelved = happen(stateOf('unacknowledged'), [aDraft('alarm.shelved')], NOON + MINUTE)
    expect(shelved.quietSince).toBe(NOON + MINUTE)
    expect(happen(shelved, [aDraft('alarm.unshelved')], NOON + 2 * MINUTE).quietSince).toBeNull()
  })

  test('waits for the last of several', () => {
    const two = stateWith(['a', 'low', ['alarm.acknowledged']], ['b', 'low', ['alarm.acknowledged']])
    const [a = '', b = ''] = two.alarms.keys()
    const one = happen(two, [aDraft('alarm.returned', {}, a)])
    expect(one.quietSince).toBeNull()
    expect(happen(one, [aDraft('alarm.returned', {}, b)], NOON + MINUTE).quietSince).toBe(NOON + MINUTE)
  })
})
