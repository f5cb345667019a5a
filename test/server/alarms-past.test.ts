// The past of the alarms of a real station: as they stood at an instant, and what happened, in pages.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alarmStateOf } from '../support/alarms.ts'
import { get } from '../support/door.ts'
import { type GaugeStation, POLL, startGaugeStation } from './gauge-station.ts'

let station: GaugeStation

beforeAll(async () => {
  station = await startGaugeStation(10)
})
afterAll(() => station.stop())

describe('the past', () => {
  test('is the alarms as they stood', async () => {
    const gauge = station.aGauge()
    const alarm = await station.rises(gauge)
    await gauge.says(1)
    await expect.poll(async () => (await gauge.stands())?.isActive, POLL).toBe(false)
    const then = await alarmStateOf(station, `?at=${alarm.raisedAt}`)
    expect(then.alarms.get(gauge.alarm)).toEqual(alarm)
    expect((await alarmStateOf(station, `?at=${alarm.raisedAt - 1}`)).alarms.has(gauge.alarm)).toBe(false)
    expect((await get(`${station.url}/api/v1/alarms/state?at=yesterday`)).status).toBe(400)
  })

  test('is told in pages, newest first, of all or of one, between two instants', async () => {
    const gauge = station.aGauge()
    const { raisedAt, version } = await station.rises(gauge)
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
})
