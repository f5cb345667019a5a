// Mails against a real SMTP server that refuses, fails and goes away.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MAX_ATTEMPTS } from '../../server/notify/back-off.ts'
import type { EmailChannel } from '../../server/notify/channel.ts'
import { hashLinkToken } from '../../server/notify/link-token.ts'
import { createMailer } from '../../server/notify/mailer.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { type MailServer, refusal, startMailServer } from '../support/mail-server.ts'
import {
  aClock,
  anEmailChannel,
  type Clock,
  type NotifyStation,
  startNotifyStation,
} from '../support/notify-station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { aDraft, NOON } from '../unit/alarms/sample.ts'
import { alarmAt, raisedAt } from '../unit/notify/message-sample.ts'

const FROM = 'canh-bao@ioc.example.vn'
const PUBLIC_URL = 'https://ioc.example.vn'
let folder: ReturnType<typeof temporaryFolder>
let clock: Clock
let server: MailServer
let station: NotifyStation
const ends: (() => Promise<void>)[] = []

beforeEach(() => {
  folder = temporaryFolder()
  clock = aClock()
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  folder.remove()
})

async function startServer(...args: Parameters<typeof startMailServer>): Promise<void> {
  server = await startMailServer(...args)
  ends.push(server.stop)
}
async function start(
  channel: Partial<EmailChannel> = {},
  account: { username?: string; password?: string; url?: string } = {},
): Promise<void> {
  const { username, password, url = server.url } = account
  const smtp = { url, username, password, from: FROM }
  station = await startNotifyStation(folder.path, [anEmailChannel(channel)], clock, { smtp, publicUrl: PUBLIC_URL })
  ends.push(station.stop)
  await station.publishRule()
  await eventually(async () => expect((await station.store.outboxChannels()).map(one => one.cursor)).not.toContain(0))
}
const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 10 })
const settled = (state: 'delivered' | 'dead', count: number) =>
  eventually(async () => expect(await station.messages(state)).toHaveLength(count))
const tokensIn = (text: string): string[] =>
  [...text.matchAll(/\/alarms\/acknowledge#([\w-]+)/g)].map(match => match[1] ?? '')
/** So many wait, and all of them failed so often. */
const failedWith = (lastError: string | RegExp, attempts = 1, count = 1) =>
  eventually(async () => {
    const error = typeof lastError === 'string' ? lastError : expect.stringMatching(lastError)
    const each = expect.objectContaining({ lastError: error, attempts, leasedUntil: null })
    expect(await station.messages('waiting')).toEqual(Array.from({ length: count }, () => each))
  })

test('an alarm is one mail to each receiver, in full, with a link of its own', async () => {
  await startServer()
  await start({ to: ['an@ioc.example.vn', 'binh@ioc.example.vn'] })
  await station.append(raisedAt('pond-1', { source: 'measured' }))
  await settled('delivered', 2)
  expect(server.mails.map(({ from, to }) => [from, ...to].join(' ')).sort()).toEqual([
    `${FROM} an@ioc.example.vn`,
    `${FROM} binh@ioc.example.vn`,
  ])
  for (const mail of server.mails) {
    expect(mail.subject).toBe('[THẤP] Mỹ Đông · Trạm pond-1 · pH · H · 8,6')
    expect(mail.headers.get('auto-submitted')).toEqual(['auto-generated'])
    expect(mail.headers.get('message-id')).toEqual([expect.stringMatching(/^<alarm-2-[0-9a-f]{32}@ioc\.example\.vn>$/)])
    expect(mail.headers.get('date')).toEqual(['Wed, 25 Nov 2026 05:00:00 +0000'])
    expect(mail.text).toContain('Giá trị: 8,6\nNgưỡng: 8,5 (ngưỡng nội bộ)\n')
    expect(mail.text).toContain('https://ioc.example.vn/alarms?alarm=ph-high%3Aseries%3Apond-1.ph')
    expect(mail.html).toContain('<td>8,5 (ngưỡng nội bộ)</td>')
  }
  const tokens = server.mails.flatMap(({ text }) => tokensIn(text))
  expect(new Set(tokens).size).toBe(2)
  expect(new Set(server.mails.map(({ headers }) => headers.get('message-id')?.[0])).size).toBe(2)
  for (const [i, token] of tokens.entries()) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(await station.store.linkToken(hashLinkToken(token))).toEqual({
      hash: hashLinkToken(token),
      alarm: alarmAt('pond-1'),
      occurrence: 2,
      recipient: server.mails[i]?.to[0],
      expiresAt: NOON + 86_400_000,
      usedAt: null,
    })
  }
  // The token itself stands in the mail and nowhere here.
  const path = databasePath(folder.path)
  const stored = Buffer.concat([readFileSync(path), readFileSync(`${path}-wal`)]).toString('latin1')
  for (const token of tokens) {
    expect(stored).not.toContain(token)
    expect(station.logged()).not.toContain(token)
  }
  expect(stored).toContain(hashLinkToken(tokens[0] ?? ''))
})

test('five hundred alarms are two mails: the first at once, a minute later all others as a few lines', async () => {
  await startServer()
  await start()
  await station.append(raisedAt('pond-0'))
  await settled('delivered', 1)
  for (let i = 0; i < 5; i++)
    await station.append(...Array.from({ length: 100 }, (_, k) => raisedAt(`pond-${i * 100 + k + 1}`)))
  await eventually(async () => expect(await station.messages('waiting')).toHaveLength(500))
  clock.moveOn(59_999)
  await sleep(100)
  expect(server.mails).toHaveLength(1)
  clock.moveOn(1)
  await settled('delivered', 501)
  expect(server.mails).toHaveLength(2)
  expect(server.mails[1]?.subject).toBe('[MÔ PHỎNG] [THẤP] 500 cảnh báo: Mỹ Đông 500')
  expect(tokensIn(server.mails[1]?.text ?? '')).toEqual([])
})

test('what comes within a minute is gathered, each alarm as it stands last and with its link', async () => {
  await startServer()
  await start({ language: 'en' })
  await station.append(raisedAt('pond-1'))
  await settled('delivered', 1)
  await station.append(
    raisedAt('pond-2'),
    raisedAt('pond-3'),
    aDraft('alarm.acknowledged', {}, alarmAt('pond-3')),
    aDraft('alarm.returned', {}, alarmAt('pond-1')),
  )
  clock.moveOn(60_000)
  await settled('delivered', 5)
  const [, mail] = server.mails
  expect(mail?.subject).toBe('[SIMULATED] [LOW] 3 alarms: Mỹ Đông 3')
  expect(mail?.text).toContain('Over: ')
  expect(mail?.text).toContain('Acknowledged: ')
  const links = await Promise.all(
    tokensIn(mail?.text ?? '').map(token => station.store.linkToken(hashLinkToken(token))),
  )
  expect(links.map(link => link?.alarm ?? '').sort()).toEqual([alarmAt('pond-1'), alarmAt('pond-2')])
})

test('a refused receiver is given up at once and holds up nobody else', async () => {
  await startServer({
    onRcptTo: ({ address }, _session, callback) => callback(address.startsWith('gone@') ? refusal(550) : null),
  })
  await start({ to: ['gone@ioc.example.vn', 'an@ioc.example.vn'] })
  await station.append(raisedAt('pond-1'))
  await settled('dead', 1)
  await settled('delivered', 1)
  expect(await station.messages('dead')).toMatchObject([
    { recipient: 'gone@ioc.example.vn', lastError: 'smtp-550', attempts: 1 },
  ])
  expect(server.mails.map(({ to }) => to)).toEqual([['an@ioc.example.vn']])
})

test('a mail refused for now comes again under the same name, one refused for good does not', async () => {
  let code = 451
  await startServer({ onData: (_stream, _session, callback) => callback(code === 250 ? null : refusal(code)) })
  await start()
  await station.append(raisedAt('pond-1'))
  await failedWith('smtp-451')
  code = 250
  clock.moveOn(5_000)
  await settled('delivered', 1)
  const ids = server.mails.map(({ headers }) => headers.get('message-id')?.[0])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  code = 554
  clock.moveOn(60_000)
  await station.append(raisedAt('pond-2'))
  await settled('dead', 1)
})

test('a mail server that is away is waited for; then all that waited is one mail', async () => {
  await startServer()
  await server.stop()
  await start()
  await station.append(raisedAt('pond-1'))
  await failedWith(/^smtp-/)
  await station.append(raisedAt('pond-2'))
  await failedWith(/^smtp-/, 1, 2)
  const { port } = server
  await startServer({}, port)
  clock.moveOn(20_000)
  await settled('delivered', 2)
  expect(server.mails.map(({ subject }) => subject)).toEqual(['[MÔ PHỎNG] [THẤP] 2 cảnh báo: Mỹ Đông 2'])
})

test('a server that breaks off after it took the mail gets it again under the same name', async () => {
  let isCutting = true
  await startServer({
    onData: (_stream, _session, callback) => {
      if (isCutting) server.cutOff()
      else callback()
      isCutting = false
    },
  })
  await start()
  await station.append(raisedAt('pond-1'))
  await failedWith(/^smtp-/)
  clock.moveOn(5_000)
  await settled('delivered', 1)
  expect(new Set(server.mails.map(({ headers }) => headers.get('message-id')?.[0])).size).toBe(1)
  expect(server.mails).toHaveLength(2)
})

describe('an account', () => {
  const onAuth: Parameters<typeof startMailServer>[0] = {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) =>
      callback(username === 'dai-sen' && password === 's3cret-password' ? null : refusal(535), { user: 'dai-sen' }),
  }

  test('is used', async () => {
    await startServer(onAuth)
    await start({}, { username: 'dai-sen', password: 's3cret-password' })
    await station.append(raisedAt('pond-1'))
    await settled('delivered', 1)
  })

  test('that is wrong is waited for, since people mend it; its password is in no log', async () => {
    await startServer(onAuth)
    await start({}, { username: 'dai-sen', password: 'wr0ng-password' })
    await station.append(raisedAt('pond-1'))
    await failedWith('smtp-535')
    expect(station.logged()).toContain('smtp-535')
    expect(station.logged()).not.toContain('wr0ng-password')
  })

  test('never goes to a foreign server in the clear', async () => {
    const spoken: string[] = []
    const listener = createServer(socket => {
      socket.write('220 ready\r\n')
      socket.on('error', () => undefined)
      socket.on('data', data => {
        spoken.push(data.toString())
        socket.write(data.toString().startsWith('EHLO') ? '250-here\r\n250 AUTH PLAIN LOGIN\r\n' : '502 no\r\n')
      })
    })
    await new Promise<void>(resolve => {
      listener.listen(0, '127.0.0.1', resolve)
    })
    ends.push(
      () =>
        new Promise(resolve => {
          listener.close(() => resolve())
        }),
    )
    const address = listener.address()
    const port = typeof address === 'object' ? address?.port : 0
    // This machine again, under an address that isn't known to be of the house.
    const mailer = createMailer({
      url: `smtp://0.0.0.0:${port}`,
      username: 'dai-sen',
      password: 's3cret',
      from: FROM,
    })
    const mail = { to: 'an@b.vn', subject: 's', text: 't', html: 'h', messageId: 'm@b.vn', isUrgent: false, at: NOON }
    expect(await mailer.send(mail, new AbortController().signal)).toMatchObject({ kind: 'failed', isFinal: false })
    expect(spoken.join('')).toMatch(/^EHLO/)
    expect(spoken.join('')).not.toMatch(/AUTH/)
  })
})

test('a device’s name can’t add a header, a receiver or markup', async () => {
  await startServer()
  await start()
  const hostile = 'Trạm\r\nBcc: everyone@example.vn\r\nSubject: x\r\n\r\n<script>alert(1)</script>\u202E'
  await station.append(raisedAt('pond-1', { title: { vi: hostile, en: hostile } }))
  await settled('delivered', 1)
  const [mail] = server.mails
  expect(mail?.to).toEqual(['truc@ioc.example.vn'])
  expect(mail?.headers.get('bcc')).toBeUndefined()
  expect(mail?.headers.get('subject')).toHaveLength(1)
  expect(mail?.subject).toBe(
    '[MÔ PHỎNG] [THẤP] Mỹ Đông · Trạm Bcc: everyone@example.vn Subject: x <script>alert(1)</script> · H · 8,6',
  )
  expect(mail?.html).not.toContain('<script>')
  expect(mail?.text).not.toMatch(/^Bcc:/m)
})

test(`messages that are gathered are given up after ${MAX_ATTEMPTS} tries each`, async () => {
  await startServer({ onData: (_stream, _session, callback) => callback(refusal(451)) })
  await start()
  await station.append(raisedAt('pond-1'))
  await failedWith('smtp-451')
  await station.append(raisedAt('pond-2'))
  await failedWith('smtp-451', 1, 2)
  for (let tries = 2; tries <= MAX_ATTEMPTS; tries++) {
    clock.moveOn(900_000)
    if (tries < MAX_ATTEMPTS) await failedWith('smtp-451', tries, 2)
  }
  await settled('dead', 2)
  expect((await station.messages('dead')).map(({ attempts }) => attempts)).toEqual([MAX_ATTEMPTS, MAX_ATTEMPTS])
})
