// An incident on the wall, in a real Chromium: saved at a desk, sent to a wall that runs, played, read, and back to now by itself.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { fleetReplySchema } from '../../shared/displays/api-schema.ts'
import { INTERVAL_MS, startAlarmStation } from '../support/alarm-station.ts'
import { alarmOf, alarmStateOf } from '../support/alarms.ts'
import { anIncident, commandDesk } from '../support/desk.ts'
import { deliver, get } from '../support/door.ts'
import { attributeOf, launchBrowser, openPage, textOf } from '../support/page.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const NOW = Date.UTC(2026, 10, 26, 0, 15)
/** 07:15 on the twentieth in Đồng Tháp. */
const THEN = NOW - 6 * 86_400_000
const MINUTE = 60_000
const POLL = { timeout: 60_000, interval: 200 }
const WALL = '77777777-1111-4111-8111-111111111111'
const SECOND = '88888888-1111-4111-8111-111111111111'
const ID = 'nuoc-len-som'
const NOTE = 'Đóng cống Mỹ Đông'
const LENGTH = 40_000
const folder = temporaryFolder()
let browser: Browser
let station: TestStation

beforeAll(async () => {
  const token = await registerDevice(
    folder.path,
    aDevicePlan({ quantities: [{ code: 'water_level', intervalMs: MINUTE }] }),
  )
  // A clock that runs: a replay follows it.
  const startedAt = Date.now()
  const now = () => NOW + Date.now() - startedAt
  station = await startTestStation({ dataDir: folder.path, clientFolder: CLIENT_FOLDER, now })
  const readings = Array.from({ length: 60 }, (_, i) => ({
    ts: THEN + (i - 30) * MINUTE,
    values: { water_level: 1 + i / 100 },
  }))
  await deliver(station, token, { readings: [...readings, { ts: NOW, values: { water_level: 3.33 } }] })
  // Played as it was.
  const saved = await commandDesk(
    station,
    anIncident({ id: ID, title: 'Nước lên sớm', from: THEN, to: THEN + LENGTH, village: 'my-dong' }),
  )
  expect(saved.status).toBe(200)
  const note = { incident: ID, annotation: 'dong-cong', at: THEN + LENGTH / 2, text: NOTE }
  expect((await commandDesk(station, { command: 'annotate-incident', data: note })).status).toBe(200)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  folder.remove()
})

const incidentIn = (page: Page) => new URL(page.url()).searchParams.get('incident')

type Seen = Readonly<Record<'at' | 'caption' | 'text', string | null>>
/** Writes down what the band of a replay shows, from now on. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: Seen[] = []
    Object.assign(globalThis, { seen })
    new MutationObserver(() => {
      const band = document.querySelector('[data-testid="replay-band"]')
      if (!band) return
      seen.push({
        at: band.querySelector('time')?.getAttribute('datetime') ?? null,
        caption: band.querySelector('[data-testid="replay-caption"]')?.textContent ?? null,
        text: band.textContent,
      })
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
async function sceneOf(id: string): Promise<string | null | undefined> {
  const { body } = await get(`${station.url}/api/v1/displays`)
  return fleetReplySchema.parse(body).displays.find(({ display }) => display === id)?.report?.scene
}

test('an incident is sent from the desk to a wall, which plays it, shows its note and goes back to now', async () => {
  const { page: wall, complaints } = await openPage(browser, `${station.url}/wall?scene=overview`, undefined, {
    'dai-sen.display': WALL,
  })
  await expect.poll(() => sceneOf(WALL), POLL).toBe('overview')
  await watch(wall)
  const { page: desk, complaints: desks } = await openPage(
    browser,
    `${station.url}/?village=my-dong&at=2026-11-20T07:15:00%2B07:00&incident=${ID}`,
  )
  await desk.getByRole('button', { name: 'Phát trên màn hình tường' }).click()
  const dialog = desk.locator('dialog')
  await expect.poll(() => dialog.innerText(), POLL).toContain('đúng tốc độ thật')
  await dialog.getByRole('button', { name: 'Phát', exact: true }).click()

  await wall.getByTestId('replay-band').waitFor()
  await expect.poll(() => wall.locator('[data-group]').getAttribute('data-scene'), POLL).toBe('village:my-dong')
  await expect.poll(() => sceneOf(WALL), POLL).toBe(`replay:${ID}`)
  expect(await wall.title()).toBe('PHÁT LẠI SỰ CỐ · Nước lên sớm')
  await expect.poll(() => textOf(wall, 'replay-caption'), POLL).toBe(NOTE)
  expect(await wall.locator('main').innerText()).not.toContain('hôm nay')

  await expect.poll(() => incidentIn(wall), POLL).toBeNull()
  const seen = await wall.evaluate(() => (globalThis as unknown as { readonly seen: readonly Seen[] }).seen)
  const instants = seen.map(({ at }) => Date.parse(at ?? ''))
  expect(instants.toSorted((a, b) => a - b)).toEqual(instants)
  expect([instants[0], instants.at(-1)]).toEqual([THEN, THEN + LENGTH])
  expect(new Set(instants).size).toBeGreaterThan(10)
  expect([...new Set(seen.map(({ caption }) => caption))]).toEqual(['Nước lên sớm', NOTE])
  expect(seen[0]?.text).toContain('PHÁT LẠI SỰ CỐMỹ Đông · 20/11/2026 07:15')
  expect(seen.at(-1)?.text).toContain('PHÁT LẠI SỰ CỐNước lên sớm')
  await expect.poll(() => incidentIn(wall), POLL).toBeNull()
  await expect.poll(() => textOf(wall, 'link-state'), POLL).toBe('trực tiếp')
  expect(await wall.getByTestId('replay-band').count()).toBe(0)
  expect(await wall.title()).not.toContain('PHÁT LẠI')
  await expect.poll(() => sceneOf(WALL), POLL).toBe('overview')
  expect([complaints, desks]).toEqual([[], []])
  await wall.close()
  await desk.close()
})

test('a replay is ended from the desk, and by Escape at the wall', async () => {
  const { page: wall } = await openPage(browser, `${station.url}/wall`, undefined, { 'dai-sen.display': SECOND })
  const send = (incident: string | null) =>
    get(`${station.url}/api/v1/displays/replays`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ incident, displays: [SECOND] }),
    })
  await expect.poll(async () => (await send(ID)).body, POLL).toEqual({ told: [SECOND], left: [] })
  await wall.getByTestId('replay-band').waitFor()
  await send(null)
  await wall.getByTestId('replay-band').waitFor({ state: 'detached' })
  expect(incidentIn(wall)).toBeNull()
  await send(ID)
  await wall.getByTestId('replay-band').waitFor()
  await wall.keyboard.press('Escape')
  await expect.poll(() => incidentIn(wall), POLL).toBeNull()
  await wall.close()
})

test('an incident that there isn’t is said in words, and the wall goes back to now', async () => {
  const { page, complaints } = await openPage(browser, `${station.url}/wall?incident=khong-co-su-co`)
  await expect.poll(() => textOf(page, 'replay-notice'), POLL).toContain('Không phát lại được sự cố này')
  await expect.poll(() => incidentIn(page), POLL).toBeNull()
  await expect.poll(() => textOf(page, 'link-state'), POLL).toBe('trực tiếp')
  await page.goto(`${station.url}/wall?incident=khong-co-su-co&lang=en`)
  await expect.poll(() => textOf(page, 'replay-notice'), POLL).toContain("This incident can't be replayed")
  expect(complaints).toEqual([])
  await page.close()
})

test('a replay that is long over is none: a wall that starts with its address shows now', async () => {
  const { page } = await openPage(browser, `${station.url}/wall?incident=${ID}&since=${THEN}`)
  await expect.poll(() => incidentIn(page), POLL).toBeNull()
  await expect.poll(() => textOf(page, 'link-state'), POLL).toBe('trực tiếp')
  await page.close()
})

test('a new high alarm ends a replay at once: the wall belongs to what happens now', async () => {
  const windy = await startAlarmStation({ devices: 1, quantities: ['wind_speed'] })
  try {
    const rule = (await alarmStateOf(windy)).rules.get('wind-strong')?.rule
    const wind_speed = (rule?.levels.at(-1)?.at ?? Number.NaN) + 0.1
    const from = windy.now() - 60 * MINUTE
    const incident = anIncident({ id: ID, title: 'Nước lên sớm', from, to: from + 3 * MINUTE })
    expect((await commandDesk(windy, incident)).status).toBe(200)
    const { page, complaints } = await openPage(browser, `${windy.url}/wall?scene=overview&incident=${ID}`)
    await page.getByTestId('replay-band').waitFor()
    const mast = windy.aDevice()
    await mast.says({ wind_speed })
    for (let waited = 0; waited < (rule?.onDelayMs ?? 0); waited += INTERVAL_MS) {
      windy.moveOn(INTERVAL_MS)
      await mast.says({ wind_speed })
    }
    const alarm = alarmOf(mast.id, 'wind-strong', 'wind_speed')
    await expect.poll(() => attributeOf(page, 'alarm-panel', 'data-alarm'), POLL).toBe(alarm)
    expect(await page.getByTestId('replay-band').count()).toBe(0)
    expect(incidentIn(page)).toBeNull()
    expect(complaints).toEqual([])
    await page.close()
  } finally {
    await windy.stop()
  }
})
