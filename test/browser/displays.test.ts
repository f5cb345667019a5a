// Walls as displays, in a real Chromium: they report, take orders, show what they were given, and help themselves.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FleetRow, fleetReplySchema } from '../../shared/displays/api-schema.ts'
import type { OrderKind } from '../../shared/displays/report.ts'
import { aProfile, commandDisplays } from '../support/displays.ts'
import { get } from '../support/door.ts'
import { launchBrowser, openPage } from '../support/page.ts'
import { startSetPiece } from '../support/set-piece.ts'
import type { TestStation } from '../support/station.ts'

/** A display of its own for each page: the station's clock stands still, so one that has left would still be taken for there. */
const idOf = (digit: number): string => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`
const IDS = [idOf(1), idOf(2)] as const
/** Longer than a report takes to come. */
const SOON = { timeout: 60_000, interval: 250 }
/** What the drawing of one page may weigh. */
const MOST_BYTES = 120_000
/** Far fewer than a river has, far more than none. */
const LEAST_WATER = 100

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

const openWall = (id: string, address = '/wall?scene=overview') =>
  openPage(browser, `${station.url}${address}`, undefined, { 'dai-sen.display': id })

async function rowOf(id: string): Promise<FleetRow | undefined> {
  const { body } = await get(`${station.url}/api/v1/displays`)
  return fleetReplySchema.parse(body).displays.find(({ display }) => display === id)
}
const reported = (id: string) => expect.poll(async () => (await rowOf(id))?.isAlive, SOON).toBe(true)

async function order(id: string, kind: OrderKind): Promise<void> {
  const { status } = await get(`${station.url}/api/v1/displays/${id}/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind }),
  })
  expect(status).toBe(200)
}

/** Frames stop for everybody on the page when told. */
const freezable = (page: Page) =>
  page.addInitScript(() => {
    const draw = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = callback =>
      draw(now => {
        if (document.documentElement.dataset['frozen'] === undefined) callback(now)
      })
  })

/** Pixels as blue as a river in the upper left of a picture, where nothing but the map's canvas draws. */
const waterIn = (page: Page, address: string): Promise<number> =>
  page.evaluate(async from => {
    const picture = await createImageBitmap(await (await fetch(from)).blob())
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
    if (!context) return 0
    context.drawImage(picture, 0, 0)
    const { data } = context.getImageData(0, picture.height * 0.13, picture.width * 0.5, picture.height * 0.35)
    let count = 0
    for (let i = 0; i < data.length; i += 4)
      if ((data[i + 2] ?? 0) > 130 && (data[i + 2] ?? 0) - (data[i] ?? 0) > 70) count += 1
    return count
  }, address)

test('two walls report what they are and show, each for itself', async () => {
  const walls = [await openWall(IDS[0]), await openWall(IDS[1], '/wall?scene=water')]
  for (const id of IDS) await reported(id)
  await expect.poll(async () => (await rowOf(IDS[0]))?.report?.scene, SOON).toBe('overview')
  await expect.poll(async () => (await rowOf(IDS[1]))?.report?.scene, SOON).toBe('water')
  await expect.poll(async () => (await rowOf(IDS[0]))?.report?.fps, SOON).toBeGreaterThan(0)
  const report = (await rowOf(IDS[0]))?.report
  expect(report).toMatchObject({ width: 1280, height: 720, contextLosses: 0, troubles: [] })
  expect(report?.heapBytes).toBeGreaterThan(0)
  expect(report?.version).toBe((await rowOf(IDS[1]))?.report?.version)
  for (const { page, complaints } of walls) {
    expect(complaints).toEqual([])
    await page.close()
  }
})

test('a wall shows the profile it is given, says who it is when asked, and keeps both in mind', async () => {
  const id = idOf(3)
  const profile = aProfile({ id: 'sanh', name: 'Tường sảnh' })
  const saved = await commandDisplays(station.url, { command: 'save-profile', data: { profile, expected: 0 } })
  expect(saved.status).toBe(200)
  const { page, complaints } = await openWall(id)
  await reported(id)
  const data = { display: id, name: 'Sảnh bên trái', profile: 'sanh', screen: 'b' }
  expect((await commandDisplays(station.url, { command: 'assign-display', data })).status).toBe(200)
  const kept = () => page.evaluate(() => localStorage.getItem('dai-sen.display-profile') ?? '')
  await expect.poll(kept, SOON).toContain('Tường sảnh')

  await order(id, 'identify')
  const sign = page.getByText('Sảnh bên trái')
  await sign.waitFor()
  expect(await page.getByText('Tường sảnh · Màn hình b').count()).toBe(1)
  await sign.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await page.close()
})

test('a wall that is told to loads itself anew', async () => {
  const id = idOf(4)
  const { page } = await openWall(id)
  await reported(id)
  await Promise.all([page.waitForEvent('load'), order(id, 'reload')])
  await page.close()
})

test('a wall sends a small picture of itself, with its map in it', async () => {
  const id = idOf(5)
  const { page, complaints } = await openWall(id)
  await reported(id)
  const picture = `/api/v1/displays/${id}/thumbnail`
  // Asked for again until the map has drawn itself.
  await expect
    .poll(async () => {
      const before = (await rowOf(id))?.thumbnailAt ?? null
      await order(id, 'thumbnail')
      if (before === null) await expect.poll(async () => (await rowOf(id))?.thumbnailAt ?? null, SOON).not.toBeNull()
      return waterIn(page, picture)
    }, SOON)
    .toBeGreaterThan(LEAST_WATER)
  const response = await fetch(`${station.url}${picture}`)
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  expect((await response.arrayBuffer()).byteLength).toBeLessThanOrEqual(MOST_BYTES)
  expect((await rowOf(id))?.report?.troubles).toEqual([])
  expect(complaints).toEqual([])
  await page.close()
})

test('a wall that no longer draws builds its content anew and says so', async () => {
  const id = idOf(6)
  const { page } = await openWall(id)
  await freezable(page)
  await page.reload()
  await reported(id)
  await page.evaluate(() => {
    document.querySelector('main')?.setAttribute('data-before', '')
    document.documentElement.dataset['frozen'] = ''
  })
  await page.locator('main[data-before]').waitFor({ state: 'detached' })
  await page.evaluate(() => {
    delete document.documentElement.dataset['frozen']
  })
  await expect
    .poll(async () => (await rowOf(id))?.report?.troubles ?? [], SOON)
    .toEqual(expect.arrayContaining(['stalled', 'remounted']))
  await page.locator('main').waitFor()
  await page.close()
})
