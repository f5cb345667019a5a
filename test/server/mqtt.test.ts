// The embedded broker with a real client: an acknowledgement is a promise, and nobody speaks for another.
import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import { useMqttBench } from '../support/mqtt-bench.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
const { station, register, join, levelsOf, onlineOf, countersOf } = useMqttBench({ now: () => NOW })

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
    expect(await countersOf(known)).toMatchObject({ tooLarge: 1, rejected: { 'bad-reading': 0 } })
    await expect(device.tell(padded(258 * 1024))).rejects.toThrow('closed')
    expect(await countersOf(known)).toMatchObject({ tooLarge: 2 })
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

test('a stranger who sends no MQTT, or half a packet, harms nobody', async () => {
  const port = Number(new URL(station().mqttUrl).port)
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
