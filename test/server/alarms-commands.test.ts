// What people do about alarms at the door of a real station: done once, refused with reasons, seen by who follows.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldAlarms } from '../../shared/alarms/fold.ts'
import type { FollowedEvents } from '../../shared/protocol.ts'
import {
  type AlarmReply,
  alarmAt,
  alarmStateOf,
  anAlarmCommand,
  doToAlarms,
  ON_DUTY,
  postAlarms,
  seen,
} from '../support/alarms.ts'
import { get, problemOf } from '../support/door.ts'
import { openScreen } from '../support/screen.ts'
import { type GaugeStation, POLL, startGaugeStation } from './gauge-station.ts'

let station: GaugeStation

beforeAll(async () => {
  station = await startGaugeStation(20)
})
afterAll(() => station.stop())

describe('a command', () => {
  test('is done, says by whom, and reaches a screen that follows', async () => {
    const screen = await openScreen(station.url)
    let held = await alarmStateOf(station)
    screen.socket.on('events', (body: FollowedEvents, applied) => {
      held = foldAlarms(held, body.events)
      applied()
    })
    const { hash } = (await get(`${station.url}/api/v1/alarms/state`)).body as { hash: string }
    const follow = { family: 'alarm', after: held.lastId, hash }
    expect(await screen.socket.timeout(5_000).emitWithAck('follow', follow)).toMatchObject({ ok: true })
    const gauge = station.aGauge()
    const alarm = await station.rises(gauge)
    const { events, refusals } = await doToAlarms(
      station,
      anAlarmCommand('acknowledge', { alarms: [seen(alarm)], comment: 'Đã thấy' }),
    )
    expect(refusals).toEqual([])
    expect(events).toMatchObject([{ type: 'alarm.acknowledged', actor: 'declared:Lan · Sở Khoa học và Công nghệ' }])
    await expect
      .poll(() => held.alarms.get(gauge.alarm)?.acknowledged, POLL)
      .toMatchObject({ comment: 'Đã thấy', eventId: events[0]?.id })
    expect(held.alarms.get(gauge.alarm)).toEqual(await gauge.stands())
    screen.leave()
  })

  test('of a simulated person says so in the log', async () => {
    const alarm = await station.rises(station.aGauge())
    const { events } = await doToAlarms(
      station,
      anAlarmCommand('comment', { alarms: [seen(alarm)], text: 'Thử' }, { isSimulated: true }),
    )
    expect(events[0]?.actor).toMatch(/^simulated:Lan · /)
  })

  test('sent again under its key is answered as the first time, also when it would now be refused', async () => {
    const alarm = await station.rises(station.aGauge())
    const body = anAlarmCommand('acknowledge', { alarms: [seen(alarm)], comment: null })
    const headers = { 'idempotency-key': randomUUID() }
    const [first, again] = [await postAlarms(station, body, headers), await postAlarms(station, body, headers)]
    expect([first.status, again.status]).toEqual([200, 200])
    expect((again.body as AlarmReply).events).toEqual((first.body as AlarmReply).events)
    expect([first, again].map(one => (one.body as AlarmReply).repeated)).toEqual([false, true])
    expect((again.body as AlarmReply).refusals).toEqual([])
    const other = await postAlarms(station, { ...body, actor: { ...ON_DUTY, name: 'Bình' } }, headers)
    expect(problemOf(other).type).toBe('urn:dai-sen:problem:key-reused')
    const fresh = await postAlarms(station, body)
    expect([fresh.status, problemOf(fresh).errors?.[0]?.code]).toEqual([422, 'already-acknowledged'])
  })

  test('is done to those alarms that it can be done to; sent again it says the same', async () => {
    const [can, cannot] = [await station.rises(station.aGauge()), await station.rises(station.aGauge())]
    await doToAlarms(station, anAlarmCommand('acknowledge', { alarms: [seen(cannot)], comment: null }))
    const alarms = [seen(can), seen(cannot), { id: 'test-high:series:nobody.water_level', occurrence: 1 }]
    const body = anAlarmCommand('acknowledge', { alarms, comment: null })
    const headers = { 'idempotency-key': randomUUID() }
    for (const isRepeated of [false, true]) {
      const { status, body: reply } = await postAlarms(station, body, headers)
      const { events, refusals, repeated } = reply as AlarmReply
      expect([status, repeated]).toEqual([200, isRepeated])
      expect(events.map(({ subject }) => subject)).toEqual([`alarm:${can.id}`])
      expect(refusals).toMatchObject([
        { alarm: cannot.id, code: 'already-acknowledged', field: 'alarms.1' },
        { alarm: alarms[2]?.id, code: 'unknown-alarm', field: 'alarms.2' },
      ])
    }
  })

  test('to an alarm that has asked for attention again since is refused', async () => {
    const gauge = station.aGauge()
    const first = await station.rises(gauge)
    await gauge.says(1)
    await expect.poll(async () => (await gauge.stands())?.isActive, POLL).toBe(false)
    const second = await station.rises(gauge)
    const late = await postAlarms(station, anAlarmCommand('acknowledge', { alarms: [seen(first)], comment: null }))
    expect([late.status, problemOf(late).errors?.[0]?.code]).toEqual([422, 'asked-again'])
    expect((await gauge.stands())?.isAcknowledged).toBe(false)
    await doToAlarms(station, anAlarmCommand('acknowledge', { alarms: [seen(second)], comment: null }))
  })

  test('of many at once on the same alarm is done once', async () => {
    const gauge = station.aGauge()
    const alarm = await station.rises(gauge)
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        postAlarms(station, anAlarmCommand('acknowledge', { alarms: [seen(alarm)], comment: null })),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array.from({ length: 11 }, () => 422),
    ])
  })

  test('that is no command, or from elsewhere, changes nothing', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      '{"command":"drop"}',
      anAlarmCommand('acknowledge', { alarms: [], comment: null }),
    ])
      expect([body, (await postAlarms(station, body)).status]).toEqual([body, 400])
    const alarm = await station.rises(station.aGauge())
    const acknowledge = anAlarmCommand('acknowledge', { alarms: [seen(alarm)], comment: null })
    expect((await postAlarms(station, acknowledge, { 'idempotency-key': 'short' })).status).toBe(400)
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }])
      expect((await postAlarms(station, acknowledge, headers)).status).toBe(403)
    const nobody = await postAlarms(station, { ...acknowledge, actor: { name: '?', unit: 'nowhere' } })
    expect([nobody.status, problemOf(nobody).errors?.map(({ field }) => field)]).toEqual([
      422,
      expect.arrayContaining(['actor.name', 'actor.unit']),
    ])
    expect((await alarmAt(station, alarm.id))?.isAcknowledged).toBe(false)
    expect((await postAlarms(station, acknowledge, { origin: station.url })).status).toBe(200)
  })
})
