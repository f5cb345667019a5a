import { afterEach, describe, expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../../server/simulate/calendar.ts'
import type { Entry, Field } from '../../../server/simulate/field.ts'
import { type Running, type RunOptions, runField } from '../../../server/simulate/run.ts'
import { HISTORY_STEP_MS, MAX_ENTRIES } from '../../../server/simulate/session.ts'
import { STATION_KINDS } from '../../../server/simulate/stations.ts'
import { aBroker, type Broker, type Message } from './broker.ts'
import { aField } from './sample.ts'

// A real broker and real clients over sockets; only the field is small and quick, so that seconds tell a whole story.
const PACE_MS = 50
let broker: Broker
let running: Running | undefined
let restarted: Broker | undefined

afterEach(async () => {
  await running?.stop()
  running = undefined
  await broker.stop()
  await restarted?.stop()
  restarted = undefined
})

type SmallField = RunOptions['field']
/** Devices that count: the value at an instant is the number of its slot. */
function aSmallField(about: Partial<SmallField> = {}, names: readonly string[] = ['a']): SmallField {
  const entryAt = (at: number): Entry => ({ at, ts: at, v: { level: at / PACE_MS } })
  return {
    plans: names.map(name => ({
      id: `sim-${name}`,
      name,
      village: 'dong',
      lon: 105.6,
      lat: 10.4,
      source: 'simulated' as const,
      quantities: [{ code: 'level', intervalMs: PACE_MS }],
    })),
    readingsOf(_device, from, to, max, stepMs = PACE_MS) {
      const until = Math.min(to, from + max * stepMs)
      const entries: Entry[] = []
      for (let at = (Math.floor(from / stepMs) + 1) * stepMs; at <= until; at += stepMs) entries.push(entryAt(at))
      return { entries, until }
    },
    newestOf: (_device, t) => [entryAt(Math.floor(t / PACE_MS) * PACE_MS)],
    isOut: () => false,
    repeats: () => false,
    ...about,
  }
}
function start(field: SmallField, about: Partial<RunOptions> = {}): string[] {
  const lines: string[] = []
  const tokens = new Map(field.plans.map(plan => [plan.id, `token-of-${plan.id}`]))
  running = runField({
    url: broker.url,
    field,
    tokens,
    backfillHours: 0,
    tickMs: 20,
    say: line => lines.push(line),
    random: () => 0.99,
    ...about,
  })
  return lines
}
type Sent = { readonly ts: number; readonly v: Readonly<Record<string, number>> }
const sentIn = (message: Message): Sent[] => [message.body].flat() as Sent[]
const tele = (device = 'sim-a') => broker.messages.filter(message => message.topic === `daisen/v1/dong/${device}/tele`)
const slotsOf = (messages: readonly Message[]) => messages.flatMap(sentIn).map(sent => sent.ts / PACE_MS)
/** Slots without a gap, each once. */
const expectContiguous = (slots: readonly number[]) =>
  expect(slots).toEqual(Array.from({ length: slots.length }, (_, n) => (slots[0] ?? 0) + n))

describe('a device on the network', () => {
  test('connects as itself with its token, says that it is online, retained, and sends readings with QoS 1', async () => {
    broker = await aBroker()
    start(aSmallField())
    await expect.poll(() => tele().length).toBeGreaterThan(3)
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
    start(aSmallField({ isOut: () => isOut }))
    await expect.poll(() => tele().length).toBeGreaterThan(2)
    isOut = true
    await expect.poll(() => broker.last('daisen/v1/dong/sim-a/state')).toEqual({ online: false })
    const before = tele().length
    await new Promise(resolve => setTimeout(resolve, 700))
    expect(tele()).toHaveLength(before)
    isOut = false
    await expect.poll(() => broker.last('daisen/v1/dong/sim-a/state'), { timeout: 3_000 }).toEqual({ online: true })
    await expect.poll(() => tele().length).toBeGreaterThan(before + 2)
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
    start(aSmallField(), { backfillHours })
    await expect.poll(() => tele().length, { timeout: 4_000 }).toBeGreaterThan(cutAt + 3)
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
    start(aSmallField(), { elapsed: () => performance.now() * 100 })
    await expect.poll(() => tele().length).toBe(1)
    await new Promise(resolve => setTimeout(resolve, 250))
    expect([tele().length, broker.connected.length]).toEqual([1, 1])
    isSilent = false
    await expect.poll(() => tele().length, { timeout: 4_000 }).toBeGreaterThan(3)
    expect(broker.connected.length).toBe(2)
    expect(slotsOf(tele())[0]).toBe(slotsOf(tele().slice(1))[0])
    expectContiguous(slotsOf(tele().slice(1)))
  })

  test('keeps measuring while the broker is gone and loses nothing when it is back', async () => {
    broker = await aBroker()
    start(aSmallField())
    await expect.poll(() => tele().length).toBeGreaterThan(2)
    const before = slotsOf(tele())
    await broker.stop()
    restarted = broker
    await new Promise(resolve => setTimeout(resolve, 500))
    broker = await aBroker({ port: restarted.port })
    restarted = undefined
    await expect.poll(() => tele().length, { timeout: 5_000 }).toBeGreaterThan(3)
    const after = slotsOf(tele())
    expect(after[0]).toBeLessThanOrEqual((before.at(-1) ?? 0) + 1)
    expectContiguous(after)
  })

  test('with a wrong token stays away and tries again, ever more rarely', async () => {
    broker = await aBroker()
    start(aSmallField(), { tokens: new Map([['sim-a', 'wrong']]) })
    await expect.poll(() => broker.connected.length, { timeout: 3_000 }).toBe(2)
    await new Promise(resolve => setTimeout(resolve, 600))
    expect(broker.connected.length).toBe(2)
    expect(running?.online()).toBe(0)
    expect(broker.messages).toEqual([])
  })

  test('repeats a reading when its field says so, word for word', async () => {
    broker = await aBroker()
    start(aSmallField({ repeats: () => true }), { now: atPace() })
    await expect.poll(() => tele().length, { timeout: 4_000 }).toBeGreaterThan(6)
    const singles = tele().filter(message => !Array.isArray(message.body))
    const counts = new Map<string, number>()
    for (const one of singles) counts.set(JSON.stringify(one.body), (counts.get(JSON.stringify(one.body)) ?? 0) + 1)
    expect([...counts.values()].filter(count => count === 2).length).toBeGreaterThan(1)
  })

  test('sends its history first, coarse and oldest first, then its newest values, then what it measures now', async () => {
    broker = await aBroker()
    const now = Date.now()
    start(aSmallField(), { backfillHours: 30 })
    await expect.poll(() => tele().length, { timeout: 4_000 }).toBeGreaterThan(5)
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

describe('the field on the network', () => {
  test('comes up gradually', async () => {
    broker = await aBroker()
    const names = Array.from({ length: 12 }, (_, n) => `d${n}`)
    const began = performance.now()
    start(aSmallField({}, names), { connectionsPerSecond: 10 })
    await expect.poll(() => running?.online(), { timeout: 5_000 }).toBe(12)
    // Ten a second after the first two: a slow machine may take longer, a stampede would be quicker.
    expect(performance.now() - began).toBeGreaterThan(700)
    const sixth = broker.connected[5]?.at ?? 0
    expect(sixth - began).toBeGreaterThan(300)
  })

  test('says what starts, in one line of Vietnamese and English', async () => {
    broker = await aBroker()
    const lines = start(aSmallField())
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/1 thiết bị.* · .*1 devices/)
  })

  test('leaves a device without a token alone', async () => {
    broker = await aBroker()
    start(aSmallField({}, ['a', 'b']), { tokens: new Map([['sim-b', 'token']]) })
    await expect.poll(() => running?.online()).toBe(1)
    expect(broker.connected.map(one => one.device)).toEqual(['sim-b'])
  })

  test('stops in order: every device says goodbye, no last will is spoken, nothing stays open', async () => {
    broker = await aBroker()
    const openBefore = openHandles()
    start(aSmallField({}, ['a', 'b', 'c']))
    await expect.poll(() => running?.online()).toBe(3)
    const began = performance.now()
    await running?.stop()
    expect(performance.now() - began).toBeLessThan(2_000)
    for (const name of ['a', 'b', 'c'])
      expect(broker.last(`daisen/v1/dong/sim-${name}/state`)).toEqual({ online: false })
    const goodbyes = broker.messages.filter(message => message.topic.endsWith('/state') && message.device === '(will)')
    expect(goodbyes).toEqual([])
    await expect.poll(() => broker.connections()).toBe(0)
    await expect.poll(openHandles).toBeLessThanOrEqual(openBefore)
    const sent = broker.messages.length
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(broker.messages).toHaveLength(sent)
  })

  test('stops within two seconds even when the broker answers nothing', async () => {
    broker = await aBroker({ answer: () => 'silence' })
    start(aSmallField())
    await expect.poll(() => tele().length + broker.messages.length).toBeGreaterThan(0)
    const began = performance.now()
    await running?.stop()
    expect(performance.now() - began).toBeLessThan(2_000)
    await expect.poll(() => broker.connections()).toBe(0)
  })

  test('stops while it is still waiting for a broker', async () => {
    broker = await aBroker()
    const { url } = broker
    await broker.stop()
    start(aSmallField(), { url })
    await new Promise(resolve => setTimeout(resolve, 100))
    const began = performance.now()
    await running?.stop()
    expect(performance.now() - began).toBeLessThan(500)
  })

  test('of nine villages puts all its devices online but those that are out, each reporting everything it measures', async () => {
    broker = await aBroker()
    const field: Field = aField()
    const now = Date.UTC(2026, 10, 23, 3)
    start(field, { connectionsPerSecond: 2_000, now: () => now })
    const expected = field.plans.filter(plan => !field.isOut(plan.id, now))
    await expect.poll(() => running?.online(), { timeout: 5_000 }).toBe(expected.length)
    const codesOf = (id: string) =>
      new Set(
        broker.messages
          .filter(one => one.device === id && one.topic.endsWith('/tele'))
          .flatMap(sentIn)
          .flatMap(sent => Object.keys(sent.v)),
      )
    for (const plan of expected) {
      const measured = plan.quantities.filter(one => one.intervalMs !== null).map(one => one.code)
      await expect.poll(() => [...codesOf(plan.id)].toSorted()).toEqual(measured.toSorted())
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
    start(
      { ...field, plans, isOut: () => false, repeats: () => false },
      { connectionsPerSecond: 2_000, now: () => now, backfillHours: 6 },
    )
    const sentOf = (id: string) =>
      broker.messages.filter(one => one.device === id && one.topic.endsWith('/tele')).flatMap(sentIn)
    for (const plan of plans) {
      const codes = plan.quantities.filter(one => one.intervalMs !== null)
      await expect.poll(() => new Set(sentOf(plan.id).flatMap(sent => Object.keys(sent.v))).size).toBe(codes.length)
    }
    await new Promise(resolve => setTimeout(resolve, 200))
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

/** A wall clock that moves one slot per look after the start: every message then holds a single reading. */
function atPace(): () => number {
  let at = Math.floor(Date.now() / PACE_MS) * PACE_MS
  let last = performance.now()
  return () => {
    if (performance.now() - last > 150) {
      at += PACE_MS
      last = performance.now()
    }
    return at
  }
}

/** Sockets and timers of this process. */
const openHandles = (): number =>
  process.getActiveResourcesInfo().filter(kind => kind === 'TCPSocketWrap' || kind === 'Timeout').length
