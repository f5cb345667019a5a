// One-time links from the mail to the log: a real mail's token, real HTTP, a real acknowledgement.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import express from 'express'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { decideByLink } from '../../server/alarms/link-acknowledgement.ts'
import { problemHandler } from '../../server/http/problem.ts'
import { createRateLimit } from '../../server/ingest/rate.ts'
import { type LinkAcknowledgement, type LinksDeps, serveLinks } from '../../server/notify/links-http.ts'
import { hashToken, newToken } from '../../server/registry/token.ts'
import { StoreTrouble } from '../../server/store/store.ts'
import { linkAcknowledgeReplySchema, linkLookReplySchema } from '../../shared/alarms/notify-schema.ts'
import { get, problemOf } from '../support/door.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import {
  aClock,
  anEmailChannel,
  type Clock,
  type NotifyStation,
  startNotifyStation,
} from '../support/notify-station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { ALARM, aDraft, NOON, units } from '../unit/alarms/sample.ts'
import { raisedAt } from '../unit/notify/message-sample.ts'

const DAY_MS = 86_400_000
const BURST = 8
let folder: ReturnType<typeof temporaryFolder>
let clock: Clock
let mails: MailServer
let station: NotifyStation
let http: Server
let url: string
let token: string
/** Called with each acknowledgement before it is carried out. */
let before: (request: LinkAcknowledgement) => Promise<void>

beforeEach(async () => {
  folder = temporaryFolder()
  clock = aClock()
  before = async () => undefined
  mails = await startMailServer()
  const smtp = { url: mails.url, username: undefined, password: undefined, from: 'canh-bao@ioc.example.vn' }
  const options = { smtp, publicUrl: 'https://ioc.example.vn' }
  station = await startNotifyStation(folder.path, [anEmailChannel()], clock, options)
  await station.store.openOutbox('mail', 0)
  await station.publishRule()
  await station.append(raisedAt('pond-1'))
  await vi.waitFor(() => expect(mails.mails).toHaveLength(1), { timeout: 20_000 })
  token = /#([\w-]{43})/.exec(mails.mails[0]?.text ?? '')?.[1] ?? ''

  const deps: LinksDeps = {
    store: station.store,
    rate: createRateLimit(0.001, BURST),
    now: clock.now,
    look: id => station.alarmLog.state().alarms.get(id),
    acknowledge: async request => {
      await before(request)
      const { alarmLog } = station
      return alarmLog.inTurn(async () => {
        const scene = { state: alarmLog.state(), units, now: clock.now() }
        const seen = { id: request.alarm, occurrence: request.occurrence }
        const { events, expected, refusals } = decideByLink(scene, seen, request.comment)
        if (refusals.length > 0) return { kind: 'refused', refusals }
        const actor = `link:${request.recipient}`
        const made = events.map(event => ({ ...event, at: clock.now(), actor }))
        await alarmLog.append({ events: made, expected, key: request.key, fingerprint: request.alarm })
        return { kind: 'done' }
      })
    },
  }
  const app = express()
  app.use(serveLinks(deps))
  app.use(problemHandler(pino({ level: 'silent' })))
  http = createServer(app).listen(0, '127.0.0.1')
  await once(http, 'listening')
  url = `http://127.0.0.1:${(http.address() as { port: number }).port}/alarms/links`
})
afterEach(async () => {
  http.closeAllConnections()
  http.close()
  await station.stop()
  await mails.stop()
  folder.remove()
})

const post = (path: 'look' | 'acknowledge', body: unknown) =>
  get(`${url}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const look = async () => linkLookReplySchema.parse((await post('look', { token })).body)
const acknowledge = async (comment?: string) =>
  linkAcknowledgeReplySchema.parse(
    (await post('acknowledge', { token, ...(comment === undefined ? {} : { comment }) })).body,
  )
const alarm = () => station.alarmLog.state().alarms.get(ALARM)

test('the link of a mail says what it would acknowledge, does it once, and says so afterwards', async () => {
  expect(await look()).toEqual({
    kind: 'open',
    alarm: ALARM,
    title: { vi: 'Trạm pond-1 · pH', en: 'Station pond-1 · pH' },
    village: 'my-dong',
    quantity: 'ph',
    source: 'simulated',
    level: 'H',
    priority: 'low',
    value: 8.6,
    limit: 8.5,
    measuredAt: NOON,
    since: NOON - 60_000,
    standing: 'unacknowledged',
    isSuperseded: false,
    expiresAt: NOON + DAY_MS,
  })
  expect(alarm()?.isAcknowledged).toBe(false)
  clock.moveOn(5_000)
  expect(await acknowledge('  đang thay nước  ')).toEqual({ kind: 'done' })
  expect(alarm()?.acknowledged).toMatchObject({
    by: 'link:truc@ioc.example.vn',
    comment: 'đang thay nước',
    at: NOON + 5_000,
  })
  clock.moveOn(DAY_MS)
  expect(await acknowledge()).toEqual({ kind: 'used', usedAt: NOON + 5_000 })
  expect(await look()).toEqual({ kind: 'used', usedAt: NOON + 5_000 })
})

test('of two who press at the same time one acknowledges', async () => {
  const replies = await Promise.all([acknowledge(), acknowledge(), acknowledge()])
  expect(replies.map(({ kind }) => kind).sort()).toEqual(['done', 'used', 'used'])
  const events = await station.store.eventsAbout(`alarm:${ALARM}`, 9)
  expect(events.map(({ type }) => type)).toEqual(['alarm.acknowledged', 'alarm.raised'])
})

test('opening the link, as a scanner does, does nothing', async () => {
  for (const path of ['look', 'acknowledge'])
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT']) await fetch(`${url}/${path}?token=${token}`, { method })
  expect(alarm()?.isAcknowledged).toBe(false)
  expect((await station.store.linkToken(hashToken(token)))?.usedAt).toBeNull()
})

describe('a guesser learns nothing:', () => {
  test('a token nobody made and one whose time is over are answered alike', async () => {
    for (const path of ['look', 'acknowledge'] as const) {
      const unknown = await post(path, { token: newToken() })
      clock.moveOn(DAY_MS)
      const late = await post(path, { token })
      clock.moveOn(-DAY_MS)
      expect(unknown.status).toBe(404)
      expect(late).toEqual({ ...unknown, headers: late.headers })
      expect(problemOf(late).detail).toContain('24 giờ')
    }
    expect(alarm()?.isAcknowledged).toBe(false)
    clock.moveOn(DAY_MS - 1)
    expect((await look()).kind).toBe('open')
  })

  test('what can be no token is malformed', async () => {
    const long = `{"token":"${'x'.repeat(44)}"}`
    for (const body of ['{}', '{"token":""}', long, '{"token":7}', '[]', 'null', '{"token":'])
      expect((await post('look', body)).status, body).toBe(400)
  })

  test('neither a field too many nor too long a comment is taken', async () => {
    expect((await post('acknowledge', { token, alarm: 'other' })).status).toBe(400)
    expect((await post('acknowledge', { token, comment: 'x'.repeat(501) })).status).toBe(400)
    expect((await post('acknowledge', { token, comment: 'x'.repeat(500) })).status).toBe(200)
  })

  test(`after ${BURST} tries an address must wait`, async () => {
    const tries = await Promise.all(Array.from({ length: BURST }, () => post('look', { token: newToken() })))
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([404]))
    const next = await post('look', { token })
    expect(next.status).toBe(429)
    expect(Number(next.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await post('acknowledge', { token })).status).toBe(429)
  })
})

test('an alarm that asked again since isn’t acknowledged by the old link, and the link stays as it was', async () => {
  await station.append(aDraft('alarm.level-changed'))
  expect(await look()).toMatchObject({ kind: 'open', isSuperseded: true, level: 'HH' })
  const refused = await post('acknowledge', { token })
  expect(refused.status).toBe(422)
  expect(problemOf(refused).errors).toEqual([
    expect.objectContaining({ vi: expect.any(String), en: expect.any(String) }),
  ])
  expect(alarm()?.isAcknowledged).toBe(false)
  expect((await look()).kind).toBe('open')
})

test('an alarm that a person acknowledged at the desk says so', async () => {
  await station.append(aDraft('alarm.acknowledged'))
  expect(await look()).toMatchObject({ standing: 'acknowledged' })
  expect((await post('acknowledge', { token })).status).toBe(422)
})

test('when it can’t be written now, the link can be used again', async () => {
  before = () => Promise.reject(new StoreTrouble('busy', 'the disk is busy'))
  expect((await post('acknowledge', { token })).status).toBe(503)
  expect((await look()).kind).toBe('open')
  before = async () => undefined
  expect(await acknowledge()).toEqual({ kind: 'done' })
})
