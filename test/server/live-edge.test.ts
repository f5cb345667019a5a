// The live door alone, with a feed of our own, so that the test decides when things happen.

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFieldViews } from '../../server/access/field-view.ts'
import { hostsOf } from '../../server/http/own-host.ts'
import { createRateLimit } from '../../server/ingest/rate.ts'
import { createFollowers } from '../../server/live/followers.ts'
import { createHub, type Hub } from '../../server/live/hub.ts'
import { createLatest } from '../../server/live/latest.ts'
import { type Live, serveLive, WATCH_RATE } from '../../server/live/serve.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { LOCAL } from '../../shared/access/principal.ts'
import type { CatalogueSeries } from '../../shared/protocol.ts'
import { FRAME_MS } from '../../shared/wire.ts'
import { type LiveScreen, openScreen } from '../support/screen.ts'

const ANSWER_WITHIN_MS = 700
const VILLAGES = new Set(['my-dong'])
const series = (n: number): CatalogueSeries => ({
  n,
  id: `gauge.q${n}`,
  device: 'gauge',
  deviceName: 'Trạm thử',
  village: 'my-dong',
  quantity: `q${n}`,
  unit: 'm',
  lon: 105.8,
  lat: 10.5,
  intervalMs: 10_000,
  source: 'measured',
})

/** The programme's log as this test needs it: one event, and no more. */
const log = {
  family: 'programme' as const,
  head: () => 1,
  eventsAfter: async (id: number) =>
    id < 1 ? [{ id: 1, at: 1, actor: 'system:test', type: 'programme.x', subject: 'x', data: null, hash: 'h1' }] : [],
  holds: async (id: number, hash: string) => id === 0 && hash === '',
}

let http: Server
let hub: Hub
let live: Live
let url: string
let open: LiveScreen[]
let at: number

beforeEach(async () => {
  open = []
  at = 0
  hub = createHub({
    latest: createLatest(),
    epoch: 7,
    now: Date.now,
    villagesOf: scope => (scope === 'province' ? VILLAGES : undefined),
  })
  hub.setCatalogue([series(0), series(1)])
  http = createServer().listen(0, '127.0.0.1')
  await once(http, 'listening')
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  live = serveLive({
    http,
    hub,
    followers: {
      programme: createFollowers(log),
      alarm: createFollowers({ ...log, family: 'alarm' as const }),
      display: createFollowers({ ...log, family: 'display' as const }),
      desk: createFollowers({ ...log, family: 'desk' as const }),
    },
    fleet: { report: () => false, leave: () => undefined },
    allowedOrigins: new Set([url]),
    identify: () => ({ principal: LOCAL, formSecret: undefined, isStillGood: () => true }),
    views: createFieldViews(loadRegistry()),
    allowedHosts: hostsOf([url]),
    addressOf: () => '127.0.0.1',
    attemptRate: { take: () => 0 },
    now: Date.now,
    readingsLastMinute: () => 0,
    watchRate: createRateLimit(WATCH_RATE.perSecond, WATCH_RATE.burst),
    answerWithinMs: ANSWER_WITHIN_MS,
  })
})
afterEach(async () => {
  for (const one of open) one.leave()
  await live.stop()
  http.closeAllConnections()
})

const measure = (n: number, v: number) =>
  hub.publish({ n: Uint32Array.of(n), t: Float64Array.of(++at), v: Float64Array.of(v), q: Uint8Array.of(0) })
async function watching(about: object = { scope: 'province' }): Promise<LiveScreen> {
  const one = await openScreen(url, about)
  open.push(one)
  if ('scope' in about) await expect.poll(() => one.seen.snapshots).toBe(1)
  return one
}

describe('a screen that does not answer', () => {
  test('gets one frame and never a second, and is let go when its time is over', async () => {
    const [silent, well] = [await watching(), await watching()]
    silent.hold()
    let v = 0
    const feed = setInterval(() => measure(0, ++v), 20)
    try {
      await expect.poll(() => silent.seen.frames).toBe(1)
      await expect.poll(() => well.seen.frames).toBeGreaterThanOrEqual(3)
      expect(silent.seen.frames).toBe(1)
      await expect.poll(() => silent.socket.connected, { timeout: ANSWER_WITHIN_MS + 10 * FRAME_MS }).toBe(false)
      expect(silent.seen.frames).toBe(1)
      expect(well.socket.connected).toBe(true)
      await expect.poll(() => [live.screens(), hub.figures().screens]).toEqual([1, 1])
    } finally {
      clearInterval(feed)
    }
  })

  test('comes back by itself once it is awake again, and is shown everything', async () => {
    const one = await watching({ scope: 'province', reconnection: true })
    one.hold()
    measure(0, 1)
    await expect.poll(() => one.seen.hellos, { timeout: 20_000 }).toBe(2)
    measure(1, 2)
    await expect.poll(() => one.picture.values()).toMatchObject({ 'gauge.q0': { v: 1 }, 'gauge.q1': { v: 2 } })
  })

  test('in time is kept, and ends with the same picture as a fast one, out of one merged frame', async () => {
    const [slow, fast] = [await watching(), await watching()]
    slow.hold()
    measure(0, 1)
    await expect.poll(() => [slow.seen.frames, fast.seen.frames]).toEqual([1, 1])
    measure(0, 2)
    await expect.poll(() => fast.seen.frames).toBe(2)
    measure(1, 3)
    await expect.poll(() => fast.seen.frames).toBe(3)
    expect(slow.seen.frames).toBe(1)
    slow.answer()
    await expect.poll(() => slow.picture.seq()).toBe(fast.picture.seq())
    expect(slow.picture.values()).toEqual(fast.picture.values())
    expect(slow.seen).toMatchObject({ frames: 2, gaps: 0, snapshots: 1 })
    expect(hub.figures().framesMerged).toBe(1)
  })

  test('and leaves is forgotten at once', async () => {
    const one = await watching()
    one.hold()
    measure(0, 1)
    await expect.poll(() => one.seen.frames).toBe(1)
    one.leave()
    await expect.poll(() => [live.screens(), hub.figures().screens]).toEqual([0, 0])
  })
})

test('a screen that missed a frame notices the gap and is whole again after watching anew', async () => {
  const one = await watching({ scope: 'province' })
  measure(0, 1)
  await expect.poll(() => one.seen.frames).toBe(1)
  // The lost frame: applied on the way, never seen by the picture.
  const listeners = one.socket.listeners('frame')
  one.socket.off('frame')
  one.socket.once('frame', (_body, applied) => applied())
  measure(1, 5)
  await expect.poll(() => one.socket.listeners('frame').length).toBe(0)
  for (const listener of listeners) one.socket.on('frame', listener)
  measure(0, 2)
  await expect.poll(() => one.seen.gaps).toBe(1)
  await expect.poll(() => one.seen.snapshots).toBe(2)
  expect(one.picture.values()).toMatchObject({ 'gauge.q0': { v: 2 }, 'gauge.q1': { v: 5 } })
})

test('news come in one frame every 250 ms at the most', async () => {
  const one = await watching()
  const startedAt = performance.now()
  for (let v = 0; performance.now() - startedAt < 1_000; v++) {
    measure(0, v)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  const passed = performance.now() - startedAt
  expect(one.seen.frames).toBeGreaterThan(1)
  expect(one.seen.frames).toBeLessThanOrEqual(Math.ceil(passed / FRAME_MS) + 1)
})

test('forty watch requests in a row are served, a loop that goes on is cut off', async () => {
  const one = await watching({})
  const answers = await Promise.all(Array.from({ length: 40 }, () => one.watch({ scope: 'province' })))
  expect(answers.every(answer => answer.ok)).toBe(true)
  expect(hub.figures().screens).toBe(1)
  for (let i = 0; i < 100; i++) one.socket.emit('watch', { scope: 'province' }, () => undefined)
  await expect.poll(() => one.socket.connected).toBe(false)
  await expect.poll(() => hub.figures().screens).toBe(0)
})

test('a watch without a way to answer, an unknown event and too large a message harm nobody', async () => {
  const [rude, well] = [await watching({}), await watching()]
  const emit = (event: string, ...args: unknown[]) =>
    (rude.socket as unknown as { emit: (...all: unknown[]) => void }).emit(event, ...args)
  emit('watch', { scope: 'province' })
  emit('watch')
  emit('no-such-event', { a: 1 })
  emit('__proto__', 1)
  emit('constructor', 1)
  expect(await rude.watch({ scope: 'village:nowhere' })).toEqual({ ok: false, error: 'forbidden' })
  emit('watch', { scope: 'x'.repeat(17 * 1024) }, () => undefined)
  await expect.poll(() => rude.socket.connected).toBe(false)
  measure(0, 1)
  await expect.poll(() => well.seen.frames).toBe(1)
})

describe('a screen that follows a family of events', () => {
  const follow = (one: LiveScreen, body: unknown) => one.socket.timeout(5_000).emitWithAck('follow', body)

  test('is told the head, and sent what comes after what it holds', async () => {
    const one = await watching({})
    const batches: unknown[] = []
    one.socket.on('events', (body, applied) => {
      batches.push(body)
      applied()
    })
    expect(await follow(one, { family: 'programme', after: 0, hash: '' })).toEqual({ ok: true, head: 1 })
    await expect.poll(() => batches).toMatchObject([{ family: 'programme', after: 0, events: [{ id: 1, hash: 'h1' }] }])
  })

  test('follows each family for itself', async () => {
    const one = await watching({})
    const families: string[] = []
    one.socket.on('events', ({ family }, applied) => {
      families.push(family)
      applied()
    })
    await follow(one, { family: 'programme', after: 0, hash: '' })
    await follow(one, { family: 'alarm', after: 0, hash: '' })
    await expect.poll(() => families).toEqual(['programme', 'alarm'])
  })

  test('is refused with one answer for another log and another for nonsense', async () => {
    const one = await watching({})
    expect(await follow(one, { family: 'programme', after: 1, hash: 'h2' })).toEqual({ ok: false, error: 'unknown' })
    for (const body of [
      null,
      {},
      { after: 0, hash: '' },
      { family: 'audit', after: 0, hash: '' },
      { family: 'programme', after: -1, hash: '' },
      { family: 'programme', after: 0 },
      { family: 'programme', after: 0, hash: 'x'.repeat(65) },
      { family: 'programme', after: 0, hash: '', more: 1 },
    ])
      expect(await follow(one, body)).toEqual({ ok: false, error: 'bad-request' })
  })

  test('that does not answer is let go when its time is over', async () => {
    const one = await watching({})
    const left = new Promise(resolve => one.socket.once('disconnect', resolve))
    await follow(one, { family: 'programme', after: 0, hash: '' })
    expect(await left).toBeTypeOf('string')
  })
})
