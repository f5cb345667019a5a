// A station with gauges in the field that nothing was heard of yet, under the rule of support/alarms.ts. Its clock runs as the machine's,
// and can be put on.
import { expect } from 'vitest'
import type { Alarm } from '../../shared/alarms/state.ts'
import { alarmAt, alarmOf, aRule, publishRule } from '../support/alarms.ts'
import { deliver } from '../support/door.ts'
import { type FleetDevice, registerFleet } from '../support/fleet.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

export const POLL = { timeout: 10_000, interval: 20 } as const
export const HOUR_MS = 3_600_000

export type Gauge = FleetDevice & {
  readonly alarm: string
  readonly says: (metres: number, t?: number) => Promise<void>
  /** Undefined while it never was an alarm. */
  readonly stands: () => Promise<Alarm | undefined>
}
export type GaugeStation = TestStation & {
  readonly now: () => number
  readonly moveOn: (ms: number) => void
  /** One after the other, each once. */
  readonly aGauge: () => Gauge
  /** Says 3.5 m and waits for the alarm. */
  readonly rises: (gauge: Gauge) => Promise<Alarm>
  /** All that was said before has been judged: conditions are decided in the order they were found. */
  readonly settled: () => Promise<void>
}

export async function startGaugeStation(gauges: number): Promise<GaugeStation> {
  const folder = temporaryFolder()
  const fleet = await registerFleet(folder.path, 'gauge', gauges, ['water_level'])
  let ahead = 0
  const now = () => Date.now() + ahead
  const station = await startTestStation({ dataDir: folder.path, now })
  await publishRule(station, aRule())

  function aGauge(): Gauge {
    const device = fleet.pop()
    if (!device) throw new Error('too few gauges')
    const alarm = alarmOf(device.id)
    return {
      ...device,
      alarm,
      async says(water_level, ts = now()) {
        await deliver(station, device.token, { ts, values: { water_level } })
      },
      stands: () => alarmAt(station, alarm),
    }
  }
  async function rises(gauge: Gauge): Promise<Alarm> {
    await gauge.says(3.5)
    await expect.poll(async () => (await gauge.stands())?.isActive, POLL).toBe(true)
    const alarm = await gauge.stands()
    if (!alarm) throw new Error(`${gauge.alarm} went`)
    return alarm
  }
  return {
    ...station,
    now,
    moveOn(ms) {
      ahead += ms
    },
    aGauge,
    rises,
    async settled() {
      await rises(aGauge())
    },
    async stop() {
      await station.stop()
      folder.remove()
    },
  }
}
