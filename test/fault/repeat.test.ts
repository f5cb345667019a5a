// R2: the same reading any number of times, in any order, through MQTT and HTTP at once, is one row.
import { createHash } from 'node:crypto'
import mqtt from 'mqtt'
import { afterEach, expect, test } from 'vitest'
import { devicesSchema, ingestReplySchema } from '../../shared/api.ts'
import { type FleetDevice, readAll, registerFleet } from '../support/fleet.ts'
import { announceSeed, type Chance, createChance } from '../support/seed.ts'
import { startTestStation, type TestStation } from '../support/station.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import type { Sent } from './ledger.ts'

const DEVICES = 8
const READINGS_PER_DEVICE = 2_500
const REPEATED = 0.2
const MOST_COPIES = 5
const BATCH = 25
const QUANTITIES = ['water_level', 'salinity', 'turbidity', 'rainfall']

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

test('Twenty thousand readings, some repeated and all shuffled, leave the same rows as one clean run.', async () => {
  const chance = createChance(announceSeed('repeat'))
  const firstT = Date.now() - READINGS_PER_DEVICE * 1_000
  const clean = await startFleet()
  const messy = await startFleet()
  let copies = 0

  for (const device of clean.fleet) await sendHttp(clean.station, device, readingsOf(device, firstT))
  await Promise.all(
    messy.fleet.map(async device => {
      const all = chance.shuffle(repeated(readingsOf(device, firstT), chance))
      copies += all.length
      // Both doors get some copies of the same reading.
      const half = Math.floor(all.length / 2)
      await Promise.all([
        sendHttp(messy.station, device, all.slice(0, half)),
        sendMqtt(messy.station, device, all.slice(half)),
      ])
    }),
  )

  const [expected, found] = [await rowsOf(clean), await rowsOf(messy)]
  expect(expected.rows).toBe(DEVICES * READINGS_PER_DEVICE)
  expect(found).toEqual(expected)
  expect(copies).toBeGreaterThan(expected.rows * 1.2)
  const { accepted, duplicate, conflict } = await countersOf(messy.station)
  expect({ accepted, duplicate, conflict }).toEqual({
    accepted: expected.rows,
    duplicate: copies - expected.rows,
    conflict: 0,
  })
  expect(await newestOf(messy.station)).toEqual(await newestOf(clean.station))
})

type Fleet = { readonly station: TestStation; readonly fleet: readonly FleetDevice[] }

async function startFleet(): Promise<Fleet> {
  const folder = temporaryFolder()
  ends.push(async () => folder.remove())
  const fleet = await registerFleet(folder.path, 'gauge', DEVICES, QUANTITIES)
  const station = await startTestStation({ dataDir: folder.path })
  ends.push(station.stop)
  return { station, fleet }
}

/** The same for every run: values follow from series and time. */
function readingsOf(device: FleetDevice, firstT: number): Sent[] {
  return Array.from({ length: READINGS_PER_DEVICE }, (_, i) => ({
    series: `${device.id}.${QUANTITIES[i % QUANTITIES.length]}`,
    t: firstT + i * 1_000,
    v: ((i * 37) % 1_000) / 100,
  }))
}

const repeated = (readings: readonly Sent[], chance: Chance): Sent[] =>
  readings.flatMap(one => Array<Sent>(chance.next() < REPEATED ? 2 + chance.below(MOST_COPIES - 1) : 1).fill(one))

function batchesOf(readings: readonly Sent[]): string[] {
  return Array.from({ length: Math.ceil(readings.length / BATCH) }, (_, i) =>
    JSON.stringify({
      readings: readings
        .slice(i * BATCH, (i + 1) * BATCH)
        .map(({ series, t, v }) => ({ ts: t, values: { [series]: v } })),
    }),
  )
}

async function sendHttp({ url }: TestStation, { token }: FleetDevice, readings: readonly Sent[]): Promise<void> {
  for (const body of batchesOf(readings)) {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await fetch(`${url}/api/v1/ingest`, { method: 'POST', headers, body })
    expect(ingestReplySchema.parse(await answer.json()).rejected).toEqual([])
  }
}

async function sendMqtt({ mqttUrl }: TestStation, { id, token, topic }: FleetDevice, readings: readonly Sent[]) {
  const client = await mqtt.connectAsync(mqttUrl, { clientId: id, username: id, password: token, reconnectPeriod: 0 })
  await Promise.all(batchesOf(readings).map(body => client.publishAsync(topic, body, { qos: 1 })))
  await client.endAsync()
}

/** Identity and value of every row; the quality says how it came (`late`), not what was measured. */
async function rowsOf({ station, fleet }: Fleet): Promise<{ rows: number; hash: string }> {
  const hash = createHash('sha256')
  let rows = 0
  for (const { id, quantities } of fleet)
    for (const quantity of quantities) {
      const stored = await readAll(station.url, `${id}.${quantity}`)
      rows += stored.length
      for (const { t, v } of stored) hash.update(`${id}.${quantity} ${t} ${v}\n`)
    }
  return { rows, hash: hash.digest('hex') }
}

async function countersOf({ url }: TestStation) {
  const { devices } = devicesSchema.parse(await (await fetch(`${url}/api/v1/devices`)).json())
  const sum = { accepted: 0, duplicate: 0, conflict: 0 }
  for (const { counters } of devices) {
    sum.accepted += counters.accepted
    sum.duplicate += counters.duplicate
    sum.conflict += counters.conflict
  }
  return sum
}

async function newestOf({ url }: TestStation): Promise<unknown> {
  return (await fetch(`${url}/api/v1/series`)).json()
}
