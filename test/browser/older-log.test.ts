// The operators' log beyond what a screen holds: older pages by keyboard, a search that says what it searched, an old entry's own address.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { vi as words } from '../../client/desk/words/vi.ts'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { DESK_LIMITS } from '../../shared/desk/limits.ts'
import { POLL } from '../support/alarm-page.ts'
import { axeFaults } from '../support/axe.ts'
import { fill, press } from '../support/entry-form.ts'
import { entryId, entryText, plantLog } from '../support/full-log.ts'
import { launchBrowser, openPage, textOf, type Watched } from '../support/page.ts'
import { lowTargets, sidewaysBy } from '../support/page-looks.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Older than those that a screen holds: a page and a half. */
const OLDER = 75

const folder = temporaryFolder()
let browser: Browser
let station: TestStation
let watched: Watched

beforeAll(async () => {
  await plantLog(folder.path, DESK_LIMITS.entries + OLDER, Date.now())
  station = await startTestStation({ dataDir: folder.path, clientFolder: CLIENT_FOLDER })
  browser = await launchBrowser()
  watched = await openPage(browser, `${station.url}/handover`)
})
afterEach(() => expect(watched.complaints).toEqual([]))
afterAll(async () => {
  await browser.close()
  await station.stop()
  folder.remove()
})

const { log } = words
const loaded = () => textOf(watched.page, 'log-loaded')
const shown = () => watched.page.locator('section[aria-labelledby="desk-log"] li').allInnerTexts()

test('a search says that what isn’t loaded wasn’t searched; older pages are loaded by key, and the keyboard keeps its place', async () => {
  const { page } = watched
  await expect.poll(loaded, POLL).toContain('Đã tải 2.000 mục')
  const section = page.locator('section[aria-labelledby="desk-log"]')
  await fill(section, { 'log-search': 'viec 00074' })
  await expect.poll(loaded, POLL).toContain('Tìm thấy 0 trong 2.000 mục đã tải')
  expect(await loaded()).toContain(log.notSearched)
  await press(page, log.older)
  await expect.poll(loaded, POLL).toContain('trong 2.049 mục đã tải')
  await expect.poll(shown, POLL).toContainEqual(expect.stringContaining(entryText(74)))
  // The button stands where it stood.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(log.older)
  await page.keyboard.press('Enter')
  await expect.poll(loaded, POLL).toContain('trong 2.075 mục đã tải')
  expect(await loaded()).not.toContain(log.notSearched)
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), POLL).toBe(log.noOlder)
  expect(await axeFaults(page)).toEqual([])
})

test('the address of an old entry begins the log there, and leads back to the newest', async () => {
  const { page } = watched
  await page.goto(`${station.url}/handover?entry=${entryId(5)}`)
  await expect.poll(() => page.locator('li[data-current="true"]').innerText(), POLL).toContain(entryText(5))
  expect(await shown()).toHaveLength(6)
  expect(await loaded()).toContain('Đã tải 6 mục')
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await sidewaysBy(page)).toBe(0)
  expect(await lowTargets(page)).toEqual([])
  await press(page, log.toNewest, 'link')
  await expect.poll(loaded, POLL).toContain('Đã tải 2.000 mục')
})

test('an entry that never was is said to be none', async () => {
  const { page } = watched
  await page.goto(`${station.url}/handover?entry=khong-co-muc-nay`)
  await page.getByText(log.missing).waitFor()
  await expect.poll(loaded, POLL).toContain('Đã tải 2.000 mục')
})
