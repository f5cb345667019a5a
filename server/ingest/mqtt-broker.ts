// The embedded MQTT broker (3.1.1). A QoS 1 publish is acknowledged only after its readings are committed: aedes sends the
// PUBACK after `authorizePublish`, so the commit happens there.
import { createServer, type Server, type Socket } from 'node:net'
import { Aedes, type AedesPublishPacket, type Client } from 'aedes'
import type { Logger } from 'pino'
import { createConnectionRoom } from '../http/connection-room.ts'
import type { Device } from '../registry/devices.ts'
import { type HandleMessage, MAX_MESSAGE_BYTES } from './mqtt-message.ts'
import { createPacketGuard } from './mqtt-packet-guard.ts'
import { parseTopic } from './topic.ts'

/** Sockets that may be open at once, devices and strangers together. */
const MAX_CONNECTIONS = 5_000
/** A CONNECT must arrive within this. */
const CONNECT_TIMEOUT_MS = 10_000
const BAD_CREDENTIALS = 4

export type BrokerDeps = {
  readonly host: string
  readonly port: number
  readonly handle: HandleMessage
  /** The enabled device of that id and token. */
  readonly authenticate: (deviceId: string, token: string) => Promise<Device | undefined>
  readonly isStillAllowed: (deviceId: string) => boolean
  readonly log: Logger
}
export type Broker = { readonly port: number; readonly connections: () => number; readonly stop: () => Promise<void> }

/** @throws NodeJS.ErrnoException (EADDRINUSE, EACCES) when the port can't be had */
export async function startBroker(deps: BrokerDeps): Promise<Broker> {
  const { handle, authenticate, isStillAllowed, log } = deps
  const deviceOf = new WeakMap<Client, Device>()
  const broker = await Aedes.createBroker({ connectTimeout: CONNECT_TIMEOUT_MS, maxTopicLevels: 5, queueLimit: 1_000 })

  /** Client ids live in a space of their device: taking another's id would push that one off the broker. */
  function adopt(client: Client, device: Device): void {
    deviceOf.set(client, device)
    Object.assign(client, { id: `${device.id}/${client.id}` })
  }

  broker.authenticate = (client, username, password, done) => {
    authenticate(username ?? '', String(password ?? '')).then(
      device => {
        if (device) adopt(client, device)
        done(device ? null : refusal(), device !== undefined)
      },
      () => done(refusal(), null),
    )
  }
  broker.authorizePublish = (client, packet, done) => {
    const device = client && deviceOf.get(client)
    const topic = parseTopic(packet.topic)
    const isOwn =
      device !== undefined && device !== null && topic?.device === device.id && topic.village === device.village
    if (!isOwn || !isStillAllowed(device.id)) {
      done(new Error('a device publishes only under its own topic'))
      return
    }
    // Only a state is kept by the broker: one message a device, a bound on its memory.
    if (topic.kind === 'tele') packet.retain = false
    handle(packet.topic, payloadOf(packet.payload), false).then(
      () => done(null),
      (error: Error) => done(error),
    )
  }
  broker.authorizeSubscribe = (client, subscription, done) => {
    const device = deviceOf.get(client)
    const isOwn = device && subscription.topic.startsWith(`daisen/v1/${device.village}/${device.id}/`)
    done(null, isOwn ? subscription : null)
  }
  broker.authorizeForward = (_client: Client, packet: AedesPublishPacket) => packet
  const complain = (client: Client, error: Error) =>
    log.info({ client: client.id, reason: error.message }, 'mqtt client let go')
  broker.on('clientError', complain)
  broker.on('connectionError', complain)

  // Thousands of devices can come from the one address of a carrier: only who hasn't signed in yet makes room.
  const room = createConnectionRoom({ total: MAX_CONNECTIONS, perAddress: undefined })
  const server = createServer(socket => {
    let client: Client | undefined
    if (!room.enter(socket, () => (client && deviceOf.has(client) ? 'kept' : 'waiting'))) return
    client = broker.handle(socket)
    guard(socket)
  })
  // For the moment in which room is made.
  server.maxConnections = 2 * MAX_CONNECTIONS
  await listen(server, deps.host, deps.port)

  return {
    port: (server.address() as { port: number }).port,
    connections: () => broker.connectedClients,
    stop: () =>
      new Promise(resolve => {
        server.close()
        broker.close(() => resolve())
      }),
  }
}

/** aedes buffers a packet whole before it looks at it; this lets a socket go that announces too large a one. */
function guard(socket: Socket): void {
  const check = createPacketGuard(MAX_MESSAGE_BYTES + 1024)
  // After broker.handle: with aedes' `readable` listener in place, `data` fires as it reads and doesn't take the bytes away.
  socket.on('data', (chunk: Buffer) => {
    if (!check(chunk)) socket.destroy()
  })
}

function payloadOf(payload: string | Buffer): Uint8Array {
  return typeof payload === 'string' ? Buffer.from(payload) : payload
}

function refusal(): Error & { returnCode: number } {
  return Object.assign(new Error('unknown device or wrong token'), { returnCode: BAD_CREDENTIALS })
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
