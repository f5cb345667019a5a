// The addresses a station is reached by, from its configuration and the port it has got. Pure.
import { type Config, isLoopback } from './config.ts'

/** Listens on every address, this machine's own among them. */
const WILDCARD = new Set(['0.0.0.0', '::'])

/** Origins under which this station's own pages are opened: on this machine, by its public address, and as the configuration adds. */
export function allowedOrigins(
  { host, origins, publicUrl, tls }: Pick<Config, 'host' | 'origins' | 'publicUrl' | 'tls'>,
  boundPort: number,
): ReadonlySet<string> {
  const scheme = tls ? 'https' : 'http'
  const own = isLoopback(host)
    ? ['127.0.0.1', 'localhost', '[::1]'].map(name => `${scheme}://${name}:${boundPort}`)
    : []
  return new Set([...own, ...(publicUrl === undefined ? [] : [publicUrl]), ...origins])
}

/** Addresses by which this machine itself reaches the station: no name that somebody else could own. */
export const ownAddresses = (host: string, boundPort: number): readonly string[] =>
  [...new Set(['127.0.0.1', 'localhost', '[::1]', WILDCARD.has(host) ? '127.0.0.1' : nameOf(host)])].map(
    name => `http://${name}:${boundPort}`,
  )

/** How this machine itself reaches what listens on `host`, e.g. http://127.0.0.1:8080. */
export function localAddress(scheme: 'http' | 'https' | 'mqtt' | 'mqtts', host: string, port: number): string {
  return `${scheme}://${WILDCARD.has(host) ? '127.0.0.1' : nameOf(host)}:${port}`
}

const nameOf = (host: string) => (host.includes(':') ? `[${host}]` : host)
