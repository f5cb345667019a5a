// The HTTP server itself: what it refuses before any route, and where it listens.
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { guardConnections } from './connections.ts'
import { refuseBrokenRequest } from './problem.ts'
import type { Security } from './tls.ts'

export type HttpLimits = {
  /** A request's head must be there within this, and all of it within the next. */
  readonly headersTimeoutMs: number
  readonly requestTimeoutMs: number
  /** Of a connection on which nothing moves although something should. */
  readonly stalledMs: number
  readonly answerWithinMs: number
  readonly connections: number
  /** An office behind one gateway: 100 screens with seven connections each, and its devices. */
  readonly connectionsPerAddress: number | undefined
}

export const HTTP_LIMITS: HttpLimits = {
  headersTimeoutMs: 10_000,
  // The largest evidence over a line of two megabits.
  requestTimeoutMs: 120_000,
  stalledMs: 30_000,
  answerWithinMs: 300_000,
  connections: 5_000,
  connectionsPerAddress: 1_000,
}

const KEEP_ALIVE_MS = 65_000
const MAX_HEADER_BYTES = 16 * 1024
/** How often it is looked who is late. */
const LOOK_EVERY_MS = 1_000

/** @param security undefined = plain HTTP */
export function createHttp(
  handle: RequestListener,
  limits: HttpLimits = HTTP_LIMITS,
  security?: Security,
): Server | SecureServer {
  const options = {
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: LOOK_EVERY_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
  }
  const http = security ? createSecure(handle, options, security) : createServer(options, handle)
  http.on('clientError', refuseBrokenRequest)
  http.keepAliveTimeout = KEEP_ALIVE_MS
  http.timeout = limits.stalledMs
  guardConnections(http, {
    total: limits.connections,
    perAddress: limits.connectionsPerAddress,
    answerWithinMs: limits.answerWithinMs,
  })
  // What is beyond the limit is told apart by who waits; this is for the moment in which room is made.
  http.maxConnections = 2 * limits.connections
  return http
}

function createSecure(handle: RequestListener, options: ServerOptions, security: Security): SecureServer {
  const https = createSecureServer({ ...options, ...security.options() }, handle)
  security.follow(https)
  return https
}

/** The port it has got: 0 asks for any. Rejects with what Node says when it can't be had. */
export function listen(http: Server | SecureServer, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve((http.address() as AddressInfo).port)
    })
  })
}
