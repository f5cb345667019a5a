// From the device to the screens at a steady load: how old a reading is when it is shown, what it costs on the wire, how late the
// server's event loop runs meanwhile and what memory it takes.
import { setTimeout as sleep } from 'node:timers/promises'
import { FRAME_MS } from '../../shared/wire.ts'
import { registerFleet } from '../support/fleet.ts'
import { type StationFigures, startStationProcess } from '../support/station-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startPace } from './pace.ts'
import { type ScreensResult, startScreens } from './screens.ts'
import { inMebibytes, inMillis, median, type Section } from './statistics.ts'

const READINGS_PER_SECOND = 1_000
const SCREENS = 20
const DEVICES = 50
const QUANTITIES =
  'water_level salinity electrical_conductivity ph dissolved_oxygen turbidity water_temperature soil_moisture soil_temperature soil_ph rainfall air_temperature humidity wind_speed wind_direction pm25 pm10 power battery signal'.split(
    ' ',
  )
const LOOP_GOAL_MS = 20
const BYTES_GOAL = 20

export async function measureLatency({ isQuick }: { isQuick: boolean }): Promise<Section> {
  const repeats = 3
  const seconds = isQuick ? 2 : 8
  const folder = temporaryFolder()
  const devices = await registerFleet(folder.path, 'bench', DEVICES, QUANTITIES)
  const station = await startStationProcess(folder.path)
  const screens = await startScreens(station.url, SCREENS)
  const pace = startPace({
    mqttHost: station.mqttHost,
    mqttPort: station.mqttPort,
    devices,
    readingsPerSecond: READINGS_PER_SECOND,
  })
  try {
    await sleep(3_000)
    const runs: { readonly seen: ScreensResult; readonly server: StationFigures }[] = []
    for (let repeat = 0; repeat < repeats; repeat++) {
      station.startMeasuring()
      screens.startMeasuring()
      await sleep(seconds * 1_000)
      runs.push({ seen: await screens.result(), server: await station.figures() })
    }
    const of = (pick: (run: (typeof runs)[number]) => number) => median(runs.map(pick))
    const p99 = of(({ server }) => server.loopDelayMs.p99)
    const bytesPerReading = of(({ seen }) => seen.bytes / seen.readings)
    const perSecond = of(({ seen }) => seen.readings / SCREENS / seconds)
    return {
      title: 'From MQTT to the screens',
      about: `${READINGS_PER_SECOND} readings/s (one a message, QoS 1, ${DEVICES} devices), ${SCREENS} screens of the province, a frame every ${FRAME_MS} ms at most. Median of ${repeats} × ${seconds} s.`,
      lines: [
        { name: 'readings shown on each screen', value: `${perSecond.toFixed(0)} /s` },
        {
          name: 'age of a reading when shown, p50',
          value: inMillis(of(({ seen }) => seen.latencyMs.p50)),
          note: 'half a frame interval is the floor',
        },
        { name: 'age of a reading when shown, p99', value: inMillis(of(({ seen }) => seen.latencyMs.p99)) },
        {
          name: 'event loop of the server late, p99',
          value: inMillis(p99),
          note: `p50 ${inMillis(of(({ server }) => server.loopDelayMs.p50))}`,
          goal: { text: `≤ ${LOOP_GOAL_MS} ms`, isMet: p99 <= LOOP_GOAL_MS },
        },
        {
          name: 'bytes a reading on the wire',
          value: bytesPerReading.toFixed(1),
          note: 'WebSocket messages with their headers, ticks included',
          goal: { text: `≤ ${BYTES_GOAL}`, isMet: bytesPerReading <= BYTES_GOAL },
        },
        {
          name: 'processor of the server',
          value: `${((of(({ server }) => server.cpuSeconds) / seconds) * 100).toFixed(0)} %`,
          note: 'of one core, all its threads',
        },
        { name: 'resident memory of the server', value: inMebibytes(of(({ server }) => server.residentBytes)) },
      ],
    }
  } finally {
    await pace.kill('SIGKILL')
    await screens.child.kill('SIGKILL')
    await station.child.kill('SIGTERM')
    folder.remove()
  }
}
