// Ten thousand sockets that open and never finish, at both doors: the others are served meanwhile, and all of them are gone in the end.
import { setTimeout as sleep } from 'node:timers/promises'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FleetDevice, readAll, registerFleet } from '../support/fleet.ts'
import { openScreen } from '../support/screen.ts'
import { type StationProcess, startStationProcess } from '../support/station-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { type HalfOpen, startHalfOpen } from './half-open.ts'

const SOCKETS = 10_000
/** A head or a CONNECT must be there after ten seconds; the rest is this machine's own business. */
const GONE_WITHIN_MS = 60_000
const ADDRESSES = 40

const folder = temporaryFolder()
let station: StationProcess
let attackers: HalfOpen
let device: FleetDevice
let readings = 0

beforeAll(async () => {
  const [one] = await registerFleet(folder.path, 'gauge', 1, ['water_level'])
  if (!one) throw new Error('no device')
  device = one
  station = await startStationProcess(folder.path)
  attackers = startHalfOpen()
})
afterAll(async () => {
  await attackers.child.kill('SIGKILL')
  await station.child.kill('SIGTERM')
  folder.remove()
})

const HEAD = 'GET /api/v1/registry HTTP/1.1\r\nHost: x\r\nX-A: '
const BODY = 'POST /api/v1/ingest HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n'

describe('at HTTP', () => {
  test.each([
    ['that say nothing', '', '', ADDRESSES],
    ['that never end their head', HEAD, 'a', ADDRESSES],
    ['all from one address', HEAD, 'a', 1],
  ])('ten thousand sockets %s keep nobody else from being served', async (_what, first, drip, addresses) => {
    const port = Number(new URL(station.url).port)
    await withstand({ port, first, drip, addresses })
  })

  test('bodies that come byte by byte are cut off where nobody has signed in', async () => {
    const port = Number(new URL(station.url).port)
    await withstand({ port, first: `${BODY}\r\n`, drip: 'a', addresses: ADDRESSES })
  })
})

test('at MQTT ten thousand sockets that never sign in keep no device from being heard', async () => {
  await withstand({ port: station.mqttPort, first: '\u0010', drip: '', addresses: ADDRESSES })
})

/** Opens them while the others go on; ends when they are gone. */
async function withstand(attack: { port: number; first: string; drip: string; addresses: number }): Promise<void> {
  const before = (await station.figures()).residentBytes
  let isOver = false
  let served = 0
  let slowestMs = 0
  const serving = (async () => {
    while (!isOver) {
      const askedAt = performance.now()
      await serveAll()
      slowestMs = Math.max(slowestMs, performance.now() - askedAt)
      served++
      await sleep(100)
    }
  })()
  const opened = await attackers.open({ count: SOCKETS, ...attack })
  // They are met while the attackers stand, too.
  await Promise.race([sleep(3_000), serving])
  await expect.poll(async () => (await attackers.count()).open, { timeout: GONE_WITHIN_MS, interval: 500 }).toBe(0)
  isOver = true
  await serving
  const { residentBytes } = await station.figures()
  const growth = Math.round((residentBytes - before) / 1024 / 1024)
  process.stdout.write(
    `half-open: ${opened.opened} of ${SOCKETS} opened (${opened.outOfFiles} beyond this machine's files), ${served} rounds served, slowest ${Math.round(slowestMs)} ms, memory ${growth} MiB\n`,
  )
  expect(opened.opened + opened.outOfFiles).toBeGreaterThanOrEqual(SOCKETS * 0.99)
  expect(opened.opened).toBeGreaterThan(500)
  expect(served).toBeGreaterThan(3)
  expect(await readAll(station.url, `${device.id}.water_level`)).toHaveLength(readings)
}

/** Everybody else, once: a page's question, a reading by each door, a new screen. @throws when one isn't served */
async function serveAll(): Promise<void> {
  expect((await fetch(`${station.url}/api/v1/registry`, { headers: { connection: 'close' } })).status).toBe(200)
  const t = Date.now()
  const posted = await fetch(`${station.url}/api/v1/ingest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${device.token}`, connection: 'close' },
    body: JSON.stringify({ ts: t, values: { water_level: 1.5 } }),
  })
  expect(await posted.json()).toMatchObject({ accepted: 1 })
  readings++
  const client = await mqtt.connectAsync(`mqtt://${station.mqttHost}:${station.mqttPort}`, {
    username: device.id,
    password: device.token,
    reconnectPeriod: 0,
  })
  await client.publishAsync(device.topic, JSON.stringify({ ts: t + 1, values: { water_level: 2.5 } }), { qos: 1 })
  readings++
  await client.endAsync()
  ;(await openScreen(station.url)).leave()
}
