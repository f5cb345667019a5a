// Rules in a real station: a change is followed at once, what they watch is told, and a deadband is proposed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alarmAt, alarmOf, anAlarmCommand, aRule, eventsOfRule, postAlarms, publishRule } from '../support/alarms.ts'
import { get } from '../support/door.ts'
import { type GaugeStation, POLL, startGaugeStation } from './gauge-station.ts'

let station: GaugeStation

beforeAll(async () => {
  station = await startGaugeStation(10)
})
afterAll(() => station.stop())

describe('an alarm', () => {
  test('is over when its rule stops watching, and the rule says what it watches', async () => {
    const gauge = station.aGauge()
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

  test('of a rule that is published now stands for what was measured a moment ago', async () => {
    const gauge = station.aGauge()
    await gauge.says(2.5)
    await publishRule(station, aRule({ id: 'test-low-limit', levels: [{ name: 'H', at: 2.4, priority: 'low' }] }))
    await expect.poll(async () => (await alarmAt(station, alarmOf(gauge.id, 'test-low-limit')))?.value, POLL).toBe(2.5)
  })
})

test('a rule is published only on top of the version that was seen', async () => {
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

test('a deadband is proposed for an alarm that chatters', async () => {
  const gauge = station.aGauge()
  for (let i = 0; i < 20; i++) {
    station.moveOn(10_000)
    await gauge.says(i === 19 ? 2 : i % 2 === 0 ? 3.05 : 2.7)
  }
  await station.settled()
  const { status, body } = await get(`${station.url}/api/v1/alarms/deadband?alarm=${encodeURIComponent(gauge.alarm)}`)
  expect(status).toBe(200)
  // 2.7 m, where it fell to, isn't past it; 2 m, where it came to rest, is.
  expect(body).toMatchObject({ readings: 20, current: 0.1, proposal: { deadband: 0.3, transitionsAfter: 1 } })
  expect((await get(`${station.url}/api/v1/alarms/deadband?alarm=test-high:series:no.one`)).status).toBe(404)
})
