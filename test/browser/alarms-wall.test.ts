// An alarm's way through the house: from a device in the field to the desk, the wall and a phone, and back by whoever acknowledges it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { vi as words } from '../../client/alarms/words/vi.ts'
import { TAKEOVER_MS } from '../../client/wall/takeover.ts'
import { newToken } from '../../server/notify/link-token.ts'
import { alarmAt, alarmOf, alarmStateOf } from '../support/alarms.ts'
import { BY_LAN, lineOf, linesOf, openAlarms, POLL, pressKeys } from '../support/alarm-page.ts'
import { type AlarmDevice, type AlarmStation, startAlarmStation } from '../support/alarm-station.ts'
import { DRAWN_MS, fill, messagesOf, opened, send, wordsOf } from '../support/entry-form.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { attributeOf, launchBrowser, openPage, textOf, type Watched } from '../support/page.ts'
import { sidewaysBy } from '../support/page-looks.ts'
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
  desk = await openAlarms(browser, station, '/alarms', { actor: null })
  wall = await openPage(browser, `${station.url}/wall?panel=field`)
  await expect.poll(panel, { ...POLL, timeout: 2 * DRAWN_MS }).toBe('field')
  await expect.poll(() => linesOf(desk.page), POLL).not.toEqual([])
})
afterAll(async () => {
  await browser.close()
  await station.stop()
  await mails.stop()
  folder.remove()
})
afterEach(() => expect([...desk.complaints, ...wall.complaints]).toEqual([]))

const panel = () => wall.page.evaluate(() => document.querySelector('[data-panel]')?.getAttribute('data-panel'))
const onWall = () => attributeOf(wall.page, 'alarm-panel', 'data-alarm')
const stripCount = async () => Number(await attributeOf(wall.page, 'alarm-strip', 'data-open'))
const windOf = ({ id }: AlarmDevice) => alarmOf(id, RULE, 'wind_speed')
const standingOnDesk = (alarm: string) => lineOf(desk.page, alarm)
const asks = (page: Page) => opened(page, words.desk.command.form.who)

/** Blows beyond that level for as long as the rule waits. */
async function blows(mast: AlarmDevice, level: number): Promise<void> {
  const wind_speed = (limits[level] ?? Number.NaN) + 0.1
  await mast.says({ wind_speed })
  station.moveOn(onDelayMs)
  await mast.says({ wind_speed })
}
/** Blows as hard as the rule knows, until the wall is taken over. */
async function takesOver(): Promise<string> {
  const mast = station.aDevice()
  await blows(mast, limits.length - 1)
  await expect.poll(onWall, POLL).toBe(windOf(mast))
  return windOf(mast)
}

test('an alarm of medium priority is on the desk and on the line of the wall, which goes on with its scenes', async () => {
  const mast = station.aDevice()
  const before = await stripCount()
  await blows(mast, 1)
  await expect.poll(() => standingOnDesk(windOf(mast)), POLL).toContain(words.term.standing.unacknowledged)
  expect(await standingOnDesk(windOf(mast))).toMatch(/Trung bình .*Gió mạnh.* 17,3 m\/s HH ≥ 17,2 m\/s/)
  await expect.poll(stripCount, POLL).toBe(before + 1)
  await expect.poll(() => textOf(wall.page, 'alarm-strip'), POLL).toMatch(/Gió mạnh.*17,3/)
  expect(await panel()).toBe('field')

  // It becomes worse: the same alarm asks anew, now of everybody.
  await blows(mast, 2)
  await expect.poll(onWall, POLL).toBe(windOf(mast))
  expect(await panel()).toBe('alarms')
  expect(await textOf(wall.page, 'alarm-panel')).toMatch(/Cảnh báo cao.*Gió mạnh.*24,6.*mốc 24,5/)
  expect(await stripCount()).toBe(before + 1)
  await expect.poll(() => standingOnDesk(windOf(mast)), POLL).toMatch(/Cao .*24,6 m\/s/)

  await fetchesNothingByLooking(windOf(mast))
})
