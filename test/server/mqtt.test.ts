// The embedded broker with a real client: an acknowledgement is a promise, and nobody speaks for another.
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { disableDevice } from '../../server/registry/register.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { get, readingsOf } from '../support/door.ts'
import { connectDevice, type FieldDevice } from '../support/field-device.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
const folder = temporaryFolder()
let station: TestStation
let lastDevice = 0
const connected: FieldDevice[] = []

beforeAll(async () => {
  station = await startTestStation({ dataDir: folder.path, now: () => NOW })
})
afterEach(() => {
  for (const { client } of connected.splice(0)) client.end(true)
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

type Known = { readonly id: string; readonly token: string }
async function register(): Promise<Known> {
  const id = `device-${++lastDevice}`
  return { id, token: await registerDevice(folder.path, aDevicePlan({ id })) }
}
async function join(known: Known, options: object = {}): Promise<FieldDevice> {
  const device = await connectDevice(station.mqttUrl, { ...known, ...options })
  connected.push(device)
  return device
}
const levelsOf = ({ id }: Known) => readingsOf(station, `${id}.water_level`)
async function onlineOf({ id }: Known): Promise<unknown> {
  const { status, body } = await get(`${station.url}/api/v1/series/${id}.online/readings`)
  return status === 404 ? undefined : (body as { readings: { v: number }[] }).readings.map(one => one.v)
}
async function countersOf({ id }: Known): Promise<unknown> {
  const { body } = await get(`${station.url}/api/v1/devices`)
  return (body as { devices: { id: string; counters: unknown }[] }).devices.find(one => one.id === id)?.counters
}

test("a device that takes another's client id doesn't push it off the broker", async () => {
  const victim = await register()
  const device = await join(victim)
  const rival = await register()
  await join(rival, { clientId: victim.id })
  await device.tell({ ts: NOW, values: { water_level: 1 } })
  expect(device.client.connected).toBe(true)
  expect(await levelsOf(victim)).toHaveLength(1)
})

describe('telemetry', () => {
  test('is stored when the acknowledgement comes', async () => {
    const known = await register()
    const device = await join(known)
    for (let i = 0; i < 20; i++) {
      await device.tell({ ts: NOW - i, values: { water_level: i } })
      expect((await levelsOf(known)).map(one => one.t)).toContain(NOW - i)
    }
  })

  test('may be an array, one reading or a list of readings', async () => {
    const known = await register()
    const device = await join(known)
    await device.tell([
      { ts: NOW - 3, v: { water_level: 1 } },
      { ts: NOW - 2, v: { water_level: 2 } },
    ])
    await device.tell({ ts: NOW - 1, v: { water_level: 3 } })
    await device.tell({ readings: [{ ts: NOW, values: { water_level: 4 } }] })
    expect((await levelsOf(known)).map(one => one.v)).toEqual([1, 2, 3, 4])
  })

  test('kept while the device was away comes in one burst, late and complete', async () => {
    const known = await register()
    const device = await join(known)
    await device.tell({ ts: NOW, v: { water_level: 9 } })
    const kept = Array.from({ length: 500 }, (_, i) => ({ ts: NOW - 60_000 * (i + 1), v: { water_level: 1 } }))
    await Promise.all(Array.from({ length: 10 }, (_, i) => device.tell(kept.slice(i * 50, i * 50 + 50))))
    const readings = await levelsOf(known)
    expect(readings).toHaveLength(501)
    expect(readings.filter(one => one.q === 'late')).toHaveLength(500)
    expect(readings.at(-1)).toEqual({ t: NOW, v: 9, q: 'good' })
  })

  test('sent again an hour later is a duplicate', async () => {
    const known = await register()
    const device = await join(known)
    const message = { ts: NOW - 3_600_000, v: { water_level: 1 } }
    for (let i = 0; i < 3; i++) await device.tell(message)
    expect(await levelsOf(known)).toHaveLength(1)
    expect(await countersOf(known)).toMatchObject({ accepted: 1, duplicate: 2 })
  })

  test('that is rubbish is acknowledged, counted and stores nothing: it would be as wrong the next time', async () => {
    const known = await register()
    const device = await join(known)
    for (const rubbish of [
      '',
      '{',
      'null',
      '{}',
      '{"device":"other","v":{"water_level":1}}',
      Buffer.from([0xff, 0xfe]),
    ])
      await device.tell(rubbish)
    expect(await levelsOf(known)).toEqual([])
    expect(await countersOf(known)).toMatchObject({ accepted: 0, rejected: { 'bad-reading': 5, 'unknown-series': 1 } })
  })

  test('is not kept by the broker, even if the device asks for it', async () => {
    const known = await register()
    const device = await join(known)
    await device.tell({ ts: NOW, v: { water_level: 1 } }, { retain: true })
    await device.say({ online: true })
    const heard: string[] = []
    const again = await join(known, { clientId: 'second' })
    again.client.on('message', topic => heard.push(topic))
    await again.client.subscribeAsync(`daisen/v1/my-dong/${known.id}/#`, { qos: 1 })
    await expect.poll(() => heard).toEqual([`daisen/v1/my-dong/${known.id}/state`])
  })

  test('of a quarter megabyte is taken, a larger packet ends the connection and nothing else', async () => {
    const known = await register()
    const device = await join(known)
    const reading = JSON.stringify({ ts: NOW, v: { water_level: 1 } })
    const padded = (bytes: number) => reading + ' '.repeat(bytes - reading.length)
    await device.tell(padded(256 * 1024))
    expect(await levelsOf(known)).toHaveLength(1)
    await device.tell(padded(256 * 1024 + 1))
    expect(await countersOf(known)).toMatchObject({ rejected: { 'bad-reading': 1 } })
    await expect(device.tell(padded(258 * 1024))).rejects.toThrow('closed')
    const after = await join(await register())
    await after.tell({ v: { water_level: 1 } })
  })
})

describe('the state of a device', () => {
  test('becomes its series "online", made when it first speaks, and the last will says when it vanished', async () => {
    const known = await register()
    const device = await join(known)
    expect(await onlineOf(known)).toBeUndefined()
    await device.say({ online: true, ts: NOW - 5_000 })
    expect(await onlineOf(known)).toEqual([1])
    device.client.stream.destroy()
    await expect.poll(() => onlineOf(known)).toEqual([1, 0])
  })

  test('is not touched by a device that leaves in order', async () => {
    const known = await register()
    const device = await join(known)
    await device.say({ online: true })
    await device.leave()
    const next = await join(await register())
    await next.tell({ v: { water_level: 1 } })
    expect(await onlineOf(known)).toEqual([1])
  })

  test('that says nothing about being online is refused and counted', async () => {
    const known = await register()
    const device = await join(known)
    for (const rubbish of [{ online: 'yes' }, { online: 1 }, {}, [], null]) await device.say(rubbish)
    expect(await onlineOf(known)).toBeUndefined()
    expect(await countersOf(known)).toMatchObject({ rejected: { 'bad-reading': 5 } })
  })
})

describe('who may speak', () => {
  test('only a device with its own token', async () => {
    const [known, other] = [await register(), await register()]
    const refused = [
      { id: known.id, token: 'wrong' },
      { id: known.id, token: other.token },
      { id: 'nobody', token: known.token },
      { id: '__proto__', token: known.token },
    ]
    for (const one of refused) await expect(join(one), one.id).rejects.toThrow()
    await expect(
      connectDevice(station.mqttUrl, { ...known, username: undefined, password: undefined } as never),
    ).rejects.toThrow()
    await join(known)
  })

  test.each([
    ["another device's topic", (_own: string, other: string) => `daisen/v1/my-dong/${other}/tele`],
    ['its own name in another village', (own: string) => `daisen/v1/dinh-yen/${own}/tele`],
    ["another device's state", (_own: string, other: string) => `daisen/v1/my-dong/${other}/state`],
    ['a topic that is none of ours', (own: string) => `other/v1/my-dong/${own}/tele`],
    ['a deeper topic', (own: string) => `daisen/v1/my-dong/${own}/tele/x`],
  ])('and not under %s: the connection ends and nothing is stored', async (_what, topicOf) => {
    const [own, other] = [await register(), await register()]
    const device = await join(own)
    const message = { ts: NOW, v: { water_level: 1 }, online: true }
    await expect(device.tell(message, { topic: topicOf(own.id, other.id) })).rejects.toThrow('closed')
    for (const one of [own, other]) expect(await levelsOf(one)).toEqual([])
    expect(await onlineOf(other)).toBeUndefined()
  })

  test('and not with the last will of another', async () => {
    const [own, other] = [await register(), await register()]
    const will = {
      topic: `daisen/v1/my-dong/${other.id}/state`,
      payload: Buffer.from('{"online":false}'),
      qos: 1,
      retain: true,
    }
    const device = await join(own, { will })
    await device.tell({ v: { water_level: 1 } })
    device.client.stream.destroy()
    const next = await join(own)
    await next.tell({ ts: NOW - 1, v: { water_level: 1 } })
    expect(await onlineOf(other)).toBeUndefined()
  })

  test('not once it was disabled, even on an open connection', async () => {
    const known = await register()
    const device = await join(known)
    await device.tell({ ts: NOW, v: { water_level: 1 } })
    const outside = await openSqliteStore({ path: databasePath(folder.path) })
    await disableDevice(outside, known.id, NOW, 'test')
    await outside.close()
    let t = NOW
    await expect
      .poll(
        () =>
          device.tell({ ts: --t, v: { water_level: 1 } }).then(
            () => 'taken',
            () => 'refused',
          ),
        { timeout: 2_000, interval: 100 },
      )
      .toBe('refused')
    await expect(join(known)).rejects.toThrow()
  })

  test('and a device hears only what is its own', async () => {
    const [own, other] = [await register(), await register()]
    const device = await join(own)
    const granted = await device.client
      .subscribeAsync(
        ['#', 'daisen/#', `daisen/v1/my-dong/${other.id}/#`, '$SYS/#', `daisen/v1/my-dong/${own.id}/state`],
        { qos: 1 },
      )
      .catch((error: { packet?: { granted?: number[] } }) => error.packet?.granted ?? error)
    const codes = (granted as readonly (number | { qos: number })[]).map(one =>
      typeof one === 'number' ? one : one.qos,
    )
    expect(codes).toEqual([128, 128, 128, 128, 1])
  })
})

test('a stranger who sends no MQTT, or half a packet, harms nobody', async () => {
  const port = Number(new URL(station.mqttUrl).port)
  const rude = [
    Buffer.from(`GET / HTTP/1.1\r\nhost: ${'x'.repeat(200)}\r\n\r\n`),
    Buffer.alloc(64, 0xff),
    Buffer.from([0x10, 0xff, 0xff, 0xff, 0x7f, 0]),
    Buffer.from([0x30, 0x03, 0, 1, 0x61]),
  ]
  for (const bytes of rude) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.resume()
    socket.write(bytes)
    await once(socket, 'close')
  }
  const half = connect(port, '127.0.0.1')
  await once(half, 'connect')
  half.write(Buffer.from([0x10]))
  const device = await join(await register())
  await device.tell({ v: { water_level: 1 } })
  half.destroy()
})
