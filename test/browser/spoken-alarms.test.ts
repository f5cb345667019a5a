// What a screen reader is told of new alarms on the desktop, the desk and the kiosk: high ones at once, others politely, each once.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadRegistry } from '../../server/registry/seed.ts'
import { unitIdOn } from '../../shared/village-units.ts'
import { type AlarmStation, startAlarmStation } from '../support/alarm-station.ts'
import { aRule, publishRule } from '../support/alarms.ts'
import { FLEET_VILLAGE } from '../support/fleet.ts'
import { launchBrowser, openPage, type Watched } from '../support/page.ts'

const SOON = { timeout: 60_000, interval: 100 }
const registry = loadRegistry()
const village = registry.villages.find(({ id }) => id === FLEET_VILLAGE)
const unit = village && unitIdOn(village, '2026-11-25')

let browser: Browser
let station: AlarmStation
const pages = new Map<string, Watched>()

type Region = 'urgent' | 'polite'

/** Keeps everything that a region was changed to, in the order it was. */
const listen = (page: Page) =>
  page.evaluate(() => {
    for (const region of ['urgent', 'polite']) {
      const element = document.querySelector<HTMLElement>(`[data-testid="spoken-${region}"]`)
      if (!element) throw new Error(`no region: ${region}`)
      element.dataset['heard'] = '[]'
      new MutationObserver(() => {
        const heard = JSON.parse(element.dataset['heard'] ?? '[]') as string[]
        if (element.textContent) element.dataset['heard'] = JSON.stringify([...heard, element.textContent])
      }).observe(element, { childList: true, characterData: true, subtree: true })
    }
  })
const heard = async (page: Page, region: Region): Promise<readonly string[]> =>
  JSON.parse((await page.getByTestId(`spoken-${region}`).getAttribute('data-heard')) ?? 'null') as string[]

beforeAll(async () => {
  station = await startAlarmStation({ devices: 1, quantities: ['water_level'] })
  const levels = [
    { name: 'H', at: 3, priority: 'medium' },
    { name: 'HH', at: 5, priority: 'high' },
  ] as const
  await publishRule(station, aRule({ levels: [...levels] }))
  browser = await launchBrowser()
  for (const path of ['/', '/alarms', `/kiosk/${unit}/alarms`]) {
    const watched = await openPage(browser, `${station.url}${path}`)
    await watched.page.getByTestId('spoken-urgent').waitFor({ state: 'attached', timeout: SOON.timeout })
    await watched.page.locator('[data-link="live"]').first().waitFor({ timeout: SOON.timeout })
    await listen(watched.page)
    pages.set(path.split('/')[1] ?? '', watched)
  }
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  expect([...pages.values()].flatMap(({ complaints }) => complaints)).toEqual([])
})

test('a high alarm is said at once, another politely, and each once on every page', async () => {
  const all = [...pages]
  const everywhere = (region: Region) =>
    Promise.all(all.map(async ([name, { page }]) => [name, await heard(page, region)] as const))
  const lengths = async (region: Region) =>
    Object.fromEntries((await everywhere(region)).map(([name, texts]) => [name, texts.length]))
  const once = { '': 1, alarms: 1, kiosk: 1 }
  const never = { '': 0, alarms: 0, kiosk: 0 }

  const gauge = station.aDevice()
  await gauge.says({ water_level: 5.5 })
  await expect.poll(() => lengths('urgent'), SOON).toEqual(once)
  for (const [, texts] of await everywhere('urgent')) expect(texts[0]).toMatch(/^Cảnh báo mức Cao: /)
  expect(await lengths('polite')).toEqual(never)

  // Readings go on, the page draws itself anew, the line goes and comes back.
  await gauge.says({ water_level: 5.6 })
  for (const [, { page }] of all) {
    await page.setViewportSize({ width: 1100, height: 700 })
    await page.context().setOffline(true)
  }
  for (const [, { page }] of all) await page.locator('[data-link="lost"]').first().waitFor({ timeout: SOON.timeout })
  await gauge.says({ water_level: 5.7 })
  for (const [, { page }] of all) {
    await page.context().setOffline(false)
    await page.locator('[data-link="live"]').first().waitFor({ timeout: SOON.timeout })
  }
  // What comes after all that is heard, and nothing before it again.
  await gauge.says({ water_level: 2 })
  await gauge.says({ water_level: 3.5 })
  await expect.poll(() => lengths('polite'), SOON).toEqual(once)
  for (const [, texts] of await everywhere('polite')) expect(texts[0]).toMatch(/^Cảnh báo mức Trung bình: /)
  expect(await lengths('urgent')).toEqual(once)
})
