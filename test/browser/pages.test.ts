// Every page over a whole simulated field, at the sizes people use: nothing clipped, nothing sideways, nothing unmarked.
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { provisionDevices } from '../../server/registry/provision.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { createField } from '../../server/simulate/field.ts'
import { parseOutlines } from '../../server/simulate/outline.ts'
import { type Running, runField } from '../../server/simulate/run.ts'
import { launchBrowser, openPage, textOf } from '../support/page.ts'
import { clippedTexts, countOf, sidewaysBy } from '../support/page-looks.ts'
import { startTestStation, type TestStation } from '../support/station.ts'

const SEED = 2026
/** The field's weather, tides and silences depend on the time: the same evening for every run. */
const EVENING = Date.UTC(2026, 10, 23, 12, 0)
const startedAt = performance.now()
const now = () => Math.round(EVENING + performance.now() - startedAt)
const DRAWN_MS = 60_000
const registry = loadRegistry()

let browser: Browser
let station: TestStation
let running: Running

beforeAll(async () => {
  station = await startTestStation({ clientFolder: CLIENT_FOLDER, now })
  const outlines = parseOutlines(readFileSync(new URL('../../public/geo/communes.geojson', import.meta.url), 'utf8'))
  const field = createField(SEED, registry.villages, { ...registry, outlines })
  const tokens = await provisionDevices(station.dataDir, field.plans)
  const say = () => undefined
  running = runField({ url: station.mqttUrl, field, tokens, backfillHours: 2, say, connectionsPerSecond: 200, now })
  await vi.waitUntil(() => running.online() > field.plans.length * 0.8, { timeout: DRAWN_MS })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await running.stop()
  await station.stop()
})

describe.each([
  { width: 1920, height: 1080 },
  { width: 5760, height: 1080 },
  { width: 390, height: 844 },
])('at $width × $height', size => {
  test('the wall shows five figures, whole, and says that all is simulated', async () => {
    const { page, complaints } = await openPage(browser, `${station.url}/wall?scene=overview`, size)
    await expect.poll(() => textOf(page, 'kpi-water'), { timeout: DRAWN_MS }).toMatch(/\d,\d\d/)
    for (const tile of ['kpi-recognised', 'kpi-water', 'kpi-online', 'kpi-late-tasks', 'kpi-funding'])
      expect(await clippedTexts(page, `[data-testid="${tile}"]`), tile).toEqual([])
    expect(await textOf(page, 'ribbon-simulated')).toMatch(/mô phỏng/i)
    expect(await sidewaysBy(page)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('the desktop leads from province to village to station to series in three steps, by keyboard', async () => {
    const { page, complaints } = await openPage(browser, `${station.url}/`, size)
    const villages = page.getByRole('navigation', { name: 'Chín làng thông minh' }).getByRole('link')
    await expect.poll(() => villages.count(), { timeout: DRAWN_MS }).toBe(registry.villages.length)
    const first = registry.villages[0]
    await villages.filter({ hasText: first?.name ?? '' }).press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('village'), { timeout: DRAWN_MS }).toBe(first?.id)
    await expect.poll(() => textOf(page, 'village-panel'), { timeout: DRAWN_MS }).toContain('Trạm mực nước')
    // A device of the field may be silent just now: only what is live has a line to show.
    await page.locator('[data-station][data-mark="normal"] a').first().press('Enter')
    await page.locator('[data-series][data-freshness="live"] a').first().press('Enter')
    await expect.poll(() => countOf(page, '[data-testid="series-chart"]'), { timeout: DRAWN_MS }).toBe(1)
    await page.goBack()
    await expect.poll(() => new URL(page.url()).searchParams.get('series'), { timeout: DRAWN_MS }).toBeNull()
    await page.locator('[data-testid="station-panel"] summary').focus()
    await page.keyboard.press('Enter')
    const shown = page.locator('[data-device][open] [data-figure]')
    await expect.poll(() => shown.count(), { timeout: DRAWN_MS }).toBe(5)
    expect(await shown.allInnerTexts()).toEqual([
      expect.stringMatching(/^Số đo đã lưu\s+[1-9]/),
      expect.stringMatching(/^Số đo gửi lại\s+\d/),
      expect.stringMatching(/^Số đo bị từ chối\s+0$/),
      expect.stringMatching(/^Lần gửi quá nhanh\s+0$/),
      expect.stringMatching(/^Lần gửi quá lớn\s+0$/),
    ])
    expect(await sidewaysBy(page)).toBeLessThanOrEqual(0)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('the kiosk shows a unit of today and a district of the plan, in both languages', async () => {
    const { page, complaints } = await openPage(browser, `${station.url}/kiosk`, size)
    await expect.poll(() => page.locator('body').innerText(), { timeout: DRAWN_MS }).toContain('Xã Mỹ Quí')
    await page.goto(`${station.url}/kiosk/district-872?lang=en`)
    await expect
      .poll(() => page.locator('body').innerText(), { timeout: DRAWN_MS })
      .toMatch(/Mỹ Đông[\s\S]*Water level/)
    expect(await sidewaysBy(page)).toBeLessThanOrEqual(0)
    const small = await page
      .locator('button, a')
      .evaluateAll(
        all => all.map(one => one.getBoundingClientRect()).filter(box => box.height > 0 && box.height < 44).length,
      )
    expect(small).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })
})

test('a lost WebGL context comes back by itself, and the figures stay meanwhile', async () => {
  const { page } = await openPage(browser, `${station.url}/wall?scene=overview`)
  await expect.poll(() => countOf(page, 'canvas'), { timeout: DRAWN_MS }).toBeGreaterThan(0)
  await expect.poll(() => textOf(page, 'kpi-water'), { timeout: DRAWN_MS }).toMatch(/\d,\d\d/)
  const lose = () =>
    page.evaluate(() => {
      const canvas = document.querySelector('canvas')
      canvas?.setAttribute('data-before', 'loss')
      canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
    })
  await lose()
  expect(await textOf(page, 'kpi-water')).toMatch(/\d,\d\d/)
  // A new canvas, not the old one: deck.gl doesn't recover in place.
  await expect.poll(() => countOf(page, 'canvas[data-before]'), { timeout: DRAWN_MS }).toBe(0)
  await expect.poll(() => countOf(page, 'canvas'), { timeout: DRAWN_MS }).toBeGreaterThan(0)
  await page.close()
})

test('a page that asks for a part which is gone since an update loads the new build by itself', async () => {
  const { page } = await openPage(browser, `${station.url}/kiosk`)
  let refused = 0
  await page.route('**/assets/wall-page-*.js', route => (refused++ === 0 ? route.abort() : route.continue()))
  await page.goto(`${station.url}/wall?scene=overview`)
  await expect.poll(() => textOf(page, 'kpi-water'), { timeout: DRAWN_MS }).toMatch(/\d,\d\d/)
  expect(refused).toBeGreaterThan(0)
  await page.close()
})
