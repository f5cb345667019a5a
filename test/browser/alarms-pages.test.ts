// The other pages of the Alarms area: a rule tried and changed by its form, the scorecard's figures, where messages go; and how all of
// them look at the sizes people use, in both languages, over a month of simulated alarms.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { vi as words } from '../../client/alarms/words/vi.ts'
import { alarmSeed, plantAlarmStory, plantRules } from '../../server/alarms/seed.ts'
import { loadChannels } from '../../server/notify/channels-file.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { demoAlarmHistory } from '../../server/simulate/alarms/history.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { openAlarmsPage, POLL } from '../support/alarm-page.ts'
import { type AlarmDevice, type AlarmStation, startAlarmStation } from '../support/alarm-station.ts'
import {
  alarmAt,
  alarmOf,
  alarmStateOf,
  anAlarmCommand,
  aRule,
  doToAlarms,
  eventsOfRule,
  publishRule,
  seen,
} from '../support/alarms.ts'
import { DRAWN_MS, fill, messagesOf, opened, press, send, summaryOf, visit, wordsOf } from '../support/entry-form.ts'
import { launchBrowser, type Watched } from '../support/page.ts'
import { countOf, hiddenTexts, lowTargets, rawKeys, sidewaysBy } from '../support/page-looks.ts'
import { BY_LAN } from '../support/programme-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
const main = (page: Page) => wordsOf(page.locator('main'))

describe('at a station without channels', () => {
  let station: AlarmStation
  let watched: Watched
  let gauge: AlarmDevice
  const { rules, scorecard, outbox } = words
  const name = 'Nước cao'

  beforeAll(async () => {
    station = await startAlarmStation({ devices: 1, quantities: ['water_level'] })
    gauge = station.aDevice()
    await publishRule(station, aRule({ name: { vi: name, en: 'High water' } }))
    // Beyond the limit three times.
    for (const water_level of [3.2, 2.5, 3.5, 2.5, 3.5]) {
      await gauge.says({ water_level })
      station.moveOn(60_000)
    }
    watched = await openAlarmsPage(browser, station, '/alarms/rules/test-high')
  })
  afterEach(() => expect(watched.complaints).toEqual([]))
  afterAll(async () => {
    await watched.page.close()
    await station.stop()
  })

  test('a rule is tried against history, and says how many alarms it would have raised', async () => {
    const { page } = watched
    await press(page, rules.test)
    const trial = opened(page, `Thử “${name}” với lịch sử`)
    await press(trial, rules.trial.run)
    await expect.poll(() => wordsOf(trial), POLL).toContain('Lẽ ra đã phát 3 cảnh báo trong 30 ngày')
    expect(await wordsOf(trial)).toMatch(/Đã thử trên 1 điểm, 5 số đo[\s\S]*Mỹ Đông\s+3/)
    await page.keyboard.press('Escape')
    await expect.poll(() => trial.count(), POLL).toBe(0)
  })

  test('its limit is changed by the form: what is wrong says why, the trial compares, and the new version holds', async () => {
    const { page } = watched
    let sent = 0
    page.on('request', request => {
      if (new URL(request.url()).pathname === '/api/v1/alarms/commands') sent += 1
    })
    await press(page, rules.edit)
    const form = opened(page, `Sửa “${name}”`)
    await press(form, rules.form.addLevel)
    await fill(form, {
      'rule.levels.0.at': '3,3',
      'rule.levels.1.name': 'HH',
      'rule.levels.1.at': '3,1',
      'rule.levels.1.priority': 'high',
    })
    await send(form)
    await expect.poll(() => summaryOf(page), POLL).toMatch(/Cần sửa 2 chỗ[\s\S]*ngưỡng sau cao hơn ngưỡng trước/)
    expect(await summaryOf(page)).toContain(rules.form.missingReason)
    await fill(form, { 'rule.levels.1.at': '4', 'rule.onDelayMs': 'một lát', reason: 'Kênh mới nạo vét' })
    await send(form)
    await expect.poll(() => summaryOf(page), POLL).toContain(rules.form.badDuration)
    expect(sent).toBe(0)
    await fill(form, { 'rule.onDelayMs': '0' })
    await press(form, rules.trial.run)
    await expect.poll(() => wordsOf(form), POLL).toContain('Ít hơn 1 so với bản đang dùng (3)')
    await send(form)
    await expect.poll(() => messagesOf(page), POLL).toContain(`Đã công bố bản 2 của “${name}”`)
    expect(sent).toBe(1)

    const held = (await alarmStateOf(station)).rules.get('test-high')
    expect(held).toMatchObject({ version: 2, by: BY_LAN, rule: { levels: [{ at: 3.3 }, { at: 4, priority: 'high' }] } })
    await expect
      .poll(() => main(page), POLL)
      .toMatch(/H\s+từ 3,3 m trở lên\s+Cao\s+HH\s+từ 4 m trở lên[\s\S]*Kênh mới nạo vét/)
    await gauge.says({ water_level: 4.1 })
    await expect.poll(async () => (await alarmAt(station, alarmOf(gauge.id)))?.priority, POLL).toBe('high')
  })

  test('the scorecard shows what happened, and "no data" for what it cannot know', async () => {
    const { page } = watched
    await visit(page, '/alarms/scorecard?period=today')
    const happened = [...(await eventsOfRule(station)), ...(await eventsOfRule(station, 'task-overdue'))]
    const asked = happened.filter(
      ({ type, data }) => type === 'alarm.raised' || (type === 'alarm.level-changed' && data['isSeverer'] === true),
    )
    await expect.poll(() => main(page), POLL).toContain(`${asked.length} lần phát cảnh báo.`)
    const answered = () => wordsOf(page.locator('[data-group="people"]'))
    expect(await answered()).toContain(scorecard.unknown)
    const alarm = await alarmAt(station, alarmOf(gauge.id))
    if (!alarm) throw new Error('the alarm went')
    await doToAlarms(station, anAlarmCommand('acknowledge', { alarms: [seen(alarm)], comment: null }))
    // Asked for again within a minute, a period is answered as before.
    station.moveOn(60_000)
    await page.reload()
    await expect.poll(() => answered().catch(() => ''), POLL).toMatch(/Xác nhận đúng hạn\s+100 %/)
  })

  test('the page of what is sent out says how to begin, by an example that the station would take', async () => {
    const { page } = watched
    await visit(page, '/alarms/outbox')
    await expect.poll(() => main(page), POLL).toContain(outbox.empty)
    expect(await main(page)).toMatch(/ALARM_CHANNELS_FILE[\s\S]*SMTP_URL/)
    const folder = temporaryFolder()
    try {
      const file = join(folder.path, 'channels.json')
      writeFileSync(file, await page.locator('figure pre').innerText())
      writeFileSync(join(folder.path, 'truc-ban.key'), `whsec_${Buffer.alloc(32, 5).toString('base64')}`)
      const channels = loadChannels(file, { canMail: true, villages: new Set() })
      expect(channels.map(({ kind }) => kind)).toEqual(['webhook', 'email'])
    } finally {
      folder.remove()
    }
    const feed = await page.getByRole('textbox', { name: outbox.feedAddress }).inputValue()
    expect(feed).toBe(`${station.url}/api/v1/alarms/cap`)
    expect((await fetch(feed)).headers.get('content-type')).toContain('application/atom+xml')
  })
})

const PLACES = {
  desk: '',
  'desk, grouped': '?grouped=1',
  'one alarm': '?alarm=ONE',
  'shelved alarms': '?tab=shelved',
  'hidden alarms': '?tab=hidden',
  'all alarms': '?tab=all',
  history: '/history',
  scorecard: '/scorecard?period=30',
  rules: '/rules',
  'one rule': '/rules/flood-stage',
  'the form of a rule': '/rules/wind-strong?form=edit',
  'the form of a new rule': '/rules?form=new',
  'a trial': '/rules/wind-strong?form=trial',
  'switching a rule': '/rules/wind-strong?form=switch',
  outbox: '/outbox',
  'a link without its code': '/acknowledge',
} as const

const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const
/** WCAG 2.5.8; lines of lists are pressed as a whole. */
const LEAST_TARGET = 24
/** Of the map; ends in an ellipsis while the map is small. */
const LEGAL_LINE = /^(?:Ranh giới|Boundaries): /
/** What comes after the page says so until it is here. */
const COMING = /Đang (?:tải|đọc|tính|đếm)|Loading the|Reading (?:the|what)|Computing|counting/

describe('over a month of simulated alarms', () => {
  let station: AlarmStation
  let one: string

  beforeAll(async () => {
    station = await startAlarmStation({
      devices: 6,
      quantities: ['water_level'],
      async before(dataDir, now) {
        const store = await openSqliteStore({ path: databasePath(dataDir) })
        await plantRules(store, alarmSeed())
        await plantAlarmStory(store, () => demoAlarmHistory(2026, loadRegistry(), now))
        await store.close()
      },
    })
    await publishRule(station, aRule())
    const gauges = Array.from({ length: 6 }, station.aDevice)
    for (const gauge of gauges) await gauge.says({ water_level: 3.5 })
    const risen = async () => {
      const { alarms } = await alarmStateOf(station)
      const found = gauges.flatMap(({ id }) => alarms.get(alarmOf(id)) ?? [])
      return found.length === gauges.length && found
    }
    const alarms = await vi.waitUntil(risen, POLL)
    one = alarms[0]?.id ?? ''
    const nth = (n: number) => alarms.slice(n, n + 1).map(seen)
    const reason = 'Đang thay cảm biến, thợ của Tổ Điều hành làng báo xong trước 20 giờ; đã đo tay, mực nước thấp'
    for (const command of [
      anAlarmCommand('acknowledge', { alarms: nth(0), comment: reason }),
      anAlarmCommand('comment', { alarms: nth(0), text: reason }),
      anAlarmCommand('shelve', { alarms: nth(1), forMs: 3_600_000, reason }),
      anAlarmCommand('take-out-of-service', { alarms: nth(2), reason }),
      anAlarmCommand('assign', {
        alarms: nth(3),
        to: { name: 'Nguyễn Thị Bích Phượng', unit: 'so-khcn-2025' },
        comment: null,
      }),
    ])
      await doToAlarms(station, command)
  })
  afterAll(() => station.stop())

  describe.each(SIZES.flatMap(size => (['vi', 'en'] as const).map(language => ({ ...size, language }))))(
    'at $width × $height in $language',
    ({ language, ...size }) => {
      const search = language === 'en' ? 'lang=en' : ''
      const errors: string[] = []
      let watched: Watched
      beforeAll(async () => {
        watched = await openAlarmsPage(browser, station, `/alarms?${search}`, { size, hasMap: language === 'vi' })
        watched.page.on('console', message => {
          if (message.type() === 'error') errors.push(message.text())
        })
        await watched.page.reload()
      })
      afterAll(() => watched.page.close())

      test.each(Object.entries(PLACES))('%s is whole', async (_, path) => {
        const { page, complaints } = watched
        const address = `/alarms${path.replace('ONE', encodeURIComponent(one))}`
        await visit(page, `${address}${path.includes('?') ? '&' : '?'}${search}`)
        await expect.poll(() => countOf(page, 'main h2'), POLL).toBeGreaterThan(0)
        if (path.includes('form=')) await page.getByRole('dialog').waitFor({ timeout: DRAWN_MS })
        await expect.poll(() => main(page), POLL).not.toMatch(COMING)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        expect({
          sideways: Math.max(0, await sidewaysBy(page)),
          hidden: (await hiddenTexts(page)).filter(text => !LEGAL_LINE.test(text)),
          low: await lowTargets(page, LEAST_TARGET),
          keys: await rawKeys(page, Object.keys(words)),
          h1: await countOf(page, 'h1'),
          complaints: [...complaints, ...errors],
        }).toEqual({ sideways: 0, hidden: [], low: [], keys: [], h1: 1, complaints: [] })
      })
    },
  )
})
