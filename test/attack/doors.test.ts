// Who comes by a name that isn't ours, too often, with too much or too deep: refused at the door, in the words of a problem.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { MAX_HEADERS } from '../../server/http/header-count.ts'
import { MAX_JSON_DEPTH } from '../../server/http/json-body.ts'
import { MAX_SCREENS_PER_ADDRESS } from '../../server/live/gate.ts'
import { OPERATION_NEEDS } from '../../shared/access/action.ts'
import type { Operation } from '../../shared/operation.ts'
import { OPERATIONS } from '../../shared/operations.ts'
import { get, problemOf } from '../support/door.ts'
import { rawRequest, sendRaw } from '../support/raw-http.ts'
import { openScreen } from '../support/screen.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'

const PUBLIC = 'https://ioc.example.vn'
let station: TestStation
let token: string
beforeAll(async () => {
  station = await startTestStation({ origins: [PUBLIC] })
  token = await registerDevice(station.dataDir, aDevicePlan())
})
afterAll(() => station.stop())

const own = () => new URL(station.url).host
const upgrade = (host: string, origin: string) =>
  rawRequest('GET /socket.io/?EIO=4&transport=websocket', host, `Origin: ${origin}`).replace(
    'Connection: close',
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==',
  )

describe('a name that leads here and is not ours (DNS rebinding)', () => {
  const HOSTS = ['evil.example', 'ioc.example.vn.evil.example', 'evil.example:8080', 'x', '169.254.169.254']

  test.each(HOSTS)('%s gets no page, no data and no live link', async host => {
    for (const path of ['/', '/api/v1/registry', '/api/v1/programme/state', '/api/docs', '/geo/communes.geojson']) {
      const { status, head, body } = await sendRaw(station.url, rawRequest(`GET ${path}`, host))
      expect([path, status]).toEqual([path, 421])
      expect(head).toContain('application/problem+json')
      expect(body).toContain('urn:dai-sen:problem:misdirected')
    }
    const link = await sendRaw(station.url, upgrade(host, `http://${host}`))
    expect([link.status, link.head.includes('application/problem+json')]).toEqual([421, true])
  })

  test('is asked nothing by those who run the station, and by devices, which call by any address', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect((await sendRaw(station.url, rawRequest(`GET ${path}`, 'evil.example'))).status).toBe(200)
    const line = 'POST /api/v1/ingest'
    expect((await sendRaw(station.url, rawRequest(line, 'evil.example', 'Content-Length: 0'))).status).toBe(401)
  })

  test('and ours are: the configured one, in any letters and with its port, and those of this machine', async () => {
    for (const host of [own(), `localhost:${own().split(':')[1]}`, 'ioc.example.vn', 'IOC.Example.VN:443'])
      expect([host, (await sendRaw(station.url, rawRequest('GET /api/v1/registry', host))).status]).toEqual([host, 200])
  })

  test('what a proxy forwards changes nothing', async () => {
    const headers = ['X-Forwarded-Host: ioc.example.vn', 'Forwarded: host=ioc.example.vn']
    expect((await sendRaw(station.url, rawRequest('GET /', 'evil.example', ...headers))).status).toBe(421)
  })
})

describe('a socket opened by a page of somebody else (CSWSH)', () => {
  test.each(['https://evil.example', 'null', 'http://ioc.example.vn', `${PUBLIC}.evil.example`])(
    '%s is refused with a problem before a word is said',
    async origin => {
      const { status, head } = await sendRaw(station.url, upgrade(own(), origin))
      expect([status, head.includes('application/problem+json')]).toEqual([403, true])
      expect(head).not.toMatch(/sec-websocket-accept|access-control/i)
    },
  )

  test('ours is let in', async () => {
    const { status } = await sendRaw(station.url, upgrade(own(), station.url), 500)
    expect(status).toBe(101)
  })

  test(`is had ${MAX_SCREENS_PER_ADDRESS} times by one address, and once more when one has left`, async () => {
    const [first, ...others] = await Promise.all(
      Array.from({ length: MAX_SCREENS_PER_ADDRESS }, () => openScreen(station.url)),
    )
    await expect(openScreen(station.url)).rejects.toThrow()
    first?.leave()
    const late = await vi.waitFor(() => openScreen(station.url), { timeout: 10_000 })
    for (const one of [late, ...others]) one.leave()
  })

  test('cannot be had over plain requests', async () => {
    for (const path of ['/socket.io/?EIO=4&transport=polling', '/socket.io/socket.io.js', '/socket.io/?EIO=4'])
      expect(problemOf(await get(`${station.url}${path}`, { headers: { origin: station.url } })).status).toBe(400)
  })
})

describe('too much of', () => {
  const withHeaders = (count: number) =>
    // Host and Connection are there already.
    rawRequest('GET /api/v1/registry', own(), ...Array.from({ length: count - 2 }, (_, i) => `X-${i}: a`))

  test('headers', async () => {
    expect((await sendRaw(station.url, withHeaders(MAX_HEADERS))).status).toBe(200)
    const { status, body } = await sendRaw(station.url, withHeaders(MAX_HEADERS + 1))
    expect([status, body.includes('headers-too-large')]).toEqual([431, true])
  })

  test('a header, or of an address', async () => {
    for (const text of [
      rawRequest('GET /api/v1/registry', own(), `X-A: ${'a'.repeat(17 * 1024)}`),
      rawRequest(`GET /${'a'.repeat(17 * 1024)}`, own()),
    ]) {
      const { status, head } = await sendRaw(station.url, text)
      expect([status, head.includes('application/problem+json')]).toEqual([431, true])
    }
  })

  const KIB = 1024
  /** Of each operation that takes a body, by its id; a new one has to be told here. */
  const BODY_LIMITS: Readonly<Record<string, number>> = {
    ingest: 1024 * KIB,
    programmeCommand: 1024 * KIB,
    programmeKeepFile: 20 * 1024 * KIB,
    programmeImport: 5 * 1024 * KIB,
    alarmCommand: 1024 * KIB,
    alarmBacktest: 1024 * KIB,
    alarmLinkLook: 4 * KIB,
    alarmLinkAcknowledge: 4 * KIB,
    displayCommand: 64 * KIB,
    deskCommand: 64 * KIB,
    displayOrder: KIB,
    displayReplay: 32 * KIB,
    displayThumbnail: 150_000,
    accessSignIn: 16 * KIB,
    accessInvitation: 16 * KIB,
    accessAcceptInvitation: 16 * KIB,
    accessCommand: 16 * KIB,
    accessOpenPairing: KIB,
    accessClaimPairing: KIB,
    accessLookPairing: 4 * KIB,
    accessApprovePairing: 4 * KIB,
    accessChangeDisplay: 4 * KIB,
    accessRevokeDisplay: 4 * KIB,
    entrySignIn: 4 * KIB,
    entryDeclare: 4 * KIB,
    entryOpenCode: 4 * KIB,
    entryClaimCode: 4 * KIB,
    entryEnd: 4 * KIB,
    entryCommand: 64 * KIB,
    accessSetDisplayPin: KIB,
    accessEnterService: KIB,
  }
  // Those of one's own account let nobody through here: there is none. They take 4 KiB, by the same reader. Of a photograph nothing is
  // read before its ticket is found good (test/server/entry.test.ts).
  const isAnybodys = ({ id }: Operation) => OPERATION_NEEDS[id] !== 'person' && id !== 'entryKeepFile'
  const WITH_BODY = OPERATIONS.filter(one => one.method === 'post' && one.body !== undefined && isAnybodys(one))
  const pathOf = (path: string) =>
    `${path.replace(':kind', 'tasks').replace(':id', 'display-1')}?actorName=a&actorUnit=mttq`
  const sendBody = (id: string, path: string, bytes: number, headers: Record<string, string> = {}) =>
    get(`${station.url}${pathOf(path)}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': 'attack-0001',
        'content-type':
          id === 'programmeKeepFile' || id === 'programmeImport' ? 'application/octet-stream' : 'application/json',
        ...headers,
      },
      body: Buffer.alloc(bytes, 0x20),
    })

  test('a body is known for every operation that takes one', () =>
    expect(WITH_BODY.map(({ id }) => id).sort()).toEqual(Object.keys(BODY_LIMITS).sort()))

  test.each(WITH_BODY.map(({ id, path }) => [id, path] as const))('the body of %s', async (id, path) => {
    const limit = BODY_LIMITS[id] ?? 0
    expect([id, (await sendBody(id, path, limit)).status === 413]).toEqual([id, false])
    expect(problemOf(await sendBody(id, path, limit + 1)).status).toBe(413)
  })

  test.each(WITH_BODY.map(({ id, path }) => [id, path] as const))('%s takes nothing packed', async (id, path) => {
    for (const encoding of ['gzip', 'br', 'deflate', 'zstd']) {
      const answer = await sendBody(id, path, 100, { 'content-encoding': encoding })
      expect([encoding, problemOf(answer).status]).toEqual([encoding, 415])
    }
  })

  test('depth', async () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    const sendNested = (depth: number) =>
      get(`${station.url}/api/v1/ingest`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        body: nested(depth),
      })
    expect((await sendNested(MAX_JSON_DEPTH)).status).toBe(200)
    expect(problemOf(await sendNested(MAX_JSON_DEPTH + 1)).status).toBe(400)
  })
})

describe('too often', () => {
  let at = Date.UTC(2026, 10, 25)
  let slow: TestStation
  const RATE = 2
  const BURST = 20 * RATE
  beforeAll(async () => {
    slow = await startTestStation({ requestRate: RATE, trustProxy: 1, now: () => at })
  })
  afterAll(() => slow.stop())
  const ask = (from: string, path = '/api/v1/registry') =>
    get(`${slow.url}${path}`, { headers: { 'x-forwarded-for': from } })

  test('one address gets so much at once, pages and data together, then is told how long to wait', async () => {
    for (let i = 0; i < BURST; i++)
      expect((await ask('198.51.100.1', i % 2 ? '/api/v1/registry' : '/wall')).status).not.toBe(429)
    const refused = await ask('198.51.100.1')
    expect([problemOf(refused).status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    at += 1_000
    expect((await ask('198.51.100.1')).status).toBe(200)
  })

  test('others are served, and a network of the sixth version counts as one', async () => {
    for (let i = 0; i <= BURST; i++) await ask(`2001:db8:1:2::${i.toString(16)}`)
    expect((await ask('2001:db8:1:2:ffff::1')).status).toBe(429)
    expect((await ask('2001:db8:1:3::1')).status).toBe(200)
    expect((await ask('198.51.100.2')).status).toBe(200)
  })

  test('what somebody writes before the proxy’s own word does not make him another', async () => {
    for (let i = 0; i <= BURST; i++) await ask(`203.0.113.${i}, 198.51.100.3`)
    expect((await ask('203.0.113.99, 198.51.100.3')).status).toBe(429)
  })

  test('without a proxy the header changes nothing', async () => {
    const plain = await startTestStation({ requestRate: 1, now: () => at })
    try {
      const statuses: number[] = []
      for (let i = 0; i <= 20; i++)
        statuses.push(
          (await get(`${plain.url}/api/v1/registry`, { headers: { 'x-forwarded-for': `198.51.100.${i}` } })).status,
        )
      expect(statuses.indexOf(429)).toBe(20)
      // Devices and those who run the station have their own limits.
      expect((await get(`${plain.url}/healthz`)).status).toBe(200)
      expect((await get(`${plain.url}/api/v1/ingest`, { method: 'POST' })).status).toBe(401)
    } finally {
      await plain.stop()
    }
  })

  test('opening live links counts too', async () => {
    const plain = await startTestStation({ requestRate: 1, now: () => at })
    try {
      const { host } = new URL(plain.url)
      for (let i = 0; i < 20; i++) await get(`${plain.url}/api/v1/registry`)
      expect((await sendRaw(plain.url, upgrade(host, plain.url))).status).toBe(429)
    } finally {
      await plain.stop()
    }
  })
})
