// The connections of an HTTP server: how many there may be, and when one on which nothing moves is given up.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { createConnectionRoom, type RoomLimits, type Stage } from './connection-room.ts'

export type ConnectionLimits = RoomLimits & {
  /** From the end of a request's head until the last byte of its answer is gone. */
  readonly answerWithinMs: number
}

/** How long the rest of a request is taken after its answer, so that its sender gets to read that. */
const LINGER_MS = 5_000

/** What a connection is at; undefined = nothing. */
type At = { request: IncomingMessage | undefined; isUpgraded: boolean }

export function guardConnections(http: Server, { answerWithinMs, ...limits }: ConnectionLimits): void {
  const room = createConnectionRoom(limits)
  /** By its two ends, because encryption puts another socket object around it. */
  const open = new Map<string, At>()
  const keyOf = ({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>) =>
    `${remoteAddress} ${remotePort}`

  http.on('connection', (socket: Socket) => {
    const at: At = { request: undefined, isUpgraded: false }
    if (!room.enter(socket, () => stageOf(at))) return
    const key = keyOf(socket)
    open.set(key, at)
    socket.once('close', () => {
      if (open.get(key) === at) open.delete(key)
    })
  })
  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const at = open.get(keyOf(request.socket))
    if (at) at.request = request
    const late = setTimeout(() => request.socket.destroy(), answerWithinMs)
    late.unref()
    response.once('close', () => {
      clearTimeout(late)
      if (at?.request === request) at.request = undefined
      if (!request.complete) setTimeout(() => request.complete || request.socket.destroy(), LINGER_MS).unref()
    })
  })
  http.on('upgrade', ({ socket }: IncomingMessage) => {
    const at = open.get(keyOf(socket))
    if (at) at.isUpgraded = true
  })
  http.on('timeout', (socket: Socket) => {
    const request = open.get(keyOf(socket))?.request
    // An answer that is still being made is waited for; one that nobody reads, or a request that stopped, is not.
    if (request?.complete !== true || socket.writableLength > 0) socket.destroy()
  })
}

function stageOf({ request, isUpgraded }: At): Stage {
  if (isUpgraded || request?.complete === true) return 'kept'
  return request === undefined ? 'waiting' : 'asking'
}
