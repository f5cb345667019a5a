// What a change of the picture asks of ears and eyes: tones, the browser's notifications, what is read aloud.
import { describe, expect, test } from 'vitest'
import {
  attentionOf,
  MAX_NOTIFICATIONS,
  mustRepeat,
  notificationsOf,
  toneOf,
} from '../../../../client/alarms/desk/attention.ts'
import { DEFAULTS, preferencesIn } from '../../../../client/alarms/desk/desk-preferences.ts'
import { EDGE_MS, PEAK_GAIN, TONES } from '../../../../client/alarms/desk/tones.ts'
import { createAnnouncer, MAX_NAMED, SPACING_MS } from '../../../../client/alarms/spoken/announcer.ts'
import { PRIORITIES } from '../../../../shared/alarms/rule.ts'
import { EMPTY_ALARM_STATE } from '../../../../shared/alarms/state.ts'
import { aDraft, after, happen } from '../../alarms/sample.ts'
import { idOf, raised } from './desk-sample.ts'

const devicesOf = (alarms: readonly { readonly about: { readonly device: string | null } }[]) =>
  alarms.map(({ about }) => about.device)

describe('attention', () => {
  const one = after([raised('a')])
  test('is asked by nothing when the page is opened, and by nothing when nothing changed', () => {
    expect(attentionOf(undefined, one)).toEqual({ fresh: [], settled: [] })
    expect(attentionOf(one, one)).toEqual({ fresh: [], settled: [] })
  })
  test('is asked by what was raised, got worse or was raised again; gravest first', () => {
    const worse = happen(one, [raised('b'), aDraft('alarm.level-changed', {}, idOf('a'))])
    expect(devicesOf(attentionOf(one, worse).fresh)).toEqual(['a', 'b'])
    const known = happen(one, [aDraft('alarm.acknowledged', {}, idOf('a'))])
    const again = happen(known, [aDraft('alarm.re-alarmed', {}, idOf('a'))])
    expect(devicesOf(attentionOf(known, again).fresh)).toEqual(['a'])
  })
  test('is not asked by what got better, was commented, or was set aside while it was raised', () => {
    const commented = happen(one, [aDraft('alarm.commented', {}, idOf('a'))])
    expect(attentionOf(one, commented).fresh).toEqual([])
    const returned = happen(one, [aDraft('alarm.returned', {}, idOf('a'))])
    expect(attentionOf(one, returned)).toEqual({ fresh: [], settled: [] })
    const shelved = happen(one, [aDraft('alarm.shelved', {}, idOf('a'))])
    const worse = happen(shelved, [aDraft('alarm.level-changed', {}, idOf('a'))])
    expect(attentionOf(shelved, worse).fresh).toEqual([])
  })
  test('is settled by acknowledging and by shelving, and by a log that knows nothing of it', () => {
    for (const type of ['alarm.acknowledged', 'alarm.shelved', 'alarm.taken-out-of-service'] as const)
      expect(attentionOf(one, happen(one, [aDraft(type, {}, idOf('a'))])).settled).toEqual([idOf('a')])
    expect(attentionOf(one, EMPTY_ALARM_STATE).settled).toEqual([idOf('a')])
  })
  test('is asked once for a raise that came and was acknowledged between two pictures: by nobody', () => {
    const both = happen(EMPTY_ALARM_STATE, [raised('a'), aDraft('alarm.acknowledged', {}, idOf('a'))])
    expect(attentionOf(EMPTY_ALARM_STATE, both)).toEqual({ fresh: [], settled: [] })
  })
})

describe('a tone', () => {
  const freshOf = (...priorities: readonly ('low' | 'medium' | 'high')[]) =>
    attentionOf(EMPTY_ALARM_STATE, after(priorities.map((priority, at) => raised(`d${at}`, { priority }))))
  test('is one for a change, the gravest', () => {
    expect(toneOf(freshOf('low', 'high', 'medium'))).toBe('high')
    expect(toneOf(freshOf('low', 'medium'))).toBe('medium')
    expect(toneOf(freshOf('low'))).toBe('low')
    expect(toneOf(freshOf())).toBeUndefined()
  })
  test('repeats while a high one is unacknowledged, and only then', () => {
    const high = after([raised('a', { priority: 'high' }), raised('b')])
    expect(mustRepeat(high)).toBe(true)
    const known = happen(high, [aDraft('alarm.acknowledged', {}, idOf('a'))])
    expect(mustRepeat(known)).toBe(false)
    expect(mustRepeat(happen(high, [aDraft('alarm.shelved', {}, idOf('a'))]))).toBe(false)
    expect(mustRepeat(happen(high, [aDraft('alarm.returned', {}, idOf('a'))]))).toBe(true)
  })
  test('is told apart by its notes, short, never loud, and has room to swell and fade', () => {
    expect(new Set(PRIORITIES.map(priority => TONES[priority].length)).size).toBe(PRIORITIES.length)
    expect(PEAK_GAIN).toBeLessThanOrEqual(0.25)
    for (const notes of Object.values(TONES)) {
      for (const [at, { forMs, atMs }] of notes.entries()) {
        expect(forMs).toBeGreaterThan(2 * EDGE_MS)
        expect(atMs + forMs).toBeLessThan(notes[at + 1]?.atMs ?? 1_000)
      }
    }
  })
})

describe('notifications', () => {
  const many = (number: number, priority: 'low' | 'medium' | 'high') =>
    attentionOf(EMPTY_ALARM_STATE, after(Array.from({ length: number }, (_, at) => raised(`d${at}`, { priority }))))
  test('are shown from the chosen priority on', () => {
    const shown = (priority: 'low' | 'medium' | 'high', from: 'off' | 'high' | 'medium') =>
      notificationsOf(many(1, priority), from).show.length
    expect([shown('high', 'high'), shown('medium', 'high'), shown('low', 'high')]).toEqual([1, 0, 0])
    expect([shown('high', 'medium'), shown('medium', 'medium'), shown('low', 'medium')]).toEqual([1, 1, 0])
    expect([shown('high', 'off'), shown('medium', 'off')]).toEqual([0, 0])
  })
  test('of a storm are few, and the others are counted', () => {
    expect(notificationsOf(many(MAX_NOTIFICATIONS, 'high'), 'high').others).toBe(0)
    const storm = notificationsOf(many(MAX_NOTIFICATIONS + 1, 'high'), 'high')
    expect([storm.show.length, storm.others]).toEqual([MAX_NOTIFICATIONS, 1])
  })
  test('are taken back when somebody acknowledged, also when they are turned off', () => {
    const one = after([raised('a')])
    const known = happen(one, [aDraft('alarm.acknowledged', {}, idOf('a'))])
    expect(notificationsOf(attentionOf(one, known), 'off').close).toEqual([idOf('a')])
  })
})

describe('what is read aloud', () => {
  /** A clock that only moves when it is told to. */
  function createClock() {
    let now = 0
    let timers: { at: number; run: () => void }[] = []
    return {
      after: (ms: number, run: () => void) => {
        const timer = { at: now + ms, run }
        timers.push(timer)
        return () => {
          timers = timers.filter(one => one !== timer)
        }
      },
      pass: (ms: number) => {
        now += ms
        const due = timers.filter(({ at }) => at <= now)
        timers = timers.filter(({ at }) => at > now)
        for (const { run } of due) run()
      },
      waiting: () => timers.length,
    }
  }
  const others = (count: number) => `và ${count} nữa`

  test('comes together, the first few by name and the others by number', () => {
    const clock = createClock()
    const announcer = createAnnouncer({ after: clock.after, others })
    for (let at = 1; at <= MAX_NAMED; at++) announcer.tell('urgent', `A${at}`)
    clock.pass(0)
    expect(announcer.said().urgent).toBe('A1. A2. A3')
    clock.pass(SPACING_MS)
    for (let at = 1; at <= MAX_NAMED + 1; at++) announcer.tell('urgent', `B${at}`)
    clock.pass(0)
    expect(announcer.said()).toEqual({ urgent: 'B1. B2. B3. và 1 nữa', polite: '' })
  })
  test('is spaced: what comes meanwhile waits and is said at once', () => {
    const clock = createClock()
    const announcer = createAnnouncer({ after: clock.after, others })
    announcer.tell('polite', 'A')
    clock.pass(0)
    announcer.tell('polite', 'B')
    announcer.tell('polite', 'C')
    clock.pass(SPACING_MS - 1)
    expect(announcer.said().polite).toBe('A')
    clock.pass(1)
    expect(announcer.said().polite).toBe('B. C')
  })
  test('of an urgent kind does not wait for the polite one', () => {
    const clock = createClock()
    const announcer = createAnnouncer({ after: clock.after, others })
    announcer.tell('polite', 'A')
    clock.pass(0)
    announcer.tell('urgent', 'B')
    clock.pass(0)
    expect(announcer.said()).toEqual({ polite: 'A', urgent: 'B' })
  })
  test('is taken back after a while, so that the same words are heard again', () => {
    const clock = createClock()
    const announcer = createAnnouncer({ after: clock.after, others })
    announcer.tell('urgent', 'A')
    clock.pass(0)
    clock.pass(SPACING_MS)
    expect(announcer.said().urgent).toBe('')
    expect(clock.waiting()).toBe(0)
    announcer.tell('urgent', 'A')
    clock.pass(0)
    expect(announcer.said().urgent).toBe('A')
  })
  test('leaves nothing behind when it stops', () => {
    const clock = createClock()
    const announcer = createAnnouncer({ after: clock.after, others })
    announcer.tell('polite', 'A')
    announcer.stop()
    expect(clock.waiting()).toBe(0)
  })
})

test('preferences that are damaged or unknown are the defaults', () => {
  expect(preferencesIn(null)).toEqual(DEFAULTS)
  expect(preferencesIn('{"hasSound":')).toEqual(DEFAULTS)
  expect(preferencesIn('7')).toEqual(DEFAULTS)
  expect(preferencesIn('{"hasSound":"yes","notified":"everything"}')).toEqual(DEFAULTS)
  expect(preferencesIn('{"hasSound":true,"notified":"medium","hasMap":false}')).toEqual({
    ...DEFAULTS,
    hasSound: true,
    notified: 'medium',
    hasMap: false,
  })
})
