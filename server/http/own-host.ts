// Against DNS rebinding: a page of somebody else whose name leads to this station's address is answered nothing.
import type { RequestHandler } from 'express'
import { sendProblem } from './problem.ts'

const DEFAULT_PORT: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/** Host headers that lead to these origins: with and without the port where it is the usual one. */
export function hostsOf(origins: Iterable<string>): ReadonlySet<string> {
  const hosts = [...origins].flatMap(origin => {
    const { protocol, host, hostname, port } = new URL(origin)
    return port === '' ? [host, `${hostname}:${DEFAULT_PORT[protocol]}`] : [host]
  })
  return new Set(hosts)
}

export const isOwnHost = (host: string | undefined, own: ReadonlySet<string>): boolean =>
  host !== undefined && own.has(host.toLowerCase())

/** @param own asked for each request: the port is known only once the station listens */
export function ownHost(own: () => ReadonlySet<string>): RequestHandler {
  return (request, response, next) => {
    if (isOwnHost(request.headers.host, own())) next()
    else sendProblem(response, 'misdirected')
  }
}
