// A broker of someone else's between field and station: what it took while the station was away arrives when it is back.
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { Aedes } from 'aedes'
import mqtt, { type MqttClient } from 'mqtt'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Config } from '../../server/config.ts'
import { get, readingsOf } from '../support/door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const TELE = 'daisen/v1/my-dong/gauge-1/tele'
const STATE = 'daisen/v1/my-dong/gauge-1/state'

let folder: ReturnType<typeof temporaryFolder>
let broker: Aedes
let listener: Server
let device: MqttClient
let station: TestStation | undefined
let about: Partial<Config>
/** How often the station told the broker that a message is safe. */
let acknowledged: number

beforeEach(async () => {
  folder = temporaryFolder()
  await registerDevice(folder.path, aDevicePlan())
  broker = await Aedes.createBroker()
  acknowledged = 0
  broker.on('ack', () => {
    acknowledged++
  })
  listener = createServer(broker.handle)
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const url = `mqtt://127.0.0.1:${(listener.address() as { port: number }).port}`
  about = { dataDir: folder.path, mqtt: { url, username: undefined, password: undefined, clientId: 'dai-sen' } }
  device = await mqtt.connectAsync(url, { clientId: 'gauge-1' })
})
afterEach(async () => {
  await station?.stop()
  station = undefined
  await device.endAsync(true)
  await new Promise<void>(resolve => broker.close(() => resolve()))
  listener.close()
  folder.remove()
})

async function start(): Promise<TestStation> {
  station = await startTestStation(about)
  const { url } = station
  await expect.poll(async () => (await get(`${url}/readyz`)).status).toBe(200)
  return station
}
const publish = (topic: string, payload: unknown, retain = false) =>
  device.publishAsync(topic, JSON.stringify(payload), { qos: 1, retain })
const level = (t: number) => ({ ts: t, v: { water_level: 1 } })
const times = async (on: TestStation, series = 'gauge-1.water_level') =>
  (await readingsOf(on, series).catch(() => [])).map(one => one.t)

describe('an outside broker', () => {
  test('hands on readings and states as the embedded one does', async () => {
    const on = await start()
    const now = Date.now()
    await publish(TELE, level(now))
    await publish(STATE, { online: true, ts: now })
    await expect.poll(() => times(on)).toEqual([now])
    await expect.poll(() => times(on, 'gauge-1.online')).toEqual([now])
  })

  test('keeps what comes while the station is away, and the station takes it in when it is back, each reading once', async () => {
    const first = await start()
    const now = Date.now()
    await publish(TELE, level(now - 1_000))
    await expect.poll(() => times(first)).toHaveLength(1)
    await first.stop()
    await publish(TELE, level(now - 1_000))
    for (let i = 0; i < 20; i++) await publish(TELE, level(now + i))
    const again = await start()
    await expect.poll(() => times(again), { timeout: 5_000 }).toHaveLength(21)
    await expect.poll(() => acknowledged).toBeGreaterThanOrEqual(22)
  })

  test('is told what is rubbish too, so that it does not send it for ever', async () => {
    const on = await start()
    await publish(TELE, 'rubbish')
    await publish('daisen/v1/dinh-yen/gauge-1/tele', level(Date.now()))
    await publish('daisen/v1/my-dong/nobody/tele', level(Date.now()))
    await publish(TELE, level(Date.now()))
    await expect.poll(() => acknowledged).toBe(4)
    expect(await times(on)).toHaveLength(1)
  })

  test('that repeats a retained state at every start adds no reading while nothing changed', async () => {
    await publish(STATE, { online: true }, true)
    for (let i = 0; i < 3; i++) {
      const on = await start()
      await expect.poll(() => times(on, 'gauge-1.online')).toHaveLength(1)
      await expect.poll(() => acknowledged).toBeGreaterThanOrEqual(i + 1)
      await on.stop()
    }
    await publish(STATE, { online: false }, true)
    const on = await start()
    await expect.poll(() => times(on, 'gauge-1.online')).toHaveLength(2)
  })

  test('that is away makes the station not ready, and not dead: HTTP goes on, and it comes back by itself', async () => {
    const on = await start()
    const { port } = listener.address() as { port: number }
    await new Promise<void>(resolve => broker.close(() => resolve()))
    listener.close()
    await expect.poll(async () => (await get(`${on.url}/readyz`)).status).toBe(503)
    expect((await get(`${on.url}/healthz`)).status).toBe(200)
    expect((await get(`${on.url}/api/v1/series`)).status).toBe(200)
    broker = await Aedes.createBroker()
    listener = createServer(broker.handle).listen(port, '127.0.0.1')
    await expect.poll(async () => (await get(`${on.url}/readyz`)).status, { timeout: 8_000 }).toBe(200)
    const now = Date.now()
    await expect.poll(() => device.connected, { timeout: 5_000 }).toBe(true)
    await publish(TELE, level(now))
    await expect.poll(() => times(on)).toEqual([now])
  })
})
