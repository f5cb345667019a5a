// The alarm desk when much goes wrong at once: the line to the station breaks, and alarms come faster than anybody can read them.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { vi as words } from '../../client/alarms/words/vi.ts'
import { MAX_LINES } from '../../shared/alarms/groups.ts'
import { asksForAttention, isOpen } from '../../shared/alarms/standing.ts'
import { FLOOD_WINDOW_MS } from '../../shared/alarms/state.ts'
import { targetOf } from '../../shared/alarms/target.ts'
import { alarmsListed, lineOf, linesOf, linkOf, openAlarmsPage, POLL, pressKeys } from '../support/alarm-page.ts'
import { type AlarmDevice, type AlarmStation, startAlarmStation } from '../support/alarm-station.ts'
import {
  alarmAt,
  alarmOf,
  alarmStateOf,
  anAlarmCommand,
  aRule,
  doToAlarms,
  publishRule,
  seen,
} from '../support/alarms.ts'
import { wordsOf } from '../support/entry-form.ts'
import { launchBrowser, textOf } from '../support/page.ts'
import { type Cable, layCable } from '../support/proxy.ts'

/** A port for the cable, known before the station starts, because the station must allow the page's origin. */
const CABLE_PORT = 20_000 + (process.pid % 10_000)
const CABLED = { url: `http://127.0.0.1:${CABLE_PORT}` }
const STORM = { devices: 16, rules: ['test-a', 'test-b', 'test-c', 'test-d'] }

let browser: Browser
let station: AlarmStation
let cable: Cable
let storm: readonly AlarmDevice[]

beforeAll(async () => {
  station = await startAlarmStation({
    devices: STORM.devices + 2,
    quantities: ['water_level'],
    origins: [CABLED.url],
  })
  storm = Array.from({ length: STORM.devices }, station.aDevice)
  const devices = storm.map(({ id }) => id)
  await publishRule(station, aRule({ scope: { villages: null, devices: null, except: devices.map(targetOf.device) } }))
  for (const id of STORM.rules)
    await publishRule(station, aRule({ id, scope: { villages: null, devices, except: [] } }))
  cable = await layCable(Number(new URL(station.url).port), CABLE_PORT)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await cable.remove()
  await station.stop()
})

/** A gauge beyond its limit. */
async function rises() {
  const gauge = station.aDevice()
  await gauge.says({ water_level: 3.5 })
  const find = () => alarmAt(station, alarmOf(gauge.id))
  await expect.poll(async () => (await find())?.isActive, POLL).toBe(true)
  const alarm = await find()
  if (!alarm) throw new Error(`${gauge.id}: the alarm went`)
  return alarm
}

test('a cut line is said, and what is there is called old; after mending the desk shows what was missed', async () => {
  const { page, complaints } = await openAlarmsPage(browser, CABLED)
  const risen = await rises()
  const alarm = risen.id
  await expect.poll(() => lineOf(page, alarm), POLL).toContain(words.term.standing.unacknowledged)
  await expect.poll(() => linkOf(page), POLL).toBe('live')
  cable.cut()
  const { id: missed } = await rises()
  await doToAlarms(station, anAlarmCommand('acknowledge', { alarms: [seen(risen)], comment: null }))
  await expect.poll(() => linkOf(page), POLL).toBe('lost')
  expect(await textOf(page, 'ribbon-lost')).toMatch(/MẤT KẾT NỐI từ \d\d:\d\d.*không phải hiện tại/)
  expect(await alarmsListed(page)).not.toContain(missed)
  expect(await lineOf(page, alarm)).toContain(words.term.standing.unacknowledged)
  cable.mend()
  await expect.poll(() => alarmsListed(page), POLL).toContain(missed)
  await expect.poll(() => lineOf(page, alarm), POLL).toContain(words.term.standing.acknowledged)
  await expect.poll(() => linkOf(page), POLL).toBe('live')
  expect(await page.getByTestId('ribbon-lost').count()).toBe(0)
  expect(complaints).toEqual([])
  await page.close()
})

test('a storm is a few lines with the first-out marked; nothing of it is lost, and two strokes acknowledge it', async () => {
  // What was there before is no part of it.
  station.moveOn(FLOOD_WINDOW_MS)
  const { page, complaints } = await openAlarmsPage(browser, station)
  const main = () => wordsOf(page.locator('main'))
  await expect.poll(() => alarmsListed(page), POLL).not.toEqual([])
  expect(await main()).not.toContain('Dồn dập')
  const [first, ...others] = storm
  await first?.says({ water_level: 4 })
  station.moveOn(1_000)
  await Promise.all(others.map(gauge => gauge.says({ water_level: 4 })))

  const raised = STORM.devices * STORM.rules.length
  await expect.poll(main, POLL).toContain(`Dồn dập: ${raised} cảnh báo trong 10 phút`)
  const open = async () => [...(await alarmStateOf(station)).alarms.values()].filter(isOpen)
  const all = (await open()).map(({ id }) => id).toSorted()
  expect(all.length).toBeGreaterThanOrEqual(raised)
  expect((await linesOf(page)).length).toBeLessThanOrEqual(MAX_LINES)

  // Each line opens; together they hold every alarm once.
  const closed = page.locator('[role="row"][aria-expanded="false"]')
  while ((await closed.count()) > 0) {
    await closed.first().focus()
    await pressKeys(page, 'Enter')
  }
  expect((await alarmsListed(page)).toSorted()).toEqual(all)
  // Each line says which of its own came first.
  const marked = (await linesOf(page)).filter(({ text }) => text.includes(words.desk.list.firstOut))
  const ids = marked.map(({ alarm }) => alarm)
  for (const rule of STORM.rules) {
    const ofRule = storm.map(({ id }) => alarmOf(id, rule))
    expect(ids.filter(id => id !== null && ofRule.includes(id))).toEqual(ofRule.slice(0, 1))
  }

  await pressKeys(page, 'Control+a', 'a')
  await expect.poll(async () => (await open()).filter(asksForAttention), POLL).toEqual([])
  station.moveOn(FLOOD_WINDOW_MS)
  await expect.poll(main, POLL).not.toContain('Dồn dập')
  expect((await alarmsListed(page)).toSorted()).toEqual(all)
  expect(complaints).toEqual([])
  await page.close()
})
