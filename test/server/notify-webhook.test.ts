// Webhooks against a real receiver that fails in every way receivers do.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MAX_ATTEMPTS, MAX_BACK_OFF_MS } from '../../server/notify/back-off.ts'
import type { Channel } from '../../server/notify/channel.ts'
import { MAX_PARALLEL } from '../../server/notify/dispatch.ts'
import { MAX_ANSWER_BYTES } from '../../server/notify/webhook.ts'
import { alarmCloudEventSchema } from '../../shared/alarms/notify-schema.ts'
import {
  aClock,
  aWebhook,
  type Clock,
  type NotifyStation,
  SECRET,
  startNotifyStation,
} from '../support/notify-station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { ACCEPT, answer, HANG, RESET, startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts'
import { aDraft, NOON } from '../unit/alarms/sample.ts'
import { alarmAt, raisedAt } from '../unit/notify/message-sample.ts'
import { isGenuine } from '../unit/notify/verify-webhook.ts'

let folder: ReturnType<typeof temporaryFolder>
let receiver: WebhookReceiver
let clock: Clock
let station: NotifyStation
const ends: (() => Promise<void>)[] = []

beforeEach(async () => {
  folder = temporaryFolder()
  clock = aClock()
  receiver = await startWebhookReceiver()
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await receiver.stop()
  folder.remove()
})

async function start(
  channels: readonly Channel[] = [aWebhook(receiver.url)],
  options: Parameters<typeof startNotifyStation>[3] = {},
): Promise<NotifyStation> {
  station = await startNotifyStation(folder.path, channels, clock, options)
  ends.push(station.stop)
  return station
}
/** The channels are open and the log has begun: what comes now is told. */
async function startReady(...args: Parameters<typeof start>): Promise<NotifyStation> {
  const started = await start(...args)
  await started.publishRule()
  await eventually(async () => expect((await started.store.outboxChannels()).map(one => one.cursor)).not.toContain(0))
  return started
}
const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 10 })
const settled = (state: 'delivered' | 'dead', count = 1) =>
  eventually(async () => expect(await station.messages(state)).toHaveLength(count))
const failedTimes = (attempts: number) =>
  eventually(async () => {
    const [message] = await station.messages('waiting')
    expect(message).toMatchObject({ attempts, leasedUntil: null })
  })

test('an alarm arrives as a signed CloudEvent that explains itself', async () => {
  await startReady(undefined, { publicUrl: 'https://ioc.example.vn' })
  await station.append(raisedAt('pond-1'))
  await settled('delivered')
  const [received] = receiver.received
  if (!received) throw new Error('nothing was received')
  const { headers, body, path, id } = received
  expect(path).toBe('/hook')
  expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
  expect(headers['webhook-id']).toBe(id)
  expect(isGenuine(SECRET, headers, body, NOON)).toBe(true)
  expect(isGenuine(SECRET, headers, `${body} `, NOON)).toBe(false)
  const event = alarmCloudEventSchema.parse(JSON.parse(body))
  const first = await station.store.event(1)
  expect(event.id).toBe(`${first?.hash.slice(0, 16)}/2`)
  expect(event).toMatchObject({ type: 'vn.daisen.alarm.raised.v1', subject: alarmAt('pond-1') })
  expect(event.data).toMatchObject({ value: 8.6, place: { name: 'Mỹ Đông' }, isSimulated: true })
})

test('what fails comes again with a growing pause, the same to the letter but for the time it is sent', async () => {
  receiver.behave(answer(500))
  await startReady()
  await station.append(raisedAt('pond-1'))
  await failedTimes(1)
  expect(await station.messages('waiting')).toMatchObject([{ nextAt: NOON + 5_000, lastError: 'http-500' }])
  clock.moveOn(4_999)
  await sleep(100)
  expect(receiver.received).toHaveLength(1)
  clock.moveOn(1)
  await failedTimes(2)
  expect(await station.messages('waiting')).toMatchObject([{ nextAt: NOON + 25_000 }])
  receiver.behave(ACCEPT)
  clock.moveOn(20_000)
  await settled('delivered')
  const [first, , third] = receiver.received
  expect(third?.body).toBe(first?.body)
  expect(third?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  expect(isGenuine(SECRET, third?.headers ?? {}, third?.body ?? '', clock.now())).toBe(true)
  expect(await station.notifier.figures()).toEqual({ waiting: 0, dead: 0, delivered: 1, overflowed: 0 })
})

test('a receiver that hangs is left after its time, one that resets at once; neither loses anything', async () => {
  receiver.behave(HANG)
  await startReady(undefined, { webhookTimeoutMs: 100 })
  await station.append(raisedAt('pond-1'))
  await failedTimes(1)
  expect(await station.messages('waiting')).toMatchObject([{ lastError: 'timeout' }])
  receiver.behave(RESET)
  clock.moveOn(5_000)
  await failedTimes(2)
  expect(await station.messages('waiting')).toMatchObject([{ lastError: expect.stringMatching(/^connection-\w+$/) }])
  receiver.behave(ACCEPT)
  clock.moveOn(20_000)
  await settled('delivered')
})

test('a receiver that isn’t there is waited for', async () => {
  const gone = await startWebhookReceiver()
  await gone.stop()
  await startReady([aWebhook(gone.url)])
  await station.append(raisedAt('pond-1'))
  await failedTimes(1)
  expect(await station.messages('waiting')).toMatchObject([{ lastError: 'connection-ECONNREFUSED' }])
  const back = await startWebhookReceiver(ACCEPT, gone.port)
  ends.push(back.stop)
  clock.moveOn(5_000)
  await settled('delivered')
  expect(back.received).toHaveLength(1)
})

test('a redirect is not followed', async () => {
  const elsewhere = await startWebhookReceiver()
  ends.push(elsewhere.stop)
  const statuses = [301, 302, 303, 307, 308]
  receiver.behave((response, received, i) =>
    answer(statuses[i] ?? 500, { location: elsewhere.url })(response, received, i),
  )
  await startReady()
  await station.append(raisedAt('pond-1'))
  for (const [i, status] of statuses.entries()) {
    await failedTimes(i + 1)
    expect(await station.messages('waiting')).toMatchObject([{ lastError: `http-${status}` }])
    clock.moveOn(MAX_BACK_OFF_MS)
  }
  expect(elsewhere.received).toEqual([])
})

describe('an answer', () => {
  test('about the message ends it at once, one about now only is tried again', async () => {
    const final = [400, 401, 403, 404, 410, 413, 422]
    const passing = [408, 425, 429, 500, 502, 503]
    receiver.behave((response, received, i) =>
      answer(Number(/status-(\d+)/.exec(received.alarm)?.[1]))(response, received, i),
    )
    await startReady()
    await station.append(...[...final, ...passing].map(status => raisedAt(`status-${status}`)))
    const errorsOf = async (state: 'waiting' | 'dead') =>
      (await station.messages(state)).map(({ lastError, attempts }) => `${lastError} after ${attempts}`).sort()
    await settled('dead', final.length)
    await eventually(async () =>
      expect(await errorsOf('waiting')).toEqual(passing.map(status => `http-${status} after 1`)),
    )
    expect(await errorsOf('dead')).toEqual(final.map(status => `http-${status} after 1`))
  })

  test('with Retry-After leaves the receiver alone so long, with everything else for it too', async () => {
    receiver.behave(answer(429, { 'retry-after': '120' }))
    await startReady()
    await station.append(raisedAt('pond-1'))
    await failedTimes(1)
    expect(await station.messages('waiting')).toMatchObject([{ nextAt: NOON + 120_000 }])
    receiver.behave(ACCEPT)
    await station.append(raisedAt('pond-2'))
    clock.moveOn(119_999)
    await sleep(100)
    expect(receiver.received).toHaveLength(1)
    clock.moveOn(1)
    await settled('delivered', 2)
  })
})

test(`it is given up after ${MAX_ATTEMPTS} tries, and goes when a person says so`, async () => {
  receiver.behave(answer(500))
  await startReady()
  await station.append(raisedAt('pond-1'))
  for (let tries = 1; tries < MAX_ATTEMPTS; tries++) {
    await failedTimes(tries)
    clock.moveOn(MAX_BACK_OFF_MS)
  }
  await settled('dead')
  expect(receiver.received).toHaveLength(MAX_ATTEMPTS)
  const [dead] = await station.messages('dead')
  expect(dead).toMatchObject({ attempts: MAX_ATTEMPTS, lastError: 'http-500' })
  clock.moveOn(MAX_BACK_OFF_MS)
  await sleep(100)
  expect(receiver.received).toHaveLength(MAX_ATTEMPTS)
  receiver.behave(ACCEPT)
  await station.store.retryOutbox(dead?.id ?? 0, clock.now())
  await settled('delivered')
  expect(receiver.received.at(-1)?.id).toBe(receiver.received[0]?.id)
})

test('what happens to one alarm arrives in order; another alarm doesn’t wait for it', async () => {
  receiver.behave((response, received) => {
    if (received.alarm === alarmAt('pond-1')) answer(500)(response, received, 0)
    else ACCEPT(response, received, 0)
  })
  await startReady()
  await station.append(raisedAt('pond-1'), aDraft('alarm.returned', {}, alarmAt('pond-1')), raisedAt('pond-2'))
  await settled('delivered')
  await eventually(() => expect(receiver.received).toHaveLength(2))
  receiver.behave(ACCEPT)
  clock.moveOn(5_000)
  await settled('delivered', 3)
  expect(receiver.received.map(({ alarm, transition }) => `${alarm} ${transition}`)).toEqual([
    `${alarmAt('pond-1')} raised`,
    `${alarmAt('pond-2')} raised`,
    `${alarmAt('pond-1')} raised`,
    `${alarmAt('pond-1')} returned`,
  ])
})

test(`at most ${MAX_PARALLEL} are on their way to one receiver, and a slow one delays no other`, async () => {
  const slow = await startWebhookReceiver(HANG)
  ends.push(slow.stop)
  await startReady([aWebhook(slow.url, { id: 'slow' }), aWebhook(receiver.url)])
  await station.append(...Array.from({ length: 30 }, (_, i) => raisedAt(`pond-${i}`)))
  await settled('delivered', 30)
  expect(receiver.mostOpen()).toBeLessThanOrEqual(MAX_PARALLEL)
  expect(slow.received).toHaveLength(MAX_PARALLEL)
  expect(slow.mostOpen()).toBe(MAX_PARALLEL)
})

test('of an endless answer little is read, and its status stands', async () => {
  let sent = 0
  const isClosed = new Promise<void>(resolve => {
    receiver.behave(response => {
      response.on('close', resolve)
      response.writeHead(200)
      const chunk = Buffer.alloc(16 * 1024, 'x')
      const pour = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length
        sent += chunk.length
      }
      response.on('drain', pour)
      pour()
    })
  })
  await startReady()
  await station.append(raisedAt('pond-1'))
  await settled('delivered')
  await isClosed
  // What lies in the sockets' buffers was sent, but not read.
  expect(sent).toBeLessThan(100 * MAX_ANSWER_BYTES)
  expect(station.logged()).not.toContain('xxxx')
})

test('only what its filter names goes to a channel', async () => {
  const filter = { priorities: ['high'], villages: ['my-dong'], transitions: ['worsened', 'returned'] } as const
  await startReady([aWebhook(receiver.url, { filter })])
  await station.append(
    raisedAt('pond-1'),
    aDraft('alarm.level-changed', {}, alarmAt('pond-1')),
    raisedAt('pond-2', { village: 'tan-thuan-tay' }),
    aDraft('alarm.level-changed', {}, alarmAt('pond-2')),
    raisedAt('pond-3'),
    aDraft('alarm.returned', {}, alarmAt('pond-3')),
    aDraft('alarm.returned', {}, alarmAt('pond-1')),
  )
  await settled('delivered', 2)
  expect(receiver.received.map(({ transition }) => transition)).toEqual(['worsened', 'returned'])
})

test('a new channel isn’t told of the past, and one that was away a day isn’t flooded with it', async () => {
  const before = await start([aWebhook(receiver.url, { id: 'old' })], { isTelling: false })
  await before.store.openOutbox('old', 0)
  await before.publishRule()
  await before.append(raisedAt('pond-1'))
  clock.moveOn(1)
  await before.append(raisedAt('pond-2'))
  await ends.pop()?.()
  clock.moveOn(86_400_000)
  await start([aWebhook(receiver.url, { id: 'old' }), aWebhook(receiver.url, { id: 'new' })])
  await settled('delivered')
  await station.append(raisedAt('pond-3'))
  await settled('delivered', 3)
  expect(receiver.received.map(({ alarm }) => alarm)).toEqual([alarmAt('pond-2'), alarmAt('pond-3'), alarmAt('pond-3')])
})

test('no secret, and nothing of what receivers say, reaches the log; trouble and its end are told once each', async () => {
  receiver.behave(response => void response.writeHead(500).end('geheim'))
  await startReady([aWebhook(`${receiver.url}?room=secret-room`)])
  await station.append(raisedAt('pond-1'), raisedAt('pond-2'))
  await eventually(() => expect(receiver.received).toHaveLength(2))
  await failedTimes(1)
  receiver.behave(ACCEPT)
  clock.moveOn(5_000)
  await settled('delivered', 2)
  const logged = station.logged()
  for (const secret of ['geheim', 'secret-room', SECRET.slice(6), 'whsec']) expect(logged).not.toContain(secret)
  expect(logged.match(/cannot be delivered/g)).toHaveLength(1)
  expect(logged.match(/delivered again/g)).toHaveLength(1)
})
