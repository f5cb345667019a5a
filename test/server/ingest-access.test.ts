// Who may send, from when and for how long, and how fast.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDevice, disableDevice, rotateDevice } from '../../server/registry/register.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../server/store/store.ts'
import { deliver, problemOf, send } from '../support/door.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const READING = { values: { water_level: 1 } }
/** A change made from outside is in force within this. */
const IN_FORCE_MS = 2_000
const folder = temporaryFolder()
let station: TestStation
/** What the command line holds: another connection to the same data. */
let outside: Store

beforeAll(async () => {
  station = await startTestStation({ dataDir: folder.path })
  outside = await openSqliteStore({ path: databasePath(folder.path) })
})
afterAll(async () => {
  await outside.close()
  await station.stop()
  folder.remove()
})
const add = (id: string) => registerDevice(folder.path, aDevicePlan({ id }))
async function rotate(id: string, overlapMs: number): Promise<string> {
  const issued = await rotateDevice(outside, id, { at: Date.now(), actor: 'test', overlapMs })
  if ('refusal' in issued) throw new Error(issued.refusal)
  return issued.token
}
const statusOf = async (token: string) => (await send(station, token, READING)).status

describe('a token', () => {
  test('of a device that was added while the station runs is taken at once', async () => {
    for (let i = 0; i < 5; i++) expect(await statusOf(await add(`new-${i}`))).toBe(200)
  })

  test('of a device that was just added is taken also while strangers knock without a pause', async () => {
    const busy = await startTestStation({ dataDir: folder.path })
    let isKnocking = true
    const knock = async () => {
      while (isKnocking) await send(busy, 'k'.repeat(43), READING)
    }
    const knocking = Array.from({ length: 4 }, knock)
    const statuses: number[] = []
    for (let i = 0; i < 15; i++) {
      const issued = await addDevice(outside, loadRegistry(), aDevicePlan({ id: `knocked-${i}` }), Date.now(), 'test')
      if ('refusal' in issued) throw new Error(issued.refusal)
      statuses.push((await send(busy, issued.token, READING)).status)
    }
    isKnocking = false
    await Promise.all(knocking)
    await busy.stop()
    expect(statuses).toEqual(Array.from({ length: 15 }, () => 200))
  })

  test.each([
    ['missing', {}],
    ['unknown', { authorization: `Bearer ${'x'.repeat(43)}` }],
    ['short', { authorization: 'Bearer short' }],
    ['too long', { authorization: `Bearer ${'x'.repeat(201)}` }],
    ['of another scheme', { authorization: 'Basic eDp5' }],
    ['with a prototype name', { authorization: 'Bearer __proto____proto____proto__' }],
  ] as const)('that is %s is refused, and the body is not even read', async (_what, headers) => {
    const answer = await send(station, '', '{not json', { authorization: '', ...headers })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect(problemOf(answer).type).toBe('urn:dai-sen:problem:unauthorized')
  })

  test('of a disabled device is refused within two seconds', async () => {
    const token = await add('disabled')
    expect(await statusOf(token)).toBe(200)
    await disableDevice(outside, 'disabled', Date.now(), 'test')
    await expect.poll(() => statusOf(token), { timeout: IN_FORCE_MS, interval: 100 }).toBe(401)
  })

  test('that was replaced is refused within two seconds, the new one taken at once', async () => {
    const old = await add('rotated')
    expect(await statusOf(old)).toBe(200)
    const issued = await rotate('rotated', 0)
    expect(await statusOf(issued)).toBe(200)
    await expect.poll(() => statusOf(old), { timeout: IN_FORCE_MS, interval: 100 }).toBe(401)
  })

  test('that was replaced with an overlap works beside the new one until it ends, and at most two ever do', async () => {
    const [first, second] = [await add('overlapping'), await rotate('overlapping', 60_000)]
    for (const token of [second, first, second]) expect(await statusOf(token)).toBe(200)
    const third = await rotate('overlapping', 1_500)
    expect(await statusOf(third)).toBe(200)
    await expect.poll(() => statusOf(first), { timeout: IN_FORCE_MS, interval: 100 }).toBe(401)
    await expect.poll(() => statusOf(second), { timeout: 1_500 + IN_FORCE_MS, interval: 100 }).toBe(401)
    expect(await statusOf(third)).toBe(200)
  })

  test('that a disabled device had stays refused when a new one enables it again, whatever the overlap', async () => {
    const old = await add('returning')
    await disableDevice(outside, 'returning', Date.now(), 'test')
    const fresh = await rotate('returning', 60_000)
    await expect.poll(() => statusOf(old), { timeout: IN_FORCE_MS, interval: 100 }).toBe(401)
    expect(await statusOf(fresh)).toBe(200)
  })

  test('does what it did after the station was started again', async () => {
    const token = await add('lasting')
    await deliver(station, token, { ts: Date.now(), values: { water_level: 1 } })
    await station.stop()
    station = await startTestStation({ dataDir: folder.path })
    expect(await statusOf(token)).toBe(200)
  })
})

describe('a sender that is too fast', () => {
  let at = Date.UTC(2026, 10, 23)
  let slow: TestStation
  beforeAll(async () => {
    slow = await startTestStation({ dataDir: folder.path, ingestRate: 2, now: () => at })
  })
  afterAll(() => slow.stop())

  test('gets six seconds worth at once, then is told how long to wait, and after that may go on', async () => {
    const token = await add('fast')
    for (let i = 0; i < 12; i++) expect((await send(slow, token, READING)).status).toBe(200)
    const refused = await send(slow, token, READING)
    expect([refused.status, problemOf(refused).type]).toEqual([429, 'urn:dai-sen:problem:too-many-requests'])
    expect(refused.headers.get('retry-after')).toBe('1')
    at += 1_000
    expect((await send(slow, token, READING)).status).toBe(200)
  })

  test('slows down nobody else', async () => {
    const [fast, calm] = [await add('fast-2'), await add('calm')]
    for (let i = 0; i < 13; i++) await send(slow, fast, READING)
    expect((await send(slow, fast, READING)).status).toBe(429)
    expect((await send(slow, calm, READING)).status).toBe(200)
  })

  test('and guesses tokens is stopped after a hundred wrong ones, while right ones from the same address still work', async () => {
    const token = await add('honest')
    const wrong = () => send(slow, 'w'.repeat(43), READING)
    for (let i = 0; i < 100; i++) expect((await wrong()).status).toBe(401)
    const refused = await wrong()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect((await send(slow, token, READING)).status).toBe(200)
  })
})
