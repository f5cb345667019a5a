import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { provisionDevices } from '../../server/registry/provision.ts'
import { hashToken } from '../../server/registry/token.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { aDevicePlan } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const plans = [aDevicePlan({ id: 'sim-1', source: 'simulated' }), aDevicePlan({ id: 'sim-2', source: 'simulated' })]
const file = () => join(folder.path, 'simulated-devices.json')
async function storedHashes(): Promise<Map<string, string>> {
  const store = await openSqliteStore({ path: databasePath(folder.path) })
  try {
    return new Map((await store.registry()).devices.map(one => [one.id, one.tokenHash]))
  } finally {
    await store.close()
  }
}

test('devices that are not there are added; their tokens work and lie in a file only the owner can read', async () => {
  const tokens = await provisionDevices(folder.path, plans)
  expect([...tokens.keys()]).toEqual(['sim-1', 'sim-2'])
  const hashes = await storedHashes()
  for (const [id, token] of tokens) expect(hashes.get(id)).toBe(hashToken(token))
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual(Object.fromEntries(tokens))
})

test('a second time the same tokens are handed out', async () => {
  const first = await provisionDevices(folder.path, plans)
  expect(await provisionDevices(folder.path, plans)).toEqual(first)
})

test('a device more is added without touching the others', async () => {
  const first = await provisionDevices(folder.path, plans.slice(0, 1))
  const both = await provisionDevices(folder.path, plans)
  expect(both.get('sim-1')).toBe(first.get('sim-1'))
  expect(both.size).toBe(2)
})

test('tokens that were lost are replaced', async () => {
  const first = await provisionDevices(folder.path, plans)
  rmSync(file())
  const second = await provisionDevices(folder.path, plans)
  expect(second.get('sim-1')).not.toBe(first.get('sim-1'))
  expect((await storedHashes()).get('sim-1')).toBe(hashToken(second.get('sim-1') ?? ''))
})

test('a plan that does not fit the catalogue stops it', async () =>
  expect(provisionDevices(folder.path, [aDevicePlan({ village: 'nowhere' })])).rejects.toThrow('nowhere'))
