// HTTP as bytes, for tests that must send what no client library would.
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string }

/** Sends one request's bytes and gathers the answer until the other end closes or patience is out. */
export async function sendRaw(url: string, text: string, patienceMs = 3_000): Promise<RawAnswer> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1' })
  let heard = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    heard += chunk
  })
  socket.on('error', () => undefined)
  const closed = new Promise<void>(resolve => socket.once('close', () => resolve()))
  socket.write(text)
  await Promise.race([closed, sleep(patienceMs)])
  socket.destroy()
  const [head = '', ...rest] = heard.split('\r\n\r\n')
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') }
}

/** A request head that ends the connection after its answer. */
export const rawRequest = (line: string, host: string, ...headers: readonly string[]): string =>
  [`${line} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers].join('\r\n') + '\r\n\r\n'
