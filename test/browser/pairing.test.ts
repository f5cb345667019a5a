// Screens that nobody knows, in a real Chromium: each shows its code, an administrator lets it in at the page of the displays, it goes on
// by itself, and is out again within seconds of being revoked.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { axeFaults } from '../support/axe.ts'
import { fill, messagesOf, opened, press, send, summaryOf } from '../support/entry-form.ts'
import { faultsOf } from '../support/overlaps.ts'
import { launchBrowser, openPage, type Size, textOf } from '../support/page.ts'
import { hiddenTexts, lowTargets, sidewaysBy } from '../support/page-looks.ts'
import { ADMINISTRATOR, UNIT } from '../support/pairing.ts'
import { openPerson, type Visitor } from '../support/people.ts'
import { startTestStation, type TestStation } from '../support/station.ts'

const SOON = { timeout: 60_000, interval: 100 }
const DESK: Size = { width: 1920, height: 1080 }
const PHONE: Size = { width: 390, height: 844 }
const ACTOR = JSON.stringify({ name: 'Nguyễn Thị Sen', unit: UNIT })

let browser: Browser
let station: TestStation
let administrator: Visitor
let desk: Page
const complaints: string[][] = []

async function open(path: string, size?: Size): Promise<Page> {
  const watched = await openPage(browser, `${station.url}${path}`, size)
  complaints.push(watched.complaints)
  return watched.page
}
/** As the administrator, signed in already. */
async function openDesk(path: string, size: Size): Promise<Page> {
  const watched = await openPage(browser, `${station.url}/healthz`, size, { 'dai-sen.actor': ACTOR })
  complaints.push(watched.complaints)
  const [name = '', value = ''] = administrator.cookies().split('=', 2)
  await watched.page.context().addCookies([{ name, value, url: station.url, httpOnly: true, sameSite: 'Lax' }])
  await watched.page.goto(`${station.url}${path}`)
  return watched.page
}
const codeOn = async (page: Page) => (await textOf(page, 'pairing-code')).replaceAll(/\D/g, '')
async function shownCode(page: Page): Promise<string> {
  await expect.poll(() => codeOn(page), SOON).toMatch(/^\d{6}$/)
  return codeOn(page)
}
async function letIn(page: Page, name: string, about: Readonly<Record<string, string>> = {}): Promise<void> {
  const code = await shownCode(page)
  await press(desk, 'Ghép màn hình')
  const form = opened(desk, 'Ghép màn hình')
  await fill(form, { code, name, profile: 'mot-man-hinh', ...about })
  await form.getByText(/^Máy [0-9a-f]{8}, từ địa chỉ 127\.0\.0\.1$/).waitFor()
  await form.getByRole('radio', { name: 'Công sở', exact: true }).press('Space')
  await send(form)
  await expect.poll(() => messagesOf(desk), SOON).toContain(`Đã ghép: ${name}.`)
}

beforeAll(async () => {
  station = await startTestStation({ clientFolder: CLIENT_FOLDER, access: 'required' })
  browser = await launchBrowser()
  administrator = await openPerson(station, 'quan-tri', ADMINISTRATOR)
  desk = await openDesk('/admin/displays', DESK)
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  expect(complaints.flat()).toEqual([])
})

describe.each([
  ['a wall', '/wall', { width: 1920, height: 1080 }],
  ['a wall of three', '/wall', { width: 5760, height: 1080 }],
  ['a wall of four', '/wall', { width: 3840, height: 2160 }],
  ['an upright kiosk', '/kiosk', { width: 1080, height: 1920 }],
  ['a small kiosk', '/kiosk', PHONE],
  ['a kiosk on its side', '/kiosk', { width: 844, height: 390 }],
] as const)('%s that nobody knows', (what, path, size) => {
  test.each(['', '?lang=en'])('shows its code, readable and whole (%s)', async query => {
    const page = await open(`${path}${query}`, size)
    await shownCode(page)
    expect(await axeFaults(page)).toEqual([])
    // Of all codes the widest.
    await page.evaluate(() => {
      for (const group of document.querySelectorAll('[data-testid="pairing-code"] span')) group.textContent = '444'
    })
    expect(await sidewaysBy(page)).toBe(0)
    expect(await hiddenTexts(page)).toEqual([])
    expect(await faultsOf(page)).toEqual([])
    const sizes = await page.evaluate(() => {
      const of = (element: Element | null) => Number.parseFloat(element ? getComputedStyle(element).fontSize : '0')
      return {
        code: of(document.querySelector('[data-testid="pairing-code"]')),
        edge: Math.min(innerWidth, innerHeight),
      }
    })
    expect(sizes.code, what).toBeGreaterThan(sizes.edge * 0.19)
    await page.close()
  })
})

describe('a wall', () => {
  let wall: Page

  test('is let in and goes on by itself', async () => {
    wall = await open('/wall')
    const loads: string[] = []
    wall.on('load', () => loads.push('again'))
    await letIn(wall, 'Sảnh bên trái')
    await wall.locator('main[data-layout="canvas"][data-link="live"]').waitFor({ timeout: SOON.timeout })
    expect(loads).toEqual([])
    const card = desk.getByRole('article', { name: 'Sảnh bên trái' })
    await card.getByText('Đang chạy', { exact: true }).waitFor({ timeout: SOON.timeout })
    await expect.poll(() => card.innerText(), SOON).toMatch(/từ \d\d\/\d\d\/\d{4}, Nguyễn Thị Sen duyệt/)
    expect(await card.innerText()).toContain('Công sở · Toàn tỉnh')
  })

  test('sends its picture as itself', async () => {
    const card = desk.getByRole('article', { name: 'Sảnh bên trái' })
    await press(card, 'Chụp ảnh')
    await card.getByRole('img', { name: 'Ảnh của Sảnh bên trái' }).waitFor({ timeout: SOON.timeout })
  })

  test('given another class goes on with it', async () => {
    const card = desk.getByRole('article', { name: 'Sảnh bên trái' })
    await press(card, 'Đổi lớp, phạm vi')
    const form = opened(desk, 'Đổi lớp, phạm vi của “Sảnh bên trái”')
    await form.getByRole('radio', { name: 'Lãnh đạo', exact: true }).press('Space')
    await send(form)
    await expect.poll(() => card.innerText(), SOON).toContain('Lãnh đạo · Toàn tỉnh')
    await wall.locator('main[data-layout="canvas"][data-link="live"]').waitFor({ timeout: SOON.timeout })
  })

  test('revoked shows a code again, as another display, and has kept nothing of the one it was', async () => {
    const kept = () => wall.evaluate(() => localStorage.getItem('dai-sen.display'))
    const before = await kept()
    await press(desk.getByRole('article', { name: 'Sảnh bên trái' }), 'Thu hồi')
    await send(opened(desk, 'Thu hồi “Sảnh bên trái”?'))
    await wall.locator('[data-pairing="shown"]').waitFor({ timeout: SOON.timeout })
    await shownCode(wall)
    expect(await kept()).not.toBe(before)
    expect(await wall.evaluate(() => localStorage.getItem('dai-sen.display-profile'))).toBeNull()
    await expect
      .poll(() => desk.getByRole('article', { name: 'Sảnh bên trái' }).innerText(), SOON)
      .toContain('chưa ghép')
    await wall.close()
  })
})

test('a kiosk of one unit shows that unit and no other', async () => {
  const kiosk = await open('/kiosk', { width: 1080, height: 1920 })
  await letIn(kiosk, 'Kiosk Định Yên', { scope: 'unit:commune-30226' })
  await kiosk.locator('main[data-link="live"]').waitFor({ timeout: SOON.timeout })
  expect(await kiosk.locator('h1').innerText()).toContain('Lai Vung')
  for (const link of await kiosk.getByRole('link').all())
    expect(await link.getAttribute('href')).toMatch(/^(?:#main|\/kiosk\/commune-30226(?:\/.*)?)$/)
  await kiosk.close()
})

test('a wrong code is said at the field, the right one is taken then', async () => {
  const wall = await open('/wall')
  const code = await shownCode(wall)
  await press(desk, 'Ghép màn hình')
  const form = opened(desk, 'Ghép màn hình')
  await send(form)
  await expect.poll(() => summaryOf(desk), SOON).toContain('Nhập đủ sáu chữ số.')
  await fill(form, { code: code === '000000' ? '111111' : '000000' })
  await form
    .getByText(/Không có màn hình nào đang hiện mã này/)
    .first()
    .waitFor()
  await fill(form, { code })
  await form.getByText(/^Máy [0-9a-f]{8}/).waitFor()
  expect(await form.getByText(/Không có màn hình nào/).count()).toBe(0)
  await wall.close()
})

describe.each(['', '?lang=en'])('the page of the displays (%s)', query => {
  test.each([
    ['a desk', DESK],
    ['a phone', PHONE],
  ])('with its form of pairing on %s: accessible, nothing cut or sideways', async (_what, size) => {
    const page = await openDesk(`/admin/displays${query}`, size)
    await page.getByRole('article').first().waitFor()
    for (const isOpen of [false, true]) {
      if (isOpen) await press(page, query === '' ? 'Ghép màn hình' : 'Pair a screen')
      expect(await axeFaults(page)).toEqual([])
      expect(await sidewaysBy(page)).toBe(0)
      expect(await hiddenTexts(page)).toEqual([])
      expect(await lowTargets(page)).toEqual([])
    }
    await page.close()
  })
})
