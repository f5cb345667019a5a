// Villages and series side by side: how far each lies from the first, one time and one moment for all series, four and no more.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { vi as compare } from '../../client/compare/words/vi.ts'
import { vi as history } from '../../client/history/words/vi.ts'
import { axeFaults } from '../support/axe.ts'
import { DRAWN_MS, press } from '../support/entry-form.ts'
import { launchBrowser, openPage, type Watched } from '../support/page.ts'
import { countOf, hiddenTexts, sidewaysBy } from '../support/page-looks.ts'
import { startSetPiece } from '../support/set-piece.ts'
import type { TestStation } from '../support/station.ts'

const POLL = { timeout: DRAWN_MS, interval: 50 }
const SIZE = { width: 1366, height: 768 }

let browser: Browser
let station: TestStation
let watched: Watched

beforeAll(async () => {
  station = await startSetPiece()
  browser = await launchBrowser()
  watched = await openPage(browser, `${station.url}/compare`, SIZE)
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})
afterEach(() => expect(watched.complaints).toEqual([]))

const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const visit = async (path: string) => {
  await watched.page.goto(`${station.url}${path}`)
  return watched.page
}

test('villages say how far each lies from the first, in words and with a sign', async () => {
  const page = await visit('/compare?villages=my-dong,dinh-yen')
  const columns = page.locator('[data-testid="comparison"] [data-village]')
  await expect.poll(() => columns.nth(1).locator('[data-difference]').count(), POLL).toBeGreaterThan(8)
  expect(await columns.nth(0).locator('[data-difference]').count()).toBe(0)
  const said = await columns
    .nth(1)
    .locator('[data-difference]')
    .evaluateAll(all => all.map(one => [(one as HTMLElement).dataset['difference'], one.textContent] as const))
  const form = {
    above: /^\+\d.* · (nhiều|cao) hơn Mỹ Đông$/,
    below: /^−\d.* · (ít|thấp) hơn Mỹ Đông$/,
    same: /^0 · bằng Mỹ Đông$/,
  }
  for (const [kind = '', text] of said) if (kind in form) expect(text).toMatch(form[kind as keyof typeof form])
  expect(said.some(([kind = '']) => kind in form)).toBe(true)
  await columns
    .nth(1)
    .getByRole('button', { name: `${compare.makeFirst} Định Yên` })
    .press('Enter')
  await expect.poll(() => parameter(page, 'villages'), POLL).toBe('dinh-yen,my-dong')
})

test('series stand side by side over the same time, with one moment read off all of them', async () => {
  const page = await visit('/compare?series=sim-my-dong-water-level.water_level,sim-dinh-yen-water-level.water_level')
  await expect.poll(() => countOf(page, '[data-testid="comparison"] [role="img"]'), POLL).toBe(2)
  await page.getByRole('slider', { name: compare.series.cursor }).focus()
  for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowLeft')
  const read = () => page.locator('[data-testid="cursor-value"]').allInnerTexts()
  await expect
    .poll(read, POLL)
    .toEqual([
      expect.stringMatching(/^lúc 14:2\d .*\d,\d\d\sm/s),
      expect.stringMatching(/hơn chuỗi đầu|bằng chuỗi đầu/),
    ])
  const spans = () =>
    page.locator('[data-testid="comparison"] [role="img"]').evaluateAll(all => all.map(one => one.ariaLabel))
  await press(page, history.range['7d'])
  await expect.poll(() => parameter(page, 'range'), POLL).toBe('7d')
  await expect.poll(spans, POLL).toEqual([expect.stringContaining('18/11/2026'), expect.stringContaining('18/11/2026')])
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours that still change would be read half-way.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme']), POLL).toBe(colorScheme)
    expect(await axeFaults(page)).toEqual([])
  }
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await sidewaysBy(page)).toBe(0)
  expect(await hiddenTexts(page)).toEqual([])
  await page.setViewportSize(SIZE)
})

test('an address that names five series shows four and says so', async () => {
  const id = (village: string) => `sim-${village}-water-level.water_level`
  const five = ['my-dong', 'dinh-yen', 'an-nhon', 'phu-cuong', 'my-xuong'].map(id)
  const page = await visit(`/compare?series=${five.join(',')}`)
  await expect.poll(() => countOf(page, '[data-testid="comparison"] [data-series]'), POLL).toBe(4)
  await expect
    .poll(() => page.locator('main [role="status"]').allInnerTexts(), POLL)
    .toContainEqual(expect.stringContaining('Chỉ so sánh được 4 mục một lần: 1 mục sau cùng'))
  expect(await page.getByRole('button', { name: 'Đã đủ 4 chuỗi' }).isDisabled()).toBe(true)
})
