// The wall in a real browser against a real station: what is published stands on the page, and a lost line never looks live.
import mqtt, { type MqttClient } from 'mqtt'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { attributeOf, launchBrowser, openPage, textOf, type Watched } from '../support/page.ts'
import { type Cable, layCable } from '../support/proxy.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const DRAWN_MS = 60_000
/** A port for the cable, known before the station starts, because the station must allow the page's origin. */
const CABLE_PORT = 20_000 + (process.pid % 10_000)
const INTERVAL_MS = 10_000

let browser: Browser
let station: TestStation
let cable: Cable
let device: MqttClient
const folder = temporaryFolder()

/** Of a village whose reference gauge has a verified level I (Cao Lãnh, 1.90 m). */
const plan = aDevicePlan({
  id: 'river-1',
  village: 'tan-thuan-tay',
  lon: 105.584,
  lat: 10.461,
  quantities: [{ code: 'water_level', intervalMs: INTERVAL_MS }],
})
const publish = (metres: number) =>
  device.publishAsync(
    `daisen/v1/${plan.village}/${plan.id}/tele`,
    JSON.stringify({ ts: Date.now(), v: { water_level: metres } }),
    { qos: 1 },
  )
const poll = (read: () => Promise<unknown>, timeout = 10_000) => expect.poll(read, { timeout, interval: 100 })

beforeAll(async () => {
  const token = await registerDevice(folder.path, plan)
  station = await startTestStation({
    dataDir: folder.path,
    clientFolder: CLIENT_FOLDER,
    origins: [`http://127.0.0.1:${CABLE_PORT}`],
  })
  cable = await layCable(Number(new URL(station.url).port), CABLE_PORT)
  device = await mqtt.connectAsync(station.mqttUrl, { clientId: plan.id, username: plan.id, password: token })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await device.endAsync(true)
  await cable.remove()
  await station.stop()
  folder.remove()
})

describe('the wall', () => {
  let wall: Watched

  test('shows a reading published over MQTT, judged against the alarm level', async () => {
    await publish(1.52)
    wall = await openPage(browser, `http://127.0.0.1:${CABLE_PORT}/wall?scene=overview`)
    const { page } = wall
    await poll(() => attributeOf(page, 'kpi-water', 'data-value'), DRAWN_MS).toBe('1.52')
    expect(await textOf(page, 'kpi-water')).toContain('1,52')
    await publish(2.03)
    await poll(() => textOf(page, 'kpi-water')).toContain('2,03')
    await poll(() => textOf(page, 'kpi-water')).toContain('BĐ I')
    expect(await attributeOf(page, 'kpi-water', 'data-freshness')).toBe('live')
  })

  test('counts stations, readings and recognised villages, and marks nothing as simulated that is measured', async () => {
    const { page } = wall
    await poll(() => textOf(page, 'kpi-online')).toMatch(/1\D+1/)
    expect(await textOf(page, 'kpi-recognised')).toMatch(/6\D+9/)
    expect(await page.getByTestId('ribbon-simulated').count()).toBe(0)
  })

  test('a cut line stops looking live within two intervals, and the truth is back within 3 s of mending', async () => {
    const { page } = wall
    await publish(2.1)
    await poll(() => textOf(page, 'kpi-water')).toContain('2,10')
    cable.cut()
    await publish(2.25)
    await poll(
      () => page.evaluate(() => document.querySelector('[data-link]')?.getAttribute('data-link')),
      2 * INTERVAL_MS,
    ).toBe('lost')
    expect(await attributeOf(page, 'kpi-water', 'data-freshness')).not.toBe('live')
    // What stands in the registry doesn't age with the line; everything that was measured does.
    const looksLive = '[data-freshness="live"]:not([data-testid="kpi-recognised"])'
    expect(await page.locator(looksLive).count()).toBe(0)
    await publish(2.31)
    cable.mend()
    await poll(() => textOf(page, 'kpi-water'), 3_000).toContain('2,31')
    await poll(() => attributeOf(page, 'kpi-water', 'data-freshness'), 1_000).toBe('live')
  })

  test('asks nobody else for anything and breaks no rule of its own policy', () => {
    expect(wall.complaints).toEqual([])
  })
})
