import { afterEach, describe, expect, test, vi } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../../server/simulate/calendar.ts'
import type { Running } from '../../../server/simulate/run.ts'
import { HISTORY_STEP_MS, MAX_ENTRIES } from '../../../server/simulate/session.ts'
import { aBroker, type Broker } from './broker.ts'
import {
  aSmallField,
  atPace,
  eventually,
  expectContiguous,
  PACE_MS,
  pause,
  sentIn,
  slotsOf,
  start,
} from './small-field.ts'

// A busy machine is no failure.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 })
let broker: Broker
let running: Running | undefined

afterEach(async () => {
  await running?.stop()
  running = undefined
  await broker.stop()
})

const tele = () => broker.messages.filter(message => message.topic === 'daisen/v1/dong/sim-a/tele')

describe('a device on the network', () => {
  test('connects as itself with its token, says that it is online, retained, and sends readings with QoS 1', async () => {
    broker = await aBroker()
    running = start(broker, aSmallField())
    await eventually(() => tele().length).toBeGreaterThan(3)
    expect(broker.connected).toMatchObject([
      { device: 'sim-a', user: 'sim-a', password: 'token-of-sim-a', clean: true },
    ])
    expect(broker.messages[0]).toMatchObject({
      topic: 'daisen/v1/dong/sim-a/state',
      body: { online: true },
      retain: true,
      qos: 1,
    })
    expect(tele().every(message => message.qos === 1 && !message.retain)).toBe(true)
    expectContiguous(slotsOf(tele()))
    for (const message of tele()) for (const sent of sentIn(message)) expect(Object.keys(sent)).toEqual(['ts', 'v'])
    expect(running?.online()).toBe(1)
  })

  test('that drops out is declared offline by its last will, and comes back with exactly what was missed, in one burst', async () => {
    broker = await aBroker()
    let isOut = false
    running = start(broker, aSmallField({ isOut: () => isOut }))
    await eventually(() => tele().length).toBeGreaterThan(2)
    isOut = true
    await eventually(() => broker.last('daisen/v1/dong/sim-a/state')).toEqual({ online: false })
    const before = tele().length
    await pause(700)
    expect(tele()).toHaveLength(before)
    isOut = false
    await eventually(() => broker.last('daisen/v1/dong/sim-a/state')).toEqual({ online: true })
    await eventually(() => tele().length).toBeGreaterThan(before + 2)
    const burst = tele().find(message => Array.isArray(message.body) && message.body.length > 10)
    expect(burst).toBeDefined()
    // What was in flight at the cut may come twice; nothing is missing and nothing is new.
    expectContiguous([...new Set(slotsOf(tele()))])
  })

  test.each([
    ['its first message', 1, 0],
    ['a live message', 4, 0],
    ['a page of history', 2, 60],
  ])('sends %s again when it wasn’t acknowledged, and leaves nothing out', async (_, cutAt, backfillHours) => {
    let seen = 0
    broker = await aBroker({
      answer: message => (message.topic.endsWith('/tele') && ++seen === cutAt ? 'cut' : 'stored'),
    })
    running = start(broker, aSmallField(), { backfillHours })
    await eventually(() => tele().length).toBeGreaterThan(cutAt + 3)
    const refused = tele()[cutAt - 1]
    const next = tele()[cutAt]
    expect(next && sentIn(next)[0]).toEqual(refused && sentIn(refused)[0])
    const stored = tele().filter(message => message !== refused)
    const live = stored.filter(message => backfillHours === 0 || sentIn(message).length < 40)
    expectContiguous(slotsOf(live))
    const history = stored.filter(message => !live.includes(message)).flatMap(sentIn)
    expect(history).toHaveLength((backfillHours * HOUR_MS) / HISTORY_STEP_MS)
  })

  test('cuts a connection that leaves a message unanswered for a minute, and sends it again', async () => {
    let isSilent = true
    broker = await aBroker({ answer: message => (message.topic.endsWith('/tele') && isSilent ? 'silence' : 'stored') })
    // The clock of timeouts runs a hundred times as fast as the wall clock: the minute lasts 0.6 s.
    running = start(broker, aSmallField(), { elapsed: () => performance.now() * 100 })
    await eventually(() => tele().length).toBe(1)
    await pause(250)
    expect([tele().length, broker.connected.length]).toEqual([1, 1])
    isSilent = false
    await eventually(() => tele().length).toBeGreaterThan(3)
    expect(broker.connected.length).toBe(2)
    expect(slotsOf(tele())[0]).toBe(slotsOf(tele().slice(1))[0])
    expectContiguous(slotsOf(tele().slice(1)))
  })

  test('keeps measuring while the broker is gone and loses nothing when it is back', async () => {
    broker = await aBroker()
    running = start(broker, aSmallField())
    await eventually(() => tele().length).toBeGreaterThan(2)
    const before = slotsOf(tele())
    const { port } = broker
    await broker.stop()
    await pause(500)
    broker = await aBroker({ port })
    await eventually(() => tele().length).toBeGreaterThan(3)
    const after = slotsOf(tele())
    expect(after[0]).toBeLessThanOrEqual((before.at(-1) ?? 0) + 1)
    expectContiguous(after)
  })

  test('with a wrong token stays away and tries again, ever more rarely', async () => {
    broker = await aBroker()
    running = start(broker, aSmallField(), { tokens: new Map([['sim-a', 'wrong']]) })
    await eventually(() => broker.connected.length).toBe(2)
    await pause(600)
    expect(broker.connected.length).toBe(2)
    expect(running?.online()).toBe(0)
    expect(broker.messages).toEqual([])
  })

  test('repeats a reading when its field says so, word for word', async () => {
    broker = await aBroker()
    running = start(broker, aSmallField({ repeats: () => true }), { now: atPace() })
    await eventually(() => tele().length).toBeGreaterThan(6)
    const singles = tele().filter(message => !Array.isArray(message.body))
    const counts = new Map<string, number>()
    for (const one of singles) counts.set(JSON.stringify(one.body), (counts.get(JSON.stringify(one.body)) ?? 0) + 1)
    expect([...counts.values()].filter(count => count === 2).length).toBeGreaterThan(1)
  })

  test('sends its history first, coarse and oldest first, then its newest values, then what it measures now', async () => {
    broker = await aBroker()
    const now = Date.now()
    running = start(broker, aSmallField(), { backfillHours: 30 })
    await eventually(() => tele().length).toBeGreaterThan(5)
    const [first, second] = tele().map(sentIn)
    expect(first).toHaveLength(MAX_ENTRIES)
    const history = [...(first ?? []), ...(second ?? [])].map(sent => sent.ts)
    expect(history).toHaveLength((30 * HOUR_MS) / HISTORY_STEP_MS)
    expect(history[0]).toBeLessThan(now - 30 * HOUR_MS + HISTORY_STEP_MS + 1_000)
    expect(history.every((ts, n) => n === 0 || ts - (history[n - 1] ?? 0) === 5 * MINUTE_MS)).toBe(true)
    const live = slotsOf(tele().slice(2))
    expect((live[0] ?? 0) * PACE_MS).toBeGreaterThanOrEqual(now - PACE_MS)
    expectContiguous(live)
  })
})
