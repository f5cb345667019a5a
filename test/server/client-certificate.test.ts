// Devices that show a certificate instead of a token: who they are, what ends it, and that browsers need none.
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disableDevice } from '../../server/registry/register.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { type Issued, issueCertificate } from '../support/certificates.ts'
import { connectDevice, type FieldDevice } from '../support/field-device.ts'
import { askSecurely, handshakeAt } from '../support/secure-door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { tlsFolder } from '../support/tls-folder.ts'

const IN_FORCE_MS = 2_000
const DAY_MS = 86_400_000
const place = tlsFolder()
const ca = place.authority.cert
let now = () => Date.now()
let station: TestStation
const connected: FieldDevice[] = []

beforeAll(async () => {
  station = await startTestStation({ tls: place.withClients, now: () => now() })
  await register('gauge-5')
})
afterAll(async () => {
  for (const { client } of connected) client.end(true)
  await station.stop()
  place.remove()
})

const register = (id: string) => registerDevice(station.dataDir, aDevicePlan({ id }))
const certify = (name: string, by: Issued = place.deviceAuthority, until?: number) =>
  issueCertificate({ name, by, ...(until === undefined ? {} : { until }) })
const statusWith = async (certificate: Pick<Issued, 'cert' | 'key'> | object, headers: Record<string, string> = {}) => {
  const body = JSON.stringify({ values: { water_level: 1 } })
  return (await askSecurely(`${station.url}/api/v1/ingest`, { ca, ...certificate, method: 'POST', headers }, body))
    .status
}
/** By certificate alone unless told otherwise. */
async function join(id: string, { cert, key }: Pick<Issued, 'cert' | 'key'>, about: object = {}): Promise<FieldDevice> {
  const alone = { id, token: 'none', username: undefined, password: undefined, ca, cert, key }
  const options: object = { ...alone, ...about }
  const device = await connectDevice(station.mqttUrl, options as Parameters<typeof connectDevice>[1])
  connected.push(device)
  return device
}

describe('a device with a certificate of its own', () => {
  test('is let in by HTTP and MQTT without a token, with or without its name, and only under its own topics', async () => {
    await register('gauge-1')
    await register('gauge-2')
    const certificate = certify('gauge-1')
    expect(await statusWith(certificate)).toBe(200)
    await (await join('gauge-1', certificate, { username: 'gauge-1' })).tell({ values: { water_level: 1 } })
    const device = await join('gauge-1', certificate)
    const foreign = { topic: 'daisen/v1/my-dong/gauge-2/tele' }
    await expect(device.tell({ values: { water_level: 1 } }, foreign)).rejects.toThrow('closed')
    await expect(join('gauge-2', certificate, { username: 'gauge-2' })).rejects.toThrow()
  })

  test('is not let in when its token is wrong, and is who its token says when that is right', async () => {
    const token = await register('gauge-3')
    await register('gauge-4')
    const certificate = certify('gauge-4')
    expect(await statusWith(certificate, { authorization: `Bearer ${'x'.repeat(43)}` })).toBe(401)
    await expect(join('gauge-4', certificate, { username: 'gauge-4', password: 'wrong' })).rejects.toThrow()
    await (await join('gauge-3', certificate, { username: 'gauge-3', password: token })).tell({
      values: { water_level: 1 },
    })
  })

  test('is no page: what a browser sends for one is not its word', async () => {
    const certificate = certify('gauge-5')
    expect(await statusWith(certificate, { origin: 'https://elsewhere.example' })).toBe(401)
    expect(await statusWith(certificate)).toBe(200)
  })

  test.each([
    [
      'of an authority that is not the one',
      () => certify('gauge-5', issueCertificate({ name: 'Test Device Authority', isAuthority: true })),
    ],
    ['signed by itself', () => issueCertificate({ name: 'gauge-5' })],
    ["of the authority of this station's own certificate", () => certify('gauge-5', place.authority)],
    ['that ran out', () => certify('gauge-5', place.deviceAuthority, Date.now() - 60_000)],
    ['for a device that is not there', () => certify('nobody')],
    ['for a name that is none', () => certify('__proto__')],
    ['for its name with a NUL behind it', () => certify('gauge-5\0')],
  ])('is refused with one %s', async (_what, issue) => {
    expect(await statusWith(issue())).toBe(401)
    await expect(join('gauge-5', issue())).rejects.toThrow()
  })

  test('is refused within two seconds once it is disabled, also on an open connection', async () => {
    await register('gauge-6')
    const certificate = certify('gauge-6')
    const device = await join('gauge-6', certificate)
    const outside = await openSqliteStore({ path: databasePath(station.dataDir) })
    await disableDevice(outside, 'gauge-6', Date.now(), 'test')
    await outside.close()
    const isConnected = expect.poll(() => device.client.connected, { timeout: IN_FORCE_MS, interval: 50 })
    await isConnected.toBe(false)
    expect(await statusWith(certificate)).toBe(401)
    await expect(join('gauge-6', certificate)).rejects.toThrow()
  })

  test('is let go when its certificate runs out while it is connected', async () => {
    await register('gauge-7')
    const device = await join('gauge-7', certify('gauge-7', place.deviceAuthority, Date.now() + DAY_MS))
    await device.tell({ values: { water_level: 1 } })
    now = () => Date.now() + DAY_MS
    await expect.poll(() => device.client.connected, { timeout: IN_FORCE_MS, interval: 50 }).toBe(false)
    now = () => Date.now()
  })
})

test('a session resumed without a certificate, which TLS 1.3 calls authorized, is nobody', async () => {
  const first = await handshakeAt(station.url, { ca })
  const [session] = (await once(first, 'session')) as [Buffer]
  first.destroy()
  const second = await handshakeAt(station.url, { ca, session })
  expect(second.isSessionReused()).toBe(true)
  second.write('POST /api/v1/ingest HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n')
  const [answer] = (await once(second, 'data')) as [Buffer]
  expect(answer.toString()).toMatch(/^HTTP\/1.1 401 /)
  second.destroy()
})

test('browsers and devices with a token go on without a certificate', async () => {
  expect((await askSecurely(`${station.url}/api/v1/registry`, { ca })).status).toBe(200)
  const token = await register('gauge-8')
  expect(await statusWith({}, { authorization: `Bearer ${token}` })).toBe(200)
  expect(await statusWith({})).toBe(401)
  await (await connectDevice(station.mqttUrl, { id: 'gauge-8', token, ca })).leave()
})
