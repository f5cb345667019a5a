// The broker alone: acknowledges every QoS 1 message and drops it. What one packet costs before the station does anything with it.
import { type AddressInfo, createServer } from 'node:net'
import { Aedes } from 'aedes'
import { z } from 'zod'
import { type Child, endWithParent, startChild, tellParent } from '../support/child.ts'

const readySchema = z.strictObject({ mqttPort: z.int() })

export async function startBareBroker(): Promise<{ readonly child: Child; readonly mqttPort: number }> {
  const child = startChild(import.meta.filename)
  return { child, ...(await child.next(readySchema)) }
}

async function run(): Promise<void> {
  endWithParent()
  const broker = await Aedes.createBroker({ maxTopicLevels: 5, queueLimit: 1_000 })
  const server = createServer(socket => void broker.handle(socket))
  server.listen(0, '127.0.0.1', () => tellParent({ mqttPort: (server.address() as AddressInfo).port }))
}

if (process.argv[1] === import.meta.filename) await run()
