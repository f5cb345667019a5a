// A receiver of webhooks that can be as bad as receivers are. Real HTTP on a free port of this machine.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The CloudEvent's. */
  readonly id: string
  readonly alarm: string
  readonly transition: string
}
/** What it does with the i-th request it gets (from 0). */
export type Behaviour = (response: ServerResponse, received: Received, i: number) => void

export const answer =
  (status: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  response =>
    void response.writeHead(status, headers).end('no')
export const ACCEPT: Behaviour = response => void response.writeHead(204).end()
/** Takes the request and never says anything. */
export const HANG: Behaviour = () => undefined
export const RESET: Behaviour = response => void response.socket?.resetAndDestroy()

export type WebhookReceiver = {
  readonly url: string
  readonly port: number
  readonly received: readonly Received[]
  /** The most requests that were open at one time. */
  readonly mostOpen: () => number
  readonly behave: (behaviour: Behaviour) => void
  readonly stop: () => Promise<void>
}

export async function startWebhookReceiver(first: Behaviour = ACCEPT, port = 0): Promise<WebhookReceiver> {
  const received: Received[] = []
  let behaviour = first
  let open = 0
  let mostOpen = 0
  const server = createServer((request, response) => {
    open += 1
    mostOpen = Math.max(mostOpen, open)
    response.on('close', () => {
      open -= 1
    })
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const { id, data } = JSON.parse(body) as { id: string; data: { alarm: string; transition: string } }
      const one = { path: request.url ?? '', headers: request.headers, body, id, ...data }
      received.push(one)
      behaviour(response, one, received.length - 1)
    })
  })
  await new Promise<void>(resolve => {
    server.listen(port, '127.0.0.1', resolve)
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${bound}/hook`,
    port: bound,
    received,
    mostOpen: () => mostOpen,
    behave(next) {
      behaviour = next
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
