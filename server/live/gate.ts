// Who may open a socket at all: everything here happens before a single event is read.
import type { IncomingMessage } from 'node:http'
import type { ServerOptions } from 'socket.io'
import msgpackParser from 'socket.io-msgpack-parser'

/** Nothing a screen sends is larger than a scope. */
const MAX_MESSAGE_BYTES = 16 * 1024
const CONNECT_TIMEOUT_MS = 10_000
export const MAX_SCREENS = 1_000

/**
 * Socket.IO's `cors` guards only long-polling; browsers send Origin on a WebSocket too, and any page of the web may open one.
 * A missing Origin is refused as well: our own command line sends it.
 */
export function isAllowedOrigin(origin: string | undefined, allowed: ReadonlySet<string>): boolean {
  return origin !== undefined && allowed.has(origin)
}

/** @param isKnown whether the sender is somebody: where people sign in, nobody else gets a socket */
export function socketOptions(
  allowedOrigins: ReadonlySet<string>,
  screens: () => number,
  isKnown: (request: IncomingMessage) => boolean,
): Partial<ServerOptions> {
  return {
    allowRequest: (request: IncomingMessage, decide) => {
      if (!isAllowedOrigin(request.headers.origin, allowedOrigins)) decide('origin', false)
      else if (!isKnown(request)) decide('unauthorized', false)
      else if (screens() >= MAX_SCREENS) decide('full', false)
      else decide(null, true)
    },
    parser: msgpackParser,
    transports: ['websocket'],
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    connectTimeout: CONNECT_TIMEOUT_MS,
    serveClient: false,
    perMessageDeflate: false,
  }
}
