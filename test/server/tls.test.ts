// TLS for HTTP and MQTT from files: what is spoken, what replaces what, and who half-speaks.
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { createServer } from 'node:tls'
import pino from 'pino'
import { io } from 'socket.io-client'
import msgpackParser from 'socket.io-msgpack-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createHttp, HTTP_LIMITS, listen } from '../../server/http/listen.ts'
import { startSecurity } from '../../server/http/tls.ts'
import { LIVE_NAMESPACE } from '../../shared/wire.ts'
import { isOf } from '../support/certificates.ts'
import { connectDevice } from '../support/field-device.ts'
import { askSecurely, handshakeAt, shownAt } from '../support/secure-door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { tlsFolder } from '../support/tls-folder.ts'

const silent = pino({ level: 'silent' })
const place = tlsFolder()
const ca = place.authority.cert
let station: TestStation
let token: string

beforeAll(async () => {
  station = await startTestStation({ tls: place.files })
  token = await registerDevice(station.dataDir, aDevicePlan({ id: 'gauge-1' }))
})
afterAll(async () => {
  await station.stop()
  place.remove()
})

const readingAt = (t: number) => JSON.stringify({ ts: t, values: { water_level: 1 } })
const send = (body: string) =>
  askSecurely(
    `${station.url}/api/v1/ingest`,
    { ca, method: 'POST', headers: { authorization: `Bearer ${token}` } },
    body,
  )

describe('a station with a certificate', () => {
  test('says how it is reached, and is reached so by HTTP, the live link and MQTT, by whoever trusts its authority', async () => {
    expect([new URL(station.url).protocol, new URL(station.mqttUrl).protocol]).toEqual(['https:', 'mqtts:'])
    expect(await send(readingAt(Date.now()))).toMatchObject({ status: 200 })
    const device = await connectDevice(station.mqttUrl, { id: 'gauge-1', token, ca })
    await device.tell(readingAt(Date.now() - 1))
    await device.leave()
    const live = io(`${station.url}${LIVE_NAMESPACE}`, {
      ca,
      transports: ['websocket'],
      parser: msgpackParser,
      extraHeaders: { origin: station.url },
    } as Parameters<typeof io>[1])
    await new Promise<void>((resolve, reject) => {
      live.once('connect', () => resolve())
      live.once('connect_error', reject)
    })
    live.close()
  })

  test('holds a message by MQTT to the same size', async () => {
    const device = await connectDevice(station.mqttUrl, { id: 'gauge-1', token, ca })
    const text = readingAt(Date.now() - 10)
    await device.tell(text + ' '.repeat(256 * 1024 - text.length))
    await expect(device.tell(text + ' '.repeat(258 * 1024 - text.length))).rejects.toThrow('closed')
    const { body } = await askSecurely(`${station.url}/api/v1/devices`, { ca })
    expect(JSON.parse(body).devices[0].counters).toMatchObject({ tooLarge: 1 })
  })

  test('is trusted by nobody else', async () => {
    await expect(askSecurely(`${station.url}/healthz`)).rejects.toThrow(/certificate/)
    await expect(connectDevice(station.mqttUrl, { id: 'gauge-1', token })).rejects.toThrow(/certificate/)
  })

  test('speaks TLS 1.2 and above, and nothing plain', async () => {
    for (const url of [station.url, station.mqttUrl]) {
      const versions = { ciphers: 'DEFAULT@SECLEVEL=0', minVersion: 'TLSv1', maxVersion: 'TLSv1.1' }
      await expect(handshakeAt(url, versions)).rejects.toThrow()
      const socket = await handshakeAt(url, { maxVersion: 'TLSv1.2' })
      expect(socket.getProtocol()).toBe('TLSv1.2')
      socket.destroy()
    }
    await expect(fetch(station.url.replace('https', 'http'))).rejects.toThrow()
    await expect(connectDevice(station.mqttUrl.replace('mqtts', 'mqtt'), { id: 'gauge-1', token })).rejects.toThrow()
  })

  test('asks browsers to come back with TLS only when it listens beyond this machine', async () => {
    const own = await askSecurely(`${station.url}/healthz`, { ca })
    expect(own.headers['strict-transport-security']).toBeUndefined()
    const origins = ['https://ioc.example.vn']
    const beyond = await startTestStation({ tls: place.files, host: '0.0.0.0', origins })
    const { headers } = await askSecurely(`${beyond.url}/healthz`, { ca })
    await beyond.stop()
    expect(headers['strict-transport-security']).toBe('max-age=15552000')
    const plain = await startTestStation({ host: '0.0.0.0', origins })
    expect((await fetch(`${plain.url}/healthz`)).headers.get('strict-transport-security')).toBeNull()
    await plain.stop()
  })

  test('shows a new certificate soon after the files were replaced, and open connections stay', async () => {
    const device = await connectDevice(station.mqttUrl, { id: 'gauge-1', token, ca })
    const next = place.issue()
    place.lay(next)
    for (const url of [station.url, station.mqttUrl])
      await expect.poll(async () => isOf(await shownAt(url), next), { timeout: 15_000 }).toBe(true)
    await device.tell(readingAt(Date.now() - 2))
    expect(await send(readingAt(Date.now() - 3))).toMatchObject({ status: 200 })
    await device.leave()
  })

  test('says so when it starts with files that do not fit', async () => {
    const other = tlsFolder()
    const files = { ...place.files, key: other.files.key }
    await expect(startTestStation({ tls: files })).rejects.toThrow('TLS_CERT, TLS_KEY')
    other.remove()
  })
})

describe('the files', () => {
  test('that do not fit are refused and told once, however long they lie there; the next that fit are used', async () => {
    const folder = tlsFolder()
    const told: { level: number; reason?: string }[] = []
    const log = pino({ level: 'info' }, { write: (line: string) => void told.push(JSON.parse(line)) })
    const security = startSecurity(folder.files, log, { lookMs: 10 })
    const http = createHttp((_request, response) => response.end(), HTTP_LIMITS, security)
    const url = `https://127.0.0.1:${await listen(http, '127.0.0.1', 0)}`
    const [second, third] = [folder.issue(), folder.issue()]

    writeFileSync(folder.files.cert, second.cert)
    await expect.poll(() => told.length).toBe(1)
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(told).toEqual([
      expect.objectContaining({ level: 50, reason: expect.stringMatching(/^TLS_CERT, TLS_KEY: /) }),
    ])
    expect(isOf(await shownAt(url), folder.first)).toBe(true)

    writeFileSync(folder.files.key, second.key)
    await expect.poll(async () => isOf(await shownAt(url), second)).toBe(true)
    writeFileSync(folder.files.cert, 'rubbish')
    await expect.poll(() => told.filter(({ level }) => level === 50).length).toBe(2)
    expect(isOf(await shownAt(url), second)).toBe(true)
    folder.lay(third)
    await expect.poll(async () => isOf(await shownAt(url), third)).toBe(true)
    expect(JSON.stringify(told)).not.toContain('PRIVATE KEY')

    security.stop()
    http.closeAllConnections()
    http.close()
    folder.remove()
  })
})

test('a connection that never ends its handshake dies, at the HTTP port and at any other; one that has ended it stays', async () => {
  const security = startSecurity(place.files, silent, { handshakeMs: 200 })
  const http = createHttp((_request, response) => response.end(), HTTP_LIMITS, security)
  const other = createServer(security.options())
  security.follow(other)
  other.listen(0, '127.0.0.1')
  await once(other, 'listening')
  const ports = [await listen(http, '127.0.0.1', 0), (other.address() as { port: number }).port]
  for (const port of ports) {
    const settled = await handshakeAt(`https://127.0.0.1:${port}`)
    const half = connect(port, '127.0.0.1')
    half.resume().on('error', () => undefined)
    // The head of a ClientHello that never comes.
    half.write(Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]))
    await once(half, 'close')
    expect(settled.destroyed).toBe(false)
    settled.destroy()
  }
  security.stop()
  http.closeAllConnections()
  http.close()
  other.close()
})
