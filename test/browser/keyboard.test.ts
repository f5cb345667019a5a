// The main tasks by keyboard and by what readers hear: every step is a Tab, an Enter or a letter typed, every place is found by its role
// and name, and wherever the keyboard stands is in sight.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { vi as words } from '../../client/programme/words/vi.ts'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { openAlarmsPage, POLL } from '../support/alarm-page.ts'
import { type AlarmStation, startAlarmStation } from '../support/alarm-station.ts'
import { alarmAt, alarmOf, aRule, publishRule } from '../support/alarms.ts'
import { messagesOf } from '../support/entry-form.ts'
import { launchBrowser, openPage } from '../support/page.ts'
import { addPerson, PASSWORD } from '../support/people.ts'
import { openProgramme, startStoryStation } from '../support/programme-page.ts'
import type { TestStation } from '../support/station.ts'
import { startTestStation } from '../support/station.ts'
import { walkByTab } from '../support/tab-walk.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const press = (page: Page, key: string) => page.keyboard.press(key)
const type = (page: Page, text: string) => page.keyboard.type(text)

test('somebody signs in', async () => {
  const station = await startTestStation({ access: 'required', clientFolder: CLIENT_FOLDER })
  await addPerson(station, 'sen', [{ role: 'leader', unit: null }])
  const { page, complaints } = await openPage(browser, `${station.url}/programme`)
  const walk = walkByTab(page)
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await walk.to(page.getByRole('textbox', { name: 'Tên đăng nhập' }))
  await type(page, 'sen')
  await walk.to(page.getByLabel('Mật khẩu', { exact: true }))
  await type(page, PASSWORD)
  await press(page, 'Enter')
  await page.getByRole('button', { name: 'Tài khoản: Nguyễn Thị Sen' }).waitFor()
  expect(walk.faults).toEqual([])
  expect(complaints).toEqual([])
  await page.close()
  await station.stop()
})

describe('at a station with gauges', () => {
  let station: AlarmStation
  let alarm = ''
  beforeAll(async () => {
    station = await startAlarmStation({ devices: 1, quantities: ['water_level'] })
    await publishRule(station, aRule({ name: { vi: 'Nước cao', en: 'High water' } }))
    const gauge = station.aDevice()
    await gauge.says({ water_level: 3.5 })
    alarm = alarmOf(gauge.id)
  })
  afterAll(() => station.stop())

  test('an alarm is acknowledged, and readers are told', async () => {
    const { page } = await openAlarmsPage(browser, station)
    await page.getByRole('row').nth(1).waitFor()
    const walk = walkByTab(page)
    await walk.to(page.locator('[data-list="alarms"] [role="row"][tabindex="0"]'))
    await press(page, ' ')
    await walk.to(page.getByRole('button', { name: /^Xác nhận/ }).first())
    await press(page, 'Enter')
    await expect.poll(() => messagesOf(page), POLL).toContain('Đã xác nhận')
    expect((await alarmAt(station, alarm))?.acknowledged).not.toBeNull()
    expect(walk.faults).toEqual([])
    await page.close()
  })

  test('one goes from the province to a village, a station and one series of it', async () => {
    const { page } = await openPage(browser, `${station.url}/`)
    const village = page.getByRole('navigation').getByRole('link', { name: /Mỹ Đông/ })
    await village.waitFor()
    const walk = walkByTab(page)
    await walk.to(village)
    await press(page, 'Enter')
    for (const step of ['[data-testid="village-panel"] [data-station] a', '[data-series$="water_level"] a']) {
      const link = page.locator(step).first()
      await link.waitFor()
      await walk.to(link)
      await press(page, 'Enter')
    }
    await expect.poll(() => new URL(page.url()).searchParams.get('series'), POLL).not.toBeNull()
    expect(walk.faults).toEqual([])
    await page.close()
  })
})

describe('over the simulated story', () => {
  let station: TestStation
  beforeAll(async () => {
    station = await startStoryStation()
  })
  afterAll(() => station.stop())

  test.each([
    '/programme',
    '/programme/tasks?view=table',
    '/programme/criteria?view=list',
    '/alarms/rules',
    '/admin/displays',
  ])('wherever the keyboard stands on %s is in sight', async path => {
    const { page } = await openProgramme(browser, station, path)
    await page.locator('main h2, main table').first().waitFor()
    const walk = walkByTab(page)
    await walk.through(60)
    expect(walk.faults).toEqual([])
    await page.close()
  })

  test('a task is brought up to date, and the focus comes back to where it began', async () => {
    const { page, complaints } = await openProgramme(browser, station, '/programme/tasks/1.4')
    const opener = page.getByRole('button', { name: words.tasks.update, exact: true })
    await opener.waitFor()
    const walk = walkByTab(page)
    await walk.to(opener)
    await press(page, 'Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await press(page, 'Escape')
    await expect.poll(() => dialog.count(), POLL).toBe(0)
    expect(await opener.evaluate(element => element === document.activeElement)).toBe(true)
    expect(walk.faults).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})
