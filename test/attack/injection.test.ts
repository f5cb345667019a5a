// Paths that lead out of folders, SQL in every value of an address, line ends in headers: nothing comes out that shouldn't, and the
// store is what it was.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATIONS } from '../../shared/operations.ts'
import { fill } from '../server/programme-sample.ts'
import { deliver, get, readingsOf, send } from '../support/door.ts'
import { rawRequest, sendRaw } from '../support/raw-http.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { tinyArchive } from '../support/tiny-archive.ts'

const NOW = Date.parse('2026-11-25T10:00:00+07:00')
const SECRET = 'dai-sen-secret-of-the-disk'
const folder = temporaryFolder()
let station: TestStation
let token: string
beforeAll(async () => {
  const client = join(folder.path, 'client')
  for (const name of ['assets', 'geo']) mkdirSync(join(client, name), { recursive: true })
  mkdirSync(join(folder.path, 'maps'))
  writeFileSync(join(client, 'index.html'), '<!doctype html><title>Đài Sen</title>')
  writeFileSync(join(client, 'assets', 'app.js'), 'export {}')
  writeFileSync(join(client, 'geo', 'communes.geojson'), '{}')
  for (const path of ['secret', 'client/.env', 'maps/secret', 'client/geo/.secret'])
    writeFileSync(join(folder.path, path), SECRET)
  const basemap = join(folder.path, 'maps', 'base.pmtiles')
  writeFileSync(basemap, tinyArchive())
  station = await startTestStation({ dataDir: folder.path, clientFolder: client, basemap, now: () => NOW })
  writeFileSync(join(folder.path, 'evidence', 'secret'), SECRET)
  token = await registerDevice(folder.path, aDevicePlan())
  await deliver(station, token, { ts: NOW - 1_000, values: { water_level: 1.5 } })
  await fill(station)
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

describe('a path that leads out of its folder', () => {
  const FOLDERS = ['/', '/assets/', '/geo/', '/basemap/', '/basemap.pmtiles/', '/api/v1/programme/files/']
  const UP = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..\\',
    '..%5c',
    '....//',
    '%252e%252e%252f',
    '..;/',
    '.%00./',
    '%c0%ae%c0%ae/',
  ]
  const TARGETS = ['secret', 'dai-sen.sqlite', '.env', '.secret', 'etc/passwd', 'evidence/secret', 'maps/secret']

  test.each(FOLDERS)('from %s finds nothing', async from => {
    const { host } = new URL(station.url)
    for (const up of ['', ...UP])
      for (const target of TARGETS)
        for (const times of up === '' ? [1] : [1, 2, 8]) {
          // As bytes: a client library would tidy the path.
          const path = `${from}${up.repeat(times)}${target}`
          const { status, head, body } = await sendRaw(station.url, rawRequest(`GET ${path}`, host))
          expect([path, status === 400 || status === 404, head.includes('problem+json')]).toEqual([path, true, true])
          expect(body).not.toMatch(/dai-sen-secret|SQLite format|root:/)
        }
  })

  test('also with a whole address, or none, in the first line', async () => {
    const { host } = new URL(station.url)
    for (const path of [
      'file:///etc/passwd',
      'http://evil.example/secret',
      '//evil.example/secret',
      '///etc/passwd',
      '*',
      '?/../secret',
    ]) {
      const { status, body, head } = await sendRaw(station.url, rawRequest(`GET ${path}`, host))
      expect([path, body.includes(SECRET) || body.includes('root:'), /^location:/im.test(head)]).toEqual([
        path,
        false,
        false,
      ])
      expect([path, status < 500]).toEqual([path, true])
    }
  })
})

const SQL = [
  "'",
  "' OR '1'='1",
  "'; DROP TABLE readings; --",
  '"; DELETE FROM events; --',
  '1 UNION SELECT token_hash FROM device_tokens --',
  "x' AND randomblob(1000000000) --",
  '%',
  '_',
  '\\',
]

describe('SQL', () => {
  test('in any part of any address that is read changes nothing and shows nothing', async () => {
    for (const { method, path, query } of OPERATIONS) {
      if (method !== 'get') continue
      for (const text of SQL) {
        const value = encodeURIComponent(text)
        const names = Object.keys(query?.shape ?? {})
        const addresses = [
          path.replaceAll(/:\w+/g, value),
          ...names.map(name => `${path.replaceAll(/:\w+/g, 'my-dong')}?${name}=${value}`),
        ]
        for (const address of addresses) {
          const { status, body } = await get(station.url + address)
          expect([address, status < 500]).toEqual([address, true])
          expect(JSON.stringify(body)).not.toMatch(/SQLITE|sqlite_|near "|syntax error|token_hash/i)
        }
      }
    }
  })

  test('in what a device names is a name that nobody knows', async () => {
    for (const text of SQL) {
      const { status, body } = await send(station, token, { readings: [{ device: text, values: { [text]: 1 } }] })
      expect(status).toBeLessThan(500)
      if (status === 200) expect(body).toMatchObject({ accepted: 0 })
    }
  })

  test('in the texts of people stays text, and all that was there is there', async () => {
    const { status, body } = await get(`${station.url}/api/v1/programme/events?limit=1`)
    expect([status, JSON.stringify(body).includes('events')]).toEqual([200, true])
    expect(await readingsOf(station, 'gauge-1.water_level')).toHaveLength(1)
    expect((await get(`${station.url}/api/v1/programme/audit`)).body).toMatchObject({ holds: true })
  })
})

describe('a line end in a header', () => {
  const BREAKS = ['\r\n', '\n', '\r', '%0d%0a', '%0a', '\u560d\u560a', '\u2028']
  const FORGED = 'Set-Cookie: forged=1'

  test('that an answer could repeat ends no line', async () => {
    for (const { method, path, query } of OPERATIONS) {
      if (method !== 'get') continue
      for (const mark of BREAKS) {
        const text = `a${mark}${FORGED}`
        const value = mark.startsWith('%') ? text.replaceAll(' ', '%20') : encodeURIComponent(text)
        const names = Object.keys(query?.shape ?? {})
        for (const address of [
          path.replaceAll(/:\w+/g, value),
          ...names.map(name => `${path.replaceAll(/:\w+/g, 'tasks')}?${name}=${value}`),
        ]) {
          const { headers, status } = await get(station.url + address)
          expect([address, headers.get('set-cookie'), status < 500]).toEqual([address, null, true])
        }
      }
    }
  })

  test('in the name of a download ends no line', async () => {
    for (const name of ['qd-384-2023%0d%0aX-Forged:%201', 'qd-384-2023%22;%20filename=%22a.exe']) {
      const { headers } = await get(`${station.url}/api/v1/programme/criteria-sets/${name}?format=xlsx`)
      expect(headers.get('x-forged')).toBeNull()
      expect(headers.get('content-disposition') ?? '').not.toContain('exe')
    }
  })

  test('smuggles no second request', async () => {
    const { host } = new URL(station.url)
    const second = rawRequest('GET /api/v1/devices', host)
    const smuggled = [
      `POST /api/v1/ingest HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${second}`,
      `POST /api/v1/ingest HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\nContent-Length: ${second.length}\r\n\r\n${second}`,
      `POST /api/v1/ingest HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${second}`,
      `POST /api/v1/ingest HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n${second}`,
      `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nX: a\nGET /api/v1/devices HTTP/1.1\r\n\r\n`,
    ]
    for (const text of smuggled) {
      const { status, head, body } = await sendRaw(station.url, text)
      // Refused as what it is, or for want of a token: in any case the connection ends with the one answer.
      expect([text, status === 400 || status === 401, head.includes('problem+json')]).toEqual([text, true, true])
      expect(body).not.toMatch(/HTTP\/1\.1 200|"devices"/)
    }
  })
})
