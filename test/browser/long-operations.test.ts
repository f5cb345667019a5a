// Long operations in a real Chromium at a real station: an export of much data shows how far it is, is stopped by pointer, key and
// touch, at the station too, and the page goes on; the picture that is exported is one of the chart, with what it needs to be believed.
import { readFileSync } from 'node:fs'
import type { Browser, CDPSession, Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vi as words } from '../../client/i18n/vi.ts'
import { MAX_EXPORTS } from '../../server/history/export-http.ts'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { get } from '../support/door.ts'
import { launchBrowser, openPage } from '../support/page.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { batchOf } from '../support/stored.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SOON = { timeout: 60_000, interval: 50 }
const MINUTE = 60_000
const READINGS = 120_000
/** Bytes a second: the export of everything takes minutes. */
const SLOW = 60_000
const LEVEL = 'gauge-1.water_level'
const PM = 'air-1.pm25'
const AQI = 'derived:air-1:vn-aqi-hour'
const folder = temporaryFolder()
const now = Math.floor(Date.now() / MINUTE) * MINUTE
const begin = now - READINGS * MINUTE

let browser: Browser
let station: TestStation
let page: Page
let line: CDPSession
let complaints: readonly string[]

beforeAll(async () => {
  await registerDevice(
    folder.path,
    aDevicePlan({ village: 'tan-thuan-tay', quantities: [{ code: 'water_level', intervalMs: MINUTE }] }),
  )
  await registerDevice(
    folder.path,
    aDevicePlan({
      id: 'air-1',
      name: 'Không khí',
      source: 'simulated',
      quantities: [{ code: 'pm25', intervalMs: MINUTE }],
    }),
  )
  const store = await openSqliteStore({ path: databasePath(folder.path) })
  for (const { n } of (await store.registry()).series)
    await store.append(
      batchOf(
        Array.from({ length: READINGS }, (_, i) => ({ n, t: begin + i * MINUTE, v: 20 + (i % 977) / 100 + n, q: 0 })),
      ),
    )
  await store.close()
  station = await startTestStation({ dataDir: folder.path, clientFolder: CLIENT_FOLDER })
  browser = await launchBrowser()
  const opened = await openPage(browser, addressOf(LEVEL, begin, now), { width: 1366, height: 768 })
  page = opened.page
  page.setDefaultTimeout(30_000)
  complaints = opened.complaints
  line = await page.context().newCDPSession(page)
  await page.locator('[data-testid="plot"] canvas').waitFor()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await station.stop()
  folder.remove()
})

const addressOf = (series: string, from: number, to: number) =>
  `${station.url}/history?series=${series}&from=${from}&to=${to}`
const slowDown = (bytes: number) =>
  line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: bytes,
    uploadThroughput: -1,
  })
const operation = (of: Page = page): Locator => of.getByTestId('operation')
const exporting = (of: Page = page): Locator => operation(of).filter({ hasText: 'Đang xuất tệp' })
const bar = (of: Page = page): Locator => of.getByRole('progressbar', { name: 'Đang xuất tệp' })
const csvButton = (of: Page = page): Locator => of.getByRole('button', { name: 'CSV' })
const text = async (one: Locator) => (await one.allTextContents()).join(' ')

/** All places for files are free: so many are made at once, and none is refused. */
async function expectPlacesFree(): Promise<void> {
  const small = () => get(`${station.url}/api/v1/readings.csv?series=${LEVEL}&from=${begin}&to=${begin + MINUTE}`)
  const big = new AbortController()
  const most = Array.from({ length: MAX_EXPORTS - 1 }, () =>
    fetch(`${station.url}/api/v1/readings.csv?series=${LEVEL},${PM}&from=${begin}&to=${now}`, { signal: big.signal }),
  )
  expect((await Promise.all(most)).map(({ status }) => status)).toEqual(most.map(() => 200))
  await expect.poll(async () => (await small()).status, SOON).toBe(200)
  big.abort()
}

describe('an export of much data', () => {
  test('shows how far it is, with its name, and is stopped by a press; the station stops, and the page goes on', async () => {
    const downloads: Download[] = []
    page.on('download', one => downloads.push(one))
    await slowDown(SLOW)
    await csvButton().click()
    await bar().waitFor()
    // A share that is known and grows; told aloud in few words.
    await expect.poll(() => bar().getAttribute('value').then(Number), SOON).toBeGreaterThan(0)
    expect(await exporting().getByRole('status').textContent()).toMatch(/^Đang xuất tệp/)
    // How long it will still take is known once it has gone on for a while.
    await expect.poll(() => exporting().textContent(), SOON).toMatch(/giây/)
    await exporting().getByRole('button', { name: /^Hủy/ }).click()
    await expect.poll(() => exporting().count(), SOON).toBe(0)
    await expect.poll(() => page.getByText('Đã hủy, chưa lưu tệp nào').count(), SOON).toBeGreaterThan(0)
    await slowDown(-1)
    await expectPlacesFree()
    expect(downloads).toEqual([])
    // The same page gives the picture and, of a shorter range, the file.
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Ảnh' }).click()])
    expect(
      readFileSync(await file.path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })

  test('is stopped by Esc, from where the keyboard is, which then stands where it stood', async () => {
    await slowDown(SLOW)
    await csvButton().focus()
    await page.keyboard.press('Enter')
    await bar().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => exporting().count(), SOON).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('CSV')
    // By the button too, without a pointer.
    await page.keyboard.press('Enter')
    await bar().waitFor()
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Hủy/)
    await page.keyboard.press('Enter')
    await expect.poll(() => exporting().count(), SOON).toBe(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), SOON).toBe('CSV')
    await slowDown(-1)
    await expectPlacesFree()
  })

  test('is stopped by a finger, on something large enough', async () => {
    const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 }, locale: 'vi-VN' })
    const phone = await context.newPage()
    await phone.goto(addressOf(`${LEVEL},${PM}`, begin, now))
    await phone.locator('[data-testid="plot"] canvas').waitFor()
    const session = await context.newCDPSession(phone)
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: SLOW,
      uploadThroughput: -1,
    })
    await csvButton(phone).tap()
    await bar(phone).waitFor()
    const cancel = exporting(phone).getByRole('button', { name: /^Hủy/ })
    const box = await cancel.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await cancel.tap()
    await expect.poll(() => exporting(phone).count(), SOON).toBe(0)
    await context.close()
    await expectPlacesFree()
  })
})

test('reading a chart can be let go of, and is done when asked again', async () => {
  let held = 0
  await page.route('**/api/v1/series/*/readings?*points=*', () => void (held += 1))
  await page.goto(addressOf(PM, begin, now))
  await expect.poll(() => held, SOON).toBeGreaterThan(0)
  const loading = operation().filter({ hasText: 'Đang tải số liệu biểu đồ' })
  await loading.getByRole('button', { name: /^Hủy/ }).click()
  const again = page.getByRole('button', { name: words.operation.again })
  await again.waitFor()
  await page.unroute('**/api/v1/series/*/readings?*points=*')
  await again.click()
  await expect.poll(() => page.getByText('Mỗi điểm là trung bình').count(), SOON).toBe(1)
  expect(await again.count()).toBe(0)
})

test('a past that is on its way is let go of: what is shown stands, and says of when it is', async () => {
  await page.goto(`${station.url}/?at=${new Date(now - 180 * MINUTE).toISOString()}`)
  const band = page.getByTestId('past-band')
  await expect.poll(() => band.getAttribute('data-phase'), SOON).toBe('ready')
  const shown = await band.locator('time').getAttribute('datetime')
  await page.route('**/api/v1/state?at=*', () => undefined)
  await page.getByRole('button', { name: 'Lùi 1 phút' }).click()
  await expect.poll(() => band.getAttribute('data-phase'), SOON).toBe('loading')
  await operation().filter({ hasText: 'Đang dựng lại quá khứ' }).getByRole('button', { name: /^Hủy/ }).click()
  await expect.poll(() => band.getAttribute('data-phase'), SOON).toBe('ready')
  expect(await band.locator('time').getAttribute('datetime')).toBe(shown)
  await page.unroute('**/api/v1/state?at=*')
  await page.getByRole('button', { name: 'Lùi 1 phút' }).click()
  await expect.poll(() => band.locator('time').getAttribute('datetime'), SOON).not.toBe(shown)
})

test('the picture is one of the chart, with title, range, legend, source, quality and when it was made', async () => {
  await page.goto(addressOf(`${LEVEL},${AQI}`, now - 48 * 60 * MINUTE, now))
  await expect.poll(() => page.locator('[data-testid="plot"] .u-axis').count(), SOON).toBe(3)
  // What is written is looked at before it becomes dots.
  await page.evaluate(() => {
    const said: string[] = []
    // Called on the canvas it is asked of, below.
    // oxlint-disable-next-line typescript/unbound-method
    const { fillText } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.fillText = function (...of: Parameters<typeof fillText>) {
      if (!this.canvas.isConnected) said.push(of[0])
      fillText.apply(this, of)
    }
    Object.assign(globalThis, { said })
  })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Ảnh' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^lich-su \d{4}-\d\d-\d\d \d{4}-\d\d-\d\d\.png$/)
  const bytes = readFileSync(await download.path())
  expect(bytes.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  const found = await page.evaluate(async base64 => {
    const own = new Blob([Uint8Array.from(atob(base64), one => one.charCodeAt(0))], { type: 'image/png' })
    const bitmap = await createImageBitmap(own)
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: new Uint8ClampedArray() }
    const ground = data.slice(0, 3).join()
    /** How many dots of a band of the picture aren't ground. */
    const inkOf = (from: number, to: number) => {
      let ink = 0
      for (
        let i = Math.floor(from * bitmap.height) * bitmap.width * 4;
        i < to * bitmap.height * bitmap.width * 4;
        i += 4
      )
        if (`${data[i]},${data[i + 1]},${data[i + 2]}` !== ground) ink += 1
      return ink
    }
    const plot = document.querySelector<HTMLCanvasElement>('[data-testid="plot"] canvas')
    return {
      width: bitmap.width,
      height: bitmap.height,
      plotWidth: plot?.width ?? 0,
      plotHeight: plot?.height ?? 0,
      ink: [inkOf(0, 0.15), inkOf(0.2, 0.7), inkOf(0.75, 1)],
      said: (globalThis as unknown as { said: string[] }).said.join(' '),
    }
  }, bytes.toString('base64'))
  expect(found.width).toBeGreaterThan(found.plotWidth)
  expect(found.height).toBeGreaterThan(found.plotHeight)
  for (const ink of found.ink) expect(ink).toBeGreaterThan(200)
  for (const said of [
    'MÔ PHỎNG · không phải số đo thật',
    'Đài Sen · Lịch sử số liệu',
    'Mực nước, Trạm thử · Tân Thuận Tây (m, đo)',
    'mới nhất',
    'VN_AQI giờ, Không khí · Mỹ Đông (tính từ Bụi PM2.5, QĐ 1459/QĐ-TCMT, mô phỏng)',
    'Ảnh tạo lúc',
  ])
    expect(found.said).toContain(said)
  expect(found.said).toMatch(/\d\d:\d\d.*–.*\d\d:\d\d/)
})

test('what is computed has figures and a file, marked with what it comes from', async () => {
  const figures = page.locator(`[data-statistics="${AQI}"]`)
  await expect.poll(() => text(figures), SOON).toContain('Số giờ tính được')
  expect(await text(figures)).toMatch(/TÍNH RA.*MÔ PHỎNG.*tính từ Bụi PM2\.5, QĐ 1459\/QĐ-TCMT.*Số giờ ở mỗi mức/)
  const [download] = await Promise.all([page.waitForEvent('download'), csvButton().click()])
  const lines = readFileSync(await download.path(), 'utf8').split('\r\n')
  expect(lines[0]).toContain('Nguồn · VN_AQI giờ · Không khí (tính từ Bụi PM2.5 · QĐ 1459/QĐ-TCMT)')
  expect(lines.filter(one => one.includes('tính ra (MÔ PHỎNG)')).length).toBeGreaterThan(20)
  expect(complaints).toEqual([])
})
