// What is sent for a press, what is offered for an alarm, how it is told what became of it; and the small rules of the details.
import { describe, expect, test } from 'vitest'
import {
  DESK_COMMANDS,
  directCommand,
  isOffered,
  SHELVE_CHOICES_MS,
} from '../../../../client/alarms/desk/desk-commands.ts'
import { detailLinks } from '../../../../client/alarms/desk/detail-links.ts'
import { beyondSince, limitOfReading } from '../../../../client/alarms/desk/limit-chart.ts'
import { outcomeWords } from '../../../../client/alarms/desk/outcome-words.ts'
import { fieldErrorsOf } from '../../../../client/alarms/desk/use-send.ts'
import { createSender, MAX_UNANSWERED } from '../../../../client/programme/send-command.ts'
import { MAX_SHELVE_MS, MIN_SHELVE_MS } from '../../../../shared/alarms/command.ts'
import { decideAlarmCommand } from '../../../../shared/alarms/decide.ts'
import { aDraft, after, alarmIn, anAbout, ask, eventsOf, HOUR, happen, NOON, units } from '../../alarms/sample.ts'
import { idOf, namesOf, raised, translator } from './desk-sample.ts'

const one = after([raised('a')])
const stands = {
  raised: one,
  acknowledged: happen(one, [aDraft('alarm.acknowledged', {}, idOf('a'))]),
  shelved: happen(one, [aDraft('alarm.shelved', {}, idOf('a'))]),
  'out of service': happen(one, [aDraft('alarm.taken-out-of-service', {}, idOf('a'))]),
  returned: happen(one, [aDraft('alarm.returned', {}, idOf('a'))]),
}

describe('a command', () => {
  test.each(Object.entries(stands))('is offered for an alarm that is %s as the station judges it', (_, state) => {
    const alarm = alarmIn(state, idOf('a'))
    for (const command of DESK_COMMANDS) {
      const { events } = decideAlarmCommand({ state, units, now: NOON }, ask(state, command))
      expect([command, isOffered(command, alarm)]).toEqual([command, events.length === 1])
    }
  })
  test('names each alarm as it was seen', () => {
    const alarm = alarmIn(one, idOf('a'))
    expect(directCommand('acknowledge', [alarm]).data.alarms).toEqual([{ id: idOf('a'), occurrence: alarm.occurrence }])
  })
  test('to shelve offers what the station takes, up to its limit', () => {
    expect(Math.max(...SHELVE_CHOICES_MS)).toBe(MAX_SHELVE_MS)
    expect(Math.min(...SHELVE_CHOICES_MS)).toBeGreaterThanOrEqual(MIN_SHELVE_MS)
  })
})

describe('sending', () => {
  type Outcome = 'done' | 'failed'
  /** Answers as it is told to and keeps the keys it was given. */
  function createLine(outcomes: readonly Outcome[]) {
    const keys: string[] = []
    const send = createSender((_request: unknown, key) => {
      keys.push(key)
      return Promise.resolve({ kind: outcomes[keys.length - 1] ?? 'failed' })
    })
    return { keys, send }
  }
  test('the same words go under one key until they were answered', async () => {
    const { keys, send } = createLine(['failed', 'done', 'done'])
    for (let times = 0; times < 3; times++) await send(ask(one, 'comment'))
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })
  test('other words go under another, and leave the first its own', async () => {
    const { keys, send } = createLine([])
    await send(ask(one, 'comment', { text: 'a' }))
    await send(ask(one, 'comment', { text: 'b' }))
    await send(ask(one, 'comment', { text: 'a' }))
    expect(keys[1]).not.toBe(keys[0])
    expect(keys[2]).toBe(keys[0])
  })
  test('so many are remembered and no more', async () => {
    const { keys, send } = createLine([])
    const first = ask(one, 'comment', { text: 'first' })
    const others = (number: number) =>
      Array.from({ length: number }, (_, at) => ask(one, 'comment', { text: `text ${at}` }))
    await send(first)
    for (const other of others(MAX_UNANSWERED - 1)) await send(other)
    await send(first)
    expect(keys.at(-1)).toBe(keys[0])
    for (const other of others(MAX_UNANSWERED)) await send(other)
    await send(first)
    expect(keys.at(-1)).not.toBe(keys[0])
  })
})

describe('what became of it', () => {
  const t = translator('vi')
  const state = after([raised('a'), raised('b'), raised('c')])
  const names = namesOf(state)
  const acknowledged = (...devices: readonly string[]) =>
    eventsOf(
      9,
      devices.map(device => aDraft('alarm.acknowledged', {}, idOf(device))),
    )
  const refusal = (device: string | null, code = 'still-active') => ({
    code,
    field: null,
    alarm: device === null ? null : idOf(device),
    vi: `vì ${code}.`,
    en: `because ${code}.`,
  })
  test('is told by title for one, by number for more', () => {
    expect(outcomeWords(t, names, 'acknowledge', { events: acknowledged('a'), refusals: [] })).toEqual({
      done: 'Đã xác nhận: Trạm a · pH, Mỹ Đông',
      refused: undefined,
    })
    expect(outcomeWords(t, names, 'shelve', { events: acknowledged('a', 'b'), refusals: [] }).done).toBe(
      'Đã tạm gác: 2 cảnh báo',
    )
  })
  test('with its refusals: the same reason once, more than two reasons counted', () => {
    const told = (...refusals: readonly ReturnType<typeof refusal>[]) =>
      outcomeWords(t, names, 'reset', { events: [], refusals })
    expect(told(refusal('a'), refusal('b'))).toEqual({
      done: undefined,
      refused: 'Không làm được với 2 cảnh báo: vì still-active.',
    })
    expect(told(refusal('a', 'x'), refusal('b', 'y'), refusal('c', 'z')).refused).toBe(
      'Không làm được với Trạm a · pH, Mỹ Đông: vì x. Không làm được với Trạm b · pH, Mỹ Đông: vì y. và 1 cảnh báo khác',
    )
    expect(told(refusal(null)).refused).toBe('vì still-active.')
  })
  test('as errors of a form stands at the field it belongs to', () => {
    const errors = [
      { field: 'reason', vi: 'thiếu', en: 'missing' },
      { field: 'reason', vi: 'dài', en: 'long' },
      { field: 'alarms.0', vi: 'đã đổi', en: 'changed' },
    ]
    expect(fieldErrorsOf(errors, 'vi')).toEqual({ reason: 'thiếu', '': 'đã đổi' })
    expect(fieldErrorsOf(errors, 'en')).toEqual({ reason: 'missing', '': 'changed' })
  })
})

describe('the links of an alarm', () => {
  const linksOf = (change: Parameters<typeof raised>[1], search = '') => {
    const state = after([raised('a', change)])
    return Object.fromEntries(detailLinks(alarmIn(state, idOf('a')), search).map(({ kind, to }) => [kind, to]))
  }
  test('lead to its rule, its village and its readings, in the language of the page', () => {
    expect(linksOf({}, '?lang=en')).toEqual({
      rule: '/alarms/rules/ph-high?lang=en',
      map: '/?lang=en&village=my-dong',
      series: '/?lang=en&village=my-dong&series=a.ph',
      history: `/alarms/history?lang=en&alarm=${encodeURIComponent(idOf('a'))}`,
    })
  })
  test('of the programme lead to the thing it is about', () => {
    const about = anAbout('a', { village: null, series: null, device: null, quantity: null })
    expect(linksOf({ target: 'task:1.4', about })).toMatchObject({ task: '/programme/tasks/1.4' })
    expect(linksOf({ target: 'dossier:my-dong:2', about })).toMatchObject({ dossier: '/programme/villages/my-dong' })
    expect(linksOf({ target: 'report:so-yt:2026-Q1', about })).toMatchObject({ reports: '/programme/reports' })
    expect(Object.keys(linksOf({ target: 'task:1.4', about }))).toEqual(['rule', 'task', 'history'])
  })
})

describe('the chart of an alarm', () => {
  const alarm = { limit: 8.5, since: NOON - HOUR, isActive: true }
  test('has its limit as a line where the rule watches the reading itself, and nowhere else', () => {
    expect(limitOfReading(alarm, { kind: 'value' })).toBe(8.5)
    expect(limitOfReading(alarm, { kind: 'flood' })).toBe(8.5)
    expect(limitOfReading(alarm, { kind: 'change', overMs: HOUR })).toBeUndefined()
    expect(limitOfReading(alarm, undefined)).toBeUndefined()
    expect(limitOfReading({ limit: null }, { kind: 'value' })).toBeUndefined()
  })
  test('says since when only while it is beyond', () => {
    expect(beyondSince(alarm)).toBe(NOON - HOUR)
    expect(beyondSince({ ...alarm, isActive: false })).toBeUndefined()
  })
})
