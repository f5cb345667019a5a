// The one way to the station: changes carry the form's secret, reads don't, and being turned away is heard.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getJson, isTurnedAway } from '../../../../client/app/rest.ts'
import { holdFormSecret, onTurnedAway, stationFetch } from '../../../../client/app/station-fetch.ts'

let server: Server
let root: string
const heard: { readonly method: string | undefined; readonly secret: string | undefined }[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    heard.push({ method: request.method, secret: request.headers['x-form-secret']?.toString() })
    response.writeHead(Number(request.url?.slice(1))).end('{}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise(resolve => server.close(resolve)))

test('the secret goes with changes only, and only once there is one', async () => {
  holdFormSecret(null)
  await stationFetch(`${root}/200`, { method: 'POST' })
  holdFormSecret('s3cret')
  await stationFetch(`${root}/200`, { method: 'POST', headers: { 'content-type': 'text/plain' } })
  await stationFetch(`${root}/200`)
  holdFormSecret(null)
  expect(heard.splice(0)).toEqual([
    { method: 'POST', secret: undefined },
    { method: 'POST', secret: 's3cret' },
    { method: 'GET', secret: undefined },
  ])
})

test('a 401 is heard of any request, a 403 of a change', async () => {
  let times = 0
  const stop = onTurnedAway(() => {
    times++
  })
  await stationFetch(`${root}/200`)
  await stationFetch(`${root}/403`)
  expect(times).toBe(0)
  await stationFetch(`${root}/401`)
  await stationFetch(`${root}/403`, { method: 'POST' })
  expect(times).toBe(2)
  stop()
  await stationFetch(`${root}/401`)
  expect(times).toBe(2)
})

test('a read that isn’t for this page is told apart from one that failed', async () => {
  const failureOf = (status: number) => getJson(`${root}/${status}`).catch((error: unknown) => error)
  expect(isTurnedAway(await failureOf(401))).toBe(true)
  expect(isTurnedAway(await failureOf(403))).toBe(true)
  expect(isTurnedAway(await failureOf(503))).toBe(false)
})
