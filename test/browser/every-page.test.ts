// What holds on every page that people use, in both themes: nothing that axe finds, nothing sideways at 320 pixels or enlarged twice,
// nothing moving for whoever wants it still, and a way past the head.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { deliver } from '../support/door.ts'
import { DRAWN_MS } from '../support/entry-form.ts'
import { launchBrowser } from '../support/page.ts'
import { countOf, hiddenTexts, sidewaysBy } from '../support/page-looks.ts'
import { PEOPLES_PAGES } from '../support/page-table.ts'
import { STORY_STARTS_AT, startStoryStation } from '../support/programme-page.ts'
import { aDevicePlan, registerDevice, type TestStation } from '../support/station.ts'

const POLL = { timeout: DRAWN_MS, interval: 50 }
const DESK = { width: 1280, height: 960 }
/** WCAG 1.4.10: as wide as the desk's window enlarged four times. */
const NARROW = { width: 320, height: 800 }
/** WCAG 1.4.4: the desk's window enlarged twice. */
const ENLARGED = { width: DESK.width / 2, height: DESK.height / 2 }
const COMING = /Đang (?:tải|đọc|dựng|kiểm tra)/
const STILL_MS = 10
const TEN_MINUTES_MS = 600_000

let browser: Browser
let station: TestStation
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  station = await startStoryStation()
  const quantities = ['water_level', 'ph'].map(code => ({ code, intervalMs: TEN_MINUTES_MS }))
  const token = await registerDevice(station.dataDir, aDevicePlan({ quantities }))
  const readings = Array.from({ length: 60 }, (_, i) => ({
    ts: STORY_STARTS_AT - i * TEN_MINUTES_MS,
    values: { water_level: 2 + Math.sin(i / 9) / 2, ph: 7 + Math.cos(i / 7) / 3 },
  }))
  await deliver(station, token, { readings })
  browser = await launchBrowser()
  const context = await browser.newContext({
    viewport: DESK,
    locale: 'vi-VN',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  page = await context.newPage()
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  expect(complaints).toEqual([])
})

const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
const textOfMain = () => page.evaluate(() => document.querySelector('main')?.innerText ?? '')
/** What still moves, by its longest part. */
const movesOf = () =>
  page.evaluate(
    most =>
      document.getAnimations().flatMap(animation => {
        const { duration, iterations } = animation.effect?.getComputedTiming() ?? {}
        return Number(duration) > most || iterations === Infinity
          ? [`${String(duration)} ms × ${String(iterations)}`]
          : []
      }),
    STILL_MS,
  )

/** By keyboard, from the top of the page. */
async function skipsTo(): Promise<string | undefined> {
  await page.getByRole('link', { name: 'Đến nội dung chính' }).focus()
  await page.keyboard.press('Enter')
  return page.evaluate(() => document.activeElement?.tagName)
}
async function looksAt(size: typeof DESK) {
  await page.setViewportSize(size)
  return { sideways: await sidewaysBy(page), hidden: await hiddenTexts(page) }
}
const FINE = { sideways: 0, hidden: [] }

test.each(PEOPLES_PAGES)('$path', async ({ path, drawn }) => {
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`${station.url}${path}`)
  await expect.poll(() => countOf(page, drawn), POLL).toBeGreaterThan(0)
  await expect.poll(textOfMain, POLL).not.toMatch(COMING)
  await expect.poll(theme, POLL).toBe('light')
  const inLight = await axeFaults(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(theme, POLL).toBe('dark')
  expect({
    inLight,
    inDark: await axeFaults(page, ['color-contrast']),
    heads: await countOf(page, 'h1'),
    mains: await countOf(page, 'main'),
    skipsTo: await skipsTo(),
    address: page.url(),
    moves: await movesOf(),
    narrow: await looksAt(NARROW),
    enlarged: await looksAt(ENLARGED),
  }).toEqual({
    inLight: [],
    inDark: [],
    heads: 1,
    mains: 1,
    skipsTo: 'MAIN',
    address: `${station.url}${path}`,
    moves: [],
    narrow: FINE,
    enlarged: FINE,
  })
})
