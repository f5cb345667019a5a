// The time machine on a real page: what it shows of an instant is what the station says of it, playing moves it, one key leads back.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { stateSchema } from '../../shared/api.ts'
import { deliver, get } from '../support/door.ts'
import { visit } from '../support/entry-form.ts'
import { launchBrowser, openPage, type Watched } from '../support/page.ts'
import { sidewaysBy } from '../support/page-looks.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const NOW = Date.UTC(2026, 10, 26, 0, 15)
/** 07:15 on the twentieth in Đồng Tháp. */
const THEN = NOW - 6 * 86_400_000
const MINUTE = 60_000
const POLL = { timeout: 60_000 }
const folder = temporaryFolder()
let browser: Browser
let station: TestStation
let watched: Watched

/** A reading each minute for an hour around that instant, then one of now. */
beforeAll(async () => {
  const token = await registerDevice(
    folder.path,
    aDevicePlan({ quantities: [{ code: 'water_level', intervalMs: MINUTE }] }),
  )
  station = await startTestStation({ dataDir: folder.path, clientFolder: CLIENT_FOLDER, now: () => NOW })
  const readings = Array.from({ length: 60 }, (_, i) => ({
    ts: THEN + (i - 30) * MINUTE,
    values: { water_level: 1 + i / 100 },
  }))
  await deliver(station, token, { readings: [...readings, { ts: NOW, values: { water_level: 3.33 } }] })
  browser = await launchBrowser()
  watched = await openPage(browser, `${station.url}/?village=my-dong&at=2026-11-20T07:15:00%2B07:00`)
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  folder.remove()
})

const panel = (page: Page) => page.getByTestId('village-panel').innerText()
const at = (page: Page) => new URL(page.url()).searchParams.get('at')
const stored = async (instant: number) => {
  const { body } = await get(`${station.url}/api/v1/state?at=${instant}`)
  const [series] = stateSchema.parse(body).series
  return (series?.latest?.v ?? NaN).toFixed(2).replace('.', ',')
}

test('an instant of the past says what it is, and shows what the station held then', async () => {
  const { page, complaints } = watched
  const band = page.getByTestId('past-band')
  await expect.poll(() => band.innerText(), POLL).toContain('ĐANG XEM QUÁ KHỨ·20/11/2026 07:15·cách đây 6 ngày')
  expect(await page.title()).toMatch(/^QUÁ KHỨ 07:15 20\/11\/2026 · /)
  expect(await page.getByTestId('link-state').innerText()).toBe('quá khứ')
  expect(await page.getByTestId('clock').innerText()).toContain('07:15')
  const value = await stored(THEN)
  expect(value).toBe('1,30')
  await expect.poll(() => panel(page), POLL).toContain(value)
  expect(complaints).toEqual([])
})

test('keys move the slider, and the address goes with it', async () => {
  const { page } = watched
  const slider = page.getByRole('slider', { name: 'Thời điểm đang xem' })
  expect(await slider.getAttribute('aria-valuetext')).toBe('07:15 20/11/2026')
  await slider.press('ArrowLeft')
  await slider.press('ArrowLeft')
  await expect.poll(() => panel(page), POLL).toContain(await stored(THEN - 2 * MINUTE))
  await expect.poll(() => at(page), POLL).toBe('2026-11-20T07:13:00+07:00')
  await page.reload()
  await expect.poll(() => panel(page), POLL).toContain('1,28')
})

test('an instant typed by hand is shown', async () => {
  const { page } = watched
  const field = page.getByLabel('Thời điểm', { exact: true })
  await field.fill('20/11/2026 07:05')
  await field.press('Enter')
  await expect.poll(() => panel(page), POLL).toContain('1,20')
})

test('played at sixty times, a value follows what was measured', async () => {
  const { page } = watched
  await page.getByText('60×', { exact: true }).click()
  await page.getByRole('button', { name: 'Phát', exact: true }).click()
  await expect.poll(() => panel(page), POLL).toMatch(/1,(?:2[3-9]|[3-5]\d)/)
  await page.getByRole('button', { name: 'Dừng', exact: true }).click()
  const shown = Date.parse((await page.getByTestId('past-band').locator('time').getAttribute('datetime')) ?? '')
  await expect.poll(() => panel(page), POLL).toContain(await stored(shown))
})

test('one key leads back to now, and nothing of the past is left', async () => {
  const { page, complaints } = watched
  await page.keyboard.press('Escape')
  await vi.waitUntil(() => at(page) === null, POLL)
  await expect.poll(() => panel(page), POLL).toContain('3,33')
  expect(await page.getByTestId('past-band').count()).toBe(0)
  expect(await page.title()).not.toContain('QUÁ KHỨ')
  await expect.poll(() => page.getByTestId('link-state').innerText(), POLL).toBe('trực tiếp')
  await page.getByRole('button', { name: 'Xem quá khứ' }).click()
  await expect.poll(() => at(page), POLL).toBe('2026-11-26T06:15:00+07:00')
  expect(complaints).toEqual([])
})

test('an incident is saved, noted, looked at again, and exported as a file that needs no network', async () => {
  const { page, complaints } = watched
  await visit(page, '/?village=my-dong&at=2026-11-20T07:15:00%2B07:00')
  await page.getByRole('button', { name: 'Lưu sự cố' }).click()
  const dialog = page.locator('dialog')
  await dialog.getByLabel('Tên sự cố').fill('Nước lên </script><b>')
  await dialog.getByLabel('Người nhập').fill('Nguyễn Văn An')
  await dialog.getByLabel('Đơn vị của bạn').selectOption({ index: 1 })
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('button', { name: 'Sự cố (1)' }).click()
  await dialog.getByRole('button', { name: 'Xem lại' }).click()
  await expect.poll(() => at(page), POLL).toBe('2026-11-20T06:45:00+07:00')
  await page.getByRole('button', { name: 'Ghi chú tại đây' }).click()
  await dialog.getByRole('textbox', { name: 'Ghi chú' }).fill('Đóng cống')
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect.poll(() => page.getByTestId('incident-caption').innerText(), POLL).toBe('Đóng cống')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất tệp HTML' }).click()
  const file = `${folder.path}/incident.html`
  await (await download).saveAs(file)
  const alone = await browser.newContext({ offline: true, locale: 'vi-VN' })
  const opened = await alone.newPage()
  const wrong: string[] = []
  opened.on('pageerror', error => wrong.push(error.message))
  opened.on('request', request => !request.url().startsWith('file:') && wrong.push(request.url()))
  await opened.goto(`file://${file}`)
  expect(await opened.locator('h1').innerText()).toBe('Nước lên </script><b>')
  await opened.getByRole('slider').press('End')
  await expect.poll(() => opened.locator('.series b').innerText(), POLL).toBe('1,59 m')
  expect(await opened.locator('.lines').innerText()).toContain('Đóng cống')
  await opened.getByRole('button', { name: 'English' }).click()
  await expect.poll(() => opened.locator('.band').innerText(), POLL).toContain('RECORD OF AN INCIDENT')
  expect(await opened.locator('footer').innerText()).toContain('Source: Đài Sen station')
  expect([wrong, complaints]).toEqual([[], []])
})

test('two handles choose a stretch by keys and by hand; the incident takes it, and gives back what is typed', async () => {
  const { page, complaints } = watched
  await visit(page, '/?village=my-dong&at=2026-11-20T07:15:00%2B07:00')
  await page.getByRole('button', { name: 'Chọn đoạn' }).click()
  const words = page.getByTestId('stretch-words')
  await expect.poll(() => words.innerText(), POLL).toBe('06:45 – 07:45 20/11/2026 (1 giờ)')
  const [from, to] = ['Đầu đoạn', 'Cuối đoạn'].map(name => page.getByRole('slider', { name }))
  if (!from || !to) throw new Error('no handles')
  await from.press('ArrowRight')
  expect(await from.getAttribute('aria-valuetext')).toBe('06:46 20/11/2026, đoạn dài 59 phút')
  // It stops a minute before the other end.
  await from.press('End')
  expect(await from.getAttribute('aria-valuetext')).toBe('07:44 20/11/2026, đoạn dài 1 phút')
  await from.press('Shift+ArrowLeft')
  await expect
    .poll(() => new URL(page.url()).searchParams.get('stretch'), POLL)
    .toBe('2026-11-20T06:44:00+07:00--2026-11-20T07:45:00+07:00')

  const grip = await to.boundingBox()
  const before = Number(await to.getAttribute('aria-valuenow'))
  if (!grip) throw new Error('no handle')
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await page.mouse.down()
  await page.mouse.move(grip.x + grip.width / 2 + 60, grip.y + grip.height / 2, { steps: 4 })
  await page.mouse.up()
  expect(Number(await to.getAttribute('aria-valuenow'))).toBeGreaterThan(before)
  expect(await from.getAttribute('aria-valuetext')).toContain('06:44 20/11/2026')

  await page.getByRole('button', { name: 'Lưu sự cố' }).click()
  const dialog = page.locator('dialog')
  const field = (name: string) => dialog.locator(`[name="${name}"]`)
  expect(await field('fromClock').inputValue()).toBe('06:44')
  await field('to').fill('20/11/2026')
  await field('toClock').fill('07:30')
  await expect.poll(() => words.innerText(), POLL).toBe('06:44 – 07:30 20/11/2026 (46 phút)')
  await dialog.getByLabel('Tên sự cố').fill('Đoạn đã chọn')
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('button', { name: 'Sự cố (2)' }).click()
  expect(await dialog.innerText()).toContain('20/11/2026 06:44 – 20/11/2026 07:30')
  await dialog.getByRole('button', { name: 'Đóng' }).click()
  expect(complaints).toEqual([])
})

test('the chosen stretch is played from its beginning, and opened again from its address', async () => {
  const { page, complaints } = watched
  await page.reload()
  const play = page.getByRole('button', { name: 'Phát đoạn này' })
  await play.click()
  await expect.poll(() => at(page), POLL).toMatch(/^2026-11-20T06:4[45]/)
  expect(await play.getAttribute('aria-pressed')).toBe('true')
  await play.click()
  expect(await play.getAttribute('aria-pressed')).toBe('false')
  await page.getByRole('button', { name: 'Bỏ chọn đoạn' }).click()
  expect(new URL(page.url()).searchParams.has('stretch')).toBe(false)
  expect(await page.getByTestId('stretch').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('from every page that shows the past one key leads back, and the page says which', async () => {
  const { page, complaints } = watched
  for (const path of ['/', '/programme', '/programme/tasks', '/alarms']) {
    await visit(page, `${path}?at=2026-11-20T07:15:00%2B07:00`)
    await expect
      .poll(() => page.getByTestId('time-bar').getByRole('button', { name: 'Về hiện tại' }).innerText(), POLL)
      .toMatch(/Về hiện tại\s+Esc/)
    await page.keyboard.press('Escape')
    await expect.poll(() => at(page), POLL).toBeNull()
    expect(new URL(page.url()).pathname).toBe(path)
    await expect.poll(() => page.getByTestId('past-band').count(), POLL).toBe(0)
  }
  expect(complaints).toEqual([])
})

test('on a phone the bar leaves the page its room; incidents are listed and saved, and a stretch is chosen, within the window', async () => {
  const phone = { width: 390, height: 844 }
  const address = `${station.url}/?at=2026-11-20T07:15:00%2B07:00`
  const { page, complaints } = await openPage(browser, address, phone)
  const bar = page.getByTestId('time-bar')
  const more = bar.getByRole('button', { name: 'Thêm' })
  await more.waitFor()
  expect((await bar.boundingBox())?.height).toBeLessThan(phone.height / 5)
  expect([await more.getAttribute('aria-expanded'), await bar.getByRole('radio').count()]).toEqual(['false', 0])
  await more.click()
  expect([await more.getAttribute('aria-expanded'), await bar.getByRole('radio').count()]).toEqual(['true', 5])
  await bar.getByRole('button', { name: 'Chọn đoạn' }).click()
  for (const name of ['Sự cố (2)', 'Lưu sự cố', 'Về hiện tại', 'Phát đoạn này', 'Bỏ chọn đoạn']) {
    const box = await bar.getByRole('button', { name }).boundingBox()
    expect([name, box && box.x >= 0 && box.x + box.width <= phone.width, (box?.height ?? 0) >= 44]).toEqual([
      name,
      true,
      true,
    ])
  }
  expect(await sidewaysBy(page)).toBe(0)
  await bar.getByRole('button', { name: 'Lưu sự cố' }).click()
  expect(await page.locator('dialog [name="fromClock"]').inputValue()).toBe('06:45')
  await page.keyboard.press('Escape')
  await bar.getByRole('button', { name: 'Sự cố (2)' }).click()
  expect(await page.locator('dialog').innerText()).toContain('Đoạn đã chọn')
  expect(complaints).toEqual([])
  await page.close()
})
