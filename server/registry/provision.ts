// Credentials for a simulated field: adds the devices that aren't there and keeps their tokens in a file only its owner can read.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { databasePath } from '../store/sqlite/open.ts'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import type { DevicePlan } from './device-plan.ts'
import { addDevice, rotateDevice } from './register.ts'
import { loadRegistry } from './seed.ts'
import { hashToken } from './token.ts'

const ACTOR = 'system:simulate'
const tokensSchema = z.record(z.string(), z.string())

/** Opens the store of `dataDir` for the purpose; device id → token. */
export async function provisionDevices(
  dataDir: string,
  plans: readonly DevicePlan[],
): Promise<ReadonlyMap<string, string>> {
  const store = await openSqliteStore({ path: databasePath(dataDir) })
  try {
    return await provisionInto(store, join(dataDir, 'simulated-devices.json'), plans)
  } finally {
    await store.close()
  }
}

async function provisionInto(
  store: Store,
  file: string,
  plans: readonly DevicePlan[],
): Promise<ReadonlyMap<string, string>> {
  const held = existsSync(file) ? tokensSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  const registry = loadRegistry()
  const hashes = new Map((await store.registry()).devices.map(device => [device.id, device.tokenHash]))
  const tokens = new Map<string, string>()
  for (const plan of plans) {
    const kept = held[plan.id]
    const hash = hashes.get(plan.id)
    if (kept !== undefined && hash === hashToken(kept)) {
      tokens.set(plan.id, kept)
      continue
    }
    const issued =
      hash === undefined
        ? await addDevice(store, registry, plan, Date.now(), ACTOR)
        : await rotateDevice(store, plan.id, { at: Date.now(), actor: ACTOR, overlapMs: 0 })
    if ('refusal' in issued) throw new Error(issued.refusal)
    tokens.set(plan.id, issued.token)
  }
  writeFileSync(file, JSON.stringify(Object.fromEntries(tokens)), { mode: 0o600 })
  return tokens
}
