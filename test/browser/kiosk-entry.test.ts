// Officers' entry at a kiosk in a real Chromium: by PIN, with the line and without it, over a reload, beside somebody else, and after the
// kiosk was taken back.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeFaults } from '../support/axe.ts'
import { KIOSK_UNIT } from '../support/kiosk.ts'
import { chooseTask as chooseTaskOn, signInByPin, updateTask as updateTaskOn } from '../support/kiosk-officer.ts'
import { openOfficersKiosk } from '../support/kiosk-page.ts'
import { lowTargets, sidewaysBy } from '../support/page-looks.ts'
import { UNIT } from '../support/pairing.ts'
import type { Visitor } from '../support/people.ts'
import type { TestStation } from '../support/station.ts'

const SOON = { timeout: 60_000, interval: 100 }
const TASK = '7.3'

let browser: Browser
let station: TestStation
let administrator: Visitor
let consolidator: Visitor
let context: BrowserContext
let page: Page
let display: string
let complaints: readonly string[]

type Told = {
  readonly id: number
  readonly type: string
  readonly subject: string
  readonly data: { readonly text?: string }
}
const eventsOf = async (subject: string): Promise<readonly Told[]> =>
  ((await consolidator.get('/api/v1/programme/events?limit=500')).body as { events: Told[] }).events.filter(
    one => one.subject === subject,
  )
const textsOf = async (subject: string) => (await eventsOf(subject)).map(({ data }) => data.text?.split('\n')[0])
const address = (deed = '', subject = '') =>
  `${station.url}/kiosk/${KIOSK_UNIT}/entry${deed === '' ? '' : `?do=${deed}&subject=${subject}`}`
const badge = () => page.getByTestId('entry-queue')
const heading = (name: string | RegExp) => page.getByRole('heading', { name })

const signIn = () => signInByPin(page, 'can-bo', 'Lê Văn Bưởi · Xã Lai Vung')
const chooseTask = () => chooseTaskOn(page, 'Cập nhật nhiệm vụ', TASK)
const updateTask = (text: string, outcome: string) => updateTaskOn(page, TASK, text, outcome)

const looks = async () =>
  expect([await axeFaults(page), await lowTargets(page, 44), await sidewaysBy(page)]).toEqual([[], [], 0])

beforeAll(async () => {
  ;({ browser, station, administrator, consolidator, context, page, display, complaints } = await openOfficersKiosk())
  await page.goto(address())
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  expect(complaints).toEqual([])
})

describe('an officer at a kiosk', () => {
  test('comes in by PIN, updates a task, reads that the station has it', async () => {
    await page.getByLabel('Tên đăng nhập').waitFor()
    await looks()
    await signIn()
    await looks()
    await chooseTask()
    await looks()
    await page.getByRole('button', { name: 'Quay lại' }).click()
    await page.getByRole('button', { name: 'Quay lại' }).click()
    await updateTask('Đã lắp xong trạm bơm', 'Đã gửi')
    expect(await textsOf(`task:${TASK}`)).toEqual(['Đã lắp xong trạm bơm'])
    expect(await badge().count()).toBe(0)
  })

  test('enters on without a line; the page and what waits survive a reload', async () => {
    // The worker has what a start without a line takes.
    await expect
      .poll(
        () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration('/kiosk'))?.active?.state),
        SOON,
      )
      .toBe('activated')
    await context.setOffline(true)
    await updateTask('Bơm chạy thử', 'Đã lưu trên ki-ốt, chờ gửi')
    await updateTask('Bơm chạy tốt', 'Đã lưu trên ki-ốt, chờ gửi')
    await expect.poll(() => badge().textContent(), SOON).toBe('chờ gửi: 2')
    await page.reload()
    await expect.poll(() => badge().textContent(), SOON).toBe('chờ gửi: 2')
    await page.getByText('Chưa đăng nhập được lúc này').waitFor()
    await heading('Xã Lai Vung').waitFor()
    await looks()
    await badge().click()
    await expect.poll(() => page.getByRole('article').count(), SOON).toBe(2)
    await page.getByRole('button', { name: 'Đóng' }).click()
  })

  test('with the line back both are sent, in order, once', async () => {
    await context.setOffline(false)
    await expect.poll(() => badge().count(), SOON).toBe(0)
    expect(await textsOf(`task:${TASK}`)).toEqual(['Đã lắp xong trạm bơm', 'Bơm chạy thử', 'Bơm chạy tốt'])
  })

  test('is shown who changed the same meanwhile, mine beside theirs, and sends on top', async () => {
    await signIn()
    await context.setOffline(true)
    await updateTask('Bơm hỏng một máy', 'Đã lưu trên ki-ốt, chờ gửi')
    const newest = (await eventsOf(`task:${TASK}`)).at(-1)?.id ?? 0
    const changed = await consolidator.post('/api/v1/programme/commands', {
      command: 'update-task',
      data: { task: TASK, status: 'stopped', progress: null, text: 'Tạm dừng', files: [], year: null },
      actor: { name: 'Trần Thị Tổng', unit: UNIT },
      expected: newest,
    })
    expect(changed.status).toBe(200)
    await context.setOffline(false)
    await expect.poll(() => badge().getAttribute('data-held-up'), SOON).toBe('true')
    await badge().click()
    await page.getByText('Xung đột').waitFor()
    const entry = page.getByRole('article')
    expect(await entry.getByRole('button', { name: 'Sửa', exact: true }).count()).toBe(1)
    expect(await entry.getByText('Đang thực hiện · Bơm hỏng một máy').count()).toBe(1)
    await expect.poll(() => entry.getByText('Dừng · Tạm dừng', { exact: true }).count(), SOON).toBe(1)
    await looks()
    await entry.getByRole('button', { name: 'Gửi chồng lên' }).click()
    await expect.poll(() => page.getByText('Không còn mục nào chờ gửi.').count(), SOON).toBe(1)
    await page.getByRole('button', { name: 'Đóng' }).click()
    expect((await textsOf(`task:${TASK}`)).slice(-2)).toEqual(['Tạm dừng', 'Bơm hỏng một máy'])
  })

  test('of a kiosk that was taken back nothing is left in the browser', async () => {
    await context.setOffline(true)
    await updateTask('Không bao giờ tới', 'Đã lưu trên ki-ốt, chờ gửi')
    await administrator.post('/api/v1/access/displays/revoke', { display })
    await context.setOffline(false)
    await page.getByTestId('pairing-code').waitFor()
    const kept = () =>
      page.evaluate(async () => ({
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        words: Object.keys(localStorage).filter(key => key === 'dai-sen.last-me' || key === 'dai-sen.paired').length,
      }))
    await expect.poll(kept, SOON).toEqual({ databases: 0, caches: 0, workers: 0, words: 0 })
    expect(await textsOf(`task:${TASK}`)).not.toContain('Không bao giờ tới')
  })
})
