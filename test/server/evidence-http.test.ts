import { once } from 'node:events'
import { type ClientRequest, createServer, type IncomingMessage, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import express from 'express'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEvidenceStore, type EvidenceStore } from '../../server/evidence/evidence-store.ts'
import { type EvidenceHttpDeps, serveEvidence } from '../../server/evidence/http.ts'
import { notFound, problemHandler } from '../../server/http/problem.ts'
import { MAX_EVIDENCE_BYTES } from '../../shared/programme/evidence-kind.ts'
import { evidenceReplySchema } from '../../shared/programme/evidence-schema.ts'
import { type Answer, get, problemOf } from '../support/door.ts'
import { DOCX, PDF, PNG, pdfOf } from '../support/evidence-samples.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const NOW = Date.UTC(2026, 10, 25, 2)
const GIBIBYTE = 1024 ** 3
let folder: ReturnType<typeof temporaryFolder>
let store: EvidenceStore
let http: Server
let url: string
let logged: string[]

async function serve(about: Partial<EvidenceHttpDeps> & { maxBytes?: number } = {}): Promise<void> {
  const { maxBytes, ...deps } = about
  store = await createEvidenceStore({
    folder: folder.path,
    now: () => NOW,
    ...(maxBytes === undefined ? {} : { maxBytes }),
  })
  const app = express()
  app.use(serveEvidence({ store, ...deps }))
  app.use(notFound)
  app.use(problemHandler(pino({ level: 'info' }, { write: line => void logged.push(line) })))
  http = createServer(app).listen(0, '127.0.0.1')
  await once(http, 'listening')
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/programme/files`
}
beforeEach(() => {
  folder = temporaryFolder()
  logged = []
})
afterEach(() => {
  http.closeAllConnections()
  http.close()
  folder.remove()
  expect(logged).toEqual([])
})

const post = (bytes: Uint8Array, headers: Record<string, string> = {}): Promise<Answer> =>
  get(url, {
    method: 'POST',
    body: bytes as BodyInit,
    headers: { 'content-type': 'application/octet-stream', ...headers },
  })
const typeOf = (answer: Answer) => [answer.status, problemOf(answer).type.split(':').at(-1)]

describe('a file that is posted', () => {
  beforeEach(() => serve())

  test('is kept when the answer comes, and comes back as it was', async () => {
    const answer = await post(DOCX)
    expect(answer.status).toBe(200)
    const { hash, size, type } = evidenceReplySchema.parse(answer.body)
    expect([size, type]).toEqual([
      DOCX.length,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ])
    const response = await fetch(`${url}/${hash}`)
    expect(Buffer.from(await response.arrayBuffer()).equals(DOCX)).toBe(true)
    const header = (name: string) => response.headers.get(name)
    expect(header('content-type')).toBe(type)
    expect(header('content-disposition')).toBe(`attachment; filename="${hash.slice(0, 12)}.docx"`)
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(header('content-security-policy')).toBe("sandbox; default-src 'none'")
    const again = request(`${url}/${hash}`, { headers: { 'if-none-match': `"${hash}"` } }).end()
    const [notModified] = (await once(again, 'response')) as [IncomingMessage]
    expect(notModified.resume().statusCode).toBe(304)
    const head = await fetch(`${url}/${hash}`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(DOCX.length)])
  })

  test('is what its bytes are, whatever it is said to be', async () => {
    for (const type of ['text/html', 'application/pdf', 'application/json', 'multipart/form-data; boundary=x'])
      expect((await post(PNG, { 'content-type': type })).body).toMatchObject({ type: 'image/png' })
    expect(store.figures().files).toBe(1)
  })

  test('and isn’t evidence is refused in both languages', async () => {
    const answer = await post(Buffer.from('<html><script>alert(1)</script>'), { 'content-type': 'image/png' })
    expect(typeOf(answer)).toEqual([415, 'unsupported-media'])
    expect([problemOf(answer).detail, problemOf(answer).en.detail]).toEqual([
      expect.stringContaining('Chỉ nhận tệp PDF'),
      expect.stringContaining('Only PDF'),
    ])
    expect(typeOf(await post(new Uint8Array()))).toEqual([400, 'bad-request'])
    expect(typeOf(await post(gzipSync(PDF), { 'content-encoding': 'gzip' }))).toEqual([415, 'unsupported-encoding'])
    expect(store.figures().files).toBe(0)
  })

  test('may have 20 MiB and not a byte more, whether its length is said or not', async () => {
    expect((await post(pdfOf(MAX_EVIDENCE_BYTES))).status).toBe(200)
    expect((await stream(pdfOf(MAX_EVIDENCE_BYTES, 'x'))).status).toBe(200)
    expect(typeOf(await post(pdfOf(MAX_EVIDENCE_BYTES + 1)))).toEqual([413, 'too-large'])
    expect(typeOf(await stream(pdfOf(MAX_EVIDENCE_BYTES + 1)))).toEqual([413, 'too-large'])
    expect(store.figures()).toEqual({ files: 2, bytes: 2 * MAX_EVIDENCE_BYTES })
  })

  test.each([true, false])('of a gigabyte is refused and cut off early (length said: %s)', async isSaid => {
    const { answer, sent } = await flood(GIBIBYTE, isSaid)
    expect(typeOf(answer)).toEqual([413, 'too-large'])
    expect(sent).toBeLessThan(GIBIBYTE)
    // Nobody waits for the rest, and the next one is served.
    expect((await post(PDF)).status).toBe(200)
    expect(store.figures().files).toBe(1)
  })

  test('by a sender that leaves in the middle is not kept', async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    socket.write(`POST /programme/files HTTP/1.1\r\nHost: x\r\nContent-Length: ${PDF.length}\r\n\r\n`)
    socket.write(PDF.subarray(0, 30))
    await sleep(100)
    socket.destroy()
    await sleep(100)
    expect([store.figures().files, (await post(PDF)).status]).toEqual([0, 200])
  })
})

test('so many uploads at once are taken, one more is told to come back, and their end makes room', async () => {
  await serve({ maxUploads: 2 })
  const half = () => {
    const upload = request(url, { method: 'POST', agent: false, headers: { 'content-length': PDF.length } })
    upload.on('error', () => undefined)
    upload.write(PDF.subarray(0, 10))
    return upload
  }
  const [finished, broken] = [half(), half()]
  await sleep(200)
  const refused = await post(PNG)
  expect([...typeOf(refused), refused.headers.get('retry-after')]).toEqual([429, 'too-many-requests', '5'])
  finished.end(PDF.subarray(10))
  const [response] = (await once(finished, 'response')) as [IncomingMessage]
  response.resume()
  expect([response.statusCode, (await post(PNG)).status]).toEqual([200, 200])
  broken.destroy()
  await sleep(200)
  expect((await Promise.all([post(PNG), post(PDF)])).map(answer => answer.status)).toEqual([200, 200])
})

test('a store that is full says so', async () => {
  await serve({ maxBytes: PDF.length })
  expect((await post(PDF)).status).toBe(200)
  expect(typeOf(await post(PNG))).toEqual([507, 'storage-full'])
})

test('what isn’t kept, or is no hash, is not found', async () => {
  await serve()
  const { hash } = evidenceReplySchema.parse((await post(PDF)).body)
  const names = [
    '0'.repeat(64),
    hash.toUpperCase(),
    `${hash}.pdf`,
    `${hash}%00`,
    '..%2f..%2fetc%2fpasswd',
    `..%2f${hash.slice(3)}`,
    'x',
  ]
  for (const name of names) expect([name, ...typeOf(await get(`${url}/${name}`))]).toEqual([name, 404, 'not-found'])
  expect((await get(`${url}/${hash}`)).status).toBe(200)
})

test('a folder with a hidden name is served all the same', async () => {
  const outer = folder
  folder = { path: `${outer.path}/.hidden/evidence`, remove: outer.remove }
  await serve()
  const { hash } = evidenceReplySchema.parse((await post(PDF)).body)
  expect((await get(`${url}/${hash}`)).status).toBe(200)
})

/** Posts without saying how long it will be. */
const stream = (bytes: Uint8Array): Promise<Answer> =>
  get(url, { method: 'POST', body: new Blob([bytes as BlobPart]).stream(), duplex: 'half' } as RequestInit)

/** Sends zeros until all are sent, or the other side has had enough; what it answered, and how much went out until then. */
async function flood(bytes: number, isSaid: boolean): Promise<{ readonly answer: Answer; readonly sent: number }> {
  const upload = request(url, {
    method: 'POST',
    agent: false,
    ...(isSaid ? { headers: { 'content-length': bytes } } : {}),
  })
  const closed = new Promise<void>(resolve => void upload.on('close', resolve).on('error', () => resolve()))
  const answered = answerOf(upload)
  // It is awaited at the end; until then a failure isn't a stray one.
  answered.catch(() => undefined)
  let isClosed = false
  void closed.then(() => (isClosed = true))
  const chunk = Buffer.alloc(256 * 1024)
  let sent = 0
  while (sent < bytes && !isClosed) {
    sent += chunk.length
    // Slower than the machine could, as any line is: the refusal finds the sender still sending.
    if (!upload.write(chunk)) await Promise.race([once(upload, 'drain').catch(() => undefined), closed, sleep(1_000)])
    await sleep(2)
  }
  return { answer: await answered, sent }
}

async function answerOf(upload: ClientRequest): Promise<Answer> {
  const [response] = (await once(upload, 'response')) as [IncomingMessage]
  const body: unknown = JSON.parse(await text(response))
  const headers = new Headers({ 'content-type': String(response.headers['content-type']) })
  return { status: response.statusCode ?? 0, headers, body }
}
