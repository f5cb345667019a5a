// The leaders' desk: what is wrong, where, since when, who acts, on the first screen; three steps to a reading; an address that says all of
// it; the search, the comparison and the saved views, by keyboard.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { en } from '../../client/desktop/words/en.ts'
import { vi as words } from '../../client/desktop/words/vi.ts'
import { stateSchema } from '../../shared/api.ts'
import { get } from '../support/door.ts'
import { DRAWN_MS, fill, messagesOf, opened, press, send } from '../support/entry-form.ts'
import { launchBrowser, openPage, textOf, type Watched } from '../support/page.ts'
import { countOf, sidewaysBy } from '../support/page-looks.ts'
import { SET_PIECE_AT, startSetPiece } from '../support/set-piece.ts'
import type { TestStation } from '../support/station.ts'

const POLL = { timeout: DRAWN_MS, interval: 50 }
const SIZE = { width: 1366, height: 768 }

let browser: Browser
let station: TestStation
let watched: Watched

beforeAll(async () => {
  station = await startSetPiece()
  browser = await launchBrowser()
  watched = await openPage(browser, `${station.url}/`, SIZE)
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})
afterEach(() => expect(watched.complaints).toEqual([]))

const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)
const crumbs = (page: Page) => page.locator('[data-testid="breadcrumbs"] li').allInnerTexts()
const drawn = (page: Page) => page.locator('[data-map="drawn"]').waitFor({ timeout: DRAWN_MS })
const visit = async (path: string) => {
  await watched.page.goto(`${station.url}${path}`)
  return watched.page
}
/** On a page as low as this one they are folded away. */
const unfoldLayers = (page: Page) => page.locator('summary', { hasText: 'Lớp, ranh giới và ký hiệu' }).click()
const palette = (page: Page) => page.getByRole('dialog', { name: 'Tìm kiếm' })
const found = (page: Page) =>
  palette(page)
    .getByRole('option')
    .evaluateAll(all => all.map(one => one.getAttribute('data-thing')))

test('the first screen says what is wrong, where, since when, who acts, and what is late', async () => {
  const { page } = watched
  const alarm = page.locator('[data-testid="attention-alarms"] li').first()
  await expect.poll(() => alarm.innerText(), POLL).toMatch(/từ \d\d:\d\d[\s\S]*xử lý/)
  const late = page.locator('[data-testid="attention-programme"]')
  await expect.poll(() => late.locator('li').first().innerText(), POLL).toMatch(/\d+ ngày[\s\S]*(?:xử lý|chưa giao)/)
  expect(await textOf(page, 'attention-programme')).toContain('MÔ PHỎNG')
  // Enough of both is seen without a scroll.
  for (const part of [alarm, late]) expect((await part.boundingBox())?.y).toBeLessThan(SIZE.height)
  await expect.poll(() => countOf(page, '[data-testid="figures"] li'), POLL).toBe(6)
  expect(await sidewaysBy(page)).toBe(0)
})

test('an alarm chosen at the left is shown at its place, and opened from there', async () => {
  const { page } = watched
  const alarm = page.locator('[data-testid="attention-alarms"] li a[href*="village="]').first()
  const wanted = new URL((await alarm.getAttribute('href')) ?? '', station.url).searchParams
  await alarm.press('Enter')
  for (const name of ['village', 'station']) expect(parameter(page, name)).toBe(wanted.get(name))
  await expect.poll(async () => (await crumbs(page)).length, POLL).toBe(wanted.has('station') ? 3 : 2)
  if (!wanted.has('station')) await page.getByRole('tab', { name: words.selection.tab.alarms }).click()
  await expect.poll(() => countOf(page, '#dock-selection li a[href^="/alarms"]'), POLL).toBeGreaterThan(0)
})

test('from the province to the history of a reading in three steps, and back by the path', async () => {
  const page = await visit('/')
  await page
    .getByRole('navigation', { name: 'Chín làng thông minh' })
    .getByRole('link', { name: /Định Yên/ })
    .press('Enter')
  await page.locator('[data-station$="water-level"] a').first().press('Enter')
  await page.locator('[data-series$="water_level"] a').first().press('Enter')
  await expect.poll(() => countOf(page, '[data-testid="series-chart"] svg'), POLL).toBe(1)
  expect((await crumbs(page)).map(one => one.trim())).toEqual([
    words.selection.province,
    'Định Yên',
    'Trạm mực nước',
    'Mực nước',
  ])
  await page
    .getByRole('navigation', { name: words.selection.path })
    .getByRole('link', { name: 'Định Yên' })
    .press('Enter')
  await expect.poll(() => crumbs(page), POLL).toHaveLength(2)
})

test('a copied address opens the same place, layers, borders and view of the map for somebody else', async () => {
  const page = await visit('/?village=my-dong&tab=programme&borders=districts')
  await drawn(page)
  await unfoldLayers(page)
  await press(page, 'Mưa')
  const canvas = page.locator('[data-map="drawn"] canvas').first()
  await canvas.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => parameter(page, 'map'), POLL).toMatch(/^\d+\.\d+,\d+\.\d+,\d/)
  const address = page.url()
  const other = await openPage(browser, address, SIZE)
  await drawn(other.page)
  await expect.poll(() => textOf(other.page, 'village-panel'), POLL).toContain('Mỹ Đông')
  expect(await other.page.getByRole('tab', { selected: true }).innerText()).toBe(words.selection.tab.programme)
  await unfoldLayers(other.page)
  expect(await other.page.getByRole('button', { name: 'Mưa' }).getAttribute('aria-pressed')).toBe('true')
  expect(other.page.url()).toBe(address)
  // Moved on from there, it goes on from the same view: only the longitude differs.
  await other.page.locator('[data-map="drawn"] canvas').first().focus()
  await other.page.keyboard.press('ArrowLeft')
  await expect.poll(() => parameter(other.page, 'map'), POLL).not.toBe(parameter(page, 'map'))
  const [before, after] = [page, other.page].map(one => (parameter(one, 'map') ?? '').split(',').map(Number))
  expect(after?.[0]).toBeLessThan(before?.[0] ?? NaN)
  expect(after?.[1]).toBeCloseTo(before?.[1] ?? NaN, 3)
  expect(after?.[2]).toBeCloseTo(before?.[2] ?? NaN, 1)
  expect(other.complaints).toEqual([])
  await other.page.close()
})

test('typed without its marks, a village is found and chosen by keyboard', async () => {
  const page = await visit('/?layers=water')
  await expect.poll(() => countOf(page, '[data-testid="figures"] li'), POLL).toBe(6)
  await page.keyboard.press('/')
  const field = palette(page).getByRole('combobox')
  await field.pressSequentially('dinh yen')
  await expect.poll(async () => (await found(page))[0], POLL).toBe('village dinh-yen')
  expect(await palette(page).getByRole('status').innerText()).toMatch(/^\d+ kết quả$/)
  await page.keyboard.press('ArrowDown')
  expect(await palette(page).getByRole('option', { selected: true }).innerText()).toContain('Xã Định Yên')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect.poll(() => parameter(page, 'village'), POLL).toBe('dinh-yen')
  expect(parameter(page, 'layers')).toBe('water')
  expect(await countOf(page, 'dialog[open]')).toBe(0)
})

test('the search is on the alarms’ page too, knows tasks there, remembers, and Escape leaves it', async () => {
  const page = await visit('/alarms')
  await page.locator('[data-list="alarms"]').waitFor({ timeout: DRAWN_MS })
  await page.keyboard.press('Control+k')
  await expect.poll(() => found(page), POLL).toEqual(['village dinh-yen'])
  await palette(page).getByRole('combobox').pressSequentially('nhiem vu 1.4')
  await expect.poll(async () => (await found(page))[0], POLL).toBe('task 1.4')
  await page.keyboard.press('Escape')
  await expect.poll(() => countOf(page, 'dialog[open]'), POLL).toBe(0)
})

test('four villages stand side by side; a fifth is refused with a sentence', async () => {
  const page = await visit('/?villages=my-dong,dinh-yen,an-nhon')
  const add = (name: string) => page.getByRole('button', { name: `So sánh ${name}` }).first()
  await add('Phú Cường').press('Enter')
  await expect.poll(() => parameter(page, 'villages'), POLL).toBe('my-dong,dinh-yen,an-nhon,phu-cuong')
  await add('Mỹ Xương').press('Enter')
  await expect.poll(() => messagesOf(page), POLL).toContain('Chỉ so sánh được 4 làng một lần')
  expect(parameter(page, 'villages')).toBe('my-dong,dinh-yen,an-nhon,phu-cuong')
  await page.locator('[data-testid="compare-villages"] a').press('Enter')
  const columns = page.locator('[data-testid="comparison"] [data-village]')
  await expect.poll(() => columns.count(), POLL).toBe(4)
  const rows = await columns.evaluateAll(all =>
    all.map(one => [...one.querySelectorAll('dt')].map(dt => dt.textContent)),
  )
  expect(new Set(rows.map(row => row.join('|'))).size).toBe(1)
  await page.getByRole('button', { name: 'Mỹ Xương' }).press('Enter')
  await expect.poll(() => textOf(page, 'compare-full'), POLL).toContain('Bỏ bớt một làng')
  expect(await columns.count()).toBe(4)
})

test('a view is kept, opened again, made the start, and shared with everybody', async () => {
  const page = await visit('/?village=phu-cuong&layers=rain')
  await press(page, words.views.button)
  const dialog = opened(page, words.views.title)
  await fill(dialog, { 'view-name': 'Mưa ở Phú Cường' })
  await send(dialog)
  const own = page.locator('[data-testid="own-views"] li')
  await expect.poll(() => own.allInnerTexts(), POLL).toEqual([expect.stringContaining('Mưa ở Phú Cường')])
  await press(dialog, words.views.start)
  await visit('/')
  await expect.poll(() => parameter(page, 'village'), POLL).toBe('phu-cuong')
  expect(parameter(page, 'layers')).toBe('rain')
  await press(page, words.views.button)
  await press(opened(page, words.views.title), words.views.share)
  const form = opened(page, words.views.share)
  await fill(form, { name: 'Góc nhìn chung', 'actor.name': 'Lan', 'actor.unit': 'so-khcn-2025' })
  await send(form)
  const shared = page.locator('[data-testid="shared-views"] li')
  await expect.poll(() => shared.allInnerTexts(), POLL).toEqual([expect.stringContaining('Góc nhìn chung')])
  expect(await shared.locator('a').getAttribute('href')).toBe('/?village=phu-cuong&layers=rain')
})

test('docks fold away and closeness stays, in either language', async () => {
  const page = await visit('/?lang=en')
  const fold = page.getByRole('button', { name: `Fold away: ${en.dock.attention}` })
  await fold.press('Enter')
  expect(await page.locator('#dock-attention').isVisible()).toBe(false)
  await press(page, en.bar.dense)
  await page.reload()
  await expect.poll(() => page.locator('[data-density]').getAttribute('data-density'), POLL).toBe('dense')
  expect(await page.locator('#dock-attention').isVisible()).toBe(false)
  await page.getByRole('button', { name: `Open: ${en.dock.attention}` }).press('Enter')
  expect(await page.locator('#dock-attention').isVisible()).toBe(true)
})

test('the head of the page is one line at every width of a desk, in either language, now and in the past', async () => {
  const page = await visit('/')
  for (const path of ['/', '/?lang=en', '/?at=2026-11-25T14:00:00%2B07:00']) {
    await page.setViewportSize(SIZE)
    await visit(path)
    await expect.poll(() => textOf(page, 'clock'), POLL).toMatch(/\d\d:\d\d/)
    for (const width of [1100, 1240, 1280, 1366, 1440, 1560, 1719, 1720, 1909, 1910, 1920]) {
      await page.setViewportSize({ width, height: 800 })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect([width, path, await linesOfHead(page), await sidewaysBy(page)]).toEqual([width, path, 1, 0])
      }
    }
  }
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize(SIZE)
})

/** How many lines what is seen of the head takes: a line is what stands beside each other. */
const linesOfHead = (page: Page) =>
  page.locator('header:has([data-testid="clock"])').evaluate(head => {
    const seen = [...head.querySelectorAll('h1, a, button, time, label, p')].filter(one => one.checkVisibility())
    const boxes = seen.map(one => one.getBoundingClientRect()).sort((a, b) => a.top - b.top)
    let [lines, bottom] = [0, -Infinity]
    for (const box of boxes) {
      if (box.top >= bottom) lines += 1
      bottom = Math.max(bottom, box.bottom)
    }
    return lines
  })

test('from the province to a reading by pressing on the map: its village, its station, its value', async () => {
  const { body } = await get(`${station.url}/api/v1/state?at=${SET_PIECE_AT}`)
  const own = stateSchema.parse(body).series.filter(({ village }) => village === 'my-dong')
  const gauge = own.find(({ quantity }) => quantity === 'water_level')
  if (!gauge) throw new Error('no gauge in the set piece')
  const middle = (of: 'lon' | 'lat') => (own.reduce((sum, one) => sum + one[of], 0) / own.length).toFixed(5)
  /** The canvas of the map, drawn with that place in its middle; pressed so far from there. */
  const pressBeside = async (page: Page, dx: number) => {
    await drawn(page)
    const box = await page.locator('[data-map="drawn"]').boundingBox()
    if (!box) throw new Error('no map')
    await page.mouse.click(box.x + box.width / 2 + dx, box.y + box.height / 2)
  }
  const page = await visit(`/?map=${middle('lon')},${middle('lat')},10.5`)
  await expect
    .poll(async () => {
      await pressBeside(page, 0)
      return parameter(page, 'village')
    }, POLL)
    .toBe('my-dong')
  expect(parameter(page, 'station')).toBeNull()

  const near = `/?village=my-dong&map=${gauge.lon},${gauge.lat},13.9`
  /** Pressed until it is there: before the stations are, a press is for the village, whose own view the map then takes. */
  const pressFor = (name: string, beside: readonly number[]) =>
    expect.poll(async () => {
      for (const dx of beside) {
        if (parameter(page, name) !== null) break
        if (parameter(page, 'map') === null) await visit(near)
        await pressBeside(page, dx)
      }
      return parameter(page, name)
    }, POLL)
  await visit(near)
  await pressFor('station', [2]).toBe(gauge.device)
  expect(parameter(page, 'map')).toMatch(/,13\.9/)
  await page.locator('[data-series$="water_level"] a').first().click()
  await expect.poll(() => countOf(page, '[data-testid="series-chart"] svg'), POLL).toBe(1)

  // The value beside the mark leads there at once.
  await visit(near)
  await pressFor('series', [24, -24]).toBe(gauge.id)
})
