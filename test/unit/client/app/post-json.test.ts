// What is sent to the station, and what came back in every case: taken, refused, unreadable, nothing at all.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressPlus } from '../../../../client/app/address.ts'
import { postJson, problemWords } from '../../../../client/app/post-json.ts'

const REFUSED = {
  type: 'urn:x:refused',
  title: 'Chưa nhận',
  status: 422,
  detail: 'Thiếu lý do',
  en: { title: 'Not taken', detail: 'The reason is missing' },
}
let server: Server
let root: string
const heard: { readonly key: string | undefined; readonly body: string }[] = []

beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise(resolve => server.close(resolve)))

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  heard.push({ key: request.headers['idempotency-key']?.toString(), body: await text(request) })
  if (request.url === '/taken') response.writeHead(200).end('{"a":1}')
  else if (request.url === '/refused') response.writeHead(422).end(JSON.stringify(REFUSED))
  else if (request.url === '/cut')
    response.writeHead(200, { 'content-length': '100' }).end('{"a":', () => response.destroy())
  else response.writeHead(502).end('<html>')
}

test('a body when it was taken; it was sent as JSON, under its key when it has one', async () => {
  expect(await postJson(`${root}/taken`, { b: 2 }, 'k')).toEqual({ status: 200, body: { a: 1 } })
  expect(await postJson(`${root}/taken`, { b: 3 })).toEqual({ status: 200, body: { a: 1 } })
  expect(heard.slice(-2)).toEqual([
    { key: 'k', body: '{"b":2}' },
    { key: undefined, body: '{"b":3}' },
  ])
})

test('what the station said when it was not taken, in the language of the page', async () => {
  const { status, body, problem } = await postJson(`${root}/refused`, {})
  expect({ status, body }).toEqual({ status: 422, body: undefined })
  expect([problemWords(problem, 'vi'), problemWords(problem, 'en')]).toEqual(['Thiếu lý do', 'The reason is missing'])
  expect(problemWords({ ...REFUSED, en: { title: 'Not taken' } }, 'en')).toBe('Not taken')
  expect(problemWords(undefined, 'en')).toBeUndefined()
})

test('the status alone when a proxy answered, and 0 when nothing or only a part came back', async () => {
  expect(await postJson(`${root}/proxy`, {})).toEqual({ status: 502, body: undefined, problem: undefined })
  expect(await postJson(`${root}/cut`, {})).toEqual({ status: 0, body: undefined })
  expect(await postJson('http://127.0.0.1:1/', {})).toEqual({ status: 0, body: undefined })
})

test('parameters are added to any address; what is undefined is left out', () => {
  expect(addressPlus('/alarms', { alarm: 'a:b' })).toBe('/alarms?alarm=a%3Ab')
  expect(addressPlus('/?lang=en', { village: 'x', series: undefined })).toBe('/?lang=en&village=x')
  expect(addressPlus('/alarms', {})).toBe('/alarms')
})
