// What an officer at a kiosk does beside sending: photographs evidence without a line, edits what was refused or overtaken, leaves without a
// word; and what the fleet may see and do of it meanwhile.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FleetRow, fleetReplySchema } from '../../shared/displays/api-schema.ts'
import type { OrderKind } from '../../shared/displays/report.ts'
import { LIMITS } from '../../shared/programme/decide-limits.ts'
import { axeFaults } from '../support/axe.ts'
import { KIOSK_UNIT } from '../support/kiosk.ts'
import { chooseTask, sendTyped, signInByPin, updateTask } from '../support/kiosk-officer.ts'
import { openOfficersKiosk } from '../support/kiosk-page.ts'
import { sidewaysBy } from '../support/page-looks.ts'
import { UNIT } from '../support/pairing.ts'
import type { Visitor } from '../support/people.ts'
import type { TestStation } from '../support/station.ts'
import { targetFaults } from '../support/touch-targets.ts'

const SOON = { timeout: 60_000, interval: 100 }
const TASK = '7.3'
const WAITS = 'Đã lưu trên ki-ốt, chờ gửi'
const TOO_LONG = 'Dài quá. '.repeat(Math.ceil(LIMITS.text.max / 9) + 1).trim()
const GAP_PX = (5 / 25.4) * 96

let browser: Browser
let station: TestStation
let administrator: Visitor
let consolidator: Visitor
let context: BrowserContext
let page: Page
let display: string
let complaints: readonly string[]

type File = { readonly hash: string; readonly size: number; readonly type: string }
type Told = {
  readonly id: number
  readonly subject: string
  readonly data: { readonly text?: string; readonly files?: readonly File[] }
}
const eventsOf = async (): Promise<readonly Told[]> =>
  ((await consolidator.get('/api/v1/programme/events?limit=500')).body as { events: Told[] }).events.filter(
    one => one.subject === `task:${TASK}`,
  )
const textsOf = async () => (await eventsOf()).map(({ data }) => data.text?.split('\n')[0])
const badge = () => page.getByTestId('entry-queue')
const signIn = () => signInByPin(page, 'can-bo', 'Lê Văn Bưởi · Xã Lai Vung')
const looks = async () =>
  expect([await axeFaults(page), await targetFaults(page, 44, GAP_PX), await sidewaysBy(page)]).toEqual([[], [], 0])
const rowOf = async (): Promise<FleetRow | undefined> =>
  fleetReplySchema
    .parse((await administrator.get('/api/v1/displays')).body)
    .displays.find(one => one.display === display)
const order = async (kind: OrderKind) =>
  expect((await administrator.post(`/api/v1/displays/${display}/orders`, { kind })).status).toBe(200)

/** An entry of this text was refused by the station while nobody waited for it. */
async function isRefused(text: string): Promise<void> {
  await context.setOffline(true)
  await updateTask(page, TASK, text, WAITS)
  await context.setOffline(false)
  await expect.poll(() => badge().getAttribute('data-held-up'), SOON).toBe('true')
  await badge().click()
  await page.getByText('Bị từ chối').waitFor()
}

beforeAll(async () => {
  ;({ browser, station, administrator, consolidator, context, page, display, complaints } = await openOfficersKiosk())
  await page.goto(`${station.url}/kiosk/${KIOSK_UNIT}/entry`)
  await page.getByLabel('Tên đăng nhập').waitFor()
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  expect(complaints).toEqual([])
})

test('at an address that opens on this machine only, the way by phone says so and shows no code', async () => {
  await page.getByText('Điện thoại chưa vào được trạm này').waitFor()
  expect(await page.getByRole('img', { name: 'Mã QR để quét bằng điện thoại' }).count()).toBe(0)
})

test('a photograph is evidence: taken without a line, sealed in the browser, at the station afterwards', async () => {
  await signIn()
  const taken = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(96, 64)
    const draw = canvas.getContext('2d')
    for (let at = 0; draw && at < 96; at++) {
      draw.fillStyle = `hsl(${(at * 37) % 360} 80% ${20 + ((at * 13) % 60)}%)`
      draw.fillRect(at, 0, 1, 64)
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    return [...new Uint8Array(await blob.arrayBuffer())]
  })
  await context.setOffline(true)
  await chooseTask(page, 'Chụp ảnh minh chứng', TASK)
  await page.getByRole('radio', { name: 'Đang thực hiện' }).check()
  await page.getByLabel('Đã làm được gì').fill('Trạm bơm mới')
  const camera = page.locator('input[type="file"]')
  expect([await camera.getAttribute('accept'), await camera.getAttribute('capture')]).toEqual([
    'image/*',
    'environment',
  ])
  await camera.setInputFiles({ name: 'IMG_2031.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(taken) })
  await page.getByRole('button', { name: /^Bỏ anh-1-/ }).waitFor()
  await sendTyped(page, WAITS)
  const stored = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>(resolve => {
      const asked = indexedDB.open('dai-sen-kiosk')
      asked.addEventListener('success', () => resolve(asked.result))
    })
    const all = await new Promise<{ sealed: ArrayBuffer }[]>(resolve => {
      const asked = database.transaction('sealed').objectStore('sealed').getAll()
      asked.addEventListener('success', () => resolve(asked.result))
    })
    database.close()
    return all.map(({ sealed }) => new Uint8Array(sealed).toBase64())
  })
  await context.setOffline(false)
  await expect.poll(() => badge().count(), SOON).toBe(0)

  const file = (await eventsOf()).at(-1)?.data.files?.[0]
  expect(file).toMatchObject({ type: 'image/jpeg' })
  const answer = await fetch(`${station.url}/api/v1/programme/files/${file?.hash}`, {
    headers: { cookie: consolidator.cookies() },
  })
  const sent = Buffer.from(await answer.arrayBuffer())
  expect([answer.status, sent.subarray(0, 3).toString('hex'), sent.length]).toEqual([200, 'ffd8ff', file?.size])
  const sealed = stored.map(one => Buffer.from(one, 'base64'))
  // It was there whole (with the seal's own 16 bytes), and nothing of it as it is.
  expect(sealed.map(({ length }) => length)).toContain(sent.length + 16)
  for (const plain of [sent.subarray(0, 20), sent.subarray(sent.length >> 1, (sent.length >> 1) + 16), 'Trạm bơm mới'])
    expect(sealed.some(one => one.includes(plain))).toBe(false)
})

describe('what the station refused', () => {
  test('is edited in its form, with what was typed, and sent once', async () => {
    await isRefused(TOO_LONG)
    await looks()
    await page.getByRole('article').getByRole('button', { name: 'Sửa', exact: true }).click()
    await page.getByRole('heading', { name: `Cập nhật nhiệm vụ ${TASK}` }).waitFor()
    await page.getByText('Sửa mục bị từ chối').waitFor()
    expect(await page.getByLabel('Đã làm được gì').inputValue()).toBe(TOO_LONG)
    expect(await page.getByRole('radio', { name: 'Đang thực hiện' }).isChecked()).toBe(true)
    await looks()
    await page.getByLabel('Đã làm được gì').fill('Gọn hơn')
    await sendTyped(page, 'Đã gửi')
    expect(await badge().count()).toBe(0)
    expect((await textsOf()).filter(text => text === 'Gọn hơn')).toEqual(['Gọn hơn'])
  })

  test('stays where it was when it is refused again, and is dropped after a question', async () => {
    await isRefused(`${TOO_LONG} Lần hai`)
    await page.getByRole('article').getByRole('button', { name: 'Sửa', exact: true }).click()
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    await page.getByRole('group', { name: /^Cần sửa 1 chỗ/ }).waitFor()
    await expect.poll(() => badge().getAttribute('data-held-up'), SOON).toBe('true')
    await badge().click()
    const entry = page.getByRole('article')
    await entry.getByRole('button', { name: 'Bỏ', exact: true }).click()
    await entry.getByText('Bỏ mục này? Không lấy lại được.').waitFor()
    await looks()
    await entry.getByRole('button', { name: 'Giữ lại' }).click()
    expect(await entry.count()).toBe(1)
    await entry.getByRole('button', { name: 'Bỏ', exact: true }).click()
    await entry.getByRole('button', { name: 'Bỏ hẳn' }).click()
    await page.getByText('Không còn mục nào chờ gửi.').waitFor()
    await page.getByRole('button', { name: 'Đóng' }).click()
    await page.getByRole('button', { name: 'Quay lại' }).click()
    await page.getByRole('button', { name: 'Quay lại' }).click()
  })
})

test('what somebody overtook is edited beside what the station holds now, and sent on top', async () => {
  await context.setOffline(true)
  await updateTask(page, TASK, 'Bơm hỏng', WAITS)
  const newest = (await eventsOf()).at(-1)?.id ?? 0
  const changed = await consolidator.post('/api/v1/programme/commands', {
    command: 'update-task',
    data: { task: TASK, status: 'stopped', progress: 20, text: 'Tạm dừng', files: [], year: null },
    actor: { name: 'Trần Thị Tổng', unit: UNIT },
    expected: newest,
  })
  expect(changed.status).toBe(200)
  await context.setOffline(false)
  await expect.poll(() => badge().getAttribute('data-held-up'), SOON).toBe('true')
  await badge().click()
  await page.getByRole('article').getByRole('button', { name: 'Sửa', exact: true }).click()
  await page.getByText('Sửa mục bị xung đột').waitFor()
  await expect.poll(() => page.getByText('Dừng · 20 % · Tạm dừng', { exact: true }).count(), SOON).toBe(1)
  expect(await page.getByText('Đang thực hiện · Bơm hỏng', { exact: true }).count()).toBe(1)
  await looks()
  await page.getByLabel('Đã làm được gì').fill('Bơm đã thay')
  await sendTyped(page, 'Đã gửi')
  expect((await textsOf()).slice(-2)).toEqual(['Tạm dừng', 'Bơm đã thay'])
  expect(await textsOf()).not.toContain('Bơm hỏng')
})

describe('in the fleet', () => {
  test('it reports as a display, and that somebody is entering', async () => {
    const report = { queued: 0, isInUse: true, scene: 'kiosk', width: 1080 }
    await expect.poll(rowOf, SOON).toMatchObject({ isAlive: true, name: 'Ki-ốt xã', report })
    expect((await rowOf())?.report?.version).not.toBe('')
    await expect.poll(async () => (await rowOf())?.report?.fps, SOON).toBeGreaterThan(0)
  })

  test('of somebody who enters no picture is taken, and what they type isn’t loaded away', async () => {
    await chooseTask(page, 'Cập nhật nhiệm vụ', TASK)
    await page.getByLabel('Đã làm được gì').fill('Đang gõ dở')
    const before = (await rowOf())?.thumbnailAt ?? null
    let posted = 0
    page.on('request', request => {
      if (request.url().endsWith('/thumbnail')) posted += 1
    })
    await order('thumbnail')
    await order('reload')
    await order('identify')
    // The orders before it were heard.
    const sign = page.getByText('Ki-ốt', { exact: true })
    await sign.waitFor()
    await sign.waitFor({ state: 'detached' })
    expect([posted, (await rowOf())?.thumbnailAt ?? null]).toEqual([0, before])
    expect(await page.getByLabel('Đã làm được gì').inputValue()).toBe('Đang gõ dở')
    const loaded = page.waitForEvent('load')
    await page.getByRole('button', { name: 'Kết thúc' }).click()
    await page.getByRole('link', { name: 'Hôm nay', exact: true }).click()
    await loaded
    await page.locator('main[data-link="live"]').waitFor()
    await expect.poll(async () => (await rowOf())?.report?.isInUse, SOON).toBe(false)
    await order('thumbnail')
    await expect.poll(async () => (await rowOf())?.thumbnailAt ?? 0, SOON).toBeGreaterThan(before ?? 0)
  })
})

test('left alone, the session ends at the station and nothing typed is left', async () => {
  const other = await context.newPage()
  await other.clock.install()
  await other.goto(`${station.url}/kiosk/${KIOSK_UNIT}/entry`)
  const opened = other.waitForResponse(answer => answer.url().endsWith('/api/v1/entry/sign-in'))
  await signInByPin(other, 'can-bo', 'Lê Văn Bưởi · Xã Lai Vung')
  const { session } = (await (await opened).json()) as { session: string }
  const standing = () =>
    other.evaluate(
      async secret => (await fetch('/api/v1/entry/session', { headers: { 'x-entry-session': secret } })).status,
      session,
    )
  expect(await standing()).toBe(200)
  await chooseTask(other, 'Cập nhật nhiệm vụ', TASK)
  await other.getByLabel('Đã làm được gì').fill('Bỏ đi giữa chừng')
  await other.clock.runFor(90_000)
  const question = other.getByTestId('kiosk-idle')
  await question.waitFor()
  expect(await question.evaluate(element => element.contains(document.activeElement))).toBe(true)
  await other.getByRole('button', { name: 'Xem tiếp' }).click()
  await question.waitFor({ state: 'detached' })
  // One touch was enough: whoever typed types on where they were.
  expect(await other.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  await other.clock.runFor(111_000)
  await other.locator('main[data-section="home"]').waitFor()
  await expect.poll(standing, SOON).toBe(401)
  await other.goto(`${station.url}/kiosk/${KIOSK_UNIT}/entry?do=update-task&subject=${TASK}`)
  await other.getByLabel('Tên đăng nhập').waitFor()
  expect(await other.getByLabel('Tên đăng nhập').inputValue()).toBe('')
  expect(await other.content()).not.toContain('Bỏ đi giữa chừng')
  await other.close()
})
