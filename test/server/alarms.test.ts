// The alarms of a real station: what rises and what doesn't, what people do about it, and what screens see of it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disableDevice } from '../../server/registry/register.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { foldAlarms } from '../../shared/alarms/fold.ts'
import { provinceDayOf } from '../../shared/programme/province-day.ts'
import type { FollowedEvents } from '../../shared/protocol.ts'
import {
  type AlarmReply,
  alarmAt,
  alarmOf,
  alarmStateOf,
  anAlarmCommand,
  aRule,
  countsOf,
  doToAlarms,
  eventsOfRule,
  ON_DUTY,
  openOf,
  postAlarms,
  publishRule,
  seen,
} from '../support/alarms.ts'
import { deliver, get, problemOf } from '../support/door.ts'
import { connectDevice } from '../support/field-device.ts'
import { type FleetDevice, registerFleet } from '../support/fleet.ts'
import { openScreen } from '../support/screen.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const HOUR_MS = 3_600_000
const POLL = { timeout: 10_000, interval: 20 } as const
const folder = temporaryFolder()
let station: TestStation
let fleet: FleetDevice[]
/** The station's clock runs as the machine's, and can be put on. */
let ahead = 0
const now = () => Date.now() + ahead

beforeAll(async () => {
  fleet = await registerFleet(folder.path, 'gauge', 100, ['water_level'])
  station = await startTestStation({ dataDir: folder.path, now })
  await publishRule(station, aRule())
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

/** A gauge that nothing was heard of. */
function aGauge() {
  const device = fleet.pop()
  if (!device) throw new Error('too few gauges')
  const alarm = alarmOf(device.id)
  return {
    ...device,
    alarm,
    says: (water_level: number, ts: number = now()) => deliver(station, device.token, { ts, values: { water_level } }),
    stands: () => alarmAt(station, alarm),
  }
}
type Gauge = ReturnType<typeof aGauge>

/** Says 3.5 m and waits for the alarm. */
async function rises(gauge: Gauge) {
  await gauge.says(3.5)
  await expect.poll(async () => (await gauge.stands())?.isActive, POLL).toBe(true)
  const alarm = await gauge.stands()
  if (!alarm) throw new Error(`${gauge.alarm} went`)
  return alarm
}
/** All that was said before has been judged: conditions are decided in the order they were found. */
const settled = () => rises(aGauge())

describe('an alarm', () => {
  test('rises after the answer to the reading, says where and by how much, and returns past its deadband', async () => {
    const gauge = aGauge()
    const t = now()
    await gauge.says(3.5, t)
    const find = async () => (await openOf(station)).find(({ id }) => id === gauge.alarm)
    await expect.poll(find, POLL).toBeDefined()
    expect(await find()).toMatchObject({
      standing: 'unacknowledged',
      priority: 'medium',
      level: 'H',
      value: 3.5,
      limit: 3,
      unit: 'm',
      measuredAt: t,
      since: t,
      village: 'my-dong',
      device: gauge.id,
      series: `${gauge.id}.water_level`,
      source: 'measured',
      title: { vi: 'Trạm thử · Mực nước' },
      rule: { id: 'test-high', version: 1, action: { vi: 'Mở cống' }, basis: { kind: 'internal' } },
    })
    await gauge.says(2.95)
    await settled()
    expect((await gauge.stands())?.isActive).toBe(true)
    await gauge.says(2.85)
    await expect.poll(async () => (await find())?.standing, POLL).toBe('returned-unacknowledged')
  })

  test('is filtered by standing, priority and village', async () => {
    const gauge = aGauge()
    const alarm = await rises(gauge)
    const ids = async (query: string) => (await openOf(station, 'test-high', query)).map(({ id }) => id)
    for (const query of ['?standing=unacknowledged', '?priority=medium', '?village=my-dong'])
      expect(await ids(query)).toContain(gauge.alarm)
    for (const query of ['?standing=shelved', '?priority=high', '?village=phu-cuong'])
      expect(await ids(query)).not.toContain(gauge.alarm)
    await doToAlarms(station, anAlarmCommand('shelve', { alarms: [seen(alarm)], forMs: 60_000, reason: 'Đang sửa' }))
    expect(await ids('')).not.toContain(gauge.alarm)
    expect(await ids('?standing=shelved')).toEqual([gauge.alarm])
    for (const query of ['?standing=old', '?priority=', '?village=a/b', '?x=1'])
      expect((await get(`${station.url}/api/v1/alarms${query}`)).status).toBe(400)
  })

  test('never clears because its station fell silent, and what time does to it happens', async () => {
    const gauge = aGauge()
    const other = aGauge()
    await rises(gauge)
    const shelved = await rises(other)
    await doToAlarms(
      station,
      anAlarmCommand('shelve', { alarms: [seen(shelved)], forMs: 8 * HOUR_MS, reason: 'Đang sửa' }),
    )
    ahead += 9 * HOUR_MS
    await expect.poll(async () => (await other.stands())?.shelved, POLL).toBeNull()
    expect(await gauge.stands()).toMatchObject({ isActive: true, isAcknowledged: false, level: 'H' })
    // Shelving that is over asks for attention anew.
    expect((await other.stands())?.occurrence).toBeGreaterThan(shelved.occurrence)
  })

  test('is not made by what is old: late, repeated, retained', async () => {
    const [old, late, repeated, retained] = [aGauge(), aGauge(), aGauge(), aGauge()]
    await old.says(9, now() - HOUR_MS)
    await late.says(1)
    await late.says(9, now() - 60_000)
    const again = now()
    await repeated.says(3.5, again)
    await expect.poll(async () => (await repeated.stands())?.isActive, POLL).toBe(true)
    await repeated.says(1)
    await repeated.says(3.5, again)
    const device = await connectDevice(station.mqttUrl, retained)
    await device.tell({ ts: now() - HOUR_MS, values: { water_level: 9 } }, { retain: true })
    await device.leave()
    await settled()
    const counts = countsOf(await eventsOfRule(station))
    expect([old, late, retained].map(({ alarm }) => counts[`raised alarm:${alarm}`])).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(counts[`raised alarm:${repeated.alarm}`]).toBe(1)
    expect((await repeated.stands())?.isActive).toBe(false)
  })

  test('is over when its rule stops watching, and the rule says what it watches', async () => {
    const gauge = aGauge()
    const scope = { villages: null, devices: [gauge.id], except: [] }
    await publishRule(station, aRule({ id: 'test-brief', scope }))
    const alarm = alarmOf(gauge.id, 'test-brief')
    await gauge.says(4)
    await expect.poll(async () => (await alarmAt(station, alarm))?.isActive, POLL).toBe(true)
    const watched = async () => {
      const { body } = await get(`${station.url}/api/v1/alarms/watches?rule=test-brief`)
      return (body as { rules: { watched: number }[] }).rules[0]?.watched
    }
    expect(await watched()).toBe(1)
    await publishRule(station, aRule({ id: 'test-brief', scope, isOn: false }))
    await expect.poll(async () => (await alarmAt(station, alarm))?.isActive, POLL).toBe(false)
    expect(await watched()).toBe(0)
    const [, returned] = await eventsOfRule(station, 'test-brief')
    expect(returned).toMatchObject({ type: 'alarm.returned', data: { reason: 'rule-changed' } })
    expect((await get(`${station.url}/api/v1/alarms/watches?rule=nothing`)).status).toBe(404)
  })

  test('is over when its device is taken out of use', async () => {
    const gauge = aGauge()
    await rises(gauge)
    const store = await openSqliteStore({ path: databasePath(folder.path) })
    await disableDevice(store, gauge.id, Date.now(), 'test')
    await store.close()
    await expect.poll(async () => (await gauge.stands())?.isActive, POLL).toBe(false)
    const events = (await eventsOfRule(station)).filter(({ subject }) => subject === `alarm:${gauge.alarm}`)
    expect(events.at(-1)).toMatchObject({ type: 'alarm.returned', data: { reason: 'target-gone' } })
  })

  test('is counted for Prometheus, by priority', async () => {
    await rises(aGauge())
    const { body } = await get(`${station.url}/metrics`)
    const { alarms } = (await get(`${station.url}/api/v1/alarms?priority=medium`)).body as { alarms: unknown[] }
    expect(String(body)).toContain(`daisen_alarms_open{priority="medium"} ${alarms.length}\n`)
    expect(String(body)).toMatch(/^daisen_alarm_events_total [1-9]\d*$/m)
    expect(String(body)).toMatch(/^daisen_alarm_messages\{state="dead"\} 0$/m)
  })

  test('of a rule that is published now stands for what was measured a moment ago', async () => {
    const gauge = aGauge()
    await gauge.says(2.5)
    await publishRule(station, aRule({ id: 'test-low-limit', levels: [{ name: 'H', at: 2.4, priority: 'low' }] }))
    await expect.poll(async () => (await alarmAt(station, alarmOf(gauge.id, 'test-low-limit')))?.value, POLL).toBe(2.5)
  })

  test('of the programme follows from the plan and a day, and ends with an entry', async () => {
    // Due every year: the last one is over, this one isn't.
    const alarm = 'task-overdue:task:5.1'
    const lastYear = Number(provinceDayOf(now()).slice(0, 4)) - 1
    await expect.poll(async () => (await alarmAt(station, alarm))?.isActive, POLL).toBe(true)
    const { status, body } = await get(`${station.url}/api/v1/programme/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        command: 'update-task',
        data: { task: '5.1', status: 'done', progress: 100, text: 'Đã phân bổ', files: [], year: lastYear },
        actor: { name: 'Lan', unit: 'so-tc' },
        expected: 0,
      }),
    })
    expect([status, body]).toEqual([200, expect.anything()])
    await expect.poll(async () => (await alarmAt(station, alarm))?.isActive, POLL).toBe(false)
  })
})

test('of the programme is there when a station starts, and once when it starts again', async () => {
  const own = temporaryFolder()
  const alarm = 'task-overdue:task:5.1'
  try {
    for (const start of ['first', 'second']) {
      const fresh = await startTestStation({ dataDir: own.path })
      await expect.poll(async () => (await alarmAt(fresh, alarm))?.isActive, { ...POLL, message: start }).toBe(true)
      const counts = countsOf(await eventsOfRule(fresh, 'task-overdue'))
      await fresh.stop()
      expect(counts[`raised alarm:${alarm}`]).toBe(1)
    }
  } finally {
    own.remove()
  }
})

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
    const gauge = aGauge()
    const alarm = await rises(gauge)
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
    const alarm = await rises(aGauge())
    const { events } = await doToAlarms(
      station,
      anAlarmCommand('comment', { alarms: [seen(alarm)], text: 'Thử' }, { isSimulated: true }),
    )
    expect(events[0]?.actor).toMatch(/^simulated:Lan · /)
  })

  test('sent again under its key is answered as the first time, also when it would now be refused', async () => {
    const alarm = await rises(aGauge())
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
    const [can, cannot] = [await rises(aGauge()), await rises(aGauge())]
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
    const gauge = aGauge()
    const first = await rises(gauge)
    await gauge.says(1)
    await expect.poll(async () => (await gauge.stands())?.isActive, POLL).toBe(false)
    const second = await rises(gauge)
    const late = await postAlarms(station, anAlarmCommand('acknowledge', { alarms: [seen(first)], comment: null }))
    expect([late.status, problemOf(late).errors?.[0]?.code]).toEqual([422, 'asked-again'])
    expect((await gauge.stands())?.isAcknowledged).toBe(false)
    await doToAlarms(station, anAlarmCommand('acknowledge', { alarms: [seen(second)], comment: null }))
  })

  test('of many at once on the same alarm is done once', async () => {
    const gauge = aGauge()
    const alarm = await rises(gauge)
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
    const alarm = await rises(aGauge())
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

  test('publishes a rule only on top of the version that was seen', async () => {
    const rule = aRule({ id: 'test-versions' })
    const publish = (expected: number) =>
      postAlarms(station, anAlarmCommand('publish-rule', { rule, expected, reason: 'Thử' }))
    expect((await publish(0)).status).toBe(200)
    for (const expected of [0, 2]) expect((await publish(expected)).status).toBe(422)
    expect((await publish(1)).status).toBe(200)
    const { body } = await get(`${station.url}/api/v1/alarms/events?rule=test-versions`)
    const versions = (body as { events: { data: { version: number } }[] }).events.map(({ data }) => data.version)
    expect(versions).toEqual([2, 1])
  })
})

describe('the past', () => {
  test('is the alarms as they stood', async () => {
    const gauge = aGauge()
    const alarm = await rises(gauge)
    await gauge.says(1)
    await expect.poll(async () => (await gauge.stands())?.isActive, POLL).toBe(false)
    const then = await alarmStateOf(station, `?at=${alarm.raisedAt}`)
    expect(then.alarms.get(gauge.alarm)).toEqual(alarm)
    expect((await alarmStateOf(station, `?at=${alarm.raisedAt - 1}`)).alarms.has(gauge.alarm)).toBe(false)
    expect((await get(`${station.url}/api/v1/alarms/state?at=yesterday`)).status).toBe(400)
  })

  test('is told in pages, newest first, of all or of one, between two instants', async () => {
    const gauge = aGauge()
    const { raisedAt, version } = await rises(gauge)
    type Page = { readonly events: readonly { id: number; at: number }[]; readonly next: number | null }
    const page = async (query: string) => (await get(`${station.url}/api/v1/alarms/events?${query}`)).body as Page
    const first = await page('limit=3')
    expect(first.events.map(({ id }) => id)).toEqual(first.events.map(({ id }) => id).toSorted((a, b) => b - a))
    const second = await page(`limit=3&before=${first.next}`)
    expect(second.events[0]?.id).toBeLessThan(first.events.at(-1)?.id ?? 0)
    const one = await page(`alarm=${encodeURIComponent(gauge.alarm)}`)
    expect([one.events.map(({ id }) => id), one.next]).toEqual([[version], null])
    const within = await page(`from=${raisedAt}&to=${raisedAt}`)
    expect(within.events.map(({ id }) => id)).toContain(version)
    expect(within.events.every(({ at }) => at === raisedAt)).toBe(true)
    expect((await page(`to=${raisedAt - 1}&limit=1`)).events[0]?.at).toBeLessThan(raisedAt)
    for (const query of ['limit=0', 'limit=1001', 'from=2&to=1', 'from=x', 'alarm=a&rule=b', 'before=0'])
      expect((await get(`${station.url}/api/v1/alarms/events?${query}`)).status).toBe(400)
  })

  test('proposes a deadband for an alarm that chatters', async () => {
    const gauge = aGauge()
    for (let i = 0; i < 20; i++) {
      ahead += 10_000
      await gauge.says(i === 19 ? 2 : i % 2 === 0 ? 3.05 : 2.7)
    }
    await settled()
    const { status, body } = await get(`${station.url}/api/v1/alarms/deadband?alarm=${encodeURIComponent(gauge.alarm)}`)
    expect(status).toBe(200)
    // 2.7 m, where it fell to, isn't past it; 2 m, where it came to rest, is.
    expect(body).toMatchObject({ readings: 20, current: 0.1, proposal: { deadband: 0.3, transitionsAfter: 1 } })
    expect((await get(`${station.url}/api/v1/alarms/deadband?alarm=test-high:series:no.one`)).status).toBe(404)
  })
})

test('a thing of the programme is overdue when its day is over, without anybody entering anything', async () => {
  const alarm = 'task-overdue:task:5.1'
  expect((await alarmAt(station, alarm))?.isActive).toBe(false)
  ahead += 366 * 24 * HOUR_MS
  await expect.poll(async () => (await alarmAt(station, alarm))?.isActive, POLL).toBe(true)
})
