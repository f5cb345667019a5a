// Every text that the field or a form can fill holds a script; the pages that show them show text, and nothing of it runs.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import type { AlarmEventRow } from '../support/alarms.ts'
import { alarmAt, alarmOf, anAlarmCommand, aRule, doToAlarms, publishRule, seen } from '../support/alarms.ts'
import { aHandOver, anEntry, commandDesk } from '../support/desk.ts'
import { aProfile, aReport, commandDisplays } from '../support/displays.ts'
import { deliver, get } from '../support/door.ts'
import { DRAWN_MS } from '../support/entry-form.ts'
import { PNG } from '../support/evidence-samples.ts'
import { launchBrowser } from '../support/page.ts'
import { aCommand, anUpdate, carryOut } from '../support/programme.ts'
import { openScreen } from '../support/screen.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { allCaught, trappedContext, trappedPage } from '../support/violations.ts'

const NOW = Date.parse('2026-11-25T10:00:00+07:00')
/** One text that runs in a tag, an attribute, an address and a template, wherever it is put without care; short enough for a name. */
const RUN = `"><img src=x onerror=xssRan='ran'>`
const LONG = `${RUN}<script>xssRan='script'</script><svg onload=xssRan='svg'><a href="javascript:xssRan='link'">\`\${xssRan='template'}\`{{constructor.constructor('xssRan=1')()}}`
/** What of the payload is seen where it is shown as text. */
const SEEN = '<img src=x onerror='
const SETTLED_MS = 1_500
const ACTOR = { name: RUN, unit: 'so-khcn-2025' } as const

const folder = temporaryFolder()
let browser: Browser
let context: BrowserContext
let station: TestStation

beforeAll(async () => {
  // The map's own data, with a script in every text of every file.
  const client = join(folder.path, 'client')
  cpSync(CLIENT_FOLDER, client, { recursive: true })
  for (const name of ['communes', 'current_communes', 'places', 'waterways', 'districts', 'province'])
    poison(join(client, 'geo', `${name}.geojson`))

  const startedAt = performance.now()
  const now = () => Math.round(NOW + performance.now() - startedAt)
  station = await startTestStation({ dataDir: folder.path, clientFolder: client, now })
  const token = await registerDevice(folder.path, aDevicePlan({ name: LONG.slice(0, 80) }))
  await deliver(station, token, { ts: now() - 1_000, values: { water_level: 1.5 } })

  await fillProgramme()
  await fillAlarms(token, now)
  await fillDisplays()
  await fillDesk(now())
  browser = await launchBrowser()
  context = await trappedContext(browser)
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  folder.remove()
})

function poison(path: string): void {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return
  }
  const geo = JSON.parse(text) as { features: { properties: Record<string, unknown> }[] }
  // Codes join the files; names and all else are shown.
  for (const { properties } of geo.features)
    for (const [key, value] of Object.entries(properties))
      if (typeof value === 'string' && !/code|id|class|kind/i.test(key)) properties[key] = `${value}${RUN}`
  writeFileSync(path, JSON.stringify(geo))
}

async function fillProgramme(): Promise<void> {
  const by = { actor: ACTOR }
  const kept = await get(`${station.url}/api/v1/programme/files`, { method: 'POST', body: new Uint8Array(PNG) })
  const { hash, size, type } = kept.body as { hash: string; size: number; type: 'image/png' }
  const files = [{ hash, size, type, name: `${RUN}.png` }]
  await carryOut(station, aCommand('update-task', anUpdate(LONG, { files }), by))
  const obstacle = {
    obstacle: 'xss',
    kind: 'obstacle',
    title: RUN,
    text: LONG,
    village: 'my-dong',
    task: null,
  } as const
  await carryOut(station, aCommand('raise-obstacle', obstacle, by))
  await carryOut(
    station,
    aCommand('note-supervision', { village: 'my-dong', year: 2026, on: '2026-10-01', text: LONG }, by),
  )
  const record = {
    record: 'xss',
    kind: 'training',
    title: RUN,
    owner: 'so-khcn-2025',
    state: 'done',
    on: '2026-05-05',
    village: 'my-dong',
    note: LONG,
  } as const
  await carryOut(station, aCommand('set-record', record, by))
  const milestone = {
    village: 'my-dong',
    milestone: 'xss',
    title: RUN,
    plannedOn: '2026-12-01',
    reachedOn: null,
  } as const
  await carryOut(station, aCommand('set-village-milestone', milestone, by))
}

async function fillAlarms(token: string, now: () => number): Promise<void> {
  const words = { vi: RUN, en: RUN }
  await publishRule(
    station,
    aRule({
      name: words,
      cause: words,
      consequence: words,
      action: words,
      responder: words,
      basis: { kind: 'internal', source: words },
    }),
  )
  await deliver(station, token, { ts: now(), values: { water_level: 4 } })
  const id = alarmOf('gauge-1')
  const alarm = await vi.waitFor(
    async () => {
      const raised = await alarmAt(station, id)
      if (!raised) throw new Error('no alarm')
      return raised
    },
    { timeout: DRAWN_MS },
  )
  const alarms = [seen(alarm)]
  const by = { actor: ACTOR }
  await doToAlarms(station, anAlarmCommand('comment', { alarms, text: LONG.slice(0, 400) }, by))
  await doToAlarms(station, anAlarmCommand('acknowledge', { alarms, comment: RUN }, by))
}

async function fillDisplays(): Promise<void> {
  const profile = aProfile({ id: 'xss', name: RUN })
  await commandDisplays(station.url, { command: 'save-profile', data: { profile, expected: 0 } })
  const report = aReport({ version: RUN, scene: RUN })
  const data = { display: report.display, name: RUN, profile: 'xss', screen: null }
  await commandDisplays(station.url, { command: 'assign-display', data })
  const { socket } = await openScreen(station.url)
  await socket.timeout(5_000).emitWithAck('report', report)
}

async function fillDesk(at: number): Promise<void> {
  await commandDesk(station, anEntry({ text: RUN, happenedAt: at }))
  await commandDesk(station, aHandOver({ text: LONG.slice(0, 400), to: at }))
  await commandDesk(station, {
    command: 'save-view',
    data: { id: 'xss-view', name: RUN, address: '/?village=my-dong' },
  })
}

/** Pages, and whether a text of the payload stands on them. */
const PAGES: readonly (readonly [string, boolean])[] = [
  ['/', false],
  ['/?village=my-dong', true],
  ['/?village=my-dong&series=gauge-1.water_level', true],
  ['/wall?scene=overview', true],
  ['/wall?scene=alarms', true],
  ['/wall?scene=village', false],
  ['/wall?scene=programme', false],
  ['/kiosk', false],
  ['/programme', false],
  ['/programme/tasks', false],
  ['/programme/tasks/1.4', true],
  ['/programme/obstacles', true],
  ['/programme/obstacles/xss', true],
  ['/programme/records', true],
  ['/programme/villages/my-dong', true],
  ['/programme/history', true],
  ['/alarms', true],
  [`/alarms?alarm=${encodeURIComponent(alarmOf('gauge-1'))}`, true],
  ['/alarms/rules', true],
  ['/alarms/rules/test-high', true],
  ['/alarms/history', true],
  ['/handover', true],
  ['/admin/displays', true],
  ['/admin/displays/profiles/xss', true],
  // What an address says is shown nowhere as markup either.
  [`/programme/${encodeURIComponent(RUN)}?village=${encodeURIComponent(RUN)}`, false],
  [`/?village=${encodeURIComponent(RUN)}&series=${encodeURIComponent(RUN)}&lang=${encodeURIComponent(RUN)}`, false],
  [
    `/wall?scene=${encodeURIComponent(RUN)}&profile=${encodeURIComponent(RUN)}&display=${encodeURIComponent(RUN)}`,
    false,
  ],
  [`/alarms/acknowledge#${encodeURIComponent(RUN)}`, false],
  ['/api/docs', false],
]

test.each(PAGES)('%s shows it as text (%s), and nothing runs', async (path, isSeen) => {
  const trapped = await trappedPage(context, station.url)
  const { page } = trapped
  await page.goto(`${station.url}${path}`)
  const textOf = () =>
    page.evaluate(
      () =>
        document.body.innerText +
        [...document.querySelectorAll('input, textarea')].map(field => (field as HTMLInputElement).value).join(' '),
    )
  if (isSeen) await expect.poll(textOf, { timeout: DRAWN_MS }).toContain(SEEN)
  else await expect.poll(textOf, { timeout: DRAWN_MS }).not.toBe('')
  await page.waitForTimeout(SETTLED_MS)
  expect(await page.locator('img[onerror], svg[onload], [href^="javascript:"]').count()).toBe(0)
  expect(await allCaught(trapped)).toEqual([])
  await page.close()
})

test('the trap would have caught it', async () => {
  const trapped = await trappedPage(context, station.url)
  await trapped.page.goto(`${station.url}/kiosk`)
  // What a page without care would do. The policy stops it, and that it had to is what is caught.
  await trapped.page
    .evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="xssRan=1">'))
    .catch(() => undefined)
  await expect.poll(() => allCaught(trapped)).not.toEqual([])
  await trapped.page.close()
})

test('what goes out to other systems is closed as well: CAP is XML, and a name of an event stays a string', async () => {
  const feed = await get(`${station.url}/api/v1/alarms/cap`)
  expect(feed.headers.get('content-type')).toMatch('application/atom+xml')
  expect(String(feed.body)).not.toContain('<img')
  expect(String(feed.body)).toContain('&lt;img')
  const { body } = await get(`${station.url}/api/v1/alarms/events?limit=100`)
  const { events } = body as { readonly events: readonly AlarmEventRow[] }
  expect(events.some(({ actor }) => actor.includes(SEEN))).toBe(true)
})
