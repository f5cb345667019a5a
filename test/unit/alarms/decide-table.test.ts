// Every state by every command: what is done and what is refused. The compiler insists that no cell is left out.
import { describe, expect, test } from 'vitest'
import { decideAlarmCommand } from '../../../shared/alarms/decide.ts'
import type { AlarmsCommandName } from '../../../shared/alarms/decide-alarms.ts'
import type { AlarmRefusalCode } from '../../../shared/alarms/refusal.ts'
import { standingOf } from '../../../shared/alarms/standing.ts'
import type { AlarmStanding } from '../../../shared/alarms/state.ts'
import { STATE_NAMES, type StateName, stateOf } from './lifecycle-states.ts'
import { ALARM, alarmIn, ask, COMMAND_NAMES, DECLARED_SEN, happen, NOON, units } from './sample.ts'

/** Where it stands then, or why not. */
type Cell = { readonly to: AlarmStanding } | { readonly no: AlarmRefusalCode }
type Row = { readonly [N in AlarmsCommandName]: Cell }

const to = (standing: AlarmStanding): Cell => ({ to: standing })
const no = (code: AlarmRefusalCode): Cell => ({ no: code })
const aside = (standing: AlarmStanding) => ({ assign: to(standing), comment: to(standing) })
/** Of an alarm that nobody set aside. */
const set = {
  shelve: to('shelved'),
  unshelve: no('not-shelved'),
  'take-out-of-service': to('out-of-service'),
  'return-to-service': no('not-out-of-service'),
}

const TABLE: { readonly [S in StateName]: Row } = {
  unacknowledged: { ...set, ...aside('unacknowledged'), acknowledge: to('acknowledged'), reset: no('still-active') },
  acknowledged: {
    ...set,
    ...aside('acknowledged'),
    acknowledge: no('already-acknowledged'),
    reset: no('still-active'),
  },
  'returned, unacknowledged': {
    ...set,
    ...aside('returned-unacknowledged'),
    acknowledge: to('normal'),
    reset: no('not-latched'),
  },
  'returned, to be latched': {
    ...set,
    ...aside('returned-unacknowledged'),
    acknowledge: to('latched'),
    reset: no('not-acknowledged'),
  },
  latched: { ...set, ...aside('latched'), acknowledge: no('already-acknowledged'), reset: to('normal') },
  normal: { ...set, ...aside('normal'), acknowledge: no('already-acknowledged'), reset: no('not-latched') },
  shelved: {
    ...set,
    ...aside('shelved'),
    acknowledge: to('shelved'),
    reset: no('still-active'),
    shelve: no('already-shelved'),
    unshelve: to('unacknowledged'),
  },
  'shelved, returned': {
    ...set,
    ...aside('shelved'),
    acknowledge: no('already-acknowledged'),
    reset: no('not-latched'),
    shelve: no('already-shelved'),
    unshelve: to('normal'),
  },
  'suppressed from the start': {
    ...set,
    ...aside('suppressed'),
    acknowledge: no('nothing-to-acknowledge'),
    reset: no('still-active'),
    shelve: to('suppressed'),
  },
  'suppressed later': {
    ...set,
    ...aside('suppressed'),
    acknowledge: to('suppressed'),
    reset: no('still-active'),
    shelve: to('suppressed'),
  },
  'shelved and suppressed': {
    ...set,
    ...aside('suppressed'),
    acknowledge: to('suppressed'),
    reset: no('still-active'),
    shelve: no('already-shelved'),
    unshelve: to('suppressed'),
  },
  'out of service': {
    ...aside('out-of-service'),
    acknowledge: no('out-of-service'),
    reset: no('out-of-service'),
    shelve: no('out-of-service'),
    unshelve: no('not-shelved'),
    'take-out-of-service': no('out-of-service'),
    'return-to-service': to('unacknowledged'),
  },
}

const NAMES = COMMAND_NAMES.filter(name => name !== 'publish-rule')
const CELLS = STATE_NAMES.flatMap(state => NAMES.map(name => [state, name, TABLE[state][name]] as const))

describe('a command', () => {
  test.each(CELLS)('%s, then %s: %o', (name, command, cell) => {
    const state = stateOf(name)
    const before = structuredClone(state)
    const request = ask(state, command)
    const decision = decideAlarmCommand({ state, units, now: NOON + 1 }, request)
    expect(state).toEqual(before)
    expect(decideAlarmCommand({ state, units, now: NOON + 1 }, structuredClone(request))).toEqual(decision)
    const { events, expected, refusals } = decision
    if ('no' in cell) {
      expect(refusals.map(({ code, alarm, field }) => [code, alarm, field])).toEqual([[cell.no, ALARM, 'alarms.0']])
      expect([events, expected]).toEqual([[], []])
      return
    }
    expect(refusals).toEqual([])
    expect(expected).toEqual([{ subject: `alarm:${ALARM}`, version: alarmIn(state).version }])
    const done = alarmIn(happen(state, events, NOON + 1, DECLARED_SEN))
    expect(standingOf(done)).toBe(cell.to)
    // Nothing is decided that the fold would ignore.
    expect(done).not.toStrictEqual({ ...alarmIn(state), version: done.version })
  })

  test.each(STATE_NAMES)('%s: what silences or closes is refused to whoever saw another occurrence', name => {
    const state = stateOf(name)
    const alarms = [{ id: ALARM, occurrence: alarmIn(state).occurrence - 1 }]
    const scene = { state, units, now: NOON + 1 }
    for (const command of ['acknowledge', 'reset', 'shelve', 'take-out-of-service'] as const) {
      const { events, refusals } = decideAlarmCommand(scene, ask(state, command, { alarms }))
      expect([events, refusals.map(({ code }) => code)], command).toEqual([[], ['asked-again']])
    }
    for (const command of ['unshelve', 'return-to-service', 'assign', 'comment'] as const) {
      const seen = decideAlarmCommand(scene, ask(state, command, { alarms }))
      expect(seen, command).toEqual(decideAlarmCommand(scene, ask(state, command)))
    }
  })
})
