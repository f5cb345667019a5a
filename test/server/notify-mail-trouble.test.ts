// A real SMTP server that refuses, fails and goes away.
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { MAX_ATTEMPTS } from '../../server/notify/back-off.ts'
import { createMailer } from '../../server/notify/mailer.ts'
import { FROM, mailBench } from '../support/mail-bench.ts'
import { refusal, type startMailServer } from '../support/mail-server.ts'
import { NOON } from '../unit/alarms/sample.ts'
import { raisedAt } from '../unit/notify/message-sample.ts'

const post = mailBench()
const { bench } = post

test('a refused receiver is given up at once and holds up nobody else', async () => {
  await post.startServer({
    onRcptTo: ({ address }, _session, callback) => callback(address.startsWith('gone@') ? refusal(550) : null),
  })
  await post.start({ to: ['gone@ioc.example.vn', 'an@ioc.example.vn'] })
  await bench.station.append(raisedAt('pond-1'))
  await bench.settled('dead', 1)
  await bench.settled('delivered', 1)
  expect(await bench.station.messages('dead')).toMatchObject([
    { recipient: 'gone@ioc.example.vn', lastError: 'smtp-550', attempts: 1 },
  ])
  expect(post.server.mails.map(({ to }) => to)).toEqual([['an@ioc.example.vn']])
})

test('a mail refused for now comes again under the same name, one refused for good does not', async () => {
  let code = 451
  await post.startServer({ onData: (_stream, _session, callback) => callback(code === 250 ? null : refusal(code)) })
  await post.start()
  await bench.station.append(raisedAt('pond-1'))
  await post.failedWith('smtp-451')
  code = 250
  bench.clock.moveOn(5_000)
  await bench.settled('delivered', 1)
  const ids = post.server.mails.map(({ headers }) => headers.get('message-id')?.[0])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  code = 554
  bench.clock.moveOn(60_000)
  await bench.station.append(raisedAt('pond-2'))
  await bench.settled('dead', 1)
})

test('a mail server that is away is waited for; then all that waited is one mail', async () => {
  await post.startServer()
  await post.server.stop()
  await post.start()
  await bench.station.append(raisedAt('pond-1'))
  await post.failedWith(/^smtp-/)
  await bench.station.append(raisedAt('pond-2'))
  await post.failedWith(/^smtp-/, 1, 2)
  const { port } = post.server
  await post.startServer({}, port)
  bench.clock.moveOn(20_000)
  await bench.settled('delivered', 2)
  expect(post.server.mails.map(({ subject }) => subject)).toEqual(['[MÔ PHỎNG] [THẤP] 2 cảnh báo: Mỹ Đông 2'])
})

test('a server that breaks off after it took the mail gets it again under the same name', async () => {
  let isCutting = true
  await post.startServer({
    onData: (_stream, _session, callback) => {
      if (isCutting) post.server.cutOff()
      else callback()
      isCutting = false
    },
  })
  await post.start()
  await bench.station.append(raisedAt('pond-1'))
  await post.failedWith(/^smtp-/)
  bench.clock.moveOn(5_000)
  await bench.settled('delivered', 1)
  expect(new Set(post.server.mails.map(({ headers }) => headers.get('message-id')?.[0])).size).toBe(1)
  expect(post.server.mails).toHaveLength(2)
})

describe('an account', () => {
  const onAuth: Parameters<typeof startMailServer>[0] = {
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) =>
      callback(username === 'dai-sen' && password === 's3cret-password' ? null : refusal(535), { user: 'dai-sen' }),
  }

  test('is used', async () => {
    await post.startServer(onAuth)
    await post.start({}, { username: 'dai-sen', password: 's3cret-password' })
    await bench.station.append(raisedAt('pond-1'))
    await bench.settled('delivered', 1)
  })

  test('that is wrong is waited for, since people mend it; its password is in no log', async () => {
    await post.startServer(onAuth)
    await post.start({}, { username: 'dai-sen', password: 'wr0ng-password' })
    await bench.station.append(raisedAt('pond-1'))
    await post.failedWith('smtp-535')
    expect(bench.station.logged()).toContain('smtp-535')
    expect(bench.station.logged()).not.toContain('wr0ng-password')
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
    bench.endWith(
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

test(`messages that are gathered are given up after ${MAX_ATTEMPTS} tries each`, async () => {
  await post.startServer({ onData: (_stream, _session, callback) => callback(refusal(451)) })
  await post.start()
  await bench.station.append(raisedAt('pond-1'))
  await post.failedWith('smtp-451')
  await bench.station.append(raisedAt('pond-2'))
  await post.failedWith('smtp-451', 1, 2)
  for (let tries = 2; tries <= MAX_ATTEMPTS; tries++) {
    bench.clock.moveOn(900_000)
    if (tries < MAX_ATTEMPTS) await post.failedWith('smtp-451', tries, 2)
  }
  await bench.settled('dead', 2)
  expect((await bench.station.messages('dead')).map(({ attempts }) => attempts)).toEqual([MAX_ATTEMPTS, MAX_ATTEMPTS])
})
