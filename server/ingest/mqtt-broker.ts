// The embedded MQTT broker (3.1.1). A QoS 1 publish is acknowledged only after its readings are committed: aedes sends the
// PUBACK after `authorizePublish`, so the commit happens there. The last will comes through it too, when its connection is gone.
import { createServer, type Server, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createServer as createTlsServer } from 'node:tls'
import { Aedes, type AedesPublishPacket, type Client } from 'aedes'
import type { Logger } from 'pino'
import { certificateOf } from '../http/client-certificate.ts'
import { createConnectionRoom } from '../http/connection-room.ts'
import type { Security } from '../http/tls.ts'
import type { Authenticate, SignedIn } from '../registry/authenticate.ts'
import type { Device } from '../registry/devices.ts'
import type { Counters } from './counters.ts'
import { type HandleMessage, MAX_MESSAGE_BYTES } from './mqtt-message.ts'
import { createPacketGuard } from './mqtt-packet-guard.ts'
import { createSessions } from './mqtt-sessions.ts'
import type { Pace } from './pace.ts'
import { createRateLimit } from './rate.ts'
import { parseTopic } from './topic.ts'

/** Sockets that may be open at once, devices and strangers together. */
const MAX_CONNECTIONS = 5_000
/** A CONNECT must arrive within this. */
const CONNECT_TIMEOUT_MS = 10_000
/** Messages of QoS 2 that a connection may leave half-delivered. */
const MAX_HALF_DELIVERED = 20
/** Packets of a connection that deliver nothing, such as pings: far above what a device has reason for. */
const TALK = { perSecond: 10, burst: 100 }
/**
 * After four of these aedes speaks the last wills of brokers it hasn't heard of for three. This one is alone: with the
 * default of a minute, a clock set forward by three would have it speak those of its own devices that are connected.
 */
const HEARTBEAT_MS = 500_000_000
const BAD_CREDENTIALS = 4
const QOS_2 = 2
/** What a device may listen to below its own topic. */
const OWN_FILTERS = new Set(['tele', 'state', '+', '#'])

export type BrokerDeps = {
  readonly host: string
  readonly port: number
  readonly handle: HandleMessage
  readonly authenticate: Pick<Authenticate, 'byIdAndToken' | 'byCertificate'>
  readonly pace: Pace
  readonly counters: Pick<Counters, 'tooFast' | 'tooLarge'>
  readonly now: () => number
  readonly log: Logger
  /** Undefined = plain MQTT. */
  readonly security?: Security | undefined
}
export type Broker = { readonly port: number; readonly connections: () => number; readonly stop: () => Promise<void> }

/** @throws NodeJS.ErrnoException (EADDRINUSE, EACCES) when the port can't be had */
export async function startBroker(deps: BrokerDeps): Promise<Broker> {
  const { handle, authenticate, pace, counters, now, log, security } = deps
  const broker = await Aedes.createBroker({
    connectTimeout: CONNECT_TIMEOUT_MS,
    maxTopicLevels: 5,
    queueLimit: 1_000,
    maxInflightInbound: MAX_HALF_DELIVERED,
    heartbeatInterval: HEARTBEAT_MS,
  })
  const sessions = createSessions(client => {
    log.info({ client: client.id }, 'mqtt client let go: its credentials no longer hold')
    client.close()
  })
  const talk = createRateLimit(TALK.perSecond, TALK.burst)
  /** Ends the waiting of a connection's messages with the connection. */
  const gone = new WeakMap<Client, AbortController>()
  let connections = 0

  /** A password, right or wrong, speaks before a certificate; a certificate speaks only for the device it names. */
  async function signIn(client: Client, username: string | undefined, password: Buffer | undefined) {
    if (password !== undefined) return authenticate.byIdAndToken(username ?? '', String(password))
    const certificate = certificateOf(client.conn)
    const isSame = username === undefined || username === certificate?.name
    return certificate && isSame ? authenticate.byCertificate(certificate) : undefined
  }

  /** Client ids live in a space of their device: taking another's id would push that one off the broker. */
  function adopt(client: Client, signedIn: SignedIn): void {
    sessions.open(client, signedIn)
    Object.assign(client, { id: `${signedIn.device.id}/${client.id}` })
  }

  /** Resolves when the message may be handled: a device that is too fast waits, and reads no answer meanwhile. */
  async function keepPace(client: Client, device: Device): Promise<void> {
    const wait = pace.take(device.id, now())
    if (wait === 0) return
    counters.tooFast(device.id)
    if (wait === undefined || client.closed) throw new Error('too many messages')
    const signal = gone.get(client)?.signal
    await sleep(wait, undefined, signal ? { signal } : {})
  }

  async function publish(
    client: Client,
    packet: { topic: string; payload: string | Buffer; retain: boolean; qos: number },
  ) {
    const topic = parseTopic(packet.topic)
    const device = sessions.allowedDeviceOf(client)
    if (!device || topic?.device !== device.id || topic.village !== device.village)
      throw new Error('a device publishes only under its own topic')
    // What a lasting session left half-delivered would stay in memory for ever.
    if (packet.qos === QOS_2 && !client.clean) throw new Error('QoS 2 needs a clean session')
    await keepPace(client, device)
    if (!sessions.allowedDeviceOf(client)) throw new Error('the credentials no longer hold')
    // Only a state is kept by the broker: one message a device, a bound on its memory.
    if (topic.kind === 'tele') packet.retain = false
    await handle(packet.topic, payloadOf(packet.payload), false)
  }

  broker.authenticate = (client, username, password, done) => {
    signIn(client, username, password).then(
      signedIn => {
        if (signedIn) adopt(client, signedIn)
        done(signedIn ? null : refusal(), signedIn !== undefined)
      },
      () => done(refusal(), null),
    )
  }
  broker.authorizePublish = (client, packet, done) => {
    if (!client) {
      done(new Error('nobody'))
      return
    }
    publish(client, packet).then(
      () => done(null),
      (error: Error) => done(error),
    )
  }
  // A lasting session would have messages queued for it while it is away; nothing is sent to devices that needs it.
  broker.authorizeSubscribe = (client, subscription, done) => {
    const device = sessions.allowedDeviceOf(client)
    const own = device && `daisen/v1/${device.village}/${device.id}/`
    const isOwn =
      own !== undefined &&
      subscription.topic.startsWith(own) &&
      OWN_FILTERS.has(subscription.topic.slice(own.length)) &&
      client.clean
    done(null, isOwn ? subscription : null)
  }
  broker.authorizeForward = (_client: Client, packet: AedesPublishPacket) => packet
  // Once a connection: all its messages that still wait end with it, each with an error of its own.
  const told = new WeakSet<Client>()
  const complain = (client: Client, error: Error) => {
    if (!told.has(client)) log.info({ client: client.id, reason: error.message }, 'mqtt client let go')
    told.add(client)
  }
  broker.on('clientError', complain)
  broker.on('connectionError', complain)
  broker.addListener('error', (error: Error) => log.error({ err: error }, 'mqtt broker trouble'))

  // Thousands of devices can come from the one address of a carrier: only who hasn't signed in yet makes room.
  const room = createConnectionRoom({ total: MAX_CONNECTIONS, perAddress: undefined })

  function take(socket: Socket): void {
    let client: Client | undefined
    if (!room.enter(socket, () => (client && sessions.deviceOf(client) ? 'kept' : 'waiting'))) return
    client = broker.handle(socket)
    const own = client
    const leaving = new AbortController()
    gone.set(own, leaving)
    socket.once('close', () => {
      sessions.close(own)
      leaving.abort()
    })
    const key = String(++connections)
    guard(
      socket,
      () => talk.take(key, now()) === 0,
      () => {
        const device = sessions.deviceOf(own)
        if (device) counters.tooLarge(device.id)
      },
    )
  }
  const server = security ? createTlsServer(security.options(), take) : createServer(take)
  if (security) security.follow(server as ReturnType<typeof createTlsServer>)
  // For the moment in which room is made.
  server.maxConnections = 2 * MAX_CONNECTIONS
  await listen(server, deps.host, deps.port)

  return {
    port: (server.address() as { port: number }).port,
    connections: () => broker.connectedClients,
    stop: () =>
      new Promise(resolve => {
        sessions.stop()
        server.close()
        broker.close(() => resolve())
      }),
  }
}

/** aedes buffers a packet whole before it looks at it; this lets a socket go that announces too large a one. */
function guard(socket: Socket, mayTalk: () => boolean, onLarge: () => void): void {
  const check = createPacketGuard(MAX_MESSAGE_BYTES + 1024, mayTalk)
  // After broker.handle: with aedes' `readable` listener in place, `data` fires as it reads and doesn't take the bytes away.
  socket.on('data', (chunk: Buffer) => {
    const verdict = check(chunk)
    if (verdict === 'fine' || socket.destroyed) return
    if (verdict === 'large') onLarge()
    socket.destroy()
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
