// Puts the doors of HTTP in their order: what is refused before anybody is asked who they are, the devices' own door, the guard, the
// routes, the pages.
import type { IncomingMessage, Server } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import express, { type RequestHandler, type Router } from 'express'
import type { Logger } from 'pino'
import packageJson from '../package.json' with { type: 'json' }
import { serveBasemap } from './basemap/http.ts'
import { type Config, isLoopback } from './config.ts'
import { clientAddress } from './http/client-address.ts'
import { limitRate, type Rate } from './http/command-door.ts'
import { limitHeaders } from './http/header-count.ts'
import { createHttp, HTTP_LIMITS } from './http/listen.ts'
import { ownHost } from './http/own-host.ts'
import { notFound, problemHandler } from './http/problem.ts'
import { securityHeaders } from './http/security-headers.ts'
import type { Security } from './http/tls.ts'
import { createRateLimit } from './ingest/rate.ts'
import { serveDocs } from './ops/docs-http.ts'
import { servePages } from './ops/pages.ts'
import { DEFAULT_REQUEST_RATE } from './variables.ts'

const REQUEST_BURST_FACTOR = 20

export type HttpPartDeps = {
  readonly config: Pick<Config, 'host' | 'trustProxy' | 'requestRate' | 'basemap'>
  readonly security: Security | undefined
  /** Host headers that are ours; asked for each request: the port is known only once the station listens. */
  readonly hosts: () => ReadonlySet<string>
  readonly guard: readonly RequestHandler[]
  /** Ways to sign in that are walked by the browser itself. */
  readonly accessPages: Router
  readonly ops: Router
  readonly ingest: Router
  readonly api: readonly Router[]
  readonly clientFolder: string
  readonly now: () => number
  readonly log: Logger
}
export type HttpPart = {
  readonly http: Server | SecureServer
  /** Of requests and of attempts to open a socket, per address. */
  readonly addressRate: Rate
  readonly addressOf: (request: IncomingMessage) => string
}

export function assembleHttp(deps: HttpPartDeps): HttpPart {
  const { config, security, hosts, guard, accessPages, ops, ingest, api, clientFolder, now, log } = deps
  const { trustProxy = 0, requestRate = DEFAULT_REQUEST_RATE } = config
  const addressRate = createRateLimit(requestRate, requestRate * REQUEST_BURST_FACTOR)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)
  app.use(securityHeaders(security !== undefined && !isLoopback(config.host)))
  app.use(limitHeaders)
  app.use('/metrics', ...guard)
  app.use(ops)
  app.use('/api/v1', ingest)
  // Devices call by whatever address they were given; everybody else by a name of ours.
  app.use(ownHost(hosts), limitRate(addressRate, now))
  app.use('/api/v1', ...guard, ...api)
  app.use(serveDocs(packageJson.version))
  app.use('/api', notFound)
  app.use(accessPages)
  app.use(serveBasemap(config.basemap))
  app.use(servePages(clientFolder))
  app.use(notFound)
  app.use(problemHandler(log))
  // Behind a proxy all connections come from it: how many one person has is its business.
  const limits = trustProxy > 0 ? { ...HTTP_LIMITS, connectionsPerAddress: undefined } : HTTP_LIMITS
  return {
    http: createHttp(app, limits, security),
    addressRate,
    addressOf: request => clientAddress(request, trustProxy),
  }
}
