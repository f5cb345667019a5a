// The alarm desk by keyboard alone: walking, selecting, acting, finding; what is refused says why, and nothing is done twice.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { vi as words } from '../../client/alarms/words/vi.ts'
import { alarmsListed, lineOf, linesOf, openAlarmsPage, POLL, pressKeys } from '../support/alarm-page.ts'
import { type AlarmStation, startAlarmStation } from '../support/alarm-station.ts'
import { alarmAt, alarmOf, alarmStateOf, aRule, publishRule } from '../support/alarms.ts'
import { choose, DRAWN_MS, fill, messagesOf, opened, press, send, summaryOf, wordsOf } from '../support/entry-form.ts'
import { launchBrowser, type Watched } from '../support/page.ts'
import { BY_LAN } from '../support/programme-desk.ts'

const COMMANDS = '/api/v1/alarms/commands'
const { desk } = words

let browser: Browser
let station: AlarmStation
let watched: Watched
/** From the top. */
let alarms: readonly string[]
/** Commands that left the page. */
let sent = 0

beforeAll(async () => {
  station = await startAlarmStation({ devices: 4, quantities: ['water_level'] })
  await publishRule(station, aRule())
  browser = await launchBrowser()
  watched = await openAlarmsPage(browser, station)
  watched.page.on('request', request => {
    if (new URL(request.url()).pathname === COMMANDS) sent += 1
  })
})
afterAll(async () => {
  await browser.close()
  await station.stop()
})
afterEach(() => expect(watched.complaints).toEqual([]))

/** A gauge beyond its limit. */
async function rises(): Promise<string> {
  const gauge = station.aDevice()
  await gauge.says({ water_level: 3.5 })
  const alarm = alarmOf(gauge.id)
  await expect.poll(async () => (await alarmAt(station, alarm))?.isActive, POLL).toBe(true)
  return alarm
}
/** The list is one stop of the Tab key. */
const intoList = (page: Page) => page.locator('[data-list="alarms"] [role="row"][tabindex="0"]').focus()
const focused = async (page: Page) => (await linesOf(page)).find(({ hasFocus }) => hasFocus)?.alarm
const selected = async (page: Page) =>
  (await linesOf(page)).filter(({ isSelected }) => isSelected).map(({ alarm }) => alarm)
const focusedAt = async (page: Page) => (await linesOf(page)).findIndex(({ hasFocus }) => hasFocus)
const tab = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: desk.tab.label })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .press('Enter')

test('one walks through the lines, selects several and acknowledges them', async () => {
  const { page } = watched
  const risen = [await rises(), await rises(), await rises(), await rises()]
  // What asks for attention first, then by priority, then the newest.
  alarms = risen.toReversed()
  await expect.poll(async () => (await alarmsListed(page)).slice(0, 4), POLL).toEqual(alarms)
  const count = (await linesOf(page)).length
  await pressKeys(page, 'j')
  expect(await focusedAt(page)).toBe(0)
  await pressKeys(page, 'ArrowDown', 'j', 'k')
  expect(await focusedAt(page)).toBe(1)
  await pressKeys(page, 'End', 'ArrowDown')
  expect(await focusedAt(page)).toBe(count - 1)
  await pressKeys(page, 'Home', 'ArrowUp')
  expect(await focusedAt(page)).toBe(0)

  await pressKeys(page, ' ', 'ArrowDown', 'Shift+ArrowDown')
  expect(await selected(page)).toEqual(alarms.slice(0, 3))
  await pressKeys(page, 'Home', ' ')
  expect(await selected(page)).toEqual(alarms.slice(1, 3))
  await pressKeys(page, 'a')
  await expect.poll(() => messagesOf(page), POLL).toContain('Đã xác nhận: 2 cảnh báo')
  const state = await alarmStateOf(station)
  expect(alarms.map(id => state.alarms.get(id)?.acknowledged?.by ?? null)).toEqual([null, BY_LAN, BY_LAN, null])
  await expect.poll(() => selected(page), POLL).toEqual([])
})

test('what is refused says why, before anything is sent', async () => {
  const { page } = watched
  const before = sent
  // The acknowledged ones have gone to the end.
  await expect.poll(async () => (await linesOf(page)).at(-1)?.text, POLL).toContain(words.term.standing.acknowledged)
  await pressKeys(page, 'Home', 'End', 'a')
  await expect.poll(() => messagesOf(page), POLL).toMatch(/Lan · .* đã xác nhận lúc .*Không cần xác nhận lại/)
  await pressKeys(page, 'r')
  await expect.poll(() => messagesOf(page), POLL).toContain('Tín hiệu vẫn đang vượt ngưỡng')
  expect(sent).toBe(before)
})

test('an alarm is shelved with a reason, commented on while it rests, and taken back', async () => {
  const { page } = watched
  const [alarm = ''] = alarms
  await pressKeys(page, 'Home', 's')
  const form = opened(page, desk.command.name.shelve)
  await form.waitFor({ timeout: DRAWN_MS })
  await send(form)
  await expect.poll(() => summaryOf(page), POLL).toContain('Chưa ghi lý do')
  await choose(form, '30 phút')
  await fill(form, { reason: 'đang rửa cảm biến' })
  const at = station.now()
  await send(form)
  await expect.poll(() => messagesOf(page), POLL).toContain('Đã tạm gác: ')
  const { shelved } = (await alarmAt(station, alarm)) ?? {}
  expect(shelved).toMatchObject({ reason: 'đang rửa cảm biến', by: BY_LAN })
  expect(shelved?.until).toBeGreaterThanOrEqual(at + 1_800_000)
  expect(shelved?.until).toBeLessThanOrEqual(station.now() + 1_800_000)
  await expect.poll(() => alarmsListed(page), POLL).not.toContain(alarm)

  await tab(page, desk.tab.shelved)
  await expect.poll(() => alarmsListed(page), POLL).toEqual([alarm])
  expect(await lineOf(page, alarm)).toMatch(/Tạm gác .*gác đến \d\d:\d\d/)
  await intoList(page)
  await pressKeys(page, 'c')
  const note = opened(page, desk.command.name.comment)
  await fill(note, { text: 'chờ thợ đến 20 giờ' })
  // The station takes it, and the answer is lost on the way.
  await page.route(`**${COMMANDS}`, async route => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await send(note)
  await expect.poll(() => summaryOf(page), POLL).toContain(words.shell.failed)
  await page.unroute(`**${COMMANDS}`)
  expect(await note.locator('[name="text"]').inputValue()).toBe('chờ thợ đến 20 giờ')
  await send(note)
  await expect.poll(() => messagesOf(page), POLL).toContain('Đã ghi chú: ')
  await expect.poll(() => lineOf(page, alarm), POLL).toContain('1 ghi chú')
  expect((await alarmAt(station, alarm))?.comments).toBe(1)
  await press(page, desk.command.name.unshelve)
  await expect.poll(() => wordsOf(page.locator('main')), POLL).toContain(desk.empty.shelved)
  expect((await alarmAt(station, alarm))?.shelved).toBeNull()
})

test('the details tell what happened, and Esc leads back to the line', async () => {
  const { page } = watched
  const [alarm = ''] = alarms
  await tab(page, desk.tab.open)
  await expect.poll(async () => (await alarmsListed(page))[0], POLL).toBe(alarm)
  await intoList(page)
  await pressKeys(page, 'Home', 'Enter')
  const detail = page.getByTestId('alarm-detail')
  await expect.poll(() => wordsOf(detail), POLL).toMatch(/Bỏ gác[\s\S]*chờ thợ đến 20 giờ[\s\S]*đang rửa cảm biến/)
  expect(new URL(page.url()).searchParams.get('alarm')).toBe(alarm)
  await pressKeys(page, 'Escape')
  await expect.poll(() => detail.count(), POLL).toBe(0)
  expect(await focused(page)).toBe(alarm)
})

test('? shows the keys, and turns single letters off for who needs them otherwise', async () => {
  const { page } = watched
  const help = opened(page, desk.command.keys.title)
  const before = sent
  await pressKeys(page, '?')
  await help.waitFor({ timeout: DRAWN_MS })
  await help.getByRole('checkbox', { name: desk.command.keys.on }).press('Space')
  await pressKeys(page, 'Escape')
  await expect.poll(() => help.count(), POLL).toBe(0)
  await pressKeys(page, 'Home', 'a', 'ArrowDown')
  expect(await focusedAt(page)).toBe(1)
  expect(sent).toBe(before)
  await page.getByRole('button', { name: desk.command.keys.button }).press('Enter')
  await help.getByRole('checkbox', { name: desk.command.keys.on }).press('Space')
  await pressKeys(page, 'Escape')
  await expect.poll(() => help.count(), POLL).toBe(0)
})

test('filters live in the address and are there again after a reload', async () => {
  const { page } = watched
  const address = () => Object.fromEntries(new URL(page.url()).searchParams)
  await pressKeys(page, '/')
  await page.keyboard.type('muc nuoc')
  const [acknowledged, ...asking] = [2, 0, 3].map(at => alarms[at] ?? '')
  await expect.poll(async () => (await alarmsListed(page)).length, POLL).toBe(4)
  expect(await alarmsListed(page)).toContain(acknowledged)
  await page.getByRole('combobox', { name: desk.filter.kind }).press('ArrowDown')
  await page.getByRole('button', { name: desk.unacknowledged }).press('Enter')
  await expect.poll(() => alarmsListed(page), POLL).toEqual(asking)
  expect(address()).toEqual({ text: 'muc nuoc', kind: 'water_level', unacknowledged: '1' })
  await page.reload()
  await expect.poll(() => alarmsListed(page), POLL).toEqual(asking)
  expect(await page.getByRole('searchbox').inputValue()).toBe('muc nuoc')
  await page.goBack()
  await expect.poll(async () => (await alarmsListed(page)).length, POLL).toBe(4)
  await page.getByRole('searchbox').fill('không có gì như vậy')
  await expect.poll(() => wordsOf(page.locator('main')), POLL).toContain(desk.empty.narrowed)
  await press(page, desk.empty.clear)
  await expect.poll(address, POLL).toEqual({})
  await expect.poll(async () => (await alarmsListed(page)).length, POLL).toBeGreaterThan(4)
})
