// A real station for a test: real SQLite file in a temporary folder, real HTTP, Socket.IO and MQTT on free ports.
import { join } from 'node:path'
import pino from 'pino'
import { startStation } from '../../server/compose.ts'
import type { Config } from '../../server/config.ts'
import type { DevicePlan } from '../../server/registry/device-plan.ts'
import { addDevice } from '../../server/registry/register.ts'
import { loadRegistry } from '../../server/registry/seed.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const aConfig = (about: Partial<Config> = {}): Config => ({
  port: 0,
  host: '127.0.0.1',
  access: 'open',
  origins: [],
  dataDir: 'unset',
  mqttPort: 0,
  mqtt: undefined,
  ingestRate: 100_000,
  retentionDays: undefined,
  logLevel: 'silent',
  ...about,
})

/** A device of Mỹ Đông that measures water level every 10 s; name only what the test is about. */
export const aDevicePlan = (about: Partial<DevicePlan> = {}): DevicePlan => ({
  id: 'gauge-1',
  name: 'Trạm thử',
  village: 'my-dong',
  lon: 105.802,
  lat: 10.528,
  source: 'measured',
  quantities: [{ code: 'water_level', intervalMs: 10_000 }],
  ...about,
})

/** Adds a device as the command line does, from outside the server; returns its token. */
export async function registerDevice(dataDir: string, plan: DevicePlan): Promise<string> {
  const store = await openSqliteStore({ path: databasePath(dataDir) })
  try {
    const issued = await addDevice(store, loadRegistry(), plan, Date.now(), 'test')
    if ('refusal' in issued) throw new Error(issued.refusal)
    return issued.token
  } finally {
    await store.close()
  }
}

export type TestStation = {
  readonly url: string
  readonly mqttUrl: string
  readonly dataDir: string
  readonly stop: () => Promise<void>
}

/** `dataDir` given: kept; else a folder of its own, removed at the end. */
export async function startTestStation(
  about: Partial<Config> & { now?: () => number; clientFolder?: string } = {},
): Promise<TestStation> {
  const { now, clientFolder, ...config } = about
  const folder = config.dataDir === undefined ? temporaryFolder() : undefined
  const dataDir = config.dataDir ?? folder?.path ?? ''
  const station = await startStation(aConfig({ ...config, dataDir }), {
    log: pino({ level: config.logLevel ?? 'silent' }),
    clientFolder: clientFolder ?? join(dataDir, 'no-client'),
    ...(now ? { now } : {}),
  })
  return {
    url: station.url,
    mqttUrl: station.mqttUrl,
    dataDir,
    stop: async () => {
      await station.stop()
      folder?.remove()
    },
  }
}
