// A station with devices in the field that nothing was heard of yet, and a clock that can be put on: the same evening for every run.

import type { Config } from '../../server/config.ts'
import { CLIENT_FOLDER } from '../../server/ops/client-build.ts'
import { deliver } from './door.ts'
import { registerFleet } from './fleet.ts'
import { startTestStation, type TestStation } from './station.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Of what a device measures: a reading is taken for the present about as long. */
export const INTERVAL_MS = 10_000
const EVENING = Date.UTC(2026, 10, 25, 12, 0)

export type AlarmDevice = {
  readonly id: string
  /** Measured now. */
  readonly says: (values: Readonly<Record<string, number>>) => Promise<void>
}
export type AlarmStation = TestStation & {
  readonly now: () => number
  readonly moveOn: (ms: number) => void
  /** One after the other, each once. */
  readonly aDevice: () => AlarmDevice
}
type About = Partial<Config> & {
  readonly devices: number
  readonly quantities: readonly string[]
  /** What is written into its folder before it starts. `now` is its evening. */
  readonly before?: (dataDir: string, now: number) => Promise<void>
}

export async function startAlarmStation({ devices, quantities, before, ...config }: About): Promise<AlarmStation> {
  const folder = temporaryFolder()
  await before?.(folder.path, EVENING)
  const fleet = await registerFleet(folder.path, 'tram', devices, quantities, INTERVAL_MS)
  const startedAt = performance.now()
  let ahead = 0
  const now = () => Math.round(EVENING + ahead + performance.now() - startedAt)
  const station = await startTestStation({ ...config, dataDir: folder.path, clientFolder: CLIENT_FOLDER, now })
  return {
    ...station,
    now,
    moveOn(ms) {
      ahead += ms
    },
    aDevice() {
      const { id, token } = fleet.shift() ?? {}
      if (id === undefined || token === undefined) throw new Error('too few devices')
      return {
        id,
        async says(values) {
          await deliver(station, token, { ts: now(), values })
        },
      }
    },
    async stop() {
      await station.stop()
      folder.remove()
    },
  }
}
