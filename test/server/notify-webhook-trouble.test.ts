// A real receiver of webhooks that fails in every way receivers do.
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { MAX_ATTEMPTS, MAX_BACK_OFF_MS } from '../../server/notify/back-off.ts'
import { MAX_ANSWER_BYTES } from '../../server/notify/webhook.ts'
import { eventually } from '../support/notify-bench.ts'
import { aWebhook, SECRET } from '../support/notify-station.ts'
import { webhookBench } from '../support/webhook-bench.ts'
import { ACCEPT, answer, HANG, RESET, startWebhookReceiver } from '../support/webhook-receiver.ts'
import { NOON } from '../unit/alarms/sample.ts'
import { raisedAt } from '../unit/notify/message-sample.ts'
import { isGenuine } from '../unit/notify/verify-webhook.ts'

const hook = webhookBench()
const { bench } = hook

test('what fails comes again with a growing pause, the same to the letter but for the time it is sent', async () => {
  hook.receiver.behave(answer(500))
  await hook.start()
  await bench.station.append(raisedAt('pond-1'))
  await hook.failedTimes(1)
  expect(await bench.station.messages('waiting')).toMatchObject([{ nextAt: NOON + 5_000, lastError: 'http-500' }])
  bench.clock.moveOn(4_999)
  await sleep(100)
  expect(hook.receiver.received).toHaveLength(1)
  bench.clock.moveOn(1)
  await hook.failedTimes(2)
  expect(await bench.station.messages('waiting')).toMatchObject([{ nextAt: NOON + 25_000 }])
  hook.receiver.behave(ACCEPT)
  bench.clock.moveOn(20_000)
  await bench.settled('delivered')
  const [first, , third] = hook.receiver.received
  expect(third?.body).toBe(first?.body)
  expect(third?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
  expect(isGenuine(SECRET, third?.headers ?? {}, third?.body ?? '', bench.clock.now())).toBe(true)
  expect(await bench.station.notifier.figures()).toEqual({ waiting: 0, dead: 0, delivered: 1, overflowed: 0 })
})

test('a receiver that hangs is left after its time, one that resets at once; neither loses anything', async () => {
  hook.receiver.behave(HANG)
  await hook.start(undefined, { webhookTimeoutMs: 100 })
  await bench.station.append(raisedAt('pond-1'))
  await hook.failedTimes(1)
  expect(await bench.station.messages('waiting')).toMatchObject([{ lastError: 'timeout' }])
  hook.receiver.behave(RESET)
  bench.clock.moveOn(5_000)
  await hook.failedTimes(2)
  expect(await bench.station.messages('waiting')).toMatchObject([
    { lastError: expect.stringMatching(/^connection-\w+$/) },
  ])
  hook.receiver.behave(ACCEPT)
  bench.clock.moveOn(20_000)
  await bench.settled('delivered')
})

test('a receiver that isn’t there is waited for', async () => {
  const gone = await startWebhookReceiver()
  await gone.stop()
  await hook.start([aWebhook(gone.url)])
  await bench.station.append(raisedAt('pond-1'))
  await hook.failedTimes(1)
  expect(await bench.station.messages('waiting')).toMatchObject([{ lastError: 'connection-ECONNREFUSED' }])
  const back = await startWebhookReceiver(ACCEPT, gone.port)
  bench.endWith(back.stop)
  bench.clock.moveOn(5_000)
  await bench.settled('delivered')
  expect(back.received).toHaveLength(1)
})

test('a redirect is not followed', async () => {
  const elsewhere = await startWebhookReceiver()
  bench.endWith(elsewhere.stop)
  const statuses = [301, 302, 303, 307, 308]
  hook.receiver.behave((response, received, i) =>
    answer(statuses[i] ?? 500, { location: elsewhere.url })(response, received, i),
  )
  await hook.start()
  await bench.station.append(raisedAt('pond-1'))
  for (const [i, status] of statuses.entries()) {
    await hook.failedTimes(i + 1)
    expect(await bench.station.messages('waiting')).toMatchObject([{ lastError: `http-${status}` }])
    bench.clock.moveOn(MAX_BACK_OFF_MS)
  }
  expect(elsewhere.received).toEqual([])
})

describe('an answer', () => {
  test('about the message ends it at once, one about now only is tried again', async () => {
    const final = [400, 401, 403, 404, 410, 413, 422]
    const passing = [408, 425, 429, 500, 502, 503]
    hook.receiver.behave((response, received, i) =>
      answer(Number(/status-(\d+)/.exec(received.alarm)?.[1]))(response, received, i),
    )
    await hook.start()
    await bench.station.append(...[...final, ...passing].map(status => raisedAt(`status-${status}`)))
    const errorsOf = async (state: 'waiting' | 'dead') =>
      (await bench.station.messages(state)).map(({ lastError, attempts }) => `${lastError} after ${attempts}`).sort()
    await bench.settled('dead', final.length)
    await eventually(async () =>
      expect(await errorsOf('waiting')).toEqual(passing.map(status => `http-${status} after 1`)),
    )
    expect(await errorsOf('dead')).toEqual(final.map(status => `http-${status} after 1`))
  })

  test('with Retry-After leaves the receiver alone so long, with everything else for it too', async () => {
    hook.receiver.behave(answer(429, { 'retry-after': '120' }))
    await hook.start()
    await bench.station.append(raisedAt('pond-1'))
    await hook.failedTimes(1)
    expect(await bench.station.messages('waiting')).toMatchObject([{ nextAt: NOON + 120_000 }])
    hook.receiver.behave(ACCEPT)
    await bench.station.append(raisedAt('pond-2'))
    bench.clock.moveOn(119_999)
    await sleep(100)
    expect(hook.receiver.received).toHaveLength(1)
    bench.clock.moveOn(1)
    await bench.settled('delivered', 2)
  })
})

test(`it is given up after ${MAX_ATTEMPTS} tries, and goes when a person says so`, async () => {
  hook.receiver.behave(answer(500))
  await hook.start()
  await bench.station.append(raisedAt('pond-1'))
  for (let tries = 1; tries < MAX_ATTEMPTS; tries++) {
    await hook.failedTimes(tries)
    bench.clock.moveOn(MAX_BACK_OFF_MS)
  }
  await bench.settled('dead')
  expect(hook.receiver.received).toHaveLength(MAX_ATTEMPTS)
  const [dead] = await bench.station.messages('dead')
  expect(dead).toMatchObject({ attempts: MAX_ATTEMPTS, lastError: 'http-500' })
  bench.clock.moveOn(MAX_BACK_OFF_MS)
  await sleep(100)
  expect(hook.receiver.received).toHaveLength(MAX_ATTEMPTS)
  hook.receiver.behave(ACCEPT)
  await bench.station.store.retryOutbox(dead?.id ?? 0, bench.clock.now())
  await bench.settled('delivered')
  expect(hook.receiver.received.at(-1)?.id).toBe(hook.receiver.received[0]?.id)
})

test('of an endless answer little is read, and its status stands', async () => {
  let sent = 0
  const isClosed = new Promise<void>(resolve => {
    hook.receiver.behave(response => {
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
  await hook.start()
  await bench.station.append(raisedAt('pond-1'))
  await bench.settled('delivered')
  await isClosed
  // What lies in the sockets' buffers was sent, but not read.
  expect(sent).toBeLessThan(100 * MAX_ANSWER_BYTES)
  expect(bench.station.logged()).not.toContain('xxxx')
})

test('no secret, and nothing of what receivers say, reaches the log; trouble and its end are told once each', async () => {
  hook.receiver.behave(response => void response.writeHead(500).end('geheim'))
  await hook.start([aWebhook(`${hook.receiver.url}?room=secret-room`)])
  await bench.station.append(raisedAt('pond-1'), raisedAt('pond-2'))
  await eventually(() => expect(hook.receiver.received).toHaveLength(2))
  await hook.failedTimes(1)
  hook.receiver.behave(ACCEPT)
  bench.clock.moveOn(5_000)
  await bench.settled('delivered', 2)
  const logged = bench.station.logged()
  for (const secret of ['geheim', 'secret-room', SECRET.slice(6), 'whsec']) expect(logged).not.toContain(secret)
  expect(logged.match(/cannot be delivered/g)).toHaveLength(1)
  expect(logged.match(/delivered again/g)).toHaveLength(1)
})
