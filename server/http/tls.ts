// TLS for the servers of this station, from files that may be replaced while it runs: new handshakes use the new certificate,
// open connections stay. A pair that doesn't fit is refused and told once; the one in use stays.
import type { Server, TlsOptions } from 'node:tls'
import type { Logger } from 'pino'
import { readTls, type TlsFiles, type TlsMaterial } from '../tls-files.ts'

/** How often the files are looked at; they are read whole, so that no trick of dates or links is missed. */
const LOOK_MS = 5_000
/** A handshake must be done within this. */
const HANDSHAKE_MS = 10_000

export type Security = {
  /** What a server is made with. */
  readonly options: () => TlsOptions
  /** Gives a server every later certificate, and ends what fails its handshake. */
  readonly follow: (server: Server) => void
  readonly stop: () => void
}
export type SecurityTimes = { readonly lookMs?: number; readonly handshakeMs?: number }

/** @throws Error when the files don't fit now */
export function startSecurity(
  files: TlsFiles,
  log: Logger,
  { lookMs = LOOK_MS, handshakeMs = HANDSHAKE_MS }: SecurityTimes = {},
): Security {
  const first = readTls(files)
  if ('refusal' in first) throw new Error(first.refusal)
  let material: TlsMaterial = first
  let seen = JSON.stringify(first)
  const servers: Server[] = []

  function look(): void {
    const next = readTls(files)
    const said = JSON.stringify(next)
    if (said === seen) return
    seen = said
    if ('refusal' in next) {
      log.error({ reason: next.refusal }, 'the new TLS files are not used; the ones before stay')
      return
    }
    material = next
    for (const server of servers) server.setSecureContext(contextOf(material))
    log.info({ until: material.until }, 'new TLS certificate in use')
  }
  const looking = setInterval(look, lookMs)

  return {
    options: () => ({
      ...contextOf(material),
      handshakeTimeout: handshakeMs,
      // Asked of everybody, demanded of nobody: browsers have none. Whoever relies on one asks whether it was authorized.
      ...(material.clientCa === undefined ? {} : { requestCert: true, rejectUnauthorized: false }),
    }),
    follow(server) {
      servers.push(server)
      server.on('tlsClientError', (_error, socket) => socket.destroy())
    },
    stop: () => clearInterval(looking),
  }
}

const contextOf = ({ cert, key, clientCa }: TlsMaterial): TlsOptions => ({
  cert,
  key,
  minVersion: 'TLSv1.2',
  ...(clientCa === undefined ? {} : { ca: clientCa }),
})
