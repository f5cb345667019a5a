// The history in a real Chromium: from the map to two series on one chart, as a calendar, and as a file that says what the station says.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { readingsPageSchema } from '../../shared/api.ts'
import { axeFaults } from '../support/axe.ts'
import { deliver, get } from '../support/door.ts'
import { launchBrowser, openPage } from '../support/page.ts'
import { sidewaysBy } from '../support/page-looks.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'

const SOON = { timeout: 60_000, interval: 100 }
const MINUTE = 60_000
const LEVEL = 'gauge-1.water_level'
const PH = 'gauge-1.ph'

let browser: Browser
let station: TestStation
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  station = await startTestStation({ clientFolder: CLIENT_FOLDER })
  const quantities = ['water_level', 'ph'].map(code => ({ code, intervalMs: 10 * MINUTE }))
  const token = await registerDevice(
    station.dataDir,
    aDevicePlan({ village: 'tan-thuan-tay', source: 'simulated', quantities }),
  )
  const now = Date.now()
  const readings = Array.from({ length: 120 }, (_, i) => ({
    ts: now - (120 - i) * 10 * MINUTE,
    values: { water_level: 2 + Math.sin(i / 9) / 2, ph: 7 + Math.cos(i / 7) / 3 },
  }))
  await deliver(station, token, { readings })
  browser = await launchBrowser()
  const opened = await openPage(browser, `${station.url}/`, { width: 1600, height: 900 })
  page = opened.page
  page.setDefaultTimeout(60_000)
  complaints = opened.complaints
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})

const legend = () => page.getByRole('list', { name: 'Các chuỗi đang xem' })
const queryOf = (name: string) => new URL(page.url()).searchParams.get(name)

test('is three presses from the province: village, station, history', async () => {
  const villages = page.getByRole('navigation', { name: 'Chín làng thông minh' })
  await villages.getByRole('link', { name: /Tân Thuận Tây/ }).click()
  await page.locator('[data-station="gauge-1"] a').click()
  await page.getByRole('link', { name: 'Lịch sử Mực nước' }).click()
  await expect.poll(() => new URL(page.url()).pathname, SOON).toBe('/history')
  expect(queryOf('series')).toBe(LEVEL)
  await page.locator('[data-testid="plot"] canvas').waitFor()
  expect(await legend().getByText('MÔ PHỎNG', { exact: true }).count()).toBe(1)
})

test('takes a second series, found without Vietnamese marks, on an axis of its own', async () => {
  await page.getByRole('button', { name: 'Thêm chuỗi' }).click()
  await page.getByLabel('Tìm theo đại lượng, trạm, làng').fill('ph tan thuan tay')
  await page.locator(`button[data-series="${PH}"]`).click()
  await expect.poll(() => queryOf('series'), SOON).toBe(`${LEVEL},${PH}`)
  await expect.poll(() => page.locator('[data-testid="plot"] .u-axis').count(), SOON).toBe(3)
  await expect.poll(() => legend().getByRole('listitem').count(), SOON).toBe(2)
})

test('moves and zooms by keys, and the address says where it is', async () => {
  await page.getByTestId('plot').focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => queryOf('to'), SOON).not.toBeNull()
  const [from, to] = [Number(queryOf('from')), Number(queryOf('to'))]
  await page.keyboard.press('+')
  await expect.poll(() => Number(queryOf('to')) - Number(queryOf('from')), SOON).toBeLessThan(to - from)
  await page.getByRole('button', { name: 'Về hiện tại' }).click()
  await expect.poll(() => queryOf('to'), SOON).toBeNull()
})

test('gives a file that says what the station says', async () => {
  const range = page.getByTestId('history-range')
  const [from, to] = [await range.getAttribute('data-from'), await range.getAttribute('data-to')]
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ])
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
    .slice(1)
  const { body } = await get(`${station.url}/api/v1/series/${LEVEL}/readings?from=${from}&to=${to}`)
  const { readings } = readingsPageSchema.parse(body)
  expect(readings.length).toBeGreaterThan(100)
  expect(lines.map(line => [Date.parse(line.split(',')[0] ?? ''), Number(line.split(',')[1])])).toEqual(
    readings.map(({ t, v }) => [t, v]),
  )
})

test('shows days as a calendar, where nothing was measured told apart, without barriers', async () => {
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: '7 ngày' }).click()
  await page.getByRole('tab', { name: 'Lịch' }).click()
  const days = page.locator(`[data-calendar="${LEVEL}"] [data-day]`)
  await expect.poll(() => days.count(), SOON).toBe(8)
  expect(await days.first().getAttribute('data-step')).toBe('unknown')
  expect(await days.last().getAttribute('data-step')).not.toBe('unknown')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('tab', { name: 'Theo giờ' }).click()
  await page.locator(`[data-hours="${LEVEL}"] svg`).waitFor()
  expect(await axeFaults(page)).toEqual([])
})

test('fits a phone', async () => {
  await page.setViewportSize({ width: 320, height: 800 })
  await page.getByRole('tab', { name: 'Đường' }).click()
  await page.locator('[data-testid="plot"] canvas').waitFor()
  expect(await sidewaysBy(page)).toBe(0)
})

test('what is computed says from what, in the village’s panel', async () => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.goto(`${station.url}/?village=tan-thuan-tay`)
  await page.locator('[data-derived="derived:gauge-1:flood-stage"]').getByRole('button', { name: 'Tính từ' }).click()
  const origin = page.getByTestId('origin')
  await expect.poll(() => origin.textContent(), SOON).toContain('QĐ 05/2020/QĐ-TTg')
  expect(await origin.textContent()).toContain('BĐ I 1,90 m · BĐ III 2,30 m')
  expect(complaints).toEqual([])
})
