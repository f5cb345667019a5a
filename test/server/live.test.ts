// A whole station and real screens: what was acknowledged is what they show.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { catalogueSchema, helloSchema, snapshotSchema, tickSchema } from '../../shared/protocol.ts'
import { PROTOCOL_VERSION } from '../../shared/wire.ts'
import { deliver, get } from '../support/door.ts'
import { type LiveScreen, openScreen } from '../support/screen.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const folder = temporaryFolder()
let station: TestStation
const tokens = new Map<string, string>()
const open: LiveScreen[] = []

const DEVICES = [
  ['gauge-my-dong', 'my-dong'],
  ['gauge-dinh-yen', 'dinh-yen'],
  ['gauge-doc-binh-kieu', 'doc-binh-kieu'],
] as const

beforeAll(async () => {
  for (const [id, village] of DEVICES) tokens.set(id, await registerDevice(folder.path, aDevicePlan({ id, village })))
  station = await startTestStation({ dataDir: folder.path })
})
afterEach(() => {
  for (const one of open.splice(0)) one.leave()
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

async function screen(scope?: string, about: object = {}): Promise<LiveScreen> {
  const one = await openScreen(station.url, { ...(scope === undefined ? {} : { scope }), ...about })
  open.push(one)
  if (scope !== undefined) await expect.poll(() => one.seen.snapshots).toBeGreaterThan(0)
  return one
}
const measure = (device: string, v: number, t = Date.now()) =>
  deliver(station, tokens.get(device) ?? '', { ts: t, values: { water_level: v } })
const shown = (one: LiveScreen, device: string) => one.picture.values()[`${device}.water_level`]?.v
async function metric(name: string): Promise<number> {
  const { body } = await get(`${station.url}/metrics`)
  return Number(new RegExp(`^daisen_${name} (.+)$`, 'm').exec(String(body))?.[1])
}

describe('a screen that comes', () => {
  test('is told version and time, watches, and gets the catalogue before the snapshot', async () => {
    const one = await screen()
    await expect.poll(() => one.seen.ticks.length).toBe(1)
    const hello = helloSchema.parse(one.seen.hello)
    expect(hello.version).toBe(PROTOCOL_VERSION)
    expect(tickSchema.parse(one.seen.ticks[0]).serverTime).toBeGreaterThanOrEqual(hello.serverTime)
    expect(Math.abs(Date.now() - hello.serverTime)).toBeLessThan(2_000)
    const bodies = Promise.all([
      new Promise(resolve => one.socket.once('catalogue', resolve)),
      new Promise(resolve => one.socket.once('snapshot', resolve)),
    ])
    expect(await one.watch({ scope: 'province' })).toEqual({ ok: true })
    const [catalogue, snapshot] = await bodies
    expect(catalogueSchema.parse(catalogue).series.map(series => series.id)).toEqual(
      expect.arrayContaining(DEVICES.map(([id]) => `${id}.water_level`)),
    )
    snapshotSchema.parse(snapshot)
    expect(one.seen.order.filter(event => event === 'catalogue' || event === 'snapshot')).toEqual([
      'catalogue',
      'snapshot',
    ])
  })

  test('shows a reading within two seconds of its acknowledgement, and the number it was sent as', async () => {
    const one = await screen('province')
    await measure('gauge-my-dong', 1.2345678901)
    await expect.poll(() => shown(one, 'gauge-my-dong'), { timeout: 20_000 }).toBe(1.2345678901)
    expect(one.seen.gaps).toBe(0)
  })

  test('after others is shown what they see', async () => {
    const first = await screen('province')
    await measure('gauge-dinh-yen', 2.5)
    await expect.poll(() => shown(first, 'gauge-dinh-yen')).toBe(2.5)
    const second = await screen('province')
    expect(second.picture.values()).toEqual(first.picture.values())
  })

  test('never shows a late reading in place of the newest', async () => {
    const one = await screen('province')
    const now = Date.now()
    await measure('gauge-my-dong', 3, now)
    await measure('gauge-my-dong', 99, now - 60_000)
    await measure('gauge-dinh-yen', 4)
    await expect.poll(() => shown(one, 'gauge-dinh-yen')).toBe(4)
    expect(shown(one, 'gauge-my-dong')).toBe(3)
  })
})

describe('a scope', () => {
  test.each([
    ['village:my-dong', ['gauge-my-dong']],
    ['unit:district-872', ['gauge-doc-binh-kieu', 'gauge-my-dong']],
    ['unit:commune-30226', ['gauge-dinh-yen']],
    ['unit:commune-30259', []],
  ])('%s shows its villages and nothing of the others', async (scope, devices) => {
    const one = await screen(scope)
    const all = await screen('province')
    for (const [id] of DEVICES) await measure(id, 7)
    await expect.poll(() => DEVICES.map(([id]) => shown(all, id))).toEqual([7, 7, 7])
    await expect
      .poll(() => Object.keys(one.picture.values()).sort())
      .toEqual(devices.map(id => `${id}.water_level`).sort())
    expect([...one.picture.seriesIds()].sort()).toEqual(devices.map(id => `${id}.water_level`).sort())
  })

  test('that is unknown and one that may not be seen get the same answer, and nothing more', async () => {
    const one = await screen()
    for (const scope of ['village:nowhere', 'unit:nowhere', 'village:constructor', 'unit:district-999'])
      expect(await one.watch({ scope })).toEqual({ ok: false, error: 'forbidden' })
    expect(one.seen.catalogues).toBe(0)
  })

  test('replaces the one watched before', async () => {
    const one = await screen('village:my-dong')
    await one.watch({ scope: 'village:dinh-yen' })
    await expect.poll(() => one.picture.seriesIds()).toEqual(['gauge-dinh-yen.water_level'])
    await measure('gauge-my-dong', 5)
    await measure('gauge-dinh-yen', 6)
    await expect.poll(() => one.picture.values()).toMatchObject({ 'gauge-dinh-yen.water_level': { v: 6 } })
    expect(shown(one, 'gauge-my-dong')).toBeUndefined()
    expect(await metric('live_screens')).toBe(1)
  })
})

test.each([
  undefined,
  null,
  'province',
  42,
  [],
  {},
  { scope: '' },
  { scope: 'all' },
  { scope: 'village:' },
  { scope: 'village:My-Dong' },
  { scope: 'village:my-dong ' },
  { scope: 'village:../x' },
  { scope: `village:${'x'.repeat(73)}` },
  { scope: ['province'] },
  { scope: { toString: 'province' } },
  { scope: 'province', village: 'my-dong' },
  new Uint8Array(100),
])('the request %j is refused and the screen may ask again', async body => {
  const one = await screen()
  expect(await one.watch(body)).toEqual({ ok: false, error: 'bad-request' })
  expect(await one.watch({ scope: 'province' })).toEqual({ ok: true })
})

describe('while a screen watches', () => {
  test('a device that is added brings a new catalogue within two seconds, and its readings are shown', async () => {
    const one = await screen('village:my-dong')
    tokens.set('new-gauge', await registerDevice(folder.path, aDevicePlan({ id: 'new-gauge' })))
    await expect.poll(() => one.picture.seriesIds(), { timeout: 20_000 }).toContain('new-gauge.water_level')
    await measure('new-gauge', 8)
    await expect.poll(() => shown(one, 'new-gauge')).toBe(8)
    expect(one.seen).toMatchObject({ catalogues: 2, snapshots: 2, gaps: 0 })
  })

  test('a start of the server shows: another epoch, a whole new picture, nothing lost', async () => {
    const one = await screen('province', { reconnection: true })
    await measure('gauge-my-dong', 9)
    await expect.poll(() => shown(one, 'gauge-my-dong')).toBe(9)
    const epoch = one.picture.epoch()
    const port = Number(new URL(station.url).port)
    await station.stop()
    station = await startTestStation({ dataDir: folder.path, port })
    await expect.poll(() => one.seen.snapshots, { timeout: 20_000 }).toBe(2)
    expect(one.picture.epoch()).not.toBe(epoch)
    expect(shown(one, 'gauge-my-dong')).toBe(9)
    await measure('gauge-my-dong', 10)
    await expect.poll(() => shown(one, 'gauge-my-dong')).toBe(10)
    expect(one.seen.gaps).toBe(0)
  })

  test('the tick counts what came in during the last minute', async () => {
    await measure('gauge-my-dong', 1)
    const one = await screen()
    await expect.poll(() => one.seen.ticks.length).toBe(1)
    expect(one.seen.ticks[0]?.readingsLastMinute).toBeGreaterThan(0)
  })
})

test('when all screens are gone nothing is kept of them', async () => {
  const some = await Promise.all(Array.from({ length: 10 }, () => screen('province')))
  await expect.poll(() => metric('live_screens')).toBe(10)
  for (const one of some.slice(0, 9)) await one.watch({ scope: 'village:my-dong' })
  expect(await metric('live_screens')).toBe(10)
  for (const one of some) one.leave()
  await expect.poll(() => metric('live_screens')).toBe(0)
})
