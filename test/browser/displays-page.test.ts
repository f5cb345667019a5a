// The page of the displays in a real Chromium, with a real wall beside it: seen, identified, named, and changed by what is edited.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import type { DisplayProfile } from '../../shared/displays/profile.ts'
import { turnsAt } from '../../shared/displays/rotation.ts'
import { type DisplaySnapshot, unpackDisplays } from '../../shared/displays/snapshot.ts'
import { axeFaults } from '../support/axe.ts'
import { ADMINISTRATOR, aProfile, commandDisplays, openDisplay } from '../support/displays.ts'
import { get } from '../support/door.ts'
import { fill, messagesOf, opened, press, send, summaryOf } from '../support/entry-form.ts'
import { launchBrowser, openPage, textOf } from '../support/page.ts'
import { hiddenTexts, lowTargets, sidewaysBy } from '../support/page-looks.ts'
import { startTestStation, type TestStation } from '../support/station.ts'

const WALL = 'a1111111-1111-4111-8111-111111111111'
const UNNAMED = 'Chưa đặt tên · a1111111'
const SOON = { timeout: 60_000, interval: 250 }
const SCENES = { water: 'Nước và triều', air: 'Không khí và thời tiết' }
/** Two scenes of ten minutes: which one stands follows from their order. */
const HALVES = aProfile({
  id: 'hai-canh',
  name: 'Hai cảnh',
  screens: [{ id: 'a', x: 0, y: 0, width: 1920, height: 1080 }],
  groups: [
    {
      screens: ['a'],
      turns: [
        { scene: 'water', seconds: 600 },
        { scene: 'air', seconds: 600 },
      ],
    },
  ],
})

let browser: Browser
let station: TestStation
let wall: Page
let desk: Page
const complaints: string[][] = []

async function open(path: string, kept: Readonly<Record<string, string>>, size?: { width: number; height: number }) {
  const watched = await openPage(browser, `${station.url}${path}`, size, kept)
  complaints.push(watched.complaints)
  return watched.page
}
const openDesk = (path = '', size = { width: 1920, height: 1080 }) =>
  open(`/admin/displays${path}`, { 'dai-sen.actor': JSON.stringify(ADMINISTRATOR) }, size)

beforeAll(async () => {
  station = await startTestStation({ clientFolder: CLIENT_FOLDER })
  browser = await launchBrowser()
  await commandDisplays(station.url, { command: 'save-profile', data: { profile: HALVES, expected: 0 } })
  desk = await openDesk()
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  expect(complaints.flat()).toEqual([])
})

const cardOf = (name: string): Locator => desk.getByRole('article', { name, exact: true })
async function profileOf(id: string): Promise<DisplayProfile | undefined> {
  const { body } = await get(`${station.url}/api/v1/displays/state`)
  return unpackDisplays(body as DisplaySnapshot)?.profiles.get(id)?.profile
}
const said = (words: string) => expect.poll(() => messagesOf(desk), SOON).toContain(words)

test('says how the first screen is started while there is none', async () => {
  await desk.getByText('Chưa có màn hình nào').waitFor()
  expect(await desk.getByText(`${station.url}/wall`, { exact: true }).count()).toBe(1)
})

test('a wall that starts is there without a name, with what it reports and its picture', async () => {
  wall = await open('/wall', { 'dai-sen.display': WALL })
  const card = cardOf(UNNAMED)
  await card.waitFor(SOON)
  expect(await card.getByText('Đang chạy', { exact: true }).count()).toBe(1)
  await expect.poll(() => card.innerText(), SOON).toMatch(/\d+ hình\/giây/)
  expect(await card.innerText()).toContain('1280 × 720')
  expect(await card.getByText('khác phiên bản').count()).toBe(0)
  await press(card, 'Chụp ảnh')
  const picture = card.getByRole('img', { name: `Ảnh của ${UNNAMED}` })
  await expect
    .poll(
      async () => (await picture.count()) === 1 && picture.evaluate((image: HTMLImageElement) => image.naturalWidth),
      SOON,
    )
    .toBe(480)
})

test('it says who it is when asked', async () => {
  await press(cardOf(UNNAMED), 'Nhận diện')
  await said(`${UNNAMED} đang hiện tên của mình.`)
  await wall.getByText('a1111111', { exact: true }).waitFor()
})

test('it is named and given a profile, and changes at once', async () => {
  await press(cardOf(UNNAMED), 'Đặt tên và giao cấu hình')
  const form = opened(desk, 'Đặt tên và giao cấu hình')
  await send(form)
  await expect.poll(() => summaryOf(desk), SOON).toContain('Chọn một cấu hình.')
  await fill(form, { name: 'Sảnh bên trái', profile: 'hai-canh' })
  await send(form)
  await said('Đã lưu: Sảnh bên trái.')
  await cardOf('Sảnh bên trái').getByText('Hai cảnh · Toàn bộ khung hình').waitFor()
  const kept = () => wall.evaluate(() => localStorage.getItem('dai-sen.display-profile') ?? '')
  await expect.poll(kept, SOON).toContain('Hai cảnh')
})

test('a screen that another display shows says by whom', async () => {
  const other = await openDisplay(station.url)
  await other.report({ version: '0.0.1-other', fps: null, heapBytes: null })
  const data = { display: other.id, name: 'Phòng họp', profile: 'hai-canh', screen: 'a' }
  await commandDisplays(station.url, { command: 'assign-display', data })
  const card = cardOf('Phòng họp')
  await card.getByText('khác phiên bản của trang này').waitFor()
  expect(await card.innerText()).toMatch(/Tốc độ vẽ\s+chưa rõ\s+Bộ nhớ\s+chưa rõ/)
  await press(cardOf('Sảnh bên trái'), 'Đổi tên, cấu hình')
  await opened(desk, 'Đặt tên và giao cấu hình').getByText('Màn hình a · Phòng họp đang chiếu').waitFor()
  await desk.keyboard.press('Escape')

  other.screen.socket.disconnect()
  await card.getByText(/^Mất kết nối từ \d\d:\d\d$/).waitFor(SOON)
  expect(await desk.getByRole('article').first().innerText()).toContain('Phòng họp')
  for (const name of ['Nhận diện', 'Chụp ảnh', 'Tải lại'])
    expect(await card.getByRole('button', { name }).isDisabled()).toBe(true)
  expect(await card.getByText('Chưa nối với trạm nên chưa nhận lệnh được.').count()).toBe(1)
  await press(card, 'Bỏ')
  await send(opened(desk, 'Bỏ “Phòng họp”?'))
  await said('Đã bỏ: Phòng họp.')
})

test('it loads itself anew when that is confirmed', async () => {
  const loaded = wall.waitForEvent('load', SOON)
  await press(cardOf('Sảnh bên trái'), 'Tải lại')
  await press(opened(desk, 'Tải lại “Sảnh bên trái”?'), 'Tải lại')
  await loaded
})

test('a wall that can’t be read is refused, with what would help', async () => {
  const page = await openDesk('/profiles/hai-canh')
  const form = opened(page, 'Sửa “Hai cảnh”')
  await form
    .getByText('7 ô số liệu')
    .or(form.getByText(/\d ô số liệu cạnh bản đồ/))
    .first()
    .waitFor()
  await fill(form, { 'profile.distanceMetres': '12' })
  const notice = form.getByText(/^Màn hình a \(55 inch\) không đọc được từ 12 m.*Đề xuất: đứng cách không quá/)
  await notice.first().waitFor()
  await send(form)
  await expect.poll(() => summaryOf(page), SOON).toContain('Đề xuất')
  expect((await profileOf('hai-canh'))?.distanceMetres).toBe(3)
  await page.close()
})

test('scenes put in another order, with other times, change what the wall shows', async () => {
  const shown = () => textOf(wall, 'scene-title')
  const due = async () => {
    const current = turnsAt((await profileOf('hai-canh'))?.groups[0]?.turns ?? [], [], Date.now())?.current.shown.scene
    return current === 'air' ? SCENES.air : SCENES.water
  }
  await expect.poll(async () => (await shown()) === (await due()), SOON).toBe(true)
  const page = await openDesk('/profiles/hai-canh')
  const form = opened(page, 'Sửa “Hai cảnh”')
  await press(form, 'Đưa cảnh 2 lên')
  expect(await form.locator(':focus').getAttribute('class'), 'the focus stays on the scene').toContain('button')
  await fill(form, { 'profile.groups.0.turns.1.seconds': '595' })
  await send(form)
  await form.waitFor({ state: 'detached' })
  expect((await profileOf('hai-canh'))?.groups[0]?.turns).toEqual([
    { scene: 'air', seconds: 600 },
    { scene: 'water', seconds: 595 },
  ])
  await expect.poll(async () => (await shown()) === (await due()), SOON).toBe(true)
  await page.close()
})

test('what somebody else saved meanwhile isn’t overwritten, and what was typed isn’t lost', async () => {
  const page = await openDesk('/profiles/hai-canh')
  const form = opened(page, 'Sửa “Hai cảnh”')
  await fill(form, { 'profile.inches': '65' })
  const { body } = await get(`${station.url}/api/v1/displays/state`)
  const held = unpackDisplays(body as DisplaySnapshot)?.profiles.get('hai-canh')
  if (!held) throw new Error('the profile')
  const data = { profile: { ...held.profile, name: 'Hai cảnh, mới' }, expected: held.version }
  await commandDisplays(station.url, { command: 'save-profile', data })
  await press(form, 'Tiếp tục trên bản mới')
  await send(form)
  await form.waitFor({ state: 'detached' })
  expect(await profileOf('hai-canh')).toMatchObject({ name: 'Hai cảnh, mới', inches: 65 })
  await page.close()
})

test('a profile is made from a ready layout, copied, and removed; one in use stays', async () => {
  const page = await openDesk('/profiles')
  await press(page, 'Cấu hình mới', 'link')
  const made = opened(page, 'Cấu hình mới')
  await fill(made, { 'profile.name': 'Tường hội trường', preset: 'square' })
  expect(await made.locator('[name="profile.id"]').inputValue()).toBe('tuong-hoi-truong')
  await send(made)
  await page.getByRole('article', { name: 'Tường hội trường' }).waitFor()
  expect((await profileOf('tuong-hoi-truong'))?.screens.length).toBe(4)

  await press(page.getByRole('article', { name: 'Tường hội trường' }), 'Xóa', 'link')
  await send(opened(page, 'Xóa cấu hình “Tường hội trường”?'))
  await expect.poll(() => profileOf('tuong-hoi-truong'), SOON).toBeUndefined()
  // The question goes when the station has answered; what is pressed under it is lost.
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await press(page.getByRole('article', { name: 'Hai cảnh, mới' }), 'Xóa', 'link')
  await send(opened(page, 'Xóa cấu hình “Hai cảnh, mới”?'))
  await expect.poll(() => summaryOf(page), SOON).toContain('Sảnh bên trái')
  await page.close()
})

describe.each([
  { language: 'Vietnamese', query: '' },
  { language: 'English', query: '?lang=en' },
])('in $language', ({ query }) => {
  test.each([
    ['the fleet', ''],
    ['the profiles', '/profiles'],
    ['the editor', '/profiles/bon-man-hinh'],
  ])('%s: accessible, nothing cut or sideways, also on a phone', async (_, path) => {
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 390, height: 844 },
    ]) {
      const page = await openDesk(`${path}${query}`, size)
      await page.getByRole('article').first().waitFor()
      if (path.includes('bon')) await page.getByRole('dialog').waitFor()
      expect(await axeFaults(page)).toEqual([])
      expect(await sidewaysBy(page)).toBe(0)
      expect(await hiddenTexts(page)).toEqual([])
      expect(await lowTargets(page)).toEqual([])
      await page.close()
    }
  })
})

// Last: afterwards there is no station.
test('without the station nothing old is said as now', async () => {
  await station.stop()
  await desk.getByText(/^Chưa nghe được trạm từ \d\d:\d\d$/).waitFor(SOON)
  await cardOf('Sảnh bên trái').getByText('Chưa rõ, lần cuối biết: Đang chạy').waitFor()
})
