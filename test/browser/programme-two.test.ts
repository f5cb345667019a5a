// Several people at the programme at once: nobody overwrites what they haven't seen, a lost line says so and catches up, and the wall
// shows what an office enters.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vi as words } from '../../client/programme/words/vi.ts'
import { get } from '../support/door.ts'
import { DRAWN_MS, fill, messagesOf, opened, press, send, visit, wordsOf } from '../support/entry-form.ts'
import { attributeOf, launchBrowser, textOf, type Watched } from '../support/page.ts'
import { aCommand, anUpdate, carryOut, stateOf } from '../support/programme.ts'
import { openProgramme, startStoryStation } from '../support/programme-page.ts'
import { type Cable, layCable } from '../support/proxy.ts'
import type { TestStation } from '../support/station.ts'

const POLL = { timeout: DRAWN_MS, interval: 50 }
/** What an office enters stands on every screen long before that. */
const SOON = { timeout: 60_000, interval: 50 }
/** A port for the cable, known before the station starts, because the station must allow the page's origin. */
const CABLE_PORT = 10_000 + (process.pid % 10_000)
const CABLED = { url: `http://127.0.0.1:${CABLE_PORT}` }
const LAN = { name: 'Lan', unit: 'so-khcn-2025' } as const
const MINH = { name: 'Minh', unit: 'so-khcn-2025' } as const
const BY = (name: string) => expect.stringMatching(`^declared:${name} · `)

let browser: Browser
let station: TestStation
let cable: Cable

beforeAll(async () => {
  station = await startStoryStation({ origins: [CABLED.url] })
  cable = await layCable(Number(new URL(station.url).port), CABLE_PORT)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await cable.remove()
  await station.stop()
})

type Update = { readonly actor: string; readonly data: { readonly text: string } }
/** Of one task, newest first. */
async function updatesOf(task: string): Promise<readonly Update[]> {
  const { body } = await get(`${station.url}/api/v1/programme/events?subject=task:${task}&limit=2`)
  return (body as { events: readonly Update[] }).events
}

describe('two browsers at one task', () => {
  let lan: Watched
  let minh: Watched
  const OWN = 'Lan: đã rà soát bảy xã'
  const OTHER = 'Minh: đã rà soát đủ chín xã'
  const form = () => opened(lan.page, 'Cập nhật nhiệm vụ 1.4')
  const open = async ({ page }: Watched) => {
    await press(page, words.tasks.update)
    const own = opened(page, 'Cập nhật nhiệm vụ 1.4')
    await own.waitFor({ timeout: DRAWN_MS })
    return own
  }

  beforeAll(async () => {
    lan = await openProgramme(browser, station, '/programme/tasks/1.4', { actor: LAN })
    minh = await openProgramme(browser, station, '/programme/tasks/1.4', { actor: MINH })
  })
  afterAll(async () => {
    await lan.page.close()
    await minh.page.close()
  })

  test('who types is told who changed what meanwhile, and keeps every word', async () => {
    await fill(await open(lan), { text: OWN, progress: '61' })
    const other = await open(minh)
    await fill(other, { text: OTHER, progress: '72' })
    await send(other)
    await expect.poll(() => other.count(), POLL).toBe(0)

    const told = /Minh · Sở Khoa học và Công nghệ đã thay đổi mục này lúc \d\d:\d\d: Nhiệm vụ 1\.4: Đang thực hiện/
    await expect.poll(() => wordsOf(form()), SOON).toMatch(told)
    expect(await form().locator('button[type="submit"]').isDisabled()).toBe(true)
    expect(await form().locator('[name="text"]').inputValue()).toBe(OWN)
    expect((await stateOf(station)).tasks.get('1.4')?.latest).toMatchObject({ text: OTHER, by: BY('Minh') })
  })

  test('who has seen it goes on and sends; both stand in the log', async () => {
    await press(form(), words.shell.continueOnNew)
    expect(await form().locator('[name="text"]').inputValue()).toBe(OWN)
    await send(form())
    await expect.poll(() => messagesOf(lan.page), POLL).toContain('Đã ghi: Nhiệm vụ 1.4')
    expect(await updatesOf('1.4')).toMatchObject([
      { actor: BY('Lan'), data: { text: OWN } },
      { actor: BY('Minh'), data: { text: OTHER } },
    ])
    await expect.poll(() => wordsOf(minh.page.locator('main')), SOON).toContain(OWN)
  })

  test('a change that comes while the form is on its way is refused, not overwritten', async () => {
    const third = 'Minh: thêm số liệu của ấp mới'
    const own = await open(lan)
    await fill(own, { text: 'Lan: lần hai' })
    // The other one's arrives at the station just before it.
    await lan.page.route('**/api/v1/programme/commands', async route => {
      await carryOut(station, aCommand('update-task', anUpdate(third), { actor: MINH }))
      await route.continue()
    })
    await send(own)
    await expect.poll(() => wordsOf(form()), POLL).toContain(words.shell.conflictHint)
    await lan.page.unroute('**/api/v1/programme/commands')
    expect(await own.locator('[name="text"]').inputValue()).toBe('Lan: lần hai')
    expect(await updatesOf('1.4')).toMatchObject([{ data: { text: third } }, { data: { text: OWN } }])
    await press(form(), words.shell.continueOnNew)
    await send(form())
    await expect.poll(() => form().count(), POLL).toBe(0)
    expect(await updatesOf('1.4')).toMatchObject([{ data: { text: 'Lan: lần hai' } }, { data: { text: third } }])
    expect([...lan.complaints, ...minh.complaints]).toEqual([])
  })

  test('a form left by the back button is not carried to another task', async () => {
    const { page } = lan
    await visit(page, '/programme/tasks/1.5')
    await press(page, words.tasks.update)
    await opened(page, 'Cập nhật nhiệm vụ 1.5').waitFor({ timeout: DRAWN_MS })
    await page.goBack()
    await expect.poll(() => wordsOf(page.locator('main h2')), POLL).toMatch(/^1\.4 /)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
})

test('a cut line is said, shows nothing as new, and after mending catches up with what was missed', async () => {
  const { page, complaints } = await openProgramme(browser, CABLED, '/programme/tasks/3.1')
  const link = () => page.evaluate(() => document.querySelector('[data-link]')?.getAttribute('data-link'))
  const main = () => wordsOf(page.locator('main'))
  await expect.poll(link, POLL).toBe('live')
  const missed = ['Lắp xong trạm phát sóng', 'Đo lại vùng phủ']
  cable.cut()
  for (const text of missed) await carryOut(station, aCommand('update-task', anUpdate(text, { task: '3.1' })))
  await expect.poll(link, POLL).toBe('lost')
  expect(await page.getByTestId('ribbon-lost').count()).toBe(1)
  for (const text of missed) expect(await main()).not.toContain(text)
  cable.mend()
  await expect.poll(link, POLL).toBe('live')
  for (const text of missed) await expect.poll(main, POLL).toContain(text)
  expect(complaints).toEqual([])
  await page.close()
})

test('the wall shows what an office enters: in the line at the bottom and in its tile', async () => {
  const { page, complaints } = await openProgramme(browser, station, '/wall?scene=programme')
  const late = () => attributeOf(page, 'kpi-late-tasks', 'data-value')
  await expect.poll(late, { ...POLL, timeout: 2 * DRAWN_MS }).toMatch(/^\d+$/)
  const before = Number(await late())
  const { tasks } = await stateOf(station)
  expect(tasks.get('2.3')?.latest?.status).not.toBe('done')

  const done = anUpdate('Đã ban hành', { task: '2.3', status: 'done', progress: 100 })
  await carryOut(station, aCommand('update-task', done))
  await expect.poll(() => textOf(page, 'ticker'), SOON).toContain('Nhiệm vụ 2.3: Hoàn thành')
  expect(await textOf(page, 'ticker')).toContain('Lan · Sở Khoa học và Công nghệ')
  await expect.poll(late, SOON).toBe(String(before - 1))
  expect(complaints).toEqual([])
  await page.close()
})
