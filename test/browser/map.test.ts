// The map in a real browser: layers and borders switched, a village framed with its names whole, graphics lost and mended, graphics never
// there, and a richer base map underneath.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { findChromium } from '../support/chromium.ts'
import { launchBrowser, openPage } from '../support/page.ts'
import { countOf } from '../support/page-looks.ts'
import { startSetPiece } from '../support/set-piece.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { tinyArchive } from '../support/tiny-archive.ts'

const DRAWN_MS = 60_000
const SIZE = { width: 1280, height: 800 }
/** The legend's signs lie open. */
const ROOMY = { width: 1280, height: 960 }

let browser: Browser
let station: TestStation
beforeAll(async () => {
  station = await startSetPiece()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})

const drawn = (page: Page) => page.locator('[data-map="drawn"]').waitFor({ timeout: DRAWN_MS })
const layerSwitch = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const legendText = (page: Page) => page.getByRole('region', { name: 'Chú giải' }).innerText()

describe('on the desktop', () => {
  test('a layer is switched from the legend by keyboard, explained while it is on, and kept in the address', async () => {
    const { page, complaints } = await openPage(browser, `${station.url}/`, ROOMY)
    await drawn(page)
    const water = layerSwitch(page, 'Mực nước')
    expect(await water.getAttribute('aria-pressed')).toBe('false')
    expect(await legendText(page)).not.toContain('vạch BĐ I, II, III')
    await water.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => water.getAttribute('aria-pressed'), { timeout: DRAWN_MS }).toBe('true')
    expect(await legendText(page)).toContain('vạch BĐ I, II, III')
    expect(new URL(page.url()).searchParams.get('layers')).toBe('water,stations,alarms')
    await page.keyboard.press('Enter')
    await expect.poll(() => water.getAttribute('aria-pressed'), { timeout: DRAWN_MS }).toBe('false')
    expect(complaints).toEqual([])
    await page.close()
  })

  test('the borders are those of today, or the districts of the plan', async () => {
    const { page } = await openPage(browser, `${station.url}/`, ROOMY)
    await drawn(page)
    const [today, plan] = [layerSwitch(page, 'Xã, phường hiện nay'), layerSwitch(page, 'Huyện theo kế hoạch')]
    expect(await today.getAttribute('aria-pressed')).toBe('true')
    await plan.click()
    await expect.poll(() => plan.getAttribute('aria-pressed'), { timeout: DRAWN_MS }).toBe('true')
    expect(await today.getAttribute('aria-pressed')).toBe('false')
    expect(new URL(page.url()).searchParams.get('borders')).toBe('districts')
    await page.close()
  })

  test.each([
    ['the map’s', 0],
    ['the layers’', 1],
  ])('the graphics of %s canvas are lost and come back by themselves', async (_name, index) => {
    const { page } = await openPage(browser, `${station.url}/`, SIZE)
    await drawn(page)
    await expect.poll(() => countOf(page, 'canvas'), { timeout: DRAWN_MS }).toBe(2)
    await page.evaluate(n => {
      const canvas = document.querySelectorAll('canvas')[n]
      canvas?.setAttribute('data-before', 'loss')
      canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
    }, index)
    await expect.poll(() => countOf(page, 'canvas[data-before]'), { timeout: DRAWN_MS }).toBe(0)
    await drawn(page)
    await expect.poll(() => countOf(page, 'canvas'), { timeout: DRAWN_MS }).toBe(2)
    await page.close()
  })
})

test('a station without a programme says which layers have nothing to show', async () => {
  const empty = await startTestStation({ clientFolder: CLIENT_FOLDER })
  const { page } = await openPage(browser, `${empty.url}/?layers=rain,water,stations`, ROOMY)
  await expect.poll(() => legendText(page), { timeout: DRAWN_MS }).toContain('Mực nước: chưa có số liệu')
  expect(await legendText(page)).toContain('Mưa: chưa có số liệu')
  await page.close()
  await empty.stop()
})

describe('without WebGL', () => {
  let bare: Browser
  beforeAll(async () => {
    bare = await chromium.launch({
      executablePath: findChromium() ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis'],
    })
  })
  afterAll(() => bare.close())

  test('the map is drawn plainly with the same data, and says so', async () => {
    const { page, complaints } = await openPage(bare, `${station.url}/?layers=standing,water,stations,alarms`, ROOMY)
    await page.locator('[data-map="plain"]').waitFor({ timeout: DRAWN_MS })
    expect(await page.locator('[data-map="plain"] figcaption').innerText()).toContain('không có WebGL')
    await expect.poll(() => countOf(page, '[data-layer="standing"] path'), { timeout: DRAWN_MS }).toBe(9)
    expect(await countOf(page, '[data-layer="water"] > g')).toBe(9)
    expect(await countOf(page, '[data-layer="alarms"] path')).toBeGreaterThan(0)
    await layerSwitch(page, 'Mực nước').click()
    await expect.poll(() => countOf(page, '[data-layer="water"] > g'), { timeout: DRAWN_MS }).toBe(0)
    const borders = () => page.locator('[data-borders]').getAttribute('data-borders')
    expect(await borders()).toBe('communes')
    await layerSwitch(page, 'Huyện theo kế hoạch').click()
    await expect.poll(borders, { timeout: DRAWN_MS }).toBe('districts')
    expect(complaints).toEqual([])
    await page.close()
  })
})

test('where the station has a richer base map it is read in ranges, drawn and attributed', async () => {
  const folder = temporaryFolder()
  const basemap = join(folder.path, 'province.pmtiles')
  writeFileSync(basemap, tinyArchive())
  const rich = await startTestStation({ clientFolder: CLIENT_FOLDER, basemap })
  const page = await browser.newPage({ viewport: SIZE, locale: 'vi-VN' })
  const ranges: (string | undefined)[] = []
  page.on('response', response => {
    if (response.url().endsWith('/basemap.pmtiles'))
      ranges.push(`${response.status()} ${response.request().headers()['range']}`)
  })
  await page.goto(rich.url)
  await drawn(page)
  await expect.poll(() => ranges.length, { timeout: DRAWN_MS }).toBeGreaterThan(0)
  expect(ranges.every(one => one?.startsWith('206 bytes='))).toBe(true)
  expect(await page.locator('[data-legal]').innerText()).toContain('© OpenStreetMap')
  await page.close()
  await rich.stop()
  folder.remove()
})
