// Every state by every event: what becomes of the alarm. The compiler insists that no cell is left out.
import { describe, expect, test } from 'vitest'
import type { AlarmDraft } from '../../../shared/alarms/event.ts'
import { asksForAttention, standingOf } from '../../../shared/alarms/standing.ts'
import type { AlarmStanding } from '../../../shared/alarms/state.ts'
import { STATE_NAMES, type StateName, standingBy, stateOf } from './lifecycle-states.ts'
import { aDraft, alarmIn, HOUR, happen, NOON } from './sample.ts'

const EVENTS = {
  raised: aDraft('alarm.raised', { value: 8.7 }),
  'raised under suppression': aDraft('alarm.raised', { suppressed: { cause: 'alarm', by: 'x:device:y' } }),
  severer: aDraft('alarm.level-changed'),
  milder: aDraft('alarm.level-changed', { isSeverer: false, level: 'L', priority: 'medium' }),
  returned: aDraft('alarm.returned'),
  're-alarmed': aDraft('alarm.re-alarmed'),
  acknowledged: aDraft('alarm.acknowledged'),
  reset: aDraft('alarm.reset'),
  shelved: aDraft('alarm.shelved', { reason: 'khác' }),
  unshelved: aDraft('alarm.unshelved'),
  suppressed: aDraft('alarm.suppressed', { cause: 'alarm', by: 'x:device:y' }),
  unsuppressed: aDraft('alarm.unsuppressed'),
  'out of service': aDraft('alarm.taken-out-of-service', { reason: 'khác' }),
  'in service': aDraft('alarm.returned-to-service'),
  assigned: aDraft('alarm.assigned'),
  commented: aDraft('alarm.commented'),
} as const satisfies Readonly<Record<string, AlarmDraft>>
type EventName = keyof typeof EVENTS

/** `!` = it asks for attention, as a new occurrence. `-` = it doesn't apply: nothing but the alarm's version moves. */
type Cell = AlarmStanding | `! ${AlarmStanding}` | '-'
type Row = { readonly [E in EventName]: Cell }

/** What isn't the business of where an alarm stands. */
const aside = (standing: AlarmStanding) => ({ assigned: standing, commented: standing }) as const
/** Of an alarm that nobody set aside. */
const set = {
  shelved: 'shelved',
  unshelved: '-',
  suppressed: 'suppressed',
  unsuppressed: '-',
  'out of service': 'out-of-service',
  'in service': '-',
} as const
const inactive = {
  raised: '! unacknowledged',
  'raised under suppression': 'suppressed',
  severer: '-',
  milder: '-',
  returned: '-',
  're-alarmed': '-',
} as const

const TABLE: { readonly [S in StateName]: Row } = {
  unacknowledged: {
    ...set,
    raised: '-',
    'raised under suppression': '-',
    severer: '! unacknowledged',
    milder: 'unacknowledged',
    returned: 'returned-unacknowledged',
    're-alarmed': '-',
    acknowledged: 'acknowledged',
    reset: '-',
    ...aside('unacknowledged'),
  },
  acknowledged: {
    ...set,
    raised: '-',
    'raised under suppression': '-',
    severer: '! unacknowledged',
    milder: 'acknowledged',
    returned: 'normal',
    're-alarmed': '! unacknowledged',
    acknowledged: '-',
    reset: '-',
    ...aside('acknowledged'),
  },
  'returned, unacknowledged': {
    ...set,
    ...inactive,
    acknowledged: 'normal',
    reset: '-',
    ...aside('returned-unacknowledged'),
  },
  'returned, to be latched': {
    ...set,
    ...inactive,
    acknowledged: 'latched',
    reset: '-',
    ...aside('returned-unacknowledged'),
  },
  latched: { ...set, ...inactive, acknowledged: '-', reset: 'normal', ...aside('latched') },
  normal: { ...set, ...inactive, acknowledged: '-', reset: '-', ...aside('normal') },
  shelved: {
    ...set,
    raised: '-',
    'raised under suppression': '-',
    severer: 'shelved',
    milder: 'shelved',
    returned: 'shelved',
    're-alarmed': '-',
    acknowledged: 'shelved',
    reset: '-',
    shelved: '-',
    unshelved: '! unacknowledged',
    ...aside('shelved'),
  },
  'shelved, returned': {
    ...set,
    ...inactive,
    raised: 'shelved',
    acknowledged: '-',
    reset: '-',
    shelved: '-',
    unshelved: 'normal',
    ...aside('shelved'),
  },
  'suppressed from the start': {
    ...set,
    raised: '-',
    'raised under suppression': '-',
    severer: 'suppressed',
    milder: 'suppressed',
    returned: 'suppressed',
    're-alarmed': '-',
    acknowledged: '-',
    reset: '-',
    shelved: 'suppressed',
    unsuppressed: '! unacknowledged',
    ...aside('suppressed'),
  },
  'suppressed later': {
    ...set,
    raised: '-',
    'raised under suppression': '-',
    severer: 'suppressed',
    milder: 'suppressed',
    returned: 'suppressed',
    're-alarmed': '-',
    acknowledged: 'suppressed',
    reset: '-',
    shelved: 'suppressed',
    unsuppressed: '! unacknowledged',
    ...aside('suppressed'),
  },
  'shelved and suppressed': {
    ...set,
    raised: '-',
    'raised under suppression': '-',
    severer: 'suppressed',
    milder: 'suppressed',
    returned: 'suppressed',
    're-alarmed': '-',
    acknowledged: 'suppressed',
    reset: '-',
    shelved: '-',
    unshelved: 'suppressed',
    unsuppressed: 'shelved',
    ...aside('suppressed'),
  },
  'out of service': {
    ...set,
    raised: '-',
    'raised under suppression': '-',
    severer: 'out-of-service',
    milder: 'out-of-service',
    returned: 'out-of-service',
    're-alarmed': '-',
    acknowledged: 'out-of-service',
    reset: '-',
    shelved: 'out-of-service',
    suppressed: 'out-of-service',
    'out of service': '-',
    'in service': '! unacknowledged',
    ...aside('out-of-service'),
  },
}

const CELLS = STATE_NAMES.flatMap(state =>
  (Object.keys(EVENTS) as EventName[]).map(event => [state, event, TABLE[state][event]] as const),
)

test.each(STATE_NAMES)('%s is where its events lead', name =>
  expect(standingOf(alarmIn(stateOf(name)))).toBe(standingBy(name)),
)

describe('the lifecycle', () => {
  test.each(CELLS)('%s, then %s: %s', (state, event, cell) => {
    const before = stateOf(state)
    const [held, next] = [alarmIn(before), happen(before, [EVENTS[event]], NOON + HOUR)]
    const alarm = alarmIn(next)
    expect(next).toMatchObject({ lastId: before.lastId + 1, lastAt: NOON + HOUR })
    expect(alarm.version).toBe(next.lastId)
    if (cell === '-') {
      expect(alarm).toStrictEqual({ ...held, version: next.lastId })
      expect({ ...next, alarms: before.alarms, lastId: before.lastId, lastAt: before.lastAt }).toStrictEqual(before)
      return
    }
    const asks = cell.startsWith('! ')
    expect(standingOf(alarm)).toBe(asks ? cell.slice(2) : cell)
    expect(alarm).not.toStrictEqual({ ...held, version: next.lastId })
    expect(next.annunciations).toEqual(asks ? [...before.annunciations, NOON + HOUR] : before.annunciations)
    expect([alarm.occurrence, alarm.annunciatedAt]).toEqual(
      asks ? [next.lastId, NOON + HOUR] : [held.occurrence, held.annunciatedAt],
    )
    if (asks) expect(alarm).toMatchObject({ isAcknowledged: false, acknowledged: null })
    if (asks) expect(asksForAttention(alarm)).toBe(true)
  })
})

test('a first raise under suppression asks nobody, and says from when it was there', () => {
  const state = stateOf('suppressed from the start')
  expect(state.annunciations).toEqual([])
  expect(alarmIn(state)).toMatchObject({ isActive: true, acknowledged: null, raisedAt: NOON, returnedAt: null })
  const closed = happen(state, [EVENTS.returned, EVENTS.unsuppressed])
  expect(standingOf(alarmIn(closed))).toBe('normal')
  expect(closed.annunciations).toEqual([])
})

test('what was owed before it was set aside is owed after it', () => {
  for (const state of ['shelved', 'suppressed later', 'out of service'] as const) {
    const back = happen(stateOf(state), [EVENTS.returned, EVENTS.unshelved, EVENTS.unsuppressed, EVENTS['in service']])
    expect(standingOf(alarmIn(back)), state).toBe('returned-unacknowledged')
  }
})

test('latching is as the rule says when the signal returns', () => {
  const raised = stateOf('unacknowledged')
  const latching = happen(raised, [aDraft('alarm.acknowledged')])
  const rule = raised.rules.get('ph-high')?.rule
  if (!rule) throw new Error('the sample has no rule')
  const changed = happen(latching, [
    {
      type: 'alarm.rule-published',
      subject: 'alarm-rule:ph-high',
      data: { rule: { ...rule, isLatching: true }, version: 2, reason: null },
    },
    EVENTS.returned,
  ])
  expect(standingOf(alarmIn(changed))).toBe('latched')
  const withoutRule = happen({ ...latching, rules: new Map() }, [EVENTS.returned])
  expect(standingOf(alarmIn(withoutRule))).toBe('normal')
})
