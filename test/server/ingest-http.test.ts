import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver, get, problemOf, readingsOf, send } from '../support/door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const NOW = Date.UTC(2026, 10, 23, 2)
const folder = temporaryFolder()
let station: TestStation
let lastDevice = 0

beforeAll(async () => {
  station = await startTestStation({ dataDir: folder.path, now: () => NOW })
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

/** A fresh device with water level and pump state, added while the station runs. */
async function aDevice(): Promise<{ id: string; token: string }> {
  const id = `device-${++lastDevice}`
  const quantities = ['water_level', 'pump_state', 'ph'].map(code => ({ code, intervalMs: 10_000 }))
  return { id, token: await registerDevice(folder.path, aDevicePlan({ id, quantities })) }
}

describe('readings that are sent', () => {
  test('are stored when the answer comes, and told again as they were', async () => {
    const { id, token } = await aDevice()
    const readings = [
      { ts: NOW - 20_000, values: { water_level: 1.25, pump_state: true } },
      { ts: '2026-11-23T08:59:50+07:00', values: { water_level: { v: 1.5, u: 'm' } } },
    ]
    const { status, headers, body } = await send(station, token, { readings })
    expect([status, body]).toEqual([200, { accepted: 3, duplicate: 0, rejected: [] }])
    expect(headers.get('content-type')).toMatch('application/json')
    expect(await readingsOf(station, `${id}.water_level`)).toEqual([
      { t: NOW - 20_000, v: 1.25, q: 'good' },
      { t: NOW - 10_000, v: 1.5, q: 'good' },
    ])
    expect(await readingsOf(station, `${id}.pump_state`)).toEqual([{ t: NOW - 20_000, v: 1, q: 'good' }])
  })

  test('a second time are duplicates and change nothing, also with another value', async () => {
    const { id, token } = await aDevice()
    const reading = { ts: NOW, values: { water_level: 1 } }
    await deliver(station, token, reading)
    expect(await deliver(station, token, { readings: [reading, reading] })).toMatchObject({ accepted: 0, duplicate: 2 })
    expect(await deliver(station, token, { ts: NOW, values: { water_level: 9 } })).toMatchObject({ duplicate: 1 })
    expect(await readingsOf(station, `${id}.water_level`)).toEqual([{ t: NOW, v: 1, q: 'good' }])
    const { body } = await get(`${station.url}/api/v1/devices`)
    const device = (body as { devices: { id: string; counters: unknown }[] }).devices.find(one => one.id === id)
    expect(device?.counters).toMatchObject({ accepted: 1, duplicate: 3, conflict: 1 })
  })

  test('without a time have the time of the server', async () => {
    const { id, token } = await aDevice()
    expect(await deliver(station, token, { values: { water_level: 1 } })).toMatchObject({ accepted: 1 })
    expect(await readingsOf(station, `${id}.water_level`)).toEqual([{ t: NOW, v: 1, q: 'good' }])
  })

  test('late are kept as late, out of range as bad', async () => {
    const { id, token } = await aDevice()
    await deliver(station, token, [{ ts: NOW, v: { water_level: 1 } }])
    await deliver(station, token, [
      { ts: NOW - 5, v: { water_level: 2 } },
      { ts: NOW - 4, v: { water_level: 999 } },
    ])
    expect((await readingsOf(station, `${id}.water_level`)).map(one => one.q)).toEqual(['late', 'bad', 'good'])
  })

  test('with one wrong value lose only that one, named by position, quantity and reason', async () => {
    const { id, token } = await aDevice()
    const reply = await deliver(station, token, {
      readings: [
        { ts: NOW, values: { water_level: 'high', ph: 7, pump_state: 1 } },
        'rubbish',
        { ts: NOW + 300_001, values: { water_level: 1 } },
        { ts: NOW - 30 * 86_400_000 - 1, values: { water_level: 1 } },
        { ts: '23/11/2026', values: { water_level: 1 } },
        { ts: NOW - 1, values: { water_level: { v: 150, u: 'cm' }, temperature: 30, __proto__x: 1 } },
        { ts: NOW - 2, values: { water_level: 2 } },
      ],
    })
    expect(reply).toMatchObject({ accepted: 3, duplicate: 0 })
    expect(reply.rejected.map(({ index, quantity, code }) => [index, quantity, code])).toEqual([
      [1, null, 'bad-reading'],
      [0, 'water_level', 'not-finite'],
      [2, 'water_level', 'clock'],
      [3, 'water_level', 'too-old'],
      [4, 'water_level', 'bad-time'],
      [5, 'water_level', 'unit'],
      [5, 'temperature', 'unknown-series'],
      [5, '__proto__x', 'unknown-series'],
    ])
    for (const { message } of reply.rejected) expect(message).toMatch(/.+ · .+/)
    expect((await readingsOf(station, `${id}.water_level`)).map(one => one.t)).toEqual([NOW - 2])
  })

  test('may name their series in full, but only their own: otherwise nothing of the message is stored', async () => {
    const [own, other] = [await aDevice(), await aDevice()]
    expect(await deliver(station, own.token, { ts: NOW, values: { [`${own.id}.water_level`]: 1 } })).toMatchObject({
      accepted: 1,
    })
    const foreign = { readings: [{ ts: NOW - 1, values: { water_level: 1, [`${other.id}.water_level`]: 1 } }] }
    const claimed = { device: other.id, ts: NOW - 1, values: { water_level: 1 } }
    for (const body of [foreign, claimed]) {
      const answer = await send(station, own.token, body)
      expect([answer.status, problemOf(answer).type]).toEqual([403, 'urn:dai-sen:problem:forbidden'])
    }
    expect(await readingsOf(station, `${own.id}.water_level`)).toHaveLength(1)
    expect(await readingsOf(station, `${other.id}.water_level`)).toEqual([])
  })

  test('with keys of the prototype change no object and no series', async () => {
    const { token } = await aDevice()
    const body = `{"ts":${NOW},"__proto__":{"values":{"ph":1}},"values":{"__proto__":1,"constructor":2,"hasOwnProperty":3,"ph":7}}`
    const { body: reply } = await send(station, token, body)
    expect(reply).toMatchObject({ accepted: 1, rejected: { length: 3 } })
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('come through a hundred senders at once without one lost', async () => {
    const { id, token } = await aDevice()
    const sent = Array.from({ length: 100 }, (_, i) => deliver(station, token, { ts: NOW - i, values: { ph: 7 } }))
    expect((await Promise.all(sent)).map(reply => reply.accepted)).toEqual(Array.from({ length: 100 }, () => 1))
    expect(await readingsOf(station, `${id}.ph`)).toHaveLength(100)
  })
})

describe('messages that are none', () => {
  test.each([
    ['broken JSON', '{"readings":['],
    ['text', 'hello'],
    ['a number', '5'],
    ['null', 'null'],
    ['nothing', ''],
    ['an object without readings', '{"a":1}'],
    ['too deep a nest', '['.repeat(100_000)],
    ['a lone surrogate and a byte order mark', '\ufeff{"\\ud800":'],
  ])('%s is answered 400 in both languages, without a word about our insides', async (_what, body) => {
    const { token } = await aDevice()
    const answer = await send(station, token, body)
    expect(answer.status).toBe(400)
    expect(problemOf(answer)).toMatchObject({ status: 400, en: { title: 'Bad request' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\n *at |\.ts:/)
  })

  test('10,000 readings are a message, one more is none', async () => {
    const { token } = await aDevice()
    const readings = Array.from({ length: 10_000 }, (_, i) => ({ ts: NOW - i, v: { ph: 7 } }))
    expect(await deliver(station, token, { readings })).toMatchObject({ accepted: 10_000 })
    expect((await send(station, token, { readings: [...readings, { v: { ph: 7 } }] })).status).toBe(400)
  })

  test('a megabyte is taken, one byte more is not', async () => {
    const { token } = await aDevice()
    const reading = JSON.stringify({ ts: NOW, values: { ph: 7 } })
    const padded = (bytes: number) => reading + ' '.repeat(bytes - reading.length)
    expect((await send(station, token, padded(1024 * 1024))).status).toBe(200)
    const answer = await send(station, token, padded(1024 * 1024 + 1))
    expect([answer.status, problemOf(answer).type]).toEqual([413, 'urn:dai-sen:problem:too-large'])
  })

  test('compressed is refused before it is unpacked', async () => {
    const { token } = await aDevice()
    const body = gzipSync(JSON.stringify({ values: { ph: 7 } }))
    const answer = await send(station, token, body, { 'content-encoding': 'gzip' })
    expect([answer.status, problemOf(answer).type]).toEqual([415, 'urn:dai-sen:problem:unsupported-encoding'])
  })

  test('JSON is JSON whatever the content type says', async () => {
    const { token } = await aDevice()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/octet-stream'])
      expect((await send(station, token, { values: { ph: 7 } }, { 'content-type': type })).status).toBe(200)
  })

  test('a rubbish list is complained about a thousand times at the most, and counted in full', async () => {
    const { id, token } = await aDevice()
    const reply = await deliver(
      station,
      token,
      Array.from({ length: 1_500 }, () => 0),
    )
    expect(reply.rejected).toHaveLength(1_000)
    const { body } = await get(`${station.url}/api/v1/devices`)
    const device = (body as { devices: { id: string; counters: { rejected: unknown } }[] }).devices.find(
      one => one.id === id,
    )
    expect(device?.counters.rejected).toMatchObject({ 'bad-reading': 1_500 })
  })

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])('%s is no way to send', async method => {
    const answer = await get(`${station.url}/api/v1/ingest`, { method })
    expect([answer.status, problemOf(answer).status, answer.headers.get('allow')]).toEqual([405, 405, 'POST'])
  })
})

test('an upload that never ends holds nobody else up', async () => {
  const { token } = await aDevice()
  const abort = new AbortController()
  const endless = new ReadableStream({
    pull: () => sleep(3_600_000, undefined, { ref: false, signal: abort.signal }).catch(() => undefined),
  })
  const upload: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: endless,
    signal: abort.signal,
    duplex: 'half',
  }
  const hanging = fetch(`${station.url}/api/v1/ingest`, upload).catch((error: Error) => error.name)
  expect(await deliver(station, token, { values: { ph: 7 } })).toMatchObject({ accepted: 1 })
  abort.abort()
  expect(await hanging).toBe('AbortError')
})
