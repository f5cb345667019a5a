// HTTPS as a client speaks it that trusts one authority and may hold a certificate of its own. One connection a request.
import { type RequestOptions, request } from 'node:https'
import { connect, type TLSSocket } from 'node:tls'

export type SecureAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export function askSecurely(url: string, options: RequestOptions = {}, body?: string): Promise<SecureAnswer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { agent: false, ...options }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** The certificate that whatever listens at an address shows now, as DER. */
export async function shownAt(url: string): Promise<Buffer> {
  const socket = await handshakeAt(url)
  const { raw } = socket.getPeerCertificate()
  socket.destroy()
  return raw
}

/** A connection that has shaken hands, believing whatever it was shown. */
export function handshakeAt(url: string, options: object = {}): Promise<TLSSocket> {
  const { port, hostname } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ port: Number(port), host: hostname, rejectUnauthorized: false, ...options }, () =>
      resolve(socket),
    )
    socket.on('error', reject)
    socket.once('close', () => reject(new Error('closed')))
  })
}
