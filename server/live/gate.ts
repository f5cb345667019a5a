// Who may open a socket at all: everything here happens before a single event is read.
import { type IncomingMessage, ServerResponse } from 'node:http'
import type { ServerOptions } from 'socket.io'
import msgpackParser from 'socket.io-msgpack-parser'
import { isOwnHost } from '../http/own-host.ts'
import { type ProblemType, refuseSocket, sendBareProblem } from '../http/problem.ts'

/** Nothing a screen sends is larger than a scope. */
const MAX_MESSAGE_BYTES = 16 * 1024
const CONNECT_TIMEOUT_MS = 10_000
export const MAX_SCREENS = 1_000
/** An operations centre behind one gateway; the rest of the province keeps its place. */
export const MAX_SCREENS_PER_ADDRESS = 300

/**
 * Socket.IO's `cors` guards only long-polling; browsers send Origin on a WebSocket too, and any page of the web may open one.
 * A missing Origin is refused as well: our own command line sends it.
 */
export function isAllowedOrigin(origin: string | undefined, allowed: ReadonlySet<string>): boolean {
  return origin !== undefined && allowed.has(origin)
}

export type GateDeps = {
  readonly allowedOrigins: ReadonlySet<string>
  /** Host headers that are ours. */
  readonly allowedHosts: ReadonlySet<string>
  readonly screens: () => number
  /** Open sockets of that address. */
  readonly screensOf: (address: string) => number
  readonly addressOf: (request: IncomingMessage) => string
  /** Attempts per address; seconds to wait, 0 = go on. */
  readonly attemptRate: { readonly take: (key: string, now: number) => number }
  readonly now: () => number
  /** Whether the sender is somebody: where people sign in, nobody else gets a socket. */
  readonly isKnown: (request: IncomingMessage) => boolean
}

export function socketOptions(deps: GateDeps): Partial<ServerOptions> {
  return {
    allowRequest: (request: IncomingMessage, decide) => {
      const problem = problemWith(request, deps)
      // Engine.IO would say it in its own words.
      if (problem !== undefined) refuseSocket(request.socket, problem)
      decide(problem ?? null, problem === undefined)
    },
    parser: msgpackParser,
    transports: ['websocket'],
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    connectTimeout: CONNECT_TIMEOUT_MS,
    serveClient: false,
    perMessageDeflate: false,
  }
}

function problemWith(request: IncomingMessage, deps: GateDeps): ProblemType | undefined {
  const { host, origin } = request.headers
  const address = deps.addressOf(request)
  if (!isOwnHost(host, deps.allowedHosts)) return 'misdirected'
  if (!isAllowedOrigin(origin, deps.allowedOrigins)) return 'forbidden'
  if (deps.attemptRate.take(address, deps.now()) > 0) return 'too-many-requests'
  if (!deps.isKnown(request)) return 'sign-in-needed'
  if (deps.screensOf(address) >= MAX_SCREENS_PER_ADDRESS) return 'too-many-requests'
  return deps.screens() >= MAX_SCREENS ? 'unavailable' : undefined
}

/** Nothing but WebSockets is spoken here: a plain request is answered as one that isn't understood. */
export function refusePlainRequests(_request: IncomingMessage, response: object, next: () => void): void {
  if (response instanceof ServerResponse) sendBareProblem(response, 'bad-request')
  else next()
}
