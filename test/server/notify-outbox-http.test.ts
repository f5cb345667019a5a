// The outbox over real HTTP: what waits, what failed, and that no secret, link or whole address is in any answer.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import express from 'express'
import pino from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problemHandler } from '../../server/http/problem.ts'
import { createRateLimit } from '../../server/ingest/rate.ts'
import { serveOutbox } from '../../server/notify/outbox-http.ts'
import { channelsReplySchema, MAX_OUTBOX_PAGE, outboxReplySchema } from '../../shared/alarms/notify-schema.ts'
import { get } from '../support/door.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import {
  aClock,
  anEmailChannel,
  aWebhook,
  type Clock,
  type NotifyStation,
  startNotifyStation,
} from '../support/notify-station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { ACCEPT, answer, startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts'
import { NOON } from '../unit/alarms/sample.ts'
import { alarmAt, raisedAt } from '../unit/notify/message-sample.ts'

let folder: ReturnType<typeof temporaryFolder>
let clock: Clock
let receiver: WebhookReceiver
let mails: MailServer
let station: NotifyStation
let http: Server
let url: string

beforeEach(async () => {
  folder = temporaryFolder()
  clock = aClock()
  receiver = await startWebhookReceiver(answer(410))
  mails = await startMailServer()
  const filter = { priorities: ['low'], villages: null, transitions: ['raised'] } as const
  const channels = [
    aWebhook(`${receiver.url}?room=secret-room`, { filter }),
    anEmailChannel({ to: ['truc.ban@ioc.example.vn'], language: 'en' }),
  ]
  const smtp = { url: mails.url, username: undefined, password: undefined, from: 'canh-bao@ioc.example.vn' }
  const options = { smtp, publicUrl: 'https://ioc.example.vn' }
  station = await startNotifyStation(folder.path, channels, clock, options)
  const app = express()
  const rate = createRateLimit(0.001, 3)
  app.use(serveOutbox({ store: station.store, channels, rate, now: clock.now, wake: station.notifier.wake }))
  app.use(problemHandler(pino({ level: 'silent' })))
  http = createServer(app).listen(0, '127.0.0.1')
  await once(http, 'listening')
  url = `http://127.0.0.1:${(http.address() as { port: number }).port}/alarms`
})
afterEach(async () => {
  http.closeAllConnections()
  http.close()
  await station.stop()
  await receiver.stop()
  await mails.stop()
  folder.remove()
})

const page = async (query = '') => outboxReplySchema.parse((await get(`${url}/outbox${query}`)).body)
const channels = async () => channelsReplySchema.parse((await get(`${url}/channels`)).body).channels
const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 10 })
async function raise(): Promise<void> {
  await eventually(async () => expect((await channels()).every(({ cursor }) => cursor !== null)).toBe(true))
  await station.publishRule()
  await station.append(raisedAt('pond-1'))
  await eventually(async () => {
    expect((await page('?state=dead')).rows).toHaveLength(1)
    expect((await page('?state=delivered')).rows).toHaveLength(1)
  })
}

test('a channel says where it leads, what it lets through and how it does', async () => {
  await raise()
  expect(await channels()).toEqual([
    {
      id: 'chat',
      kind: 'webhook',
      targets: [`127.0.0.1:${receiver.port}`],
      language: 'vi',
      filter: { priorities: ['low'], villages: null, transitions: ['raised'] },
      cursor: 2,
      waiting: 0,
      dead: 1,
      delivered: 0,
      overflowed: 0,
      oldestWaitingAt: null,
      lastDeliveredAt: null,
      lastError: 'http-410',
      lastErrorAt: NOON,
    },
    {
      id: 'mail',
      kind: 'email',
      targets: ['t***@ioc.example.vn'],
      language: 'en',
      filter: { priorities: null, villages: null, transitions: null },
      cursor: 2,
      waiting: 0,
      dead: 0,
      delivered: 1,
      overflowed: 0,
      oldestWaitingAt: null,
      lastDeliveredAt: NOON,
      lastError: null,
      lastErrorAt: null,
    },
  ])
})

test('a message is listed by what it tells, without links, secrets or whole addresses', async () => {
  await raise()
  const { rows, next } = await page()
  expect(next).toBeNull()
  expect(rows.find(({ channel }) => channel === 'mail')).toEqual({
    id: expect.any(Number),
    channel: 'mail',
    recipient: 't***@ioc.example.vn',
    event: 2,
    alarm: alarmAt('pond-1'),
    transition: 'raised',
    title: { vi: 'Trạm pond-1 · pH', en: 'Station pond-1 · pH' },
    place: 'Mỹ Đông',
    level: 'H',
    priority: 'low',
    valueWords: { vi: '8,6', en: '8.6' },
    isSimulated: true,
    state: 'delivered',
    attempts: 1,
    createdAt: NOON,
    nextAt: null,
    settledAt: NOON,
    lastError: null,
  })
  expect(rows.find(({ channel }) => channel === 'chat')).toMatchObject({
    recipient: null,
    state: 'dead',
    lastError: 'http-410',
  })
  const told = JSON.stringify([rows, await channels()])
  for (const secret of ['whsec', 'secret-room', 'truc.ban', 'acknowledge#', 'canh-bao'])
    expect(told).not.toContain(secret)
})

test('pages go from the newest back, by state and channel', async () => {
  await raise()
  clock.moveOn(60_000)
  await station.append(...[2, 3, 4, 5].map(i => raisedAt(`pond-${i}`)))
  await eventually(async () => expect((await page()).rows.filter(({ state }) => state !== 'waiting')).toHaveLength(10))
  const dead = await page('?state=dead&limit=2')
  expect(dead.rows.map(({ event }) => event)).toEqual([6, 5])
  const rest = await page(`?state=dead&limit=3&before=${dead.next}`)
  expect(rest.rows.map(({ event }) => event)).toEqual([4, 3, 2])
  expect(rest.next).toBeNull()
  expect((await page('?channel=mail')).rows).toHaveLength(5)
  expect((await page('?channel=nobody')).rows).toEqual([])
  expect((await get(`${url}/outbox?limit=${MAX_OUTBOX_PAGE}`)).status).toBe(200)
  for (const query of [`limit=${MAX_OUTBOX_PAGE + 1}`, 'limit=0', 'state=lost', 'before=0', 'before=x', 'page=2'])
    expect((await get(`${url}/outbox?${query}`)).status, query).toBe(400)
})

test('a dead message goes again when a person says so, and nothing else does', async () => {
  await raise()
  const dead = (await page('?state=dead')).rows[0]?.id
  const delivered = (await page('?state=delivered')).rows[0]?.id
  receiver.behave(ACCEPT)
  const retry = (id: unknown) => get(`${url}/outbox/${String(id)}/retry`, { method: 'POST' })
  expect((await retry(delivered)).status).toBe(404)
  expect(await retry(dead)).toMatchObject({ status: 200, body: { id: dead } })
  await eventually(async () => expect((await page('?state=delivered')).rows).toHaveLength(2))
  expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id)
  expect((await retry('1e3')).status).toBe(404)
  // So many a minute and no more.
  expect((await retry(dead)).status).toBe(429)
})
