import { describe, expect, test } from 'vitest'
import { decideSystem } from '../../../shared/alarms/decide-system.ts'
import { decideTimers } from '../../../shared/alarms/decide-timers.ts'
import type { AlarmDraft } from '../../../shared/alarms/event.ts'
import { standingOf } from '../../../shared/alarms/standing.ts'
import { aChange, aDraft, after, alarmIn, aRule, aWatch, byAlarm, HOUR, happen, MINUTE, NOON, SEN } from './sample.ts'

const watch = aWatch()
const watches = byAlarm(watch)
const typesOf = (drafts: readonly AlarmDraft[]) => drafts.map(({ type, subject }) => [type, subject])
const raised = after([aDraft('alarm.raised')])

describe('timers', () => {
  test('shelving ends at its time, not before', () => {
    const state = happen(raised, [aDraft('alarm.shelved', { until: NOON + HOUR })])
    expect(decideTimers(state, NOON + HOUR - 1)).toEqual([])
    const drafts = decideTimers(state, NOON + HOUR)
    expect(drafts).toEqual([
      { type: 'alarm.unshelved', subject: `alarm:${watch.alarm}`, data: { cause: 'expired', reason: null } },
    ])
    const next = happen(state, drafts, NOON + HOUR)
    expect([standingOf(alarmIn(next)), decideTimers(next, NOON + HOUR)]).toEqual(['unacknowledged', []])
  })

  test('an acknowledged alarm that stands so long asks again, counted from the acknowledgement', () => {
    const rule = aRule({ reAlarmMs: HOUR })
    const open = happen(
      after([aDraft('alarm.raised')], [rule]),
      [aDraft('alarm.acknowledged')],
      NOON + MINUTE,
      SEN.name,
    )
    const due = NOON + MINUTE + HOUR
    expect(decideTimers(open, due - 1)).toEqual([])
    expect(decideTimers(open, due)).toHaveLength(1)
    const drafts = decideTimers(open, due + 5)
    expect(drafts).toEqual([{ type: 'alarm.re-alarmed', subject: `alarm:${watch.alarm}`, data: { afterMs: HOUR } }])
    expect(standingOf(alarmIn(happen(open, drafts, due + 5)))).toBe('unacknowledged')
    for (const set of ['alarm.returned', 'alarm.suppressed', 'alarm.taken-out-of-service'] as const)
      expect(decideTimers(happen(open, [aDraft(set)]), due), set).toEqual([])
    expect(decideTimers(happen(open, [aDraft('alarm.shelved', { until: due + 1 })]), due)).toEqual([])
    expect(decideTimers(after([aDraft('alarm.raised')], [rule]), due)).toEqual([])
    expect(decideTimers({ ...open, rules: new Map() }, due)).toEqual([])
    expect(decideTimers(happen(raised, [aDraft('alarm.acknowledged')]), due)).toEqual([])
  })
})

describe('everything at one moment', () => {
  test('says nothing twice, and names the versions it was decided on', () => {
    const night = aWatch(aRule({ hours: { from: '18:00', to: '06:00' } }))
    const other = aWatch(aRule({ id: 'other' }))
    const state = happen(after([aDraft('alarm.raised')], [night.rule, other.rule]), [
      aDraft('alarm.shelved', { until: NOON + HOUR }),
    ])
    const { events, expected } = decideSystem(state, [aChange(other, 'H')], byAlarm(night, other), NOON + HOUR)
    // Suppressed before it is unshelved: it asks nobody in between.
    expect(typesOf(events)).toEqual([
      ['alarm.raised', `alarm:${other.alarm}`],
      ['alarm.suppressed', `alarm:${night.alarm}`],
      ['alarm.unshelved', `alarm:${night.alarm}`],
    ])
    expect(expected).toEqual([
      { subject: `alarm:${other.alarm}`, version: 0 },
      { subject: `alarm:${night.alarm}`, version: alarmIn(state).version },
    ])
    expect(happen(state, events).annunciations).toHaveLength(state.annunciations.length + 1)
  })

  test('when nothing happens, nothing is said', () =>
    expect(decideSystem(raised, [], watches, NOON)).toEqual({ events: [], expected: [] }))
})
