// The station as a process that can be killed and measured: configured from the environment like the real one, it tells its parent
// its addresses, and on request how it fares.
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { z } from 'zod'
import { startStation } from '../../server/compose.ts'
import { configOrExit, createLog, endOnSignal } from '../../server/process.ts'
import { type Child, endWithParent, startChild, tellParent } from './child.ts'

const readySchema = z.strictObject({ url: z.string(), mqttHost: z.string(), mqttPort: z.int() })
const figuresSchema = z.strictObject({
  /** How late the event loop ran since the last `startMeasuring`. */
  loopDelayMs: z.strictObject({ p50: z.number(), p99: z.number(), max: z.number() }),
  residentBytes: z.int(),
  cpuSeconds: z.number(),
  /** Names on Object.prototype: input must not add any. */
  objectPrototype: z.array(z.string()),
})
export type StationFigures = z.infer<typeof figuresSchema>
export type StationProcess = z.infer<typeof readySchema> & {
  readonly child: Child
  readonly startMeasuring: () => void
  readonly figures: () => Promise<StationFigures>
}

export async function startStationProcess(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StationProcess> {
  const child = startChild(import.meta.filename, {
    environment: {
      PORT: '0',
      MQTT_PORT: '0',
      ACCESS: 'open',
      INGEST_RATE: '100000',
      LOG_LEVEL: 'error',
      DATA_DIR: dataDir,
      ...environment,
    },
  })
  return {
    ...(await child.next(readySchema)),
    child,
    startMeasuring: () => child.send({ ask: 'start' }),
    figures: () => {
      child.send({ ask: 'figures' })
      return child.next(figuresSchema)
    },
  }
}

const RESOLUTION_MS = 1

async function run(): Promise<void> {
  endWithParent()
  const config = configOrExit('unset')
  const station = await startStation(config, {
    log: createLog(config.logLevel),
    clientFolder: join(config.dataDir, 'no-client'),
  })
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  // A delay is the time between two ticks of the meter; on an idle loop that is its resolution.
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  let cpu = process.cpuUsage()
  process.on('message', ({ ask }: { ask: string }) => {
    if (ask === 'start') {
      delay.enable()
      delay.reset()
      cpu = process.cpuUsage()
      return
    }
    const { user, system } = process.cpuUsage(cpu)
    tellParent({
      loopDelayMs: { p50: late(delay.percentile(50)), p99: late(delay.percentile(99)), max: late(delay.max) },
      residentBytes: process.memoryUsage.rss(),
      cpuSeconds: (user + system) / 1e6,
      objectPrototype: Reflect.ownKeys(Object.prototype).map(String),
    } satisfies StationFigures)
  })
  endOnSignal(station.stop)
  tellParent({
    url: station.url,
    mqttHost: '127.0.0.1',
    mqttPort: Number(new URL(station.mqttUrl).port),
  } satisfies z.infer<typeof readySchema>)
}

if (process.argv[1] === import.meta.filename) await run()
