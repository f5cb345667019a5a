import { describe, expect, test } from 'vitest'
import { decideConditions } from '../../../shared/alarms/decide-conditions.ts'
import { decideSuppressions, isWithinHours } from '../../../shared/alarms/decide-suppressions.ts'
import type { AlarmDraft } from '../../../shared/alarms/event.ts'
import { standingOf } from '../../../shared/alarms/standing.ts'
import { type AlarmState, EMPTY_ALARM_STATE } from '../../../shared/alarms/state.ts'
import type { Watch } from '../../../shared/alarms/watch.ts'
import { aChange, aDraft, alarmIn, anAbout, aRule, aWatch, byAlarm, HOUR, happen, NOON } from './sample.ts'

const typesOf = (drafts: readonly AlarmDraft[]) => drafts.map(({ type, subject }) => [type, subject])

describe('hours', () => {
  test.each([
    ['06:00', '18:00', '05:59', false],
    ['06:00', '18:00', '06:00', true],
    ['06:00', '18:00', '17:59', true],
    ['06:00', '18:00', '18:00', false],
    ['18:00', '06:00', '18:00', true],
    ['18:00', '06:00', '05:59', true],
    ['18:00', '06:00', '06:00', false],
    ['00:00', '00:01', '00:00', true],
    ['00:00', '00:01', '00:01', false],
  ])('%s to %s at %s: %s', (from, to, clock, isWithin) =>
    expect(isWithinHours({ from, to }, Date.parse(`2026-11-25T${clock}:00+07:00`))).toBe(isWithin),
  )
})

describe('suppression by hours', () => {
  const night = aWatch(aRule({ hours: { from: '18:00', to: '06:00' } }))
  const all = byAlarm(night)
  const SIX_PM = NOON + 6 * HOUR
  const HOURS = { cause: 'hours', by: null } as const

  test('of what is raised outside them: it never asks, and says so at once', () => {
    const drafts = decideConditions(EMPTY_ALARM_STATE, [aChange(night, 'H')], all, NOON)
    expect(drafts).toMatchObject([
      { type: 'alarm.raised', data: { suppressed: HOURS } },
      { type: 'alarm.suppressed', subject: drafts[0]?.subject, data: HOURS },
    ])
    const state = happen(EMPTY_ALARM_STATE, drafts)
    expect([state.annunciations, standingOf(alarmIn(state))]).toEqual([[], 'suppressed'])
    expect(decideSuppressions(state, all, SIX_PM - 1)).toEqual([])
    const lifted = decideSuppressions(state, all, SIX_PM)
    expect(lifted).toMatchObject([{ type: 'alarm.unsuppressed', data: { cause: 'hours' } }])
    const asking = happen(state, lifted, SIX_PM)
    expect([asking.annunciations, standingOf(alarmIn(asking))]).toEqual([[SIX_PM], 'unacknowledged'])
    expect(decideSuppressions(asking, all, SIX_PM)).toEqual([])
  })

  test('of what is active when they end', () => {
    const state = happen(
      EMPTY_ALARM_STATE,
      decideConditions(EMPTY_ALARM_STATE, [aChange(night, 'H')], all, SIX_PM),
      SIX_PM,
    )
    expect(standingOf(alarmIn(state))).toBe('unacknowledged')
    const morning = NOON + 18 * HOUR
    expect(decideSuppressions(state, all, morning - 1)).toEqual([])
    expect(typesOf(decideSuppressions(state, all, morning))).toEqual([['alarm.suppressed', `alarm:${night.alarm}`]])
  })

  test('is not said again of what is raised while it is suppressed', () => {
    const state = happen(EMPTY_ALARM_STATE, decideConditions(EMPTY_ALARM_STATE, [aChange(night, 'H')], all, NOON))
    const back = happen(state, decideConditions(state, [aChange(night, null)], all, NOON))
    const again = decideConditions(back, [aChange(night, 'H')], all, NOON)
    expect(again.map(({ type }) => type)).toEqual(['alarm.raised'])
    expect(happen(back, again).annunciations).toEqual([])
    const twice = decideConditions(
      EMPTY_ALARM_STATE,
      ['H', null, 'H'].map(level => aChange(night, level)),
      all,
      NOON,
    )
    expect(twice.map(({ type }) => type)).toEqual([
      'alarm.raised',
      'alarm.suppressed',
      'alarm.returned',
      'alarm.raised',
    ])
    expect(happen(EMPTY_ALARM_STATE, twice).annunciations).toEqual([])
  })

  test('is lifted from what returned, quietly; what nothing watches returns first', () => {
    const state = happen(EMPTY_ALARM_STATE, decideConditions(EMPTY_ALARM_STATE, [aChange(night, 'H')], all, NOON))
    expect(decideSuppressions(state, new Map(), NOON)).toEqual([])
    const back = happen(state, [aDraft('alarm.returned')])
    expect(decideSuppressions(back, all, NOON)).toEqual([])
    const lifted = decideSuppressions(back, new Map(), NOON)
    expect(lifted).toMatchObject([{ type: 'alarm.unsuppressed' }])
    const closed = happen(back, lifted)
    expect([closed.annunciations, standingOf(alarmIn(closed))]).toEqual([[], 'normal'])
  })
})

describe('suppression by another alarm', () => {
  const silent = aWatch(aRule({ id: 'silent' }))
  const explained = aWatch(aRule({ id: 'explained', suppressedBy: 'silent' }))
  const elsewhere = aWatch(aRule({ id: 'explained', suppressedBy: 'silent' }), 'pond-2')
  const all = byAlarm(silent, explained, elsewhere)
  const BY = { cause: 'alarm', by: silent.alarm } as const
  const decide = (state: AlarmState, ...changes: readonly (readonly [Watch, string | null])[]) =>
    decideConditions(
      state,
      changes.map(([of, level]) => aChange(of, level)),
      all,
      NOON,
    )

  test('holds on the same device, and nowhere else', () => {
    const state = happen(EMPTY_ALARM_STATE, decide(EMPTY_ALARM_STATE, [silent, 'H']))
    expect(decide(state, [explained, 'H'], [elsewhere, 'H'])).toMatchObject([
      { type: 'alarm.raised', data: { suppressed: BY } },
      { type: 'alarm.suppressed', data: BY },
      { type: 'alarm.raised', subject: `alarm:${elsewhere.alarm}` },
    ])
  })

  test('is seen in the same batch, whichever comes first', () => {
    for (const order of [
      [silent, explained],
      [explained, silent],
    ]) {
      const state = happen(EMPTY_ALARM_STATE, decide(EMPTY_ALARM_STATE, ...order.map(one => [one, 'H'] as const)))
      expect(standingOf(alarmIn(state, explained.alarm))).toBe('suppressed')
      expect(state.annunciations).toHaveLength(1)
    }
    expect(decide(EMPTY_ALARM_STATE, [silent, 'H'], [silent, null], [explained, 'H']).map(({ type }) => type)).toEqual([
      'alarm.raised',
      'alarm.returned',
      'alarm.raised',
    ])
  })

  test('begins while it is active, and ends with the other', () => {
    const both = happen(EMPTY_ALARM_STATE, decide(EMPTY_ALARM_STATE, [explained, 'H']))
    const state = happen(both, decide(both, [silent, 'H']))
    expect(decideSuppressions(state, all, NOON)).toMatchObject([{ type: 'alarm.suppressed', data: BY }])
    const under = happen(state, decideSuppressions(state, all, NOON))
    expect(decideSuppressions(under, all, NOON)).toEqual([])
    const over = happen(under, decide(under, [silent, null]))
    expect(decideSuppressions(over, all, NOON)).toMatchObject([
      { type: 'alarm.unsuppressed', data: { cause: 'alarm' } },
    ])
  })

  test('passes from one cause to the next without asking in between', () => {
    const timed = aWatch(aRule({ id: 'explained', suppressedBy: 'silent', hours: { from: '06:00', to: '18:00' } }))
    const both = byAlarm(silent, timed)
    const evening = NOON + 6 * HOUR
    let state = happen(
      EMPTY_ALARM_STATE,
      decideConditions(EMPTY_ALARM_STATE, [aChange(silent, 'H'), aChange(timed, 'H')], both, NOON),
    )
    expect(alarmIn(state, timed.alarm).suppressed).toMatchObject({ cause: 'alarm', because: silent.alarm })
    // The cause it has still holds.
    expect(decideSuppressions(state, both, evening)).toEqual([])
    state = happen(state, decideConditions(state, [aChange(silent, null)], both, evening))
    const drafts = decideSuppressions(state, both, evening)
    expect(drafts).toMatchObject([{ type: 'alarm.suppressed', data: { cause: 'hours', by: null } }])
    const next = happen(state, drafts)
    expect(next.annunciations).toHaveLength(1)
    expect(alarmIn(next, timed.alarm).suppressed).toMatchObject({ cause: 'hours', because: null })
  })

  test('passes from one alarm that explains it to another on the device', () => {
    const second: Watch = { ...silent, alarm: 'silent:series:pond-1.ec', target: 'series:pond-1.ec' }
    const three = byAlarm(silent, second, explained)
    const both = decideConditions(
      EMPTY_ALARM_STATE,
      [silent, second, explained].map(one => aChange(one, 'H')),
      three,
      NOON,
    )
    const state = happen(EMPTY_ALARM_STATE, both)
    expect(alarmIn(state, explained.alarm).suppressed?.because).toBe(silent.alarm)
    const one = happen(state, decideConditions(state, [aChange(silent, null)], three, NOON))
    expect(decideSuppressions(one, three, NOON)).toMatchObject([
      { type: 'alarm.suppressed', subject: `alarm:${explained.alarm}`, data: { cause: 'alarm', by: second.alarm } },
    ])
  })

  test('needs a device', () => {
    const task = { ...explained, about: anAbout('x', { device: null }) }
    const other = { ...silent, about: anAbout('x', { device: null }) }
    const drafts = decideConditions(
      EMPTY_ALARM_STATE,
      [aChange(other, 'H'), aChange(task, 'H')],
      byAlarm(other, task),
      NOON,
    )
    expect(drafts.map(({ type }) => type)).toEqual(['alarm.raised', 'alarm.raised'])
  })
})
