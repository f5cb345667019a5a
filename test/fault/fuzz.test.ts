// R13: no input through the doors crashes the station, makes it slow, or gets anything wrong into the store; every refusal says why.
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import mqtt from 'mqtt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { devicesSchema, ingestReplySchema, problemSchema } from '../../shared/api.ts'
import { type FleetDevice, readAll, registerFleet } from '../support/fleet.ts'
import { announceSeed, createChance } from '../support/seed.ts'
import { type StationProcess, startStationProcess } from '../support/station-process.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import {
  BARELY_REFUSED,
  corpus,
  damagedBodies,
  noise,
  type Posted,
  rawRequests,
  wrongBodies,
} from './malformed-http.ts'
import { damagedPackets, type Stream, strangers, wrongPackets } from './malformed-mqtt.ts'

const COUNT = {
  wrongBodies: 3_600,
  damagedBodies: 2_000,
  noise: 900,
  strangers: 1_000,
  wrongPackets: 1_500,
  damagedPackets: 1_000,
}
const AT_LEAST = 10_000
const IN_FLIGHT = 24
const LOOK_EVERY_MS = 50
const SLOWEST_ANSWER_MS = 1_000
/** A socket that is still open after this is let go by the sender. */
const PATIENCE_MS = 150
const MAX_BODY_BYTES = 1024 * 1024

const folder = temporaryFolder()
let station: StationProcess
let door: FleetDevice
let mutant: FleetDevice
let posts: readonly Posted[]
let streams: readonly Stream[]
let inputs = 0
let acceptedDamaged = 0
let isOver = false
let looking: Promise<{ slowestMs: number; looks: number }>

beforeAll(async () => {
  const seed = announceSeed('fuzz')
  const chance = createChance(seed)
  door = await onlyDevice('door')
  mutant = await onlyDevice('mutant')
  // All is made before anything is measured: this process must not be what answers late.
  posts = [
    ...corpus(),
    ...wrongBodies(COUNT.wrongBodies, seed),
    ...damagedBodies(COUNT.damagedBodies, chance, Date.now() - 86_400_000),
    ...noise(COUNT.noise, chance),
  ]
  streams = [
    ...strangers(COUNT.strangers, door, chance),
    ...wrongPackets(COUNT.wrongPackets, door, chance),
    ...damagedPackets(COUNT.damagedPackets, mutant, chance, Date.now() - 43_200_000),
  ]
  station = await startStationProcess(folder.path)
  looking = look()
})
afterAll(async () => {
  isOver = true
  await station.child.kill('SIGTERM')
  folder.remove()
})

test('Malformed HTTP bodies are refused with a reason, and what is left of damaged ones is counted.', async () => {
  await inLanes(posts, post)
})

test('Byte streams that are no HTTP are refused with a problem document.', async () => {
  const port = Number(new URL(station.url).port)
  const refused = rawRequests(door.token)
  for (let round = 0; round < 4; round++)
    await inLanes([...refused, ...BARELY_REFUSED], async bytes => {
      const saying = bytes.subarray(0, 200).toString('latin1')
      const answer = (await exchange(port, bytes)).toString('latin1')
      for (const [, status = ''] of answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)) {
        expect(Number(status), saying).toBeLessThan(500)
        if (Number(status) >= 400 && !BARELY_REFUSED.includes(bytes))
          expect(answer, saying).toContain('application/problem+json')
      }
    })
})

test('Malformed MQTT streams, from strangers and from devices, harm nobody.', async () => {
  await inLanes(streams, async ({ bytes }) => void (await exchange(station.mqttPort, bytes)))
})

test('After all that the station is the same: it answered in time, stored nothing wrong and takes a correct reading.', async () => {
  isOver = true
  const { slowestMs, looks } = await looking
  process.stdout.write(`fuzz: ${inputs} inputs, slowest of ${looks} looks at /healthz ${Math.round(slowestMs)} ms\n`)
  expect(inputs).toBeGreaterThanOrEqual(AT_LEAST)
  expect(station.child.isRunning()).toBe(true)
  expect(slowestMs).toBeLessThan(SLOWEST_ANSWER_MS)
  expect((await station.figures()).objectPrototype).toEqual(Reflect.ownKeys(Object.prototype).map(String))

  const { devices } = devicesSchema.parse(await (await fetch(`${station.url}/api/v1/devices`)).json())
  const counters = new Map(devices.map(device => [device.id, device.counters]))
  expect(counters.get(door.id)?.accepted).toBe(0)
  expect(Object.values(counters.get(door.id)?.rejected ?? {}).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(
    1_000,
  )
  expect(await readAll(station.url, `${door.id}.water_level`)).toEqual([])
  const survivors = await readAll(station.url, `${mutant.id}.water_level`)
  expect(survivors.length).toBe(counters.get(mutant.id)?.accepted)
  expect(survivors.length, 'some damaged publications were still readings').toBeGreaterThan(acceptedDamaged)
  expect(
    survivors.filter(({ t, v }) => !Number.isSafeInteger(t) || !Number.isFinite(v) || t > Date.now() + 300_000),
  ).toEqual([])

  const t = Date.now()
  const byHttp = await fetch(`${station.url}/api/v1/ingest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${door.token}` },
    body: JSON.stringify({ ts: t, values: { water_level: 1.5 } }),
  })
  expect(await byHttp.json()).toEqual({ accepted: 1, duplicate: 0, rejected: [] })
  const { id: username, token: password, topic } = door
  const client = await mqtt.connectAsync(`mqtt://${station.mqttHost}:${station.mqttPort}`, { username, password })
  await client.publishAsync(topic, JSON.stringify({ ts: t + 1, values: { water_level: 2.5 } }), { qos: 1 })
  await client.endAsync()
  expect((await readAll(station.url, `${door.id}.water_level`)).map(({ v }) => v)).toEqual([1.5, 2.5])
})

async function onlyDevice(prefix: string): Promise<FleetDevice> {
  const [device] = await registerFleet(folder.path, prefix, 1, ['water_level'])
  if (!device) throw new Error('no device')
  return device
}

async function post({ about, kind, body, headers }: Posted): Promise<void> {
  const { token } = kind === 'wrong' ? door : mutant
  const answer = await fetch(`${station.url}/api/v1/ingest`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: new Uint8Array(body),
  }).catch((error: unknown) => {
    // The refusal of a body that is too large may close the connection while it is still being sent.
    if (body.length <= MAX_BODY_BYTES) throw error
  })
  if (!answer) return
  const saying = `${about}: ${body.subarray(0, 300).toString('latin1')}`
  expect(answer.status, saying).toBeLessThan(500)
  const reply: unknown = await answer.json()
  if (answer.status === 200) {
    const { accepted } = ingestReplySchema.parse(reply)
    if (kind === 'wrong') expect(accepted, saying).toBe(0)
    else acceptedDamaged += accepted
  } else {
    expect(answer.headers.get('content-type'), saying).toContain('application/problem+json')
    expect(problemSchema.parse(reply).status).toBe(answer.status)
  }
}

/** Sends bytes, closes its own end and gathers the answer until the other end closes or patience is out. */
async function exchange(port: number, bytes: Buffer): Promise<Buffer> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  const heard: Buffer[] = []
  socket.on('data', (chunk: Buffer) => heard.push(chunk))
  // A reset is an answer too.
  socket.on('error', () => socket.destroy())
  const closed = new Promise<void>(resolve => socket.once('close', () => resolve()))
  socket.on('end', () => socket.destroy())
  socket.write(bytes)
  await Promise.race([closed, sleep(PATIENCE_MS)])
  socket.destroy()
  return Buffer.concat(heard)
}

async function inLanes<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  let at = 0
  inputs += all.length
  const lane = async () => {
    while (at < all.length) {
      const one = all[at++] as T
      await work(one)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
}

/** Looks at the station's health all the while. */
async function look(): Promise<{ slowestMs: number; looks: number }> {
  let slowestMs = 0
  let looks = 0
  while (!isOver) {
    const askedAt = performance.now()
    const answer = await fetch(`${station.url}/healthz`)
    await answer.text()
    slowestMs = Math.max(slowestMs, answer.ok ? performance.now() - askedAt : Number.POSITIVE_INFINITY)
    looks++
    await sleep(LOOK_EVERY_MS)
  }
  return { slowestMs, looks }
}
