// Connections are few and shared: no address holds more than its part, and who only waits makes room for who asks.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { addressKey } from './client-address.ts'

export type ConnectionLimits = {
  readonly total: number
  /** Undefined behind a proxy, where all come from one. */
  readonly perAddress: number | undefined
  /** From the end of a request's head until the last byte of its answer is gone. */
  readonly answerWithinMs: number
}

type Held = {
  readonly socket: Socket
  readonly address: string
  request: IncomingMessage | undefined
  isUpgraded: boolean
}

export function guardConnections(http: Server, { total, perAddress, answerWithinMs }: ConnectionLimits): void {
  /** Oldest first. By its two ends, because encryption puts another socket object around it. */
  const held = new Map<string, Held>()
  const counts = new Map<string, number>()
  const keyOf = ({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>) =>
    `${remoteAddress} ${remotePort}`

  http.on('connection', (socket: Socket) => {
    const address = addressKey(socket.remoteAddress ?? '')
    const isAddressFull = perAddress !== undefined && (counts.get(address) ?? 0) >= perAddress
    if ((isAddressFull || held.size >= total) && !makeRoom(isAddressFull ? address : undefined)) {
      socket.destroy()
      return
    }
    const key = keyOf(socket)
    const one: Held = { socket, address, request: undefined, isUpgraded: false }
    held.set(key, one)
    counts.set(address, (counts.get(address) ?? 0) + 1)
    socket.once('close', () => forget(key, one))
  })

  /** Closes the oldest of that address (of anybody) that has asked nothing yet, else the oldest that is still asking. */
  function makeRoom(address: string | undefined): boolean {
    let asking: [string, Held] | undefined
    for (const [key, one] of held) {
      if (one.isUpgraded || (address !== undefined && one.address !== address)) continue
      if (one.request === undefined) return close(key, one)
      if (!one.request.complete) asking ??= [key, one]
    }
    return asking !== undefined && close(...asking)
  }

  function close(key: string, one: Held): true {
    forget(key, one)
    one.socket.destroy()
    return true
  }

  function forget(key: string, one: Held): void {
    if (held.get(key) !== one) return
    held.delete(key)
    const left = (counts.get(one.address) ?? 1) - 1
    if (left > 0) counts.set(one.address, left)
    else counts.delete(one.address)
  }

  http.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const one = held.get(keyOf(request.socket))
    if (one) one.request = request
    const late = setTimeout(() => request.socket.destroy(), answerWithinMs)
    late.unref()
    response.once('close', () => {
      clearTimeout(late)
      if (one?.request === request) one.request = undefined
    })
  })
  http.on('upgrade', ({ socket }: IncomingMessage) => {
    const one = held.get(keyOf(socket))
    if (one) one.isUpgraded = true
  })
  http.on('timeout', (socket: Socket) => {
    const request = held.get(keyOf(socket))?.request
    // An answer that is still being made is waited for; one that nobody reads, or a request that stopped, is not.
    if (request?.complete !== true || socket.writableLength > 0) socket.destroy()
  })
}
