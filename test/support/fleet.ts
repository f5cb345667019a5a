// Many devices at once: registered as the command line does, and read back through the HTTP API.

import { addDevice } from '../../server/registry/register.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { readingsPageSchema } from '../../shared/api.ts'
import type { Reading } from '../../shared/reading.ts'
import { aDevicePlan } from './station.ts'

/** Where all of them stand. */
export const FLEET_VILLAGE = 'my-dong'

export type FleetDevice = {
  readonly id: string
  readonly token: string
  readonly topic: string
  readonly quantities: readonly string[]
}

/** Registers devices `<prefix>-0` … that measure these quantities, every 10 s unless told otherwise. */
export async function registerFleet(
  dataDir: string,
  prefix: string,
  count: number,
  quantities: readonly string[],
  intervalMs = 10_000,
): Promise<FleetDevice[]> {
  const store = await openSqliteStore({ path: databasePath(dataDir) })
  const registry = loadRegistry()
  const codes = quantities.map(code => ({ code, intervalMs }))
  try {
    const fleet: FleetDevice[] = []
    for (let i = 0; i < count; i++) {
      const id = `${prefix}-${i}`
      const plan = aDevicePlan({ id, village: FLEET_VILLAGE, quantities: codes })
      const issued = await addDevice(store, registry, plan, Date.now(), 'test')
      if ('refusal' in issued) throw new Error(issued.refusal)
      fleet.push({ id, token: issued.token, topic: `daisen/v1/${FLEET_VILLAGE}/${id}/tele`, quantities })
    }
    return fleet
  } finally {
    await store.close()
  }
}

/** Every stored reading of a series, page by page. */
export async function readAll(url: string, seriesId: string): Promise<Reading[]> {
  const all: Reading[] = []
  let cursor: string | null = null
  do {
    const after: string = cursor === null ? '' : `&cursor=${cursor}`
    const answer = await fetch(`${url}/api/v1/series/${seriesId}/readings?limit=10000${after}`)
    const page = readingsPageSchema.parse(await answer.json())
    all.push(...page.readings)
    cursor = page.next
  } while (cursor !== null)
  return all
}
