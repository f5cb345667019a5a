// A kiosk that was paired for one unit, in a real Chromium: its pages at every size, what a finger can hit, what can't lead out of it,
// the hidden way to its service page, and the start it goes back to by itself.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import type { Audience } from '../../shared/access/role.ts'
import { alarmAt, alarmOf, aRule, publishRule } from '../support/alarms.ts'
import { axeFaults } from '../support/axe.ts'
import { deliver } from '../support/door.ts'
import { KIOSK_UNIT } from '../support/kiosk.ts'
import { giveWork } from '../support/kiosk-page.ts'
import { launchBrowser, openPage, type Size } from '../support/page.ts'
import { hiddenTexts, rawKeys, sidewaysBy } from '../support/page-looks.ts'
import { ADMINISTRATOR, pairWall, UNIT } from '../support/pairing.ts'
import { openPerson, openVisitor, type Visitor } from '../support/people.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { targetFaults } from '../support/touch-targets.ts'

const SOON = { timeout: 30_000, interval: 50 }
const UPRIGHT: Size = { width: 1080, height: 1920 }
const ACROSS: Size = { width: 1920, height: 1080 }
const PHONE: Size = { width: 390, height: 844 }
const LEAST_PX = 44
/** 5 mm. */
const GAP_PX = (5 / 25.4) * 96
const STROKE_STEPS = 10
const SERVICE_PIN = '486975'
/** By the words of the bar. */
const PAGES = ['Hôm nay', 'Nhiệm vụ', 'Báo cáo', 'Cảnh báo', 'Trạm đo', 'Bản đồ', 'Người dân', 'Nhập liệu'] as const

const folder = temporaryFolder()
let browser: Browser
let station: TestStation
let administrator: Visitor
const complaints: string[][] = []

beforeAll(async () => {
  const plan = aDevicePlan({ id: 'tram-dy', name: 'Trạm Định Yên', village: 'dinh-yen', lon: 105.556, lat: 10.31 })
  const token = await registerDevice(folder.path, plan)
  const open = await startTestStation({ dataDir: folder.path })
  await giveWork(openVisitor(open.url), UNIT)
  await publishRule(open, aRule())
  await deliver(open, token, { ts: Date.now(), values: { water_level: 5 } })
  await vi.waitFor(async () => expect(await alarmAt(open, alarmOf('tram-dy'))).toBeDefined(), SOON)
  await open.stop()
  station = await startTestStation({ dataDir: folder.path, clientFolder: CLIENT_FOLDER, access: 'required' })
  administrator = await openPerson(station, 'quan-tri', ADMINISTRATOR)
  const set = { display: null, pin: SERVICE_PIN }
  expect((await administrator.post('/api/v1/access/service/pins', set)).status).toBe(200)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  folder.remove()
  expect(complaints.flat()).toEqual([])
})

/** @param before what is done before the page is opened */
async function openKiosk(
  path: string,
  {
    size = UPRIGHT,
    audience = 'office',
    before,
  }: { size?: Size; audience?: Audience; before?: (page: Page) => Promise<void> } = {},
): Promise<Page> {
  const wall = await pairWall(station, administrator, { scope: `unit:${KIOSK_UNIT}`, audience, name: 'Ki-ốt xã' })
  const watched = await openPage(browser, `${station.url}/healthz`, size)
  complaints.push(watched.complaints)
  const cookies = wall.visitor.cookies().split('; ')
  await watched.page.context().addCookies(
    cookies.map(pair => {
      const [name = '', value = ''] = pair.split('=', 2)
      return { name, value, url: station.url, httpOnly: true, sameSite: 'Lax' as const }
    }),
  )
  await before?.(watched.page)
  await watched.page.goto(`${station.url}${path}`)
  await watched.page.locator('main[data-link="live"]').waitFor({ timeout: SOON.timeout })
  return watched.page
}
const go = async (page: Page, place: string) => {
  const link = page.getByRole('link', { name: place, exact: true })
  await link.click()
  await link.and(page.locator('[aria-current="true"]')).waitFor()
}
const words = (page: Page) => page.locator('main').innerText()
/** The right third of it, where nothing ages, once nothing moves there any more. */
async function stillPicture(part: Locator): Promise<string> {
  const { x = 0, y = 0, width = 0, height = 0 } = (await part.boundingBox()) ?? {}
  const clip = { x: x + (width * 2) / 3, y, width: width / 3, height }
  let last = ''
  await expect
    .poll(async () => {
      const before = last
      last = (await part.page().screenshot({ clip })).toString('base64')
      return last === before
    }, SOON)
    .toBe(true)
  return last
}
type Finger = readonly [x: number, y: number]
/** Fingers that come down, go their ways together, and leave. */
async function stroke(page: Page, from: readonly Finger[], to: readonly Finger[]): Promise<void> {
  const line = await page.context().newCDPSession(page)
  const at = (share: number) =>
    from.map(([x, y], i) => {
      const [endX, endY] = to[i] ?? [x, y]
      return { x: x + (endX - x) * share, y: y + (endY - y) * share, id: i }
    })
  const tell = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: ReturnType<typeof at>) =>
    line.send('Input.dispatchTouchEvent', { type, touchPoints })
  await tell('touchStart', at(0))
  for (let step = 1; step <= STROKE_STEPS; step++) await tell('touchMove', at(step / STROKE_STEPS))
  await tell('touchEnd', [])
  await line.detach()
}
const tapCorner = async (page: Page, times: number) => {
  const width = page.viewportSize()?.width ?? 0
  for (let tap = 0; tap < times; tap++) await page.mouse.click(width - 4, 4)
}

describe('a kiosk of one unit', () => {
  let page: Page
  beforeAll(async () => {
    page = await openKiosk('/kiosk')
  })
  afterAll(() => page.close())

  test('shows its villages, its tasks and its alarms, and who acts', async () => {
    expect(await page.locator('h1').innerText()).toBe('Xã Lai Vung')
    expect(await words(page)).toMatch(/Trạm Định Yên[\s\S]*Làng Định Yên/)
    await go(page, 'Nhiệm vụ')
    expect(await words(page)).toMatch(/Đơn vị chủ trì[\s\S]*7\.1 · Xem xét, lựa chọn địa phương/)
    const update = page.getByRole('link', { name: /^Cập nhật: 7\.3/ })
    expect(await update.getAttribute('href')).toBe(`/kiosk/${KIOSK_UNIT}/entry?do=update-task&subject=7.3`)
    await go(page, 'Cảnh báo')
    expect(await words(page)).toMatch(/Trung bình[\s\S]*Trạm Định Yên[\s\S]*Theo quy định: Trực ban/)
  })

  describe.each([
    ['upright', UPRIGHT],
    ['across', ACROSS],
    ['a phone', PHONE],
  ])('%s', (_what, size) => {
    beforeAll(() => page.setViewportSize(size))

    test.each([...PAGES, 'Hướng dẫn'])(
      '%s: nothing cut or sideways, targets for fingers, the main thing within reach',
      async place => {
        await go(page, place).catch(async (error: unknown) => {
          // Help isn't in the bar.
          if (place !== 'Hướng dẫn') throw error
        })
        for (const end of ['top', 'bottom']) {
          await page.locator('main').evaluate((main, to) => main.scrollTo(0, to === 'top' ? 0 : main.scrollHeight), end)
          expect([end, await targetFaults(page, LEAST_PX, GAP_PX)]).toEqual([end, []])
        }
        expect(await sidewaysBy(page)).toBe(0)
        expect(await page.locator('main').evaluate(main => main.scrollWidth - main.clientWidth)).toBe(0)
        expect(await hiddenTexts(page)).toEqual([])
        expect(await rawKeys(page, ['tasks', 'reports', 'alarms', 'citizens', 'home', 'help', 'term'])).toEqual([])
        const main = page.locator('nav [data-main], main [data-main], nav [aria-current="true"]').last()
        expect((await main.boundingBox())?.y).toBeGreaterThan(size.height / 3)
      },
    )
  })

  test('every page is accessible', async () => {
    await page.setViewportSize(UPRIGHT)
    for (const place of PAGES) {
      await go(page, place)
      expect([place, await axeFaults(page)]).toEqual([place, []])
    }
  })

  test('has a map that one finger moves, two bring nearer, and a button brings back', async () => {
    await page.setViewportSize(ACROSS)
    await go(page, 'Bản đồ')
    const map = page.locator('[data-map="drawn"]')
    await map.waitFor({ timeout: SOON.timeout })
    const whole = await stillPicture(map)
    const box = await map.boundingBox()
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2]
    await stroke(page, [[x, y]], [[x - 200, y + 100]])
    const moved = await stillPicture(map)
    expect(moved).not.toBe(whole)
    const [left, right] = [[x - 40, y] as const, [x + 40, y] as const]
    await stroke(page, [left, right], [[x - 200, y] as const, [x + 200, y] as const])
    expect(await stillPicture(map)).not.toBe(moved)
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
    await page.getByRole('button', { name: 'Xem hết' }).click()
    await expect.poll(() => stillPicture(map), SOON).toBe(whole)
  })

  test('makes its text larger, in three steps, without cutting any', async () => {
    await page.setViewportSize(PHONE)
    await go(page, 'Hôm nay')
    const size = () => page.locator('main').evaluate(main => Number.parseFloat(getComputedStyle(main).fontSize))
    const before = await size()
    for (let step = 0; step < 2; step++) await page.getByRole('button', { name: 'Chữ to hơn' }).click()
    expect(await page.getByRole('button', { name: 'Chữ to hơn' }).isDisabled()).toBe(true)
    expect(await size()).toBeGreaterThan(before * 1.4)
    for (const place of PAGES) {
      await go(page, place)
      expect([place, await sidewaysBy(page), await hiddenTexts(page)]).toEqual([place, 0, []])
    }
  })

  test('isn’t left: not by Esc, not by going back, not by another address', async () => {
    await go(page, 'Nhiệm vụ')
    for (const key of ['Escape', 'F1', 'Alt+ArrowLeft', 'Control+p']) await page.keyboard.press(key)
    expect(new URL(page.url()).pathname).toBe(`/kiosk/${KIOSK_UNIT}/tasks`)
    expect(
      await page
        .locator('main')
        .evaluate(main => main.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))),
    ).toBe(false)
    for (const path of ['/', '/programme', '/kiosk/commune-30055/alarms', '/alarms']) {
      await page.goto(`${station.url}${path}`)
      await expect.poll(() => new URL(page.url()).pathname, SOON).toMatch(new RegExp(`^/kiosk/${KIOSK_UNIT}`))
      await expect.poll(() => page.locator('h1').innerText(), SOON).toBe('Xã Lai Vung')
    }
    await page.goBack()
    await expect.poll(() => new URL(page.url()).pathname, SOON).toMatch(new RegExp(`^/kiosk/${KIOSK_UNIT}`))
  })
})

test('five touches in the corner and the PIN open the service page, which gives the pairing back', async () => {
  const page = await openKiosk('/kiosk')
  const type = async (pin: string) => {
    for (const figure of pin) await page.getByRole('button', { name: figure, exact: true }).click()
    await page.getByRole('button', { name: 'Mở', exact: true }).click()
  }
  await tapCorner(page, 4)
  await page.mouse.click(4, 4)
  await tapCorner(page, 4)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await tapCorner(page, 1)
  await page.getByRole('dialog', { name: 'Mã PIN dịch vụ' }).waitFor()
  await page.keyboard.press('Escape')
  expect([await targetFaults(page, LEAST_PX, GAP_PX), await axeFaults(page)]).toEqual([[], []])
  await type('205817')
  await page.getByText('Mã PIN không đúng').waitFor()
  await page.context().setOffline(true)
  await type(SERVICE_PIN)
  await page.getByText(/chưa kiểm tra được mã nên không mở trang dịch vụ/).waitFor()
  await page.context().setOffline(false)
  await type(SERVICE_PIN)
  const service = page.getByRole('dialog', { name: 'Trang dịch vụ' })
  await service.waitFor()
  expect(await service.innerText()).toMatch(new RegExp(`Phiên bản trang[\\s\\S]*${KIOSK_UNIT}`))
  expect([await targetFaults(page, LEAST_PX, GAP_PX), await axeFaults(page)]).toEqual([[], []])
  await page.getByRole('button', { name: 'Bỏ ghép' }).click()
  await page.getByRole('button', { name: 'Bỏ ghép và xóa' }).click()
  await page.locator('[data-pairing="shown"]').waitFor({ timeout: SOON.timeout })
  await page.close()
})

test('left alone it asks, and goes back to its start: Vietnamese, small, at the top, nothing open', async () => {
  const page = await openKiosk('/kiosk', { before: one => one.clock.install() })
  await go(page, 'Nhiệm vụ')
  await page.getByRole('button', { name: 'Chữ to hơn' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  await tapCorner(page, 5)
  await page.getByRole('dialog', { name: 'Service PIN' }).waitFor()
  await page.clock.runFor(90_000)
  await page.getByTestId('kiosk-idle').waitFor()
  await page.mouse.click(400, 400)
  await expect.poll(() => page.getByTestId('kiosk-idle').count(), SOON).toBe(0)
  await page.clock.runFor(111_000)
  await expect.poll(() => page.getByRole('dialog').count(), SOON).toBe(0)
  await page.locator('main[data-section="home"]').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('vi')
  expect(await page.getByRole('button', { name: 'Chữ nhỏ hơn' }).isDisabled()).toBe(true)
  await page.close()
})

test('in a public place it shows the citizens’ page and help, and asks for nothing else', async () => {
  const page = await openKiosk(`/kiosk/${KIOSK_UNIT}/alarms`, { audience: 'public' })
  expect(await words(page)).toMatch(
    /Làng Định Yên hôm nay[\s\S]*Nước sông, kênh[\s\S]*Góp ý, phản ánh\s*Chưa có thông tin/,
  )
  expect(await page.locator('nav').count()).toBe(0)
  expect(await words(page)).not.toMatch(/Trực ban|Nhiệm vụ/)
  expect(await axeFaults(page)).toEqual([])
  await page.close()
})
