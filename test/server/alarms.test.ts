// The alarms of a real station: what rises, what does not, and what ends it.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disableDevice } from '../../server/registry/register.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { anAlarmCommand, countsOf, doToAlarms, eventsOfRule, openOf, seen } from '../support/alarms.ts'
import { get } from '../support/door.ts'
import { connectDevice } from '../support/field-device.ts'
import { type GaugeStation, HOUR_MS, POLL, startGaugeStation } from './gauge-station.ts'

let station: GaugeStation

beforeAll(async () => {
  station = await startGaugeStation(30)
})
afterAll(() => station.stop())

describe('an alarm', () => {
  test('rises after the answer to the reading, says where and by how much, and returns past its deadband', async () => {
    const gauge = station.aGauge()
    const t = station.now()
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
    await station.settled()
    expect((await gauge.stands())?.isActive).toBe(true)
    await gauge.says(2.85)
    await expect.poll(async () => (await find())?.standing, POLL).toBe('returned-unacknowledged')
  })

  test('is filtered by standing, priority and village', async () => {
    const gauge = station.aGauge()
    const alarm = await station.rises(gauge)
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
    const gauge = station.aGauge()
    const other = station.aGauge()
    await station.rises(gauge)
    const shelved = await station.rises(other)
    await doToAlarms(
      station,
      anAlarmCommand('shelve', { alarms: [seen(shelved)], forMs: 8 * HOUR_MS, reason: 'Đang sửa' }),
    )
    station.moveOn(9 * HOUR_MS)
    await expect.poll(async () => (await other.stands())?.shelved, POLL).toBeNull()
    expect(await gauge.stands()).toMatchObject({ isActive: true, isAcknowledged: false, level: 'H' })
    // Shelving that is over asks for attention anew.
    expect((await other.stands())?.occurrence).toBeGreaterThan(shelved.occurrence)
  })

  test('is not made by what is old: late, repeated, retained', async () => {
    const [old, late, repeated, retained] = [station.aGauge(), station.aGauge(), station.aGauge(), station.aGauge()]
    await old.says(9, station.now() - HOUR_MS)
    await late.says(1)
    await late.says(9, station.now() - 60_000)
    const again = station.now()
    await repeated.says(3.5, again)
    await expect.poll(async () => (await repeated.stands())?.isActive, POLL).toBe(true)
    await repeated.says(1)
    await repeated.says(3.5, again)
    const device = await connectDevice(station.mqttUrl, retained)
    await device.tell({ ts: station.now() - HOUR_MS, values: { water_level: 9 } }, { retain: true })
    await device.leave()
    await station.settled()
    const counts = countsOf(await eventsOfRule(station))
    expect([old, late, retained].map(({ alarm }) => counts[`raised alarm:${alarm}`])).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(counts[`raised alarm:${repeated.alarm}`]).toBe(1)
    expect((await repeated.stands())?.isActive).toBe(false)
  })

  test('is over when its device is taken out of use', async () => {
    const gauge = station.aGauge()
    await station.rises(gauge)
    const store = await openSqliteStore({ path: databasePath(station.dataDir) })
    await disableDevice(store, gauge.id, Date.now(), 'test')
    await store.close()
    await expect.poll(async () => (await gauge.stands())?.isActive, POLL).toBe(false)
    const events = (await eventsOfRule(station)).filter(({ subject }) => subject === `alarm:${gauge.alarm}`)
    expect(events.at(-1)).toMatchObject({ type: 'alarm.returned', data: { reason: 'target-gone' } })
  })

  test('is counted for Prometheus, by priority', async () => {
    await station.rises(station.aGauge())
    const { body } = await get(`${station.url}/metrics`)
    const { alarms } = (await get(`${station.url}/api/v1/alarms?priority=medium`)).body as { alarms: unknown[] }
    expect(String(body)).toContain(`daisen_alarms_open{priority="medium"} ${alarms.length}\n`)
    expect(String(body)).toMatch(/^daisen_alarm_events_total [1-9]\d*$/m)
    expect(String(body)).toMatch(/^daisen_alarm_messages\{state="dead"\} 0$/m)
  })
})
