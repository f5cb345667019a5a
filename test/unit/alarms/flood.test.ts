import { describe, expect, test } from 'vitest'
import { countInWindow, floodAt } from '../../../shared/alarms/flood.ts'
import { foldAlarms } from '../../../shared/alarms/fold.ts'
import {
  type AlarmState,
  EMPTY_ALARM_STATE,
  FLOOD_BEGIN,
  FLOOD_END,
  FLOOD_WINDOW_MS,
} from '../../../shared/alarms/state.ts'
import { aDraft, aRule, aWatch, happen, MINUTE, NOON } from './sample.ts'

/** Alarms of different devices that ask for attention at these times. */
function raisedAt(times: readonly number[], from: AlarmState = EMPTY_ALARM_STATE): AlarmState {
  return times.reduce((state, at) => {
    const watch = aWatch(aRule(), `device-${state.lastId}`)
    return happen(state, [aDraft('alarm.raised', { target: watch.target, about: watch.about }, watch.alarm)], at)
  }, from)
}
const evenly = (count: number, over: number) => Array.from({ length: count }, (_, i) => NOON + (over * i) / (count - 1))

describe('a flood', () => {
  test('begins with more than ten alarms in ten minutes, not with ten', () => {
    const ten = raisedAt(evenly(FLOOD_BEGIN, MINUTE))
    expect(ten.floodSince).toBeNull()
    const eleven = raisedAt([NOON + 2 * MINUTE], ten)
    expect(eleven.floodSince).toBe(NOON + 2 * MINUTE)
    expect(floodAt(eleven, NOON + 2 * MINUTE)).toEqual({ since: NOON + 2 * MINUTE })
  })

  test('of eleven just within the window, not of eleven over it', () => {
    expect(raisedAt(evenly(FLOOD_BEGIN + 1, FLOOD_WINDOW_MS - 10)).floodSince).toBe(NOON + FLOOD_WINDOW_MS - 10)
    expect(raisedAt(evenly(FLOOD_BEGIN + 1, FLOOD_WINDOW_MS)).floodSince).toBeNull()
  })

  test('ends by time alone, with fewer than five in the window', () => {
    const times = evenly(FLOOD_BEGIN + 1, 10 * (MINUTE / 2))
    const state = raisedAt(times)
    const fifth = times.at(-FLOOD_END) ?? 0
    expect(floodAt(state, fifth + FLOOD_WINDOW_MS - 1)).toEqual({ since: times.at(-1) })
    expect(floodAt(state, fifth + FLOOD_WINDOW_MS)).toBeNull()
  })

  test('goes on while five are left, and its beginning stays', () => {
    const state = raisedAt(evenly(FLOOD_BEGIN + 1, MINUTE))
    // One just every two minutes: five in any ten, which would begin no flood.
    const slow = raisedAt(
      Array.from({ length: 40 }, (_, i) => NOON + (2 * MINUTE - 1) * (i + 1)),
      state,
    )
    expect(slow.floodSince).toBe(NOON + MINUTE)
    const slower = raisedAt(
      Array.from({ length: 10 }, (_, i) => slow.lastAt + 3 * MINUTE * (i + 1)),
      slow,
    )
    expect(slower.floodSince).toBeNull()
    expect(raisedAt(evenly(40, 77 * MINUTE)).floodSince).toBeNull()
  })

  test('ends with whatever event comes after its end, and may begin anew', () => {
    const state = raisedAt(evenly(FLOOD_BEGIN + 1, MINUTE))
    const later = NOON + 20 * MINUTE
    const unknown = { id: state.lastId + 1, at: later, actor: 'x', type: 'alarm.new', subject: 'alarm:x', data: {} }
    const over = foldAlarms(state, [unknown])
    expect(over.floodSince).toBeNull()
    expect(floodAt(state, later)).toBeNull()
    const again = raisedAt(
      evenly(FLOOD_BEGIN + 1, MINUTE).map(at => at + 30 * MINUTE),
      over,
    )
    expect(again.floodSince).toBe(NOON + 31 * MINUTE)
  })

  test('is of alarms that ask for attention, not of those set aside', () => {
    const state = evenly(FLOOD_BEGIN + 1, MINUTE).reduce((held, at) => {
      const watch = aWatch(aRule(), `device-${held.lastId}`)
      const data = { target: watch.target, about: watch.about, suppressed: { cause: 'hours', by: null } } as const
      return happen(held, [aDraft('alarm.raised', data, watch.alarm)], at)
    }, EMPTY_ALARM_STATE)
    expect([state.floodSince, state.annunciations]).toEqual([null, []])
  })

  test('is told by how many asked: each alarm of the window, and not those that asked nobody', () => {
    const many = raisedAt(evenly(40, 2 * FLOOD_WINDOW_MS))
    const asked = evenly(40, 2 * FLOOD_WINDOW_MS).filter(at => at > many.lastAt - FLOOD_WINDOW_MS)
    expect(countInWindow(many, many.lastAt)).toBe(asked.length)
    const watch = aWatch(aRule(), 'at-night')
    const data = { target: watch.target, about: watch.about, suppressed: { cause: 'hours', by: null } } as const
    const quiet = happen(many, [aDraft('alarm.raised', data, watch.alarm)], many.lastAt)
    expect(countInWindow(quiet, quiet.lastAt)).toBe(asked.length)
    expect(countInWindow(many, many.lastAt + FLOOD_WINDOW_MS)).toBe(0)
  })

  test('of one alarm that asks again and again is no flood of one', () => {
    const { target, about, alarm } = aWatch(aRule(), 'fickle')
    const again = [aDraft('alarm.raised', { target, about }, alarm), aDraft('alarm.returned', {}, alarm)]
    const state = evenly(FLOOD_BEGIN + 1, MINUTE).reduce((held, at) => happen(held, again, at), EMPTY_ALARM_STATE)
    expect(state.floodSince).not.toBeNull()
    expect(countInWindow(state, state.lastAt)).toBe(FLOOD_BEGIN + 1)
  })

  test('is known by the newest eleven', () =>
    expect(raisedAt(evenly(100, 99)).annunciations).toEqual(evenly(100, 99).slice(-(FLOOD_BEGIN + 1))))
})
