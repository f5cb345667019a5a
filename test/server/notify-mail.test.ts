// What a mail says, and when it leaves, through a real SMTP server.
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { hashToken } from '../../server/registry/token.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { FROM, mailBench, tokensIn } from '../support/mail-bench.ts'
import { eventually } from '../support/notify-bench.ts'
import { aDraft, NOON } from '../unit/alarms/sample.ts'
import { alarmAt, highAt, raisedAt } from '../unit/notify/message-sample.ts'

const post = mailBench()
const { bench } = post

test('an alarm is one mail to each receiver, in full, with a link of its own', async () => {
  await post.startServer()
  await post.start({ to: ['an@ioc.example.vn', 'binh@ioc.example.vn'] })
  await bench.station.append(raisedAt('pond-1', { source: 'measured' }))
  await bench.settled('delivered', 2)
  expect(post.server.mails.map(({ from, to }) => [from, ...to].join(' ')).sort()).toEqual([
    `${FROM} an@ioc.example.vn`,
    `${FROM} binh@ioc.example.vn`,
  ])
  for (const mail of post.server.mails) {
    expect(mail.subject).toBe('[THẤP] Mỹ Đông · pH cao · Trạm pond-1 · pH · H · 8,6')
    expect(mail.headers.get('auto-submitted')).toEqual(['auto-generated'])
    expect(mail.headers.get('message-id')).toEqual([expect.stringMatching(/^<alarm-2-[0-9a-f]{32}@ioc\.example\.vn>$/)])
    expect(mail.headers.get('date')).toEqual(['Wed, 25 Nov 2026 05:00:00 +0000'])
    expect(mail.text).toContain('Giá trị: 8,6\nNgưỡng: 8,5 (ngưỡng nội bộ)\n')
    expect(mail.text).toContain('https://ioc.example.vn/alarms?alarm=ph-high%3Aseries%3Apond-1.ph')
    expect(mail.html).toContain('<td>8,5 (ngưỡng nội bộ)</td>')
  }
  const tokens = post.server.mails.flatMap(({ text }) => tokensIn(text))
  expect(new Set(tokens).size).toBe(2)
  expect(new Set(post.server.mails.map(({ headers }) => headers.get('message-id')?.[0])).size).toBe(2)
  for (const [i, token] of tokens.entries()) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(await bench.station.store.linkToken(hashToken(token))).toEqual({
      hash: hashToken(token),
      alarm: alarmAt('pond-1'),
      occurrence: 2,
      recipient: post.server.mails[i]?.to[0],
      expiresAt: NOON + 86_400_000,
      usedAt: null,
    })
  }
  // The token itself stands in the mail and nowhere here.
  const path = databasePath(bench.folder)
  const stored = Buffer.concat([readFileSync(path), readFileSync(`${path}-wal`)]).toString('latin1')
  for (const token of tokens) {
    expect(stored).not.toContain(token)
    expect(bench.station.logged()).not.toContain(token)
  }
  expect(stored).toContain(hashToken(tokens[0] ?? ''))
})

test('five hundred alarms are two mails: the first at once, a minute later all others as a few lines', async () => {
  await post.startServer()
  await post.start()
  await bench.station.append(raisedAt('pond-0'))
  await bench.settled('delivered', 1)
  for (let i = 0; i < 5; i++)
    await bench.station.append(...Array.from({ length: 100 }, (_, k) => raisedAt(`pond-${i * 100 + k + 1}`)))
  await eventually(async () => expect(await bench.station.messages('waiting')).toHaveLength(500))
  bench.clock.moveOn(59_999)
  await sleep(100)
  expect(post.server.mails).toHaveLength(1)
  bench.clock.moveOn(1)
  await bench.settled('delivered', 501)
  expect(post.server.mails).toHaveLength(2)
  expect(post.server.mails[1]?.subject).toBe('[MÔ PHỎNG] [THẤP] 500 cảnh báo: Mỹ Đông 500')
  expect(tokensIn(post.server.mails[1]?.text ?? '')).toEqual([])
})

test('what comes within a minute is gathered, each alarm as it stands last and with its link', async () => {
  await post.startServer()
  await post.start({ language: 'en' })
  await bench.station.append(raisedAt('pond-1'))
  await bench.settled('delivered', 1)
  await bench.station.append(
    raisedAt('pond-2'),
    raisedAt('pond-3'),
    aDraft('alarm.acknowledged', {}, alarmAt('pond-3')),
    aDraft('alarm.returned', {}, alarmAt('pond-1')),
  )
  bench.clock.moveOn(60_000)
  await bench.settled('delivered', 5)
  const [, mail] = post.server.mails
  expect(mail?.subject).toBe('[SIMULATED] [LOW] 3 alarms: Mỹ Đông 3')
  expect(mail?.text).toContain('Over: ')
  expect(mail?.text).toContain('Acknowledged: ')
  const links = await Promise.all(
    tokensIn(mail?.text ?? '').map(token => bench.station.store.linkToken(hashToken(token))),
  )
  expect(links.map(link => link?.alarm ?? '').sort()).toEqual([alarmAt('pond-1'), alarmAt('pond-2')])
})

test('a device’s name can’t add a header, a receiver or markup', async () => {
  await post.startServer()
  await post.start()
  const hostile = 'Trạm\r\nBcc: everyone@example.vn\r\nSubject: x\r\n\r\n<script>alert(1)</script>\u202E'
  await bench.station.append(raisedAt('pond-1', { title: { vi: hostile, en: hostile } }))
  await bench.settled('delivered', 1)
  const [mail] = post.server.mails
  expect(mail?.to).toEqual(['truc@ioc.example.vn'])
  expect(mail?.headers.get('bcc')).toBeUndefined()
  expect(mail?.headers.get('subject')).toHaveLength(1)
  expect(mail?.subject).toBe(
    '[MÔ PHỎNG] [THẤP] Mỹ Đông · pH cao · Trạm Bcc: everyone@example.vn Subject: x <script>alert(1)</script> · H · 8,6',
  )
  expect(mail?.html).not.toContain('<script>')
  expect(mail?.text).not.toMatch(/^Bcc:/m)
})

test('a high alarm that asks for attention leaves at once with all that was gathered; its end waits for the minute', async () => {
  await post.startServer()
  await post.start()
  await bench.station.append(raisedAt('pond-1'))
  await bench.settled('delivered', 1)
  await bench.station.append(raisedAt('pond-2'))
  await eventually(async () => expect(await bench.station.messages('waiting')).toHaveLength(1))
  await bench.station.append(highAt('pond-3'))
  await bench.settled('delivered', 3)
  expect(post.server.mails.map(({ subject }) => subject)).toEqual([
    '[MÔ PHỎNG] [THẤP] Mỹ Đông · pH cao · Trạm pond-1 · pH · H · 8,6',
    '[MÔ PHỎNG] [CAO] 2 cảnh báo: Mỹ Đông 2',
  ])
  await bench.station.append(aDraft('alarm.returned', {}, alarmAt('pond-3')))
  await eventually(async () => expect(await bench.station.messages('waiting')).toHaveLength(1))
  bench.clock.moveOn(59_999)
  await sleep(100)
  expect(post.server.mails).toHaveLength(2)
  bench.clock.moveOn(1)
  await bench.settled('delivered', 4)
  expect(post.server.mails.map(({ headers }) => headers.get('importance'))).toEqual([undefined, ['High'], undefined])
})

test('a storm of high alarms is three mails at once, and then one a minute', async () => {
  await post.startServer()
  await post.start()
  for (let n = 1; n <= 3; n++) {
    bench.clock.moveOn(1)
    await bench.station.append(highAt(`pond-${n}`))
    await bench.settled('delivered', n)
  }
  await bench.station.append(...Array.from({ length: 200 }, (_, i) => highAt(`pond-${i + 4}`)))
  await eventually(async () => expect(await bench.station.messages('waiting')).toHaveLength(200))
  bench.clock.moveOn(59_999)
  await sleep(100)
  expect(post.server.mails).toHaveLength(3)
  bench.clock.moveOn(1)
  await bench.settled('delivered', 203)
  expect(post.server.mails[3]?.subject).toBe('[MÔ PHỎNG] [CAO] 200 cảnh báo: Mỹ Đông 200')
  await bench.station.append(highAt('pond-999'))
  bench.clock.moveOn(59_999)
  await sleep(100)
  expect(post.server.mails).toHaveLength(4)
  bench.clock.moveOn(1)
  await bench.settled('delivered', 204)
})
