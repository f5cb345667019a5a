// The page where shifts are handed over, as two people use it: one writes and hands over, the other reads it at once and takes over.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { vi as words } from '../../client/desk/words/vi.ts'
import type { CommandActor } from '../../shared/programme/command.ts'
import { provinceClockOf } from '../../shared/programme/province-day.ts'
import { POLL } from '../support/alarm-page.ts'
import { type AlarmDevice, type AlarmStation, startAlarmStation } from '../support/alarm-station.ts'
import { alarmAt, alarmOf, aRule, publishRule } from '../support/alarms.ts'
import { axeFaults } from '../support/axe.ts'
import { anEntry, commandDesk, deskAt, LAN, MINH } from '../support/desk.ts'
import { choose, fill, messagesOf, opened, press, send, summaryOf, wordsOf } from '../support/entry-form.ts'
import { launchBrowser, openPage, type Size, type Watched } from '../support/page.ts'
import { hiddenTexts, lowTargets, rawKeys, sidewaysBy } from '../support/page-looks.ts'

const { log, handOver, takeOver, changes, shift } = words
const MINUTE = 60_000

let browser: Browser
let station: AlarmStation
let gauge: AlarmDevice
let lan: Watched
let minh: Watched

const open = (who: CommandActor, path = '/handover', size?: Size) =>
  openPage(browser, `${station.url}${path}`, size, { 'dai-sen.actor': JSON.stringify(who) })
const main = ({ page }: Watched) => wordsOf(page.locator('main'))

beforeAll(async () => {
  browser = await launchBrowser()
  station = await startAlarmStation({ devices: 1, quantities: ['water_level'] })
  gauge = station.aDevice()
  await publishRule(station, aRule({ name: { vi: 'Nước cao', en: 'High water' } }))
  await gauge.says({ water_level: 2 })
  station.moveOn(MINUTE)
  lan = await open(LAN)
  minh = await open(MINH)
})
afterEach(() => expect([...lan.complaints, ...minh.complaints]).toEqual([]))
afterAll(async () => {
  await browser.close()
  await station.stop()
})

test('an alarm that comes is a change at once, in its village, and leads to the alarm', async () => {
  await gauge.says({ water_level: 3.5 })
  const group = lan.page.locator('section', { has: lan.page.getByRole('heading', { name: 'Mỹ Đông' }) }).last()
  const line = group.getByRole('link', { name: /^Nước cao:/ })
  await line.waitFor()
  const id = alarmOf(gauge.id)
  expect(await alarmAt(station, id)).toBeDefined()
  expect(await line.getAttribute('href')).toBe(`/alarms?alarm=${encodeURIComponent(id).replaceAll('%20', '+')}`)
})

test('an entry says what is wrong with it, is written by keyboard, and stands on the other screen', async () => {
  await press(lan.page, log.write)
  const form = opened(lan.page, log.write)
  await fill(form, { happenedAtClock: '7 giờ' })
  await send(form)
  expect(await summaryOf(lan.page)).toContain(log.textMissing)
  expect(await summaryOf(lan.page)).toContain(words.form.clockWrong)
  await choose(form, log.kind.phone)
  await fill(form, { text: 'Trạm bơm báo đã mở cống', village: 'Mỹ Đông' })
  await fill(form, { happenedAtClock: provinceClockOf(station.now()) })
  await form.getByRole('checkbox', { name: /Nước cao/ }).press('Space')
  await send(form)
  await expect.poll(() => messagesOf(lan.page), POLL).toContain(log.written)
  await expect.poll(() => main(minh), POLL).toContain('Trạm bơm báo đã mở cống')
  const [entry] = (await deskAt(station)).entries.values()
  expect(entry).toMatchObject({ kind: 'phone', village: 'my-dong', alarms: [alarmOf(gauge.id)] })
  expect(entry?.by).toContain(LAN.name)
})

test('a correction keeps what was written first; its address leads to the entry', async () => {
  await press(lan.page, log.correct)
  const form = opened(lan.page, log.correct)
  await fill(form, { text: 'Trạm bơm báo đã đóng cống' })
  await send(form)
  await expect.poll(() => main(minh), POLL).toContain('Trạm bơm báo đã đóng cống')
  expect(await minh.page.locator('del').innerText()).toBe('Trạm bơm báo đã mở cống')
  const [id] = (await deskAt(station)).entries.keys()
  const shared = await open(MINH, `/handover?entry=${id}`)
  await shared.page.locator('li[data-current="true"]', { hasText: 'đã đóng cống' }).waitFor()
  await shared.page.close()
})

test('a shift is handed over with what changed in it, and taken over by the next', async () => {
  await press(lan.page, handOver.do)
  const form = opened(lan.page, handOver.do)
  expect(await form.locator('[name="text"]').inputValue()).toMatch(/cảnh báo mới[\s\S]*Mỹ Đông\n- Nước cao: /)
  await send(form)
  expect(await summaryOf(lan.page)).toContain(handOver.missing)
  await fill(form, { 'incoming.name': MINH.name })
  await send(form)
  await minh.page.getByText('chưa ai nhận').waitFor()
  // Who handed over isn't the one who takes over.
  await press(lan.page, takeOver.do)
  await send(opened(lan.page, takeOver.do))
  expect(await summaryOf(lan.page)).toContain('Bạn là người giao ca này')
  await lan.page.keyboard.press('Escape')
  await press(minh.page, takeOver.do)
  await send(opened(minh.page, takeOver.do))
  await expect.poll(() => main(lan), POLL).toContain(`${MINH.name} · Sở Khoa học và Công nghệ nhận ca lúc`)
  expect([...(await deskAt(station)).shifts.values()][0]?.taken?.by).toContain(MINH.name)
})

test('paper shows the hand-over, its entries and where to sign, and nothing to press', async () => {
  await minh.page.getByRole('dialog').waitFor({ state: 'detached' })
  await minh.page.emulateMedia({ media: 'print' })
  const paper = await main(minh)
  for (const part of [shift.paper, shift.outgoing, shift.incoming, 'Trạm bơm báo đã đóng cống'])
    expect(paper).toContain(part)
  expect(paper).not.toContain(changes.preset.other)
  expect(await minh.page.locator('main button:visible').count()).toBe(0)
  await minh.page.emulateMedia({ media: 'screen' })
})

test('from a moment after which nothing happened, nothing changed', async () => {
  station.moveOn(MINUTE)
  await gauge.says({ water_level: 3.5 })
  const { page } = await open(LAN, `/handover?since=${station.now() - 1}`)
  await page.getByText(/^Không có gì thay đổi từ/).waitFor()
  await page.close()
})

describe.each([
  { language: 'Vietnamese', query: '' },
  { language: 'English', query: '?lang=en' },
])('in $language', ({ query }) => {
  test('accessible, nothing cut or sideways, all areas in one row, also on a phone', async () => {
    await commandDesk(station, anEntry({ text: 'x'.repeat(400), happenedAt: station.now() }))
    for (const size of [
      { width: 1920, height: 1080 },
      { width: 390, height: 844 },
    ]) {
      const { page } = await open(LAN, `/handover${query}`, size)
      await page.locator('dl').first().waitFor()
      expect(await axeFaults(page)).toEqual([])
      expect(await sidewaysBy(page)).toBe(0)
      expect(await hiddenTexts(page)).toEqual([])
      expect(await lowTargets(page)).toEqual([])
      expect(await rawKeys(page, ['log', 'changes', 'shift', 'handOver', 'takeOver'])).toEqual([])
      const areas = await page.getByRole('navigation').first().boundingBox()
      expect(areas?.height).toBeLessThan(60)
      await page.close()
    }
  })
})
