// How many readings a second come in durably, by HTTP and by MQTT, against the bare store and against bare SQLite.
import { DatabaseSync } from 'node:sqlite'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import type { ReadingBatch } from '../../server/store/store.ts'
import { devicesSchema } from '../../shared/api.ts'
import { registerFleet } from '../support/fleet.ts'
import { startStationProcess } from '../support/station-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startBareBroker } from './bare-broker.ts'
import { type Job, runLoad } from './load.ts'
import { inThousands, type Line, median, type Section, spreadOf } from './statistics.ts'

const DEVICES = 50
const BATCH = 1_000
/** As the station's writer does: while one batch is written, the next one waits at the worker. */
const IN_FLIGHT = 2
const HALF = 0.5
const HOUR_MS = 3_600_000
const QUANTITIES =
  'water_level salinity ph turbidity rainfall humidity air_temperature wind_speed wind_direction pm25 pm10 o3 no2 so2 power battery'.split(
    ' ',
  )
/** The same for every variant: what is remembered per series costs as much. */
const SERIES = DEVICES * QUANTITIES.length

type Variant = {
  readonly name: string
  /** Readings a second. */
  readonly measure: (readings: number) => Promise<number>
  readonly readings: number
  readonly goal?: number
}

export async function measureThroughput({ isQuick }: { isQuick: boolean }): Promise<Section> {
  const repeats = isQuick ? 3 : 5
  const many = isQuick ? 200_000 : 600_000
  const few = isQuick ? 20_000 : 100_000
  const single = { way: 'mqtt', devices: DEVICES, readingsPerMessage: 1, window: 20 } as const
  const throughStation = (job: StationJob) => (readings: number) => stationRate({ ...job, readings })
  const variants: readonly Variant[] = [
    { name: 'bare store, batches of 1,000', measure: storeRate, readings: many },
    { name: 'bare node:sqlite, same table, batches of 1,000', measure: sqliteRate, readings: many },
    {
      name: 'HTTP, 50 devices, 500 readings a request',
      measure: throughStation({ way: 'http', devices: DEVICES, readingsPerMessage: 500, window: 1 }),
      readings: many,
      goal: HALF,
    },
    {
      name: 'MQTT QoS 1, 50 devices, 100 readings a message',
      measure: throughStation({ way: 'mqtt', devices: DEVICES, readingsPerMessage: 100, window: 4 }),
      readings: many,
      goal: HALF,
    },
    {
      name: 'MQTT QoS 1, 50 devices, 1 reading a message',
      measure: throughStation(single),
      readings: few,
    },
    {
      name: 'the same to a bare broker that stores nothing',
      measure: readings => bareBrokerRate({ ...single, readings }),
      readings: few,
    },
  ]
  const rates = new Map<string, number[]>(variants.map(({ name }) => [name, []]))
  // Interleaved: what else the machine does then falls on all of them alike.
  for (let repeat = 0; repeat < repeats; repeat++)
    for (const { name, measure, readings } of variants) rates.get(name)?.push(await measure(readings))

  const bare = rates.get(variants[0]?.name ?? '') ?? []
  const lines = variants.map(({ name, goal }): Line => {
    const measured = rates.get(name) ?? []
    // Each round against the bare store of the same round.
    const ratio = median(measured.map((rate, round) => rate / (bare[round] ?? Number.NaN)))
    return {
      name,
      value: `${inThousands(median(measured))} readings/s`,
      note: `${ratio.toFixed(2)} of the bare store  [${spreadOf(measured)}]`,
      ...(goal === undefined ? {} : { goal: { text: `≥ ${goal}`, isMet: ratio >= goal } }),
    }
  })
  return {
    title: 'Ingest throughput',
    about: `Acknowledged after fsync (synchronous = FULL). Medians of ${repeats} rounds, ratios within a round; load, server and store share the machine's cores. The station commits what came meanwhile at once, up to 5,000 readings. With one reading a message the packet costs more than the row: its measure is the bare broker.`,
    lines,
  }
}

type StationJob = {
  readonly way: Job['way']
  readonly devices: number
  readonly readingsPerMessage: number
  readonly window: number
}

async function stationRate({ devices: count, ...job }: StationJob & { readonly readings: number }): Promise<number> {
  const folder = temporaryFolder()
  const devices = await registerFleet(folder.path, 'bench', count, QUANTITIES)
  const { child, url, mqttHost, mqttPort } = await startStationProcess(folder.path)
  try {
    const { sent, rate } = await warmRate({ ...job, url, mqttHost, mqttPort, devices })
    const stored = await acceptedBy(url)
    if (stored !== sent) throw new Error(`${sent} readings were sent and ${stored} accepted`)
    return rate
  } finally {
    await child.kill('SIGTERM')
    folder.remove()
  }
}

async function bareBrokerRate({ devices: count, ...job }: StationJob & { readonly readings: number }): Promise<number> {
  const { child, mqttPort } = await startBareBroker()
  const devices = Array.from({ length: count }, (_, i) => ({
    id: `bench-${i}`,
    token: 'none',
    topic: `daisen/v1/my-dong/bench-${i}/tele`,
    quantities: QUANTITIES,
  }))
  try {
    return (await warmRate({ ...job, url: '', mqttHost: '127.0.0.1', mqttPort, devices })).rate
  } finally {
    await child.kill('SIGKILL')
  }
}

/** Runs a job twice, the first time shorter and an hour earlier: both ends run compiled code when it counts. */
async function warmRate(job: Omit<Job, 'firstT'>): Promise<{ readonly sent: number; readonly rate: number }> {
  const now = Date.now()
  const warmUp = await runLoad({ ...job, readings: Math.floor(job.readings / 4), firstT: now - 2 * HOUR_MS })
  const { readings, seconds } = await runLoad({ ...job, firstT: now - HOUR_MS })
  return { sent: warmUp.readings + readings, rate: readings / seconds }
}

async function acceptedBy(url: string): Promise<number> {
  const { devices } = devicesSchema.parse(await (await fetch(`${url}/api/v1/devices`)).json())
  return devices.reduce((sum, { counters }) => sum + counters.accepted, 0)
}

async function storeRate(readings: number): Promise<number> {
  const folder = temporaryFolder()
  const store = await openSqliteStore({ path: databasePath(folder.path) })
  try {
    for (const batch of batchesOf(Math.floor(readings / 10), 0)) await store.append(batch)
    const batches = batchesOf(readings, readings)
    const startedAt = performance.now()
    const lane = async (first: number) => {
      for (let i = first; i < batches.length; i += IN_FLIGHT) await store.append(batches[i] as ReadingBatch)
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, (_, first) => lane(first)))
    return (readings * 1_000) / (performance.now() - startedAt)
  } finally {
    await store.close()
    folder.remove()
  }
}

/** What SQLite alone does: one prepared insert in a loop on this thread, no outcome, no newest reading kept. */
async function sqliteRate(readings: number): Promise<number> {
  const folder = temporaryFolder()
  const db = new DatabaseSync(databasePath(folder.path))
  try {
    db.exec('pragma journal_mode = wal; pragma synchronous = full')
    db.exec(
      'create table hot (t integer not null, series integer not null, v real not null, q integer not null, primary key (t, series)) strict, without rowid',
    )
    const insert = db.prepare('insert into hot (t, series, v, q) values (?, ?, ?, ?) on conflict do nothing')
    const batches = batchesOf(readings, 0)
    const startedAt = performance.now()
    for (const { n, t, v, q } of batches) {
      db.exec('begin immediate')
      for (let i = 0; i < n.length; i++) insert.run(t[i] as number, n[i] as number, v[i] as number, q[i] as number)
      db.exec('commit')
    }
    return (readings * 1_000) / (performance.now() - startedAt)
  } finally {
    db.close()
    folder.remove()
  }
}

function batchesOf(readings: number, from: number): ReadingBatch[] {
  const firstT = Date.now() - HOUR_MS
  return Array.from({ length: Math.ceil(readings / BATCH) }, (_, batch) => {
    const at = (i: number) => from + batch * BATCH + i
    return {
      n: Uint32Array.from({ length: BATCH }, (_one, i) => 1 + (at(i) % SERIES)),
      t: Float64Array.from({ length: BATCH }, (_one, i) => firstT + Math.floor(at(i) / SERIES) * 100),
      v: Float64Array.from({ length: BATCH }, (_one, i) => (at(i) % 1_000) / 100),
      q: new Uint8Array(BATCH),
    }
  })
}
