// What people print: pages of the programme and the alarms on A4, dated, without what only a screen needs.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DRAWN_MS } from '../support/entry-form.ts'
import { launchBrowser } from '../support/page.ts'
import { countOf, hiddenTexts, sidewaysBy } from '../support/page-looks.ts'
import { startStoryStation } from '../support/programme-page.ts'
import type { TestStation } from '../support/station.ts'

const POLL = { timeout: DRAWN_MS, interval: 50 }
/** A4 without its margins, in CSS pixels. */
const PAPER = { width: 703, height: 1009 }

let browser: Browser
let station: TestStation
let page: Page

beforeAll(async () => {
  station = await startStoryStation()
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: PAPER, locale: 'vi-VN', colorScheme: 'dark' })
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})

const shownOf = (selector: string) => page.locator(selector).filter({ visible: true }).count()
const groundOf = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

test.each([
  ['/programme', 'main h2'],
  ['/programme/villages/my-dong', 'main h2'],
  ['/programme/tasks?view=table', 'main table'],
  ['/alarms', '[data-list="alarms"] [role="row"]'],
  ['/alarms/scorecard', 'main h2'],
  ['/handover', 'main h2'],
])('%s', async (path, drawn) => {
  await page.emulateMedia({ media: 'screen' })
  await page.goto(`${station.url}${path}`)
  await expect.poll(() => countOf(page, drawn), POLL).toBeGreaterThan(0)
  const dated = page.getByTestId('printed-at')
  await expect.poll(() => dated.count(), POLL).toBe(1)
  expect(await dated.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  expect(await dated.innerText()).toMatch(/\d\d:\d\d ngày \d\d\/\d\d\/\d{4}$/)
  expect({
    navigation: await shownOf('header nav'),
    ticks: await shownOf('main input[type="checkbox"]'),
    sideways: await sidewaysBy(page),
    hidden: await hiddenTexts(page),
    ground: await groundOf(),
  }).toEqual({ navigation: 0, ticks: 0, sideways: 0, hidden: [], ground: 'rgb(255, 255, 255)' })
})
