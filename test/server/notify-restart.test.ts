// What happens to alarm messages when the process ends between any two steps, and when two processes work on one database.
import { setTimeout as sleep } from 'node:timers/promises'
import * as fc from 'fast-check'
import pino from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Channel } from '../../server/notify/channel.ts'
import { createCollector } from '../../server/notify/collect.ts'
import { LEASE_MS } from '../../server/notify/dispatch.ts'
import { createMessageWriter } from '../../server/notify/message.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import type { AlarmMessage } from '../../shared/alarms/notification.ts'
import { startMailServer } from '../support/mail-server.ts'
import {
  aClock,
  anEmailChannel,
  aWebhook,
  type Clock,
  type NotifyStation,
  startNotifyStation,
} from '../support/notify-station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { ACCEPT, answer, HANG, startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts'
import { aDraft } from '../unit/alarms/sample.ts'
import { alarmAt, highAt, raisedAt } from '../unit/notify/message-sample.ts'

let folder: ReturnType<typeof temporaryFolder>
let receiver: WebhookReceiver
let clock: Clock
const running = new Set<NotifyStation>()

beforeEach(async () => {
  folder = temporaryFolder()
  clock = aClock()
  receiver = await startWebhookReceiver()
})
afterEach(async () => {
  await Promise.all([...running].map(end))
  await receiver.stop()
  folder.remove()
})

async function start(
  isTelling = true,
  channels: readonly Channel[] = [aWebhook(receiver.url)],
  smtp?: { url: string },
): Promise<NotifyStation> {
  const settings = smtp ? { ...smtp, username: undefined, password: undefined, from: 'a@b.vn' } : null
  const station = await startNotifyStation(folder.path, channels, clock, { isTelling, smtp: settings })
  running.add(station)
  return station
}
async function end(station: NotifyStation): Promise<void> {
  running.delete(station)
  await station.stop()
}
const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000, interval: 20 })
/** The channel is open from the beginning of the log. */
async function startReady(isTelling = true): Promise<NotifyStation> {
  const station = await start(isTelling)
  await station.store.openOutbox('chat', 0)
  await station.publishRule()
  return station
}
/** Reads the log into the outbox, and sends nothing. */
function collectorOf({ store, alarmLog }: NotifyStation, maxWaiting = 100) {
  const writer = createMessageWriter({
    historyOf: store.eventsAbout,
    alarmOf: id => alarmLog.state().alarms.get(id),
    ruleOf: id => alarmLog.state().rules.get(id),
    registry: loadRegistry(),
  })
  return createCollector({ store, alarmLog, writer, log: pino({ level: 'silent' }), now: clock.now, maxWaiting })
}
const alarmsReceived = () => receiver.received.map(({ alarm, transition }) => `${alarm} ${transition}`)

test('what was in the log when the process ended is told after it starts again', async () => {
  const before = await startReady(false)
  await before.append(raisedAt('pond-1'), aDraft('alarm.returned', {}, alarmAt('pond-1')))
  await end(before)
  const after = await start()
  await eventually(async () => expect(await after.messages('delivered')).toHaveLength(2))
  expect(alarmsReceived()).toEqual([`${alarmAt('pond-1')} raised`, `${alarmAt('pond-1')} returned`])
})

test('what waited in the outbox is told after it, once', async () => {
  receiver.behave(answer(503))
  const before = await startReady()
  await before.append(raisedAt('pond-1'), raisedAt('pond-2'))
  await eventually(() => expect(receiver.received).toHaveLength(2))
  await end(before)
  receiver.behave(ACCEPT)
  clock.moveOn(5_000)
  const after = await start()
  await eventually(async () => expect(await after.messages('delivered')).toHaveLength(2))
  await end(after)
  const again = await start()
  await sleep(200)
  expect((await again.notifier.figures()).delivered).toBe(2)
  expect(receiver.received).toHaveLength(4)
})

test('what was on its way at an orderly end is broken off at once, and goes again', async () => {
  receiver.behave(HANG)
  const before = await startReady()
  await before.append(raisedAt('pond-1'))
  await eventually(() => expect(receiver.received).toHaveLength(1))
  await end(before)
  receiver.behave(ACCEPT)
  clock.moveOn(5_000)
  const after = await start()
  await eventually(async () => expect(await after.messages('delivered')).toHaveLength(1))
  expect(receiver.received.map(({ id }) => id)).toEqual([receiver.received[0]?.id, receiver.received[0]?.id])
})

test('what was on its way when the process was killed goes again once nobody can be sending it any more', async () => {
  const killed = await startReady(false)
  await killed.append(raisedAt('pond-1'))
  await collectorOf(killed)(aWebhook(receiver.url))
  const now = clock.now()
  const lane = { channel: 'chat', recipient: '' }
  await killed.store.claimOutbox({ ...lane, now, leasedUntil: now + LEASE_MS, limit: 10, gathered: null })
  await end(killed)

  const after = await start()
  clock.moveOn(LEASE_MS - 1)
  await sleep(200)
  expect(receiver.received).toEqual([])
  clock.moveOn(1)
  await eventually(async () => expect(await after.messages('delivered')).toMatchObject([{ attempts: 2 }]))
})

test('what was delivered is forgotten after 30 days, and not told again', async () => {
  const station = await startReady()
  await station.append(raisedAt('pond-1'))
  await eventually(async () => expect(await station.messages('delivered')).toHaveLength(1))
  await end(station)
  clock.moveOn(30 * 86_400_000)
  const after = await start()
  await sleep(200)
  expect(await after.messages()).toHaveLength(1)
  await end(after)
  clock.moveOn(1)
  const later = await start()
  await eventually(async () => expect(await later.messages()).toEqual([]))
  await sleep(100)
  expect(receiver.received).toHaveLength(1)
  expect((await later.notifier.figures()).delivered).toBe(1)
})

test('two that notify from one database tell each alarm once', async () => {
  const both = [await startReady(), await start()]
  const [one, two] = both
  for (let i = 0; i < 10; i++) {
    await (i % 2 === 0 ? one : two)?.append(...Array.from({ length: 5 }, (_, k) => raisedAt(`pond-${i * 5 + k}`)))
  }
  await eventually(async () => expect((await one?.notifier.figures())?.delivered).toBe(50))
  await sleep(200)
  expect(receiver.received).toHaveLength(50)
  expect(new Set(receiver.received.map(({ id }) => id)).size).toBe(50)
})

test('two that notify keep the minute between mails together', async () => {
  const server = await startMailServer()
  const channels = [anEmailChannel()]
  const smtp = { url: server.url }
  const one = await start(true, channels, smtp)
  const two = await start(true, channels, smtp)
  await eventually(async () => expect(await one.store.outboxChannels()).toHaveLength(1))
  await one.publishRule()
  for (let i = 0; i < 6; i++) await (i % 2 === 0 ? one : two).append(raisedAt(`pond-${i}`))
  await eventually(async () => expect((await two.messages()).length).toBe(6))
  await eventually(() => expect(server.mails.length).toBeGreaterThan(0))
  await sleep(200)
  expect(server.mails).toHaveLength(1)
  clock.moveOn(60_000)
  await eventually(async () => expect((await one.notifier.figures()).delivered).toBe(6))
  expect(server.mails.length).toBeLessThanOrEqual(2)
  await server.stop()
})

test('however often it is stopped and started, and whatever the receiver does, everything arrives in order', async () => {
  const step = fc.constantFrom('raise', 'return', 'restart', 'fail', 'work', 'wait')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async steps => {
      const own = temporaryFolder()
      const one = await startWebhookReceiver()
      const time = aClock()
      const channels = [aWebhook(one.url)]
      let station = await startNotifyStation(own.path, channels, time)
      await station.store.openOutbox('chat', 0)
      await station.publishRule()
      const expected: string[] = []
      let isRaised = false
      const add = async (transition: 'raised' | 'returned') => {
        if (isRaised === (transition === 'raised')) return
        isRaised = !isRaised
        expected.push(transition)
        await station.append(isRaised ? raisedAt('pond-1') : aDraft('alarm.returned', {}, alarmAt('pond-1')))
      }
      for (const what of steps) {
        if (what === 'raise') await add('raised')
        if (what === 'return') await add('returned')
        if (what === 'fail') one.behave(answer(500))
        if (what === 'work') one.behave(ACCEPT)
        if (what === 'wait') time.moveOn(5_000)
        if (what === 'restart') {
          await station.stop()
          station = await startNotifyStation(own.path, channels, time)
        }
      }
      one.behave(ACCEPT)
      await eventually(async () => {
        time.moveOn(900_000)
        expect(await station.messages('delivered')).toHaveLength(expected.length)
      })
      const last = new Map(one.received.map(({ id, transition }) => [id, transition]))
      expect([...last.values()]).toEqual(expected)
      await station.stop()
      await one.stop()
      own.remove()
    }),
    { numRuns: 6 },
  )
})

test('of more than may wait the oldest of low priority are given up, and the newest are told', async () => {
  const station = await startReady(false)
  await station.append(...Array.from({ length: 5 }, (_, i) => raisedAt(`pond-${i + 1}`)), highAt('pond-0'))
  expect(await collectorOf(station, 4)(aWebhook(receiver.url))).toBe(2)
  const left = (await station.messages('waiting')).map(({ payload }) => (payload as AlarmMessage).alarm.id)
  expect(left).toEqual(['pond-0', 'pond-5', 'pond-4', 'pond-3'].map(id => alarmAt(id)))
  expect((await station.messages('dead')).map(({ lastError }) => lastError)).toEqual(['overflow', 'overflow'])
})
