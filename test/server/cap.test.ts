// CAP over real HTTP from a real log: the feed, its caching, every message at its address.
import type { Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import express from 'express'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CANCELLED_MS, MAX_ENTRIES, MAX_EVENTS } from '../../server/cap/current-messages.ts'
import { type CapDeps, DEFAULT_SENDER, serveCap } from '../../server/cap/http.ts'
import { notFound, problemHandler } from '../../server/http/problem.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { NewEvent, Store } from '../../server/store/store.ts'
import type { AlarmEventData, AlarmEventType } from '../../shared/alarms/event.ts'
import { foldAlarms } from '../../shared/alarms/fold.ts'
import type { Rule } from '../../shared/alarms/rule.ts'
import { EMPTY_ALARM_STATE } from '../../shared/alarms/state.ts'
import { alarmIdOf, subjectOfAlarm, subjectOfRule, targetOf } from '../../shared/alarms/target.ts'
import { attributesOf, capComplaints, textsOf, xmlComplaints } from '../support/cap-schema.ts'
import { type Answer, get, problemOf } from '../support/door.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import {
  aRule,
  levelChanged,
  MINUTE,
  OUTLINES,
  REGISTRY,
  raised,
  raisedData,
  returned,
  T0,
} from '../unit/cap/cap-sample.ts'

const PUBLIC = 'https://ioc.example.vn'
let folder: ReturnType<typeof temporaryFolder>
let store: Store
let http: Server
let url: string
let now = T0
let state = EMPTY_ALARM_STATE
let commands = 0
let reads = 0

const deps = (): CapDeps => ({
  alarms: () => state,
  store: {
    event: store.event,
    eventsAbout: (...args) => {
      reads += 1
      return store.eventsAbout(...args)
    },
  },
  registry: REGISTRY,
  outlines: OUTLINES,
  now: () => now,
  publicUrl: () => PUBLIC,
})

beforeEach(async () => {
  folder = temporaryFolder()
  store = await openSqliteStore({ path: join(folder.path, 'cap.db') })
  now = T0
  state = EMPTY_ALARM_STATE
  const app = express()
  app.use('/api/v1', serveCap(deps()))
  app.use(notFound)
  app.use(problemHandler(pino({ level: 'silent' })))
  http = createServer(app)
  await new Promise<void>(ready => http.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/v1/alarms/cap`
})
afterEach(async () => {
  http.closeAllConnections()
  await new Promise(closed => http.close(closed))
  await store.close()
  folder.remove()
})

async function append(events: readonly NewEvent[]): Promise<void> {
  commands += 1
  const outcome = await store.appendEvents({ events, expected: [], key: `k${commands}`, fingerprint: 'f' })
  if (outcome.kind !== 'appended') throw new Error(outcome.kind)
  state = foldAlarms(state, outcome.events)
  now = Math.max(now, ...events.map(({ at }) => at))
}
type Written = {
  [T in AlarmEventType]: readonly [type: T, minutes: number, data: AlarmEventData[T]]
}[AlarmEventType]
/** About the gauge `device`, whose alarm is of this rule. */
const about = (device: string, [type, minutes, data]: Written, rule = 'flood-stage'): NewEvent => ({
  type,
  at: T0 + minutes * MINUTE,
  actor: 'system:alarms',
  subject: subjectOfAlarm(alarmIdOf(rule, targetOf.series(device))),
  data: type === 'alarm.raised' ? { ...data, rule, target: targetOf.series(device) } : data,
})
const published = (rule: Rule, version = 1, minutes = -60): NewEvent => ({
  type: 'alarm.rule-published',
  at: T0 + minutes * MINUTE,
  actor: 'seed:test',
  subject: subjectOfRule(rule.id),
  data: { rule, version, reason: null },
})
const addressesOf = ({ body }: Answer): string[] =>
  attributesOf(body as string, 'link rel="alternate"', 'href').map(href =>
    href.replace(`${PUBLIC}/api/v1/alarms/cap`, url),
  )

describe('the feed', () => {
  test('is Atom, empty before there is an alarm', async () => {
    const answer = await get(url)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(await xmlComplaints(answer.body as string)).toEqual([])
    expect(textsOf(answer.body as string, 'updated')).toEqual(['2026-10-21T14:30:00+07:00'])
    expect(attributesOf(answer.body as string, 'feed', 'xmlns')).toEqual(['http://www.w3.org/2005/Atom'])
    expect(attributesOf(answer.body as string, 'link', 'href')).toEqual([`${PUBLIC}/api/v1/alarms/cap`])
    expect(addressesOf(answer)).toEqual([])
  })

  test('has one entry for each alarm that stands and is published, the newest message', async () => {
    await append([
      published(aRule()),
      published(aRule({ id: 'silent', signal: { kind: 'silence', of: 'device' }, quantity: null })),
      about('a', raised(0)),
      about('b', raised(1)),
      about('c', raised(1), 'silent'),
      about('a', levelChanged(2, 'BĐ III', 2.4)),
    ])
    const answer = await get(url)
    const body = answer.body as string
    expect(await xmlComplaints(body)).toEqual([])
    expect(textsOf(body, 'title').slice(1)).toEqual([
      'Mực nước vượt mức báo động (BĐ III) · Trạm Mỹ Đông 1 · Mực nước: 2,4 m',
      'Mực nước vượt mức báo động (BĐ I) · Trạm Mỹ Đông 1 · Mực nước: 1,95 m',
    ])
    expect(textsOf(body, 'updated')).toEqual(['32', '32', '31'].map(minute => `2026-10-21T14:${minute}:00+07:00`))
    const ids = textsOf(body, 'id')
    expect(new Set(ids).size).toBe(3)
    const xml = await Promise.all(addressesOf(answer).map(address => get(address)))
    expect(xml.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual(
      Array.from({ length: 2 }, () => [200, 'application/cap+xml; charset=utf-8']),
    )
    expect(await capComplaints(...xml.map(one => one.body as string))).toEqual([])
    expect(xml.map(one => textsOf(one.body as string, 'msgType'))).toEqual([['Update'], ['Alert']])
  })

  test('keeps what was cancelled for a day, not a millisecond longer, after what is open', async () => {
    await append([published(aRule()), about('a', raised(0)), about('a', returned(10)), about('b', raised(5))])
    const kinds = async () => {
      const xml = await Promise.all(addressesOf(await get(url)).map(address => get(address)))
      return xml.flatMap(one => textsOf(one.body as string, 'msgType'))
    }
    expect(await kinds()).toEqual(['Alert', 'Cancel'])
    now = T0 + 10 * MINUTE + CANCELLED_MS
    expect(await kinds()).toEqual(['Update', 'Cancel'])
    // A feed that was asked for just now is answered as then.
    now += 5_000
    expect(await kinds()).toEqual(['Update'])
  })

  test('an episode that ended stands beside the one that began since', async () => {
    await append([published(aRule()), about('a', raised(0)), about('a', returned(10)), about('a', raised(20))])
    expect(addressesOf(await get(url))).toHaveLength(2)
  })

  test(`at most ${MAX_ENTRIES} entries, the newest`, async () => {
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => about(`d${from + n}`, raised((from + n) / 60)))
    await append([published(aRule()), ...many(0, MAX_ENTRIES)])
    expect(addressesOf(await get(url))).toHaveLength(MAX_ENTRIES)
    await append(many(MAX_ENTRIES, MAX_ENTRIES + 1))
    const answer = await get(url)
    expect(addressesOf(answer)).toHaveLength(MAX_ENTRIES)
    expect(textsOf(answer.body as string, 'updated').at(-1)).toBe('2026-10-21T14:30:01+07:00')
  })
})

/** As a feed reader does; `fetch` by itself would ask every cache to look away. */
const getIf = (headers: Record<string, string>): Promise<Answer> =>
  get(url, { headers: { 'cache-control': 'max-age=0', ...headers } })

describe('who has it already', () => {
  test('is told so by tag and by time; a change is a new feed at once', async () => {
    await append([published(aRule()), about('a', raised(0))])
    const first = await get(url)
    const tag = first.headers.get('etag') ?? ''
    expect(first.headers.get('last-modified')).toBe('Wed, 21 Oct 2026 07:30:00 GMT')
    expect((await getIf({ 'if-none-match': tag })).status).toBe(304)
    expect((await getIf({ 'if-modified-since': first.headers.get('last-modified') ?? '' })).status).toBe(304)
    now += 60_000
    expect((await getIf({ 'if-none-match': tag })).status).toBe(304)
    expect((await get(url)).headers.get('last-modified')).toBe(first.headers.get('last-modified'))
    await append([about('a', levelChanged(2, 'BĐ II', 2.15))])
    const second = await getIf({ 'if-none-match': tag })
    expect(second.status).toBe(200)
    expect(second.headers.get('etag')).not.toBe(tag)
    expect((await getIf({ 'if-modified-since': first.headers.get('last-modified') ?? '' })).status).toBe(200)
  })

  test('is told also when something fell out of the feed', async () => {
    await append([published(aRule()), about('a', raised(0)), about('a', returned(10))])
    const then = (await get(url)).headers.get('last-modified') ?? ''
    now += CANCELLED_MS + 60_000
    const answer = await getIf({ 'if-modified-since': then })
    expect([answer.status, addressesOf(answer)]).toEqual([200, []])
  })

  test('costs no look at the log again, however often it is asked for', async () => {
    await append([published(aRule()), about('a', raised(0)), about('b', raised(0))])
    await get(url)
    const before = reads
    now += 60_000
    await Promise.all(Array.from({ length: 20 }, () => get(url)))
    expect(reads).toBe(before)
    await append([about('a', levelChanged(2, 'BĐ II', 2.15))])
    await get(url)
    expect(reads).toBe(before + 1)
  })

  test('events that no message follows from leave the feed as it is', async () => {
    await append([published(aRule()), about('a', raised(0))])
    const tag = (await get(url)).headers.get('etag') ?? ''
    await append([about('a', ['alarm.acknowledged', 1, { comment: null, via: 'desk' }])])
    expect((await getIf({ 'if-none-match': tag })).status).toBe(304)
  })
})

describe('a message at its own address', () => {
  test('stays what it was: after an update, after the end, after its rule was changed', async () => {
    await append([published(aRule()), about('a', raised(0))])
    const [address = ''] = addressesOf(await get(url))
    const before = (await get(address)).body
    await append([
      about('a', levelChanged(2, 'BĐ II', 2.15)),
      published(aRule({ action: { vi: 'khác', en: 'other' } }), 2, 3),
      about('a', returned(10)),
      published(aRule({ signal: { kind: 'silence', of: 'series' } }), 3, 11),
    ])
    now += 40 * CANCELLED_MS
    // Twice: the rule of that time is looked up, and then known.
    for (let look = 0; look < 2; look++) expect((await get(address)).body).toEqual(before)
    expect(textsOf(before as string, 'instruction')[0]).toBe('Đóng cống, kê cao tài sản.')
  })

  test('every reference leads to the message it names', async () => {
    await append([
      published(aRule()),
      about('a', raised(0)),
      about('a', levelChanged(2, 'BĐ II', 2.15)),
      about('a', ['alarm.acknowledged', 3, { comment: null, via: 'desk' }]),
      about('a', ['alarm.re-alarmed', 24 * 60 - 10, { afterMs: CANCELLED_MS }]),
      about('a', returned(30 * 60)),
    ])
    const [address = ''] = addressesOf(await get(url))
    const cancel = (await get(address)).body as string
    const references = textsOf(cancel, 'references')[0]?.split(' ') ?? []
    expect(references).toHaveLength(3)
    for (const reference of references) {
      const [sender, identifier, sent] = reference.split(',')
      const { status, body } = await get(`${url}/${identifier}`)
      expect(status).toBe(200)
      expect([sender, identifier, sent]).toEqual(
        ['sender', 'identifier', 'sent'].map(name => textsOf(body as string, name)[0]),
      )
    }
    expect(textsOf(cancel, 'sender')).toEqual([DEFAULT_SENDER])
  })

  test('also where hundreds of events followed', async () => {
    await append([published(aRule()), about('a', raised(0))])
    const [address = ''] = addressesOf(await get(url))
    await append(
      Array.from({ length: 300 }, (_, n) => [about('a', returned(2 * n + 1)), about('a', raised(2 * n + 2))]).flat(),
    )
    expect((await get(address)).status).toBe(200)
    // All that ended within the day, and the one that stands.
    expect(addressesOf(await get(url))).toHaveLength(301)
  })

  test(`of an alarm with more than ${MAX_EVENTS} events only the newest are to be had; what stands is`, async () => {
    await append([published(aRule()), about('a', raised(0))])
    const [address = ''] = addressesOf(await get(url))
    const comments = (count: number) =>
      append(Array.from({ length: count }, () => about('a', ['alarm.commented', 1, { text: 'x' }])))
    await comments(MAX_EVENTS - 1)
    expect((await get(address)).status).toBe(200)
    await comments(1)
    expect((await get(address)).status).toBe(404)
    await append([about('a', levelChanged(2, 'BĐ III', 2.4))])
    expect(textsOf((await get(url)).body as string, 'title')[1]).toContain('BĐ III')
  })

  test('what there never was is a problem document', async () => {
    await append([
      published(aRule()),
      published(aRule({ id: 'quiet', signal: { kind: 'aqi' }, side: 'low' })),
      about('a', raised(0)),
      about('b', raised(0), 'quiet'),
    ])
    const known =
      addressesOf(await get(url))[0]
        ?.split('/')
        .at(-1) ?? ''
    const hidden = (await store.event(4))?.hash.slice(0, 12)
    for (const identifier of [
      'x',
      'alarm-1',
      known.replace(/-[0-9a-f]{12}$/, '-000000000000'),
      known.replace(/^alarm-\d+/, 'alarm-999999'),
      `${known}-r1`,
      `alarm-4-${hidden}`,
      '%00',
      '..%2f..%2fetc',
      'a'.repeat(5_000),
    ]) {
      const answer = await get(`${url}/${identifier}`)
      expect([identifier, answer.status]).toEqual([identifier, 404])
      expect(problemOf(answer).title).toBe('Không tìm thấy')
    }
  })
})

test.each(['', 'a b', 'a,b', 'a<b', 'a&b', 'a\n', 'a'.repeat(201)])(
  'a sender that CAP forbids ends the start: %j',
  sender => {
    expect(() => serveCap({ ...deps(), sender })).toThrow(RangeError)
  },
)
test('an alarm of the simulated field is an exercise', async () => {
  await append([published(aRule()), about('a', raised(0, { about: { ...raisedData().about, source: 'simulated' } }))])
  const answer = await get(url)
  expect(textsOf(answer.body as string, 'title')[1]).toMatch(/^\[MÔ PHỎNG\] /)
  const [xml] = await Promise.all(addressesOf(answer).map(address => get(address)))
  expect(textsOf(xml?.body as string, 'status')).toEqual(['Exercise'])
})
