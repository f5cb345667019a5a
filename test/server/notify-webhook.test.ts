// What a webhook brings, to whom, and in which order, through a real receiver.
import { expect, test } from 'vitest'
import { MAX_PARALLEL } from '../../server/notify/dispatch.ts'
import { alarmCloudEventSchema } from '../../shared/alarms/notify-schema.ts'
import { eventually } from '../support/notify-bench.ts'
import { aWebhook, SECRET } from '../support/notify-station.ts'
import { webhookBench } from '../support/webhook-bench.ts'
import { ACCEPT, answer, HANG, startWebhookReceiver } from '../support/webhook-receiver.ts'
import { aDraft, NOON } from '../unit/alarms/sample.ts'
import { alarmAt, raisedAt } from '../unit/notify/message-sample.ts'
import { isGenuine } from '../unit/notify/verify-webhook.ts'

const hook = webhookBench()
const { bench } = hook

test('an alarm arrives as a signed CloudEvent that explains itself', async () => {
  await hook.start(undefined, { publicUrl: 'https://ioc.example.vn' })
  await bench.station.append(raisedAt('pond-1'))
  await bench.settled('delivered')
  const [received] = hook.receiver.received
  if (!received) throw new Error('nothing was received')
  const { headers, body, path, id } = received
  expect(path).toBe('/hook')
  expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8')
  expect(headers['webhook-id']).toBe(id)
  expect(isGenuine(SECRET, headers, body, NOON)).toBe(true)
  expect(isGenuine(SECRET, headers, `${body} `, NOON)).toBe(false)
  const event = alarmCloudEventSchema.parse(JSON.parse(body))
  const first = await bench.station.store.event(1)
  expect(event.id).toBe(`${first?.hash.slice(0, 16)}/2`)
  expect(event).toMatchObject({ type: 'vn.daisen.alarm.raised.v1', subject: alarmAt('pond-1') })
  expect(event.data).toMatchObject({ value: 8.6, place: { name: 'Mỹ Đông' }, isSimulated: true })
})

test('what happens to one alarm arrives in order; another alarm doesn’t wait for it', async () => {
  hook.receiver.behave((response, received) => {
    if (received.alarm === alarmAt('pond-1')) answer(500)(response, received, 0)
    else ACCEPT(response, received, 0)
  })
  await hook.start()
  await bench.station.append(raisedAt('pond-1'), aDraft('alarm.returned', {}, alarmAt('pond-1')), raisedAt('pond-2'))
  await bench.settled('delivered')
  await eventually(() => expect(hook.receiver.received).toHaveLength(2))
  hook.receiver.behave(ACCEPT)
  bench.clock.moveOn(5_000)
  await bench.settled('delivered', 3)
  expect(hook.receiver.received.map(({ alarm, transition }) => `${alarm} ${transition}`)).toEqual([
    `${alarmAt('pond-1')} raised`,
    `${alarmAt('pond-2')} raised`,
    `${alarmAt('pond-1')} raised`,
    `${alarmAt('pond-1')} returned`,
  ])
})

test(`at most ${MAX_PARALLEL} are on their way to one receiver, and a slow one delays no other`, async () => {
  const slow = await startWebhookReceiver(HANG)
  bench.endWith(slow.stop)
  await hook.start([aWebhook(slow.url, { id: 'slow' }), aWebhook(hook.receiver.url)])
  await bench.station.append(...Array.from({ length: 30 }, (_, i) => raisedAt(`pond-${i}`)))
  await bench.settled('delivered', 30)
  expect(hook.receiver.mostOpen()).toBeLessThanOrEqual(MAX_PARALLEL)
  expect(slow.received).toHaveLength(MAX_PARALLEL)
  expect(slow.mostOpen()).toBe(MAX_PARALLEL)
})

test('only what its filter names goes to a channel', async () => {
  const filter = { priorities: ['high'], villages: ['my-dong'], transitions: ['worsened', 'returned'] } as const
  await hook.start([aWebhook(hook.receiver.url, { filter })])
  await bench.station.append(
    raisedAt('pond-1'),
    aDraft('alarm.level-changed', {}, alarmAt('pond-1')),
    raisedAt('pond-2', { village: 'tan-thuan-tay' }),
    aDraft('alarm.level-changed', {}, alarmAt('pond-2')),
    raisedAt('pond-3'),
    aDraft('alarm.returned', {}, alarmAt('pond-3')),
    aDraft('alarm.returned', {}, alarmAt('pond-1')),
  )
  await bench.settled('delivered', 2)
  expect(hook.receiver.received.map(({ transition }) => transition)).toEqual(['worsened', 'returned'])
})

test('a new channel isn’t told of the past, and one that was away a day isn’t flooded with it', async () => {
  const before = await bench.start([aWebhook(hook.receiver.url, { id: 'old' })], { isTelling: false })
  await before.store.openOutbox('old', 0)
  await before.publishRule()
  await before.append(raisedAt('pond-1'))
  bench.clock.moveOn(1)
  await before.append(raisedAt('pond-2'))
  await bench.endLast()
  bench.clock.moveOn(86_400_000)
  await bench.start([aWebhook(hook.receiver.url, { id: 'old' }), aWebhook(hook.receiver.url, { id: 'new' })])
  await bench.settled('delivered')
  await bench.station.append(raisedAt('pond-3'))
  await bench.settled('delivered', 3)
  expect(hook.receiver.received.map(({ alarm }) => alarm)).toEqual([
    alarmAt('pond-2'),
    alarmAt('pond-3'),
    alarmAt('pond-3'),
  ])
})
