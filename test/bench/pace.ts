// Devices that measure at a steady pace, in a process of their own: single readings over MQTT QoS 1, stamped when they are sent.
import { once } from 'node:events'
import { connect } from 'node:net'
import { z } from 'zod'
import { type Child, endWithParent, startChild } from '../support/child.ts'
import { connectPacket, publishPacket } from '../support/mqtt-bytes.ts'

const jobSchema = z.strictObject({
  mqttHost: z.string(),
  mqttPort: z.int(),
  devices: z.array(
    z.object({ id: z.string(), token: z.string(), topic: z.string(), quantities: z.array(z.string()).readonly() }),
  ),
  readingsPerSecond: z.int(),
})
export type PaceJob = z.infer<typeof jobSchema>

/** Sends until the child is killed. */
export function startPace(job: PaceJob): Child {
  const child = startChild(import.meta.filename)
  child.send(job)
  return child
}

const EVERY_MS = 5
const PACKET_IDS = 65_535

async function run({ mqttHost, mqttPort, devices, readingsPerSecond }: PaceJob): Promise<void> {
  const sockets = await Promise.all(
    devices.map(async ({ id, token }) => {
      const socket = connect(mqttPort, mqttHost)
      socket.setNoDelay(true)
      socket.write(connectPacket(id, id, token))
      await once(socket, 'data')
      return socket.resume()
    }),
  )
  // Every series of every device in turn.
  const turns = (devices[0]?.quantities ?? []).flatMap(quantity =>
    devices.map((device, i) => ({ device, quantity, i })),
  )
  const startedAt = performance.now()
  let sent = 0
  setInterval(() => {
    const due = ((performance.now() - startedAt) / 1_000) * readingsPerSecond
    for (; sent < due; sent++) {
      const turn = turns[sent % turns.length]
      if (!turn) return
      const body = JSON.stringify({ ts: Date.now(), values: { [turn.quantity]: (sent % 1_000) / 100 } })
      sockets[turn.i]?.write(publishPacket(turn.device.topic, Buffer.from(body), (sent % PACKET_IDS) + 1))
    }
  }, EVERY_MS)
}

if (process.argv[1] === import.meta.filename) {
  endWithParent()
  process.once('message', message => void run(jobSchema.parse(message)))
}
