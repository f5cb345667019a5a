// A station with devices on its broker, for tests of what the broker does: registers them, connects them, reads what became of it.
import { afterAll, afterEach, beforeAll } from 'vitest'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { Store } from '../../server/store/store.ts'
import type { DeviceCounters } from '../../shared/api.ts'
import { get, readingsOf, type Told } from './door.ts'
import { connectDevice, type FieldDevice } from './field-device.ts'
import { aDevicePlan, registerDevice, startTestStation, type TestStation } from './station.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type Known = { readonly id: string; readonly token: string }
export type MqttBench = {
  readonly station: () => TestStation
  /** What the command line holds: another connection to the same data. */
  readonly outside: () => Store
  readonly register: () => Promise<Known>
  readonly join: (known: Known, options?: object) => Promise<FieldDevice>
  readonly levelsOf: (known: Known) => Promise<readonly Told[]>
  readonly onlineOf: (known: Known) => Promise<readonly number[] | undefined>
  readonly countersOf: (known: Known) => Promise<DeviceCounters | undefined>
}

export function useMqttBench(about: Parameters<typeof startTestStation>[0] = {}): MqttBench {
  const folder = temporaryFolder()
  const connected: FieldDevice[] = []
  let station: TestStation
  let outside: Store
  let lastDevice = 0
  beforeAll(async () => {
    station = await startTestStation({ dataDir: folder.path, ...about })
    outside = await openSqliteStore({ path: databasePath(folder.path) })
  })
  afterEach(() => {
    for (const { client } of connected.splice(0)) client.end(true)
  })
  afterAll(async () => {
    await outside.close()
    await station.stop()
    folder.remove()
  })
  return {
    station: () => station,
    outside: () => outside,
    async register() {
      const id = `device-${++lastDevice}`
      return { id, token: await registerDevice(folder.path, aDevicePlan({ id })) }
    },
    async join(known, options = {}) {
      const device = await connectDevice(station.mqttUrl, { ...known, ...options })
      connected.push(device)
      return device
    },
    levelsOf: ({ id }) => readingsOf(station, `${id}.water_level`),
    async onlineOf({ id }) {
      const { status, body } = await get(`${station.url}/api/v1/series/${id}.online/readings`)
      return status === 404 ? undefined : (body as { readings: Told[] }).readings.map(one => one.v)
    },
    async countersOf({ id }) {
      const { body } = await get(`${station.url}/api/v1/devices`)
      return (body as { devices: { id: string; counters: DeviceCounters }[] }).devices.find(one => one.id === id)
        ?.counters
    },
  }
}
