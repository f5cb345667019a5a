// How fast and how large a device may send, by HTTP and MQTT: it is told, slowed or let go, it is counted, and nobody else feels it.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { deliver, get, send } from '../support/door.ts'
import { useMqttBench } from '../support/mqtt-bench.ts'
import { connectPacket, publishPacket } from '../support/mqtt-bytes.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
/** Two a second: twelve at once, and at the broker sixty more that wait. */
const RATE = 2
const BURST = 12
const WAITING = 60
const MIB = 1024 * 1024
const { station, register, join, levelsOf, onlineOf, countersOf } = useMqttBench({ ingestRate: RATE, now: () => NOW })

const reading = (i: number) => ({ ts: NOW - i, values: { water_level: i } })
const dial = (): Socket =>
  connect(Number(new URL(station().mqttUrl).port), '127.0.0.1')
    .on('error', () => undefined)
    .resume()
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)

describe('a device that is too fast', () => {
  test('by HTTP is told so, and counted', async () => {
    const known = await register()
    for (const i of upTo(BURST)) await deliver(station(), known.token, reading(i))
    expect(await countersOf(known)).toMatchObject({ accepted: BURST, tooFast: 0 })
    expect((await send(station(), known.token, reading(0))).status).toBe(429)
    expect(await countersOf(known)).toMatchObject({ accepted: BURST, tooFast: 1 })
  })

  test('by MQTT waits for its acknowledgement, and is counted; what it sent is stored', async () => {
    const known = await register()
    const device = await join(known)
    for (const i of upTo(BURST)) await device.tell(reading(i))
    expect(await countersOf(known)).toMatchObject({ tooFast: 0 })
    const startedAt = performance.now()
    await device.tell(reading(BURST))
    expect(performance.now() - startedAt).toBeGreaterThan(450)
    expect(await countersOf(known)).toMatchObject({ accepted: BURST + 1, tooFast: 1 })
    expect(await levelsOf(known)).toHaveLength(BURST + 1)
  })

  test('may have so many messages waiting; with one more its connection ends, and nobody else notices', async () => {
    const [within, beyond, calm] = [await register(), await register(), await register()]
    const bystander = await join(calm)
    const sockets = [within, beyond].map(({ id, token }, i) => {
      const topic = `daisen/v1/my-dong/${id}/tele`
      const messages = upTo(BURST + WAITING + i).map(n => Buffer.from(JSON.stringify(reading(n))))
      const packets = messages.map((message, n) => publishPacket(topic, message, n + 1))
      const socket = dial()
      socket.write(Buffer.concat([connectPacket('c', id, token), ...packets]))
      return socket
    })
    await once(sockets[1] as Socket, 'close')
    await expect.poll(() => countersOf(within)).toMatchObject({ tooFast: WAITING })
    await expect.poll(() => countersOf(beyond)).toMatchObject({ accepted: BURST, tooFast: WAITING + 1 })
    expect(sockets[0]?.closed).toBe(false)
    await bystander.tell(reading(0))
    expect(await levelsOf(calm)).toHaveLength(1)
    sockets[0]?.destroy()
  })

  test('is not believed its last will', async () => {
    const known = await register()
    const device = await join(known)
    await device.say({ online: true, ts: NOW })
    for (const i of upTo(BURST - 1)) await device.tell(reading(i))
    device.client.stream.destroy()
    await expect.poll(() => countersOf(known)).toMatchObject({ tooFast: 1 })
    expect(await onlineOf(known)).toEqual([1])
  })

  test('with packets that deliver nothing is let go', async () => {
    const known = await register()
    const socket = dial()
    const answers: Buffer[] = []
    socket.on('data', (chunk: Buffer) => answers.push(chunk))
    const pings = (count: number) => Buffer.concat(upTo(count).map(() => Buffer.from([0xc0, 0])))
    socket.write(Buffer.concat([connectPacket('c', known.id, known.token), pings(99)]))
    // CONNACK and 99 PINGRESP.
    await expect.poll(() => Buffer.concat(answers).length).toBe(4 + 99 * 2)
    socket.write(pings(1))
    await once(socket, 'close')
  })
})

describe('what is too large', () => {
  test('by HTTP is refused and counted: by its bytes and by its number of readings, at the limit not', async () => {
    const known = await register()
    const text = JSON.stringify(reading(0))
    await deliver(station(), known.token, text + ' '.repeat(MIB - text.length))
    await deliver(
      station(),
      known.token,
      upTo(10_000).map(i => ({ ts: NOW - i, v: { water_level: i } })),
    )
    expect(await countersOf(known)).toMatchObject({ tooLarge: 0 })
    expect((await send(station(), known.token, text + ' '.repeat(MIB + 1 - text.length))).status).toBe(413)
    expect(await countersOf(known)).toMatchObject({ tooLarge: 1 })
    const tooMany = upTo(10_001).map(() => ({}))
    expect((await send(station(), known.token, tooMany)).status).toBe(400)
    expect(await countersOf(known)).toMatchObject({ tooLarge: 2 })
  })

  test('by MQTT is acknowledged and counted when it holds too many readings: it would be as many the next time', async () => {
    const known = await register()
    const device = await join(known)
    await device.tell(upTo(10_000).map(() => ({})))
    expect(await countersOf(known)).toMatchObject({ tooLarge: 0, rejected: { 'bad-reading': 10_000 } })
    await device.tell(upTo(10_001).map(() => ({})))
    expect(await countersOf(known)).toMatchObject({ tooLarge: 1, rejected: { 'bad-reading': 10_000 } })
  })
})

test('Prometheus reads both as sums, without a name of a device', async () => {
  const { body } = await get(`${station().url}/metrics`)
  const lines = String(body)
    .split('\n')
    .filter(line => line.startsWith('daisen_ingest_refused_total'))
  const { body: devices } = await get(`${station().url}/api/v1/devices`)
  const sumOf = (name: 'tooFast' | 'tooLarge') =>
    (devices as { devices: { counters: Record<string, number> }[] }).devices.reduce(
      (sum, { counters }) => sum + (counters[name] ?? 0),
      0,
    )
  expect(sumOf('tooLarge')).toBeGreaterThan(0)
  expect(lines.sort()).toEqual([
    `daisen_ingest_refused_total{reason="rate"} ${sumOf('tooFast')}`,
    `daisen_ingest_refused_total{reason="size"} ${sumOf('tooLarge')}`,
  ])
})
