// Whatever is sent to whatever route: never a fault of ours, and a refusal is a problem that tells nothing of our insides.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemSchema } from '../../shared/api.ts'
import { OPERATIONS } from '../../shared/operations.ts'
import { fill } from '../server/programme-sample.ts'
import { rawRequest, sendRaw } from '../support/raw-http.ts'
import { announceSeed } from '../support/seed.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { tinyArchive } from '../support/tiny-archive.ts'

const RUNS = 3_000
const NOW = Date.parse('2026-11-25T10:00:00+07:00')
/** Paths of files, stacks, SQL and names of what we are made of. */
const INSIDES =
  /(?:\/(?:home|root|tmp|usr|var|opt)\/|node_modules|node:|\bat [\w.<>]+ \(|\.ts:\d|\.js:\d|Error:|SQLITE|sqlite|SELECT |INSERT |express|aedes|socket\.io|zod|body-parser|raw-body|v8|\[object)/i

let station: TestStation
const folder = temporaryFolder()
beforeAll(async () => {
  const basemap = join(folder.path, 'base.pmtiles')
  writeFileSync(basemap, tinyArchive())
  station = await startTestStation({ now: () => NOW, requestRate: 100_000, basemap })
  await fill(station)
})
afterAll(async () => {
  await station.stop()
  folder.remove()
})

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY']
const TEXTS =
  `|0|-1|1e400|null|__proto__|constructor|my-dong|qd-384-2023|tasks|gauge-1.water_level|2026-11-25|2026-02-30|%00|%ff|%|..|<script>|' OR 1=1 --|\u0000|💥|${'9'.repeat(400)}`.split(
    '|',
  )
const MEDIA = [
  'application/json',
  'application/json; charset=utf-99',
  'text/plain',
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'multipart/form-data; boundary=x',
  ';;;',
]
const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 40 }))
const paths = [
  ...new Set(OPERATIONS.map(({ path }) => path)),
  '/',
  '/wall',
  '/api/docs',
  '/api/openapi.json',
  '/assets/a',
  '/basemap.json',
  '/basemap.pmtiles',
  '/geo/a',
  '/socket.io/',
  '/nowhere',
]
const queryNames = [
  ...new Set(OPERATIONS.flatMap(({ query }) => Object.keys(query?.shape ?? {}))),
  '__proto__',
  'a[b][c]',
]

const target = fc
  .record({
    path: fc.constantFrom(...paths),
    parts: fc.array(text, { minLength: 2, maxLength: 2 }),
    query: fc.array(fc.tuple(fc.constantFrom(...queryNames), text), { maxLength: 4 }),
    isEncoded: fc.boolean(),
  })
  .map(({ path, parts, query, isEncoded }) => {
    // What isn't encoded is still one line of printable letters: the parser refuses the rest before any route.
    const write = (value: string) =>
      isEncoded ? encodeURIComponent(value.toWellFormed()) : value.replaceAll(/[^\u0021-\u007e]|[#?]/g, '')
    let at = 0
    const filled = path.replaceAll(/:\w+/g, () => write(parts[at++] ?? ''))
    const asked = query.map(([name, value]) => `${encodeURIComponent(name)}=${write(value)}`).join('&')
    return asked === '' ? filled : `${filled}?${asked}`
  })
const request = fc.record({
  method: fc.constantFrom(...METHODS),
  target,
  media: fc.constantFrom(...MEDIA),
  body: fc.oneof(
    fc.constant(''),
    fc.jsonValue().map(value => JSON.stringify(value)),
    fc.constantFrom('{', '[[[[', '{"command":"update-task","data":{}}', 'PK\u0003\u0004', '['.repeat(5_000)),
    fc.string({ unit: 'binary', maxLength: 200 }),
  ),
  headers: fc.subarray([
    'Idempotency-Key: attack-0001',
    'Idempotency-Key: ',
    'Authorization: Bearer x',
    'Range: bytes=9-1',
    'Range: bytes=0-,1-,2-',
    'Range: bytes=99999999-',
    'If-None-Match: "\u00ff',
    'Accept: image/png;q=x',
    'Accept-Encoding: gzip;q=9, *;q=x',
    'Content-Encoding: gzip',
    'Expect: 100-continue',
    'Origin: https://evil.example',
    'X-HTTP-Method-Override: DELETE',
    'If-Modified-Since: never',
    'Cookie: a=b; __proto__=1',
  ]),
})

test(`${RUNS} random requests over every route are answered, without a fault and without our insides`, {
  timeout: 300_000,
}, async () => {
  const { host } = new URL(station.url)
  const seen = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(request, async ({ method, target: path, media, body, headers }) => {
      const bytes = Buffer.from(body)
      const head = rawRequest(
        `${method} ${path}`,
        host,
        `Content-Type: ${media}`,
        `Content-Length: ${bytes.length}`,
        ...headers,
      )
      const answer = await sendRaw(station.url, head + body.toWellFormed())
      const { status } = answer
      seen.set(status, (seen.get(status) ?? 0) + 1)
      expect(status === 503 || (status >= 100 && status < 500), `${status}`).toBe(true)
      if (status < 400) return
      expect(answer.head).toMatch(/content-type: application\/problem\+json/i)
      if (method === 'HEAD') return
      expect(answer.body).not.toMatch(INSIDES)
      expect(problemSchema.parse(JSON.parse(answer.body)).status).toBe(status)
    }),
    { numRuns: RUNS, seed: announceSeed('problems-fuzz') },
  )
  // It was about routes, not only about addresses that lead nowhere.
  expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400, 404]))
})
