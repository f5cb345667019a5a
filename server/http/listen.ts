// The HTTP server itself: what it refuses before any route, and where it listens.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuseBrokenRequest } from './problem.ts'

const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000
const KEEP_ALIVE_MS = 65_000
const MAX_CONNECTIONS = 5_000

export function createHttp(handle: RequestListener): Server {
  const http = createServer({ headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS }, handle)
  http.on('clientError', refuseBrokenRequest)
  http.keepAliveTimeout = KEEP_ALIVE_MS
  http.maxConnections = MAX_CONNECTIONS
  return http
}

/** The port it has got: 0 asks for any. Rejects with what Node says when it can't be had. */
export function listen(http: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve((http.address() as AddressInfo).port)
    })
  })
}
