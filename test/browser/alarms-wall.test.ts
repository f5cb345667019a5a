// An alarm's way through the house: from a device in the field to the desk, the wall and a phone, and back by whoever acknowledges it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { vi as words } from '../../client/alarms/words/vi.ts'
import { TAKEOVER_MS } from '../../client/wall/takeover.ts'
import { newToken } from '../../server/registry/token.ts'
import { openAlarms } from '../../shared/alarms/standing.ts'
import { lineOf, linesOf, openAlarmsPage, POLL, pressKeys } from '../support/alarm-page.ts'
import { type AlarmDevice, type AlarmStation, INTERVAL_MS, startAlarmStation } from '../support/alarm-station.ts'
import { alarmAt, alarmOf, alarmStateOf, ON_DUTY } from '../support/alarms.ts'
import { DRAWN_MS, fill, messagesOf, opened, send, summaryOf, wordsOf } from '../support/entry-form.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { attributeOf, launchBrowser, openPage, textOf, type Watched } from '../support/page.ts'
import { hiddenTexts, sidewaysBy } from '../support/page-looks.ts'
import { BY_LAN } from '../support/programme-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const RULE = 'wind-strong'
const PHONE = { width: 390, height: 844 }
const PUBLIC_URL = 'https://ioc.example.vn'
const RECIPIENT = 'truc@ioc.example.vn'

let browser: Browser
let mails: MailServer
let station: AlarmStation
let wall: Watched
let desk: Watched
/** Levels of the shipped rule, mild to severe; the last one is high. */
let limits: readonly number[]
let onDelayMs: number
/** Of the first test: a mail tells of it. */
let first: string
const folder = temporaryFolder()

beforeAll(async () => {
  mails = await startMailServer()
  const channels = join(folder.path, 'channels.json')
  const filter = { priorities: ['high'], villages: null, transitions: ['raised', 'worsened'] }
  writeFileSync(channels, JSON.stringify([{ id: 'thu', kind: 'email', to: [RECIPIENT], filter }]))
  station = await startAlarmStation({
    devices: 3,
    quantities: ['wind_speed'],
    publicUrl: PUBLIC_URL,
    alarmChannelsFile: channels,
    smtp: { url: mails.url, username: undefined, password: undefined, from: 'canh-bao@ioc.example.vn' },
  })
  const rule = (await alarmStateOf(station)).rules.get(RULE)?.rule
  limits = rule?.levels.map(({ at }) => at ?? Number.NaN) ?? []
  onDelayMs = rule?.onDelayMs ?? Number.NaN
  expect(rule?.levels.map(({ priority }) => priority)).toEqual(['low', 'medium', 'high'])
  browser = await launchBrowser()
  desk = await openAlarmsPage(browser, station, '/alarms', { actor: null })
  wall = await openPage(browser, `${station.url}/wall?scene=overview`)
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  await mails.stop()
  folder.remove()
})
afterEach(() => expect([...desk.complaints, ...wall.complaints]).toEqual([]))

const scene = () => wall.page.evaluate(() => document.querySelector('[data-group]')?.getAttribute('data-scene'))
const onWall = () => attributeOf(wall.page, 'alarm-panel', 'data-alarm')
const stripCount = async () => Number(await attributeOf(wall.page, 'alarm-strip', 'data-open'))
const windOf = ({ id }: AlarmDevice) => alarmOf(id, RULE, 'wind_speed')
const onDesk = (alarm: string) => lineOf(desk.page, alarm)
const who = () => opened(desk.page, words.desk.command.form.who)

const limitOf = (level: number) => limits[level] ?? Number.NaN
const beyond = (level: number) => limitOf(level) + 0.1
const figure = (value: number) => value.toFixed(1).replace('.', ',')
/** Blows beyond that level for as long as the rule waits, and says so all the time. */
async function blows(mast: AlarmDevice, level: number): Promise<void> {
  const wind_speed = beyond(level)
  await mast.says({ wind_speed })
  for (let waited = 0; waited < onDelayMs; waited += INTERVAL_MS) {
    station.moveOn(INTERVAL_MS)
    await mast.says({ wind_speed })
  }
}
/** Blows as hard as the rule knows, until the wall is taken over. */
async function takesOver(): Promise<string> {
  const mast = station.aDevice()
  await blows(mast, limits.length - 1)
  await expect.poll(onWall, POLL).toBe(windOf(mast))
  return windOf(mast)
}

test('an alarm is on the desk and on the line of the wall; only when it becomes high it takes the wall over', async () => {
  const mast = station.aDevice()
  first = windOf(mast)
  await expect.poll(scene, { ...POLL, timeout: 2 * DRAWN_MS }).toBe('overview')
  // The programme's clocks stand beyond their limits already.
  const before = openAlarms(await alarmStateOf(station)).length
  await expect.poll(stripCount, POLL).toBe(before)
  await blows(mast, 1)
  const medium = `${figure(beyond(1))} m/s HH ≥ ${figure(limitOf(1))} m/s`
  await expect.poll(() => onDesk(first), POLL).toMatch(new RegExp(`Trung bình Chưa xác nhận .*Gió mạnh.* ${medium}`))
  await expect.poll(stripCount, POLL).toBe(before + 1)
  await expect.poll(() => textOf(wall.page, 'alarm-strip'), POLL).toMatch(/Gió mạnh/)
  expect(await scene()).toBe('overview')

  await blows(mast, 2)
  await expect.poll(onWall, POLL).toBe(first)
  expect(await scene()).toBe('alarms')
  const shown = [words.wall.takeover.high, 'Gió mạnh', ...[beyond(2), limitOf(2)].map(figure)]
  expect(await textOf(wall.page, 'alarm-panel')).toMatch(new RegExp(shown.join('.*')))
  expect(await stripCount()).toBe(before + 1)
  expect(await hiddenTexts(wall.page)).toEqual([])
  await expect.poll(() => onDesk(first), POLL).toMatch(/Cao Chưa xác nhận .* HHH/)
})

describe('the link in the mail, opened on a phone', () => {
  let phone: Watched
  let link: string
  /** Addresses that were asked for, as a server or a proxy on the way sees them. */
  const asked: string[] = []
  const body = () => wordsOf(phone.page.locator('body'))
  const open = async (fragment: string) => {
    const opening = await openPage(browser, `${station.url}/lotus.svg`, PHONE)
    opening.page.on('request', request => asked.push(request.url()))
    await opening.page.goto(`${station.url}/alarms/acknowledge#${fragment}`)
    return opening
  }
  afterEach(async () => {
    expect(phone.complaints).toEqual([])
    expect(await sidewaysBy(phone.page)).toBeLessThanOrEqual(0)
    expect(await hiddenTexts(phone.page)).toEqual([])
    await phone.page.close()
  })

  test('says which alarm it is and acknowledges it by one press; the wall hands back, the desk says by whom', async () => {
    await expect.poll(() => mails.mails.length, POLL).toBe(1)
    link = new RegExp(`${PUBLIC_URL}/alarms/acknowledge#([\\w-]{43})`).exec(mails.mails[0]?.text ?? '')?.[1] ?? ''
    expect(link).not.toBe('')
    phone = await open(link)
    await expect.poll(body, POLL).toMatch(/Cao[\s\S]*Gió mạnh[\s\S]*HHH/)
    // It stays in no history, no screenshot and no address that somebody passes on.
    expect(await phone.page.evaluate(() => location.href)).toBe(`${station.url}/alarms/acknowledge`)
    // To look isn't to acknowledge.
    expect((await alarmAt(station, first))?.isAcknowledged).toBe(false)
    await phone.page.getByRole('button', { name: words.acknowledge.acknowledge }).click()
    await expect.poll(body, POLL).toContain(words.acknowledge.done.title)
    expect((await alarmAt(station, first))?.acknowledged).toMatchObject({ by: `link:${RECIPIENT}` })
    await expect.poll(scene, POLL).toBe('overview')
    await expect.poll(() => onDesk(first), POLL).toMatch(/Cao Đã xác nhận/)
  })

  test('works once: opened again it says when it was used', async () => {
    phone = await open(link)
    await expect.poll(body, POLL).toContain(words.acknowledge.used.title)
    expect(await phone.page.getByRole('button', { name: words.acknowledge.acknowledge }).count()).toBe(0)
    expect(asked.join('\n')).not.toContain(link)
  })

  test.each([
    { what: 'that nobody was sent', fragment: newToken(), said: words.acknowledge.gone.title },
    { what: 'of which a part is missing', fragment: newToken().slice(1), said: words.acknowledge.noToken.title },
  ])('$what acknowledges nothing, says so, and leaves the address too', async ({ fragment, said }) => {
    phone = await open(fragment)
    await expect.poll(body, POLL).toContain(said)
    expect(new URL(phone.page.url()).hash).toBe('')
    expect(await phone.page.getByRole('button', { name: words.acknowledge.acknowledge }).count()).toBe(0)
  })
})

test('the key A asks once who one is, acknowledges, and the wall goes on', async () => {
  const { page } = desk
  const alarm = await takesOver()
  await expect.poll(() => onDesk(alarm), POLL).toContain(words.term.standing.unacknowledged)
  await pressKeys(page, 'j')
  expect((await linesOf(page)).find(({ hasFocus }) => hasFocus)?.alarm).toBe(alarm)
  await pressKeys(page, 'a')
  await who().waitFor({ timeout: DRAWN_MS })
  expect((await alarmAt(station, alarm))?.isAcknowledged).toBe(false)
  await send(who())
  await expect.poll(() => summaryOf(page), POLL).toMatch(/Cần sửa 2 chỗ/)
  await fill(who(), { 'actor.name': ON_DUTY.name, 'actor.unit': ON_DUTY.unit })
  await send(who())
  await expect.poll(() => messagesOf(page), POLL).toMatch(/Đã xác nhận: /)
  await expect.poll(() => onDesk(alarm), POLL).toMatch(/Cao Đã xác nhận .*Lan đã nhận/)
  await expect.poll(scene, POLL).toBe('overview')
  expect((await alarmAt(station, alarm))?.acknowledged).toMatchObject({ by: BY_LAN })
})

test('an alarm that nobody acknowledges holds the wall for a minute, then stays on its line and on the desk', async () => {
  const { page } = desk
  const alarm = await takesOver()
  const open = await stripCount()
  station.moveOn(TAKEOVER_MS)
  await expect.poll(scene, POLL).toBe('overview')
  expect(await stripCount()).toBe(open)
  expect(await textOf(wall.page, 'alarm-strip')).toMatch(/Gió mạnh/)
  await expect.poll(() => onDesk(alarm), POLL).toContain(words.term.standing.unacknowledged)
  // Whoever said who they are isn't asked again.
  await pressKeys(page, 'Home', 'a')
  await expect.poll(() => onDesk(alarm), POLL).toMatch(/Cao Đã xác nhận/)
  expect(await who().count()).toBe(0)
})
