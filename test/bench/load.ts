// Load from a process of its own, so that making it doesn't run on the server's event loop. Both share the machine's cores.
// Everything that is sent is made before the clock starts; a run ends with the last acknowledgement.
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { z } from 'zod'
import { endWithParent, startChild, tellParent } from '../support/child.ts'
import { connectPacket, PACKET, publishPacket } from '../support/mqtt-bytes.ts'

const deviceSchema = z.object({
  id: z.string(),
  token: z.string(),
  topic: z.string(),
  quantities: z.array(z.string()).readonly(),
})
const jobSchema = z.strictObject({
  way: z.enum(['http', 'mqtt']),
  url: z.string(),
  mqttHost: z.string(),
  mqttPort: z.int(),
  devices: z.array(deviceSchema),
  readings: z.int(),
  readingsPerMessage: z.int(),
  /** Unacknowledged messages of one connection. */
  window: z.int(),
  firstT: z.number(),
})
export type Job = z.infer<typeof jobSchema>
const resultSchema = z.strictObject({ readings: z.int(), seconds: z.number() })
export type LoadResult = z.infer<typeof resultSchema>

/** Runs one job in a fresh process. */
export async function runLoad(job: Job): Promise<LoadResult> {
  const child = startChild(import.meta.filename)
  try {
    child.send(job)
    return await child.next(resultSchema)
  } finally {
    await child.kill('SIGKILL')
  }
}

type Send = () => Promise<void>

async function run(job: Job): Promise<LoadResult> {
  const perDevice = Math.floor(job.readings / job.devices.length)
  const messages = Math.floor(perDevice / job.readingsPerMessage)
  const sends: Send[] = []
  for (const device of job.devices) {
    const bodies = Array.from({ length: messages }, (_, i) => bodyOf(job, device.quantities, i))
    sends.push(job.way === 'http' ? prepareHttp(job, device, bodies) : await prepareMqtt(job, device, bodies))
  }
  const startedAt = performance.now()
  await Promise.all(sends.map(send => send()))
  const seconds = (performance.now() - startedAt) / 1_000
  return { readings: messages * job.readingsPerMessage * job.devices.length, seconds }
}

/** Series take turns, time moves on: what a field of devices sends. */
function bodyOf({ firstT, readingsPerMessage }: Job, quantities: readonly string[], message: number): Buffer {
  const readings = Array.from({ length: readingsPerMessage }, (_, i) => {
    const at = message * readingsPerMessage + i
    const quantity = quantities[at % quantities.length] ?? ''
    return { ts: firstT + Math.floor(at / quantities.length) * 100, values: { [quantity]: (at % 1_000) / 100 } }
  })
  return Buffer.from(JSON.stringify(readings.length === 1 ? readings[0] : { readings }))
}

type LoadDevice = z.infer<typeof deviceSchema>

/** One keep-alive connection a device, one request after the other: a gateway's way. */
function prepareHttp({ url }: Job, { token }: LoadDevice, bodies: readonly Buffer[]): Send {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const post = (body: Buffer) =>
    new Promise<void>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-length': body.length }
      const asked = request(`${url}/api/v1/ingest`, { method: 'POST', agent, headers }, answer => {
        answer.resume()
        if (answer.statusCode !== 200) reject(new Error(`HTTP ${answer.statusCode}`))
        answer.once('end', resolve)
      })
      asked.once('error', reject)
      asked.end(body)
    })
  return async () => {
    for (const body of bodies) await post(body)
    agent.destroy()
  }
}

const CONNACK_BYTES = 4
const PUBACK_BYTES = 4
const PACKET_IDS = 65_535

/** A bare socket: an MQTT library would cost more here than the broker it measures. */
async function prepareMqtt(job: Job, { id, token, topic }: LoadDevice, bodies: readonly Buffer[]): Promise<Send> {
  const { mqttHost, mqttPort, window } = job
  const packets = bodies.map((body, i) => publishPacket(topic, body, (i % PACKET_IDS) + 1))
  const socket: Socket = connect(mqttPort, mqttHost)
  socket.setNoDelay(true)
  socket.write(connectPacket(id, id, token))
  const [connack] = (await once(socket, 'data')) as [Buffer]
  if (connack.length !== CONNACK_BYTES || connack[3] !== 0) throw new Error('the broker refused the connection')
  return () =>
    new Promise((resolve, reject) => {
      let sent = 0
      let bytes = 0
      const fill = () => {
        const until = Math.min(packets.length, Math.floor(bytes / PUBACK_BYTES) + window)
        if (sent < until) socket.write(Buffer.concat(packets.slice(sent, until)))
        sent = Math.max(sent, until)
      }
      socket.on('data', chunk => {
        if (bytes % PUBACK_BYTES === 0 && chunk[0] !== PACKET.puback << 4) reject(new Error('expected a PUBACK'))
        bytes += chunk.length
        if (bytes < packets.length * PUBACK_BYTES) fill()
        else {
          socket.destroy()
          resolve()
        }
      })
      socket.once('error', reject)
      socket.once('close', () => reject(new Error('the broker closed the connection')))
      fill()
    })
}

if (process.argv[1] === import.meta.filename) {
  endWithParent()
  process.once('message', message => {
    void run(jobSchema.parse(message)).then(tellParent)
  })
}
