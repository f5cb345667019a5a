// The HTTP server itself: what it refuses before any route, and where it listens.
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { refuseBrokenRequest } from './problem.ts'
import type { Security } from './tls.ts'

const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000 }
const KEEP_ALIVE_MS = 65_000
const MAX_CONNECTIONS = 5_000

/** @param security undefined = plain HTTP */
export function createHttp(handle: RequestListener, security?: Security): Server | SecureServer {
  const http = security ? createSecure(handle, security) : createServer(LIMITS, handle)
  http.on('clientError', refuseBrokenRequest)
  http.keepAliveTimeout = KEEP_ALIVE_MS
  http.maxConnections = MAX_CONNECTIONS
  return http
}

function createSecure(handle: RequestListener, security: Security): SecureServer {
  const https = createSecureServer({ ...LIMITS, ...security.options() }, handle)
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
