// A real broker for the tests, with what a server would want to know about it: who connects, who publishes what, who is away.
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { Aedes } from 'aedes'

export type Message = {
  readonly device: string
  readonly topic: string
  readonly body: unknown
  readonly retain: boolean
  readonly qos: number
}
export type Broker = Awaited<ReturnType<typeof aBroker>>

/** Acknowledge; never acknowledge; cut the connection instead. */
export type Answer = 'stored' | 'silence' | 'cut'

export async function aBroker({ port = 0, answer }: { port?: number; answer?: (message: Message) => Answer } = {}) {
  const messages: Message[] = []
  const connected: {
    readonly device: string
    readonly user: string
    readonly password: string
    readonly clean: boolean
    readonly at: number
  }[] = []
  const sockets = new Set<Socket>()
  const broker = await Aedes.createBroker()
  broker.authenticate = (client, user, password, done) => {
    connected.push({
      device: client.id,
      user: String(user),
      password: String(password),
      clean: client.clean,
      at: performance.now(),
    })
    done(null, String(password) !== 'wrong')
  }
  broker.authorizePublish = (client, packet, done) => {
    const message: Message = {
      device: client?.id ?? '(will)',
      topic: packet.topic,
      body: JSON.parse(packet.payload.toString()),
      retain: packet.retain,
      qos: packet.qos,
    }
    messages.push(message)
    const said = answer?.(message) ?? 'stored'
    if (said === 'stored') done(null)
    if (said === 'cut') client?.conn.destroy()
  }
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    broker.handle(socket)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo

  return {
    url: `mqtt://127.0.0.1:${address.port}`,
    port: address.port,
    messages,
    connected,
    connections: () => broker.connectedClients,
    /** What a topic ended with. */
    last: (topic: string) => messages.findLast(message => message.topic === topic)?.body,
    cutAll: () => sockets.forEach(socket => socket.destroy()),
    async stop() {
      for (const socket of sockets) socket.destroy()
      const closed = new Promise<void>(resolve => {
        server.close(() => resolve())
      })
      await new Promise<void>(resolve => {
        broker.close(() => resolve())
      })
      await closed
    },
  }
}
