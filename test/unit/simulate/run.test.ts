import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Field } from '../../../server/simulate/field.ts'
import type { Running } from '../../../server/simulate/run.ts'
import { STATION_KINDS } from '../../../server/simulate/stations.ts'
import { aBroker, type Broker } from './broker.ts'
import { aField } from './sample.ts'
import { aSmallField, eventually, pause, sentIn, start } from './small-field.ts'

// A busy machine is no failure.
vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 })
let broker: Broker
let running: Running | undefined

afterEach(async () => {
  await running?.stop()
  running = undefined
  await broker.stop()
})

describe('the field on the network', () => {
  test('comes up gradually', async () => {
    broker = await aBroker()
    const names = Array.from({ length: 12 }, (_, n) => `d${n}`)
    const began = performance.now()
    running = start(broker, aSmallField({}, names), { connectionsPerSecond: 10 })
    await eventually(() => running?.online()).toBe(12)
    // Ten a second after the first two: a slow machine may take longer, a stampede would be quicker.
    expect(performance.now() - began).toBeGreaterThan(700)
    const sixth = broker.connected[5]?.at ?? 0
    expect(sixth - began).toBeGreaterThan(300)
  })

  test('says what starts, in one line of Vietnamese and English', async () => {
    broker = await aBroker()
    const started = start(broker, aSmallField())
    running = started
    const { lines } = started
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/1 thiết bị.* · .*1 devices/)
  })

  test('leaves a device without a token alone', async () => {
    broker = await aBroker()
    running = start(broker, aSmallField({}, ['a', 'b']), { tokens: new Map([['sim-b', 'token']]) })
    await eventually(() => running?.online()).toBe(1)
    expect(broker.connected.map(one => one.device)).toEqual(['sim-b'])
  })

  test('stops in order: every device says goodbye, no last will is spoken, nothing stays open', async () => {
    broker = await aBroker()
    const openBefore = openHandles()
    running = start(broker, aSmallField({}, ['a', 'b', 'c']))
    await eventually(() => running?.online()).toBe(3)
    const began = performance.now()
    await running?.stop()
    expect(performance.now() - began).toBeLessThan(2_000)
    for (const name of ['a', 'b', 'c'])
      expect(broker.last(`daisen/v1/dong/sim-${name}/state`)).toEqual({ online: false })
    await eventually(() => broker.connections()).toBe(0)
    await eventually(openHandles).toBeLessThanOrEqual(openBefore)
    const sent = broker.messages.length
    await pause(300)
    expect(broker.messages).toHaveLength(sent)
    const goodbyes = broker.messages.filter(message => JSON.stringify(message.body) === '{"online":false}')
    expect(goodbyes).toHaveLength(3)
  })

  test('stops within two seconds even when the broker answers nothing', async () => {
    broker = await aBroker({ answer: () => 'silence' })
    running = start(broker, aSmallField())
    await eventually(() => broker.messages.length).toBeGreaterThan(0)
    const began = performance.now()
    await running?.stop()
    expect(performance.now() - began).toBeLessThan(2_000)
    await eventually(() => broker.connections()).toBe(0)
  })

  test('stops while it is still waiting for a broker', async () => {
    broker = await aBroker()
    const { url } = broker
    await broker.stop()
    running = start(broker, aSmallField(), { url })
    await pause(100)
    const began = performance.now()
    await running?.stop()
    expect(performance.now() - began).toBeLessThan(500)
  })

  test('of nine villages puts all its devices online but those that are out, each reporting everything it measures', async () => {
    broker = await aBroker()
    const field: Field = aField()
    const now = Date.UTC(2026, 10, 23, 3)
    running = start(broker, field, { connectionsPerSecond: 2_000, now: () => now })
    const expected = field.plans.filter(plan => !field.isOut(plan.id, now))
    await eventually(() => running?.online()).toBe(expected.length)
    const codesOf = (id: string) =>
      new Set(
        broker.messages
          .filter(one => one.device === id && one.topic.endsWith('/tele'))
          .flatMap(sentIn)
          .flatMap(sent => Object.keys(sent.v)),
      )
    for (const plan of expected) {
      const measured = plan.quantities.filter(one => one.intervalMs !== null).map(one => one.code)
      await eventually(() => [...codesOf(plan.id)].toSorted()).toEqual(measured.toSorted())
      expect(broker.last(`daisen/v1/${plan.village}/${plan.id}/state`)).toEqual({ online: true })
    }
    const bytes = Math.max(...broker.messages.map(message => JSON.stringify(message.body).length))
    expect(bytes).toBeLessThan(200 * 1024)
  })

  test('of one village sends its history and then its newest values, each once', async () => {
    broker = await aBroker()
    const field = aField()
    const now = Date.UTC(2026, 10, 23, 3)
    const plans = field.plans.slice(0, STATION_KINDS.length)
    running = start(
      broker,
      { ...field, plans, isOut: () => false, repeats: () => false },
      { connectionsPerSecond: 2_000, now: () => now, backfillHours: 6 },
    )
    const sentOf = (id: string) =>
      broker.messages.filter(one => one.device === id && one.topic.endsWith('/tele')).flatMap(sentIn)
    for (const plan of plans) {
      const codes = plan.quantities.filter(one => one.intervalMs !== null)
      await eventually(() => new Set(sentOf(plan.id).flatMap(sent => Object.keys(sent.v))).size).toBe(codes.length)
    }
    await pause(200)
    for (const plan of plans) {
      const sent = sentOf(plan.id)
      const keys = sent.flatMap(one => Object.keys(one.v).map(code => `${one.ts} ${code}`))
      expect(new Set(keys).size).toBe(keys.length)
      expect(sent.every((one, n) => one.ts > (sent[n - 1]?.ts ?? 0))).toBe(true)
      const nights = sent.filter(one => 'light_trap_count' in one.v)
      expect(nights).toHaveLength(plan.id.endsWith('light-trap') ? 14 : 0)
    }
  })
})

/** Sockets and timers of this process. */
const openHandles = (): number =>
  process.getActiveResourcesInfo().filter(kind => kind === 'TCPSocketWrap' || kind === 'Timeout').length
