// A real SMTP server on a free port of this machine, as good or bad as a test needs it, and its mails as a person would read them.
import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type ReceivedMail = {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  /** Unfolded, names in lower case. */
  readonly headers: ReadonlyMap<string, readonly string[]>
  /** RFC 2047 words decoded. */
  readonly subject: string
  readonly text: string
  readonly html: string
}
export type MailServer = {
  readonly url: string
  readonly port: number
  readonly mails: readonly ReceivedMail[]
  /** Breaks every connection off, in the middle of whatever it is about. */
  readonly cutOff: () => void
  readonly stop: () => Promise<void>
}

/** An answer of an SMTP server that refuses. */
export const refusal = (code: number): Error => Object.assign(new Error('no'), { responseCode: code })

/** Takes every mail without an account unless `options` say otherwise. */
export async function startMailServer(options: SMTPServerOptions = {}, port = 0): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    ...options,
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        mails.push(
          readMail(
            Buffer.concat(chunks).toString('latin1'),
            from,
            rcptTo.map(({ address }) => address),
          ),
        )
        if (options.onData) options.onData(stream, session, callback)
        else callback()
      })
    },
  })
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  await new Promise<void>(resolve => {
    server.listen(port, '127.0.0.1', () => resolve())
  })
  const { port: bound } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    mails,
    cutOff() {
      for (const socket of sockets) socket.destroy()
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
      }),
  }
}

function readMail(raw: string, from: string, to: readonly string[]): ReceivedMail {
  const headers = headersOf(raw)
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type')?.[0] ?? '')?.[1] ?? ''
  const parts = raw.split(`--${boundary}`).slice(1, -1)
  const partOf = (type: string) =>
    parts.find(part => headersOf(part.trimStart()).get('content-type')?.[0]?.startsWith(type))
  return {
    from,
    to,
    raw,
    headers,
    subject: decodeWords(headers.get('subject')?.[0] ?? ''),
    text: bodyOf(partOf('text/plain') ?? ''),
    html: bodyOf(partOf('text/html') ?? ''),
  }
}

function headersOf(text: string): ReadonlyMap<string, readonly string[]> {
  const [head = ''] = text.split('\r\n\r\n', 1)
  const headers = new Map<string, readonly string[]>()
  for (const line of head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const [name = '', ...value] = line.split(':')
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value.join(':').trim()])
  }
  return headers
}

function bodyOf(given: string): string {
  const part = given.trimStart()
  const coding = headersOf(part).get('content-transfer-encoding')?.[0] ?? ''
  const body = part.slice(part.indexOf('\r\n\r\n') + 4)
  const bytes =
    coding === 'base64'
      ? Buffer.from(body, 'base64')
      : coding === 'quoted-printable'
        ? quotedPrintable(body.replaceAll(/=\r\n/g, ''))
        : Buffer.from(body, 'latin1')
  return bytes.toString('utf8').replaceAll('\r\n', '\n').trimEnd()
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

/** Neighbouring encoded words belong together. */
const decodeWords = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, coding: string, word: string) =>
      (coding.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64')
        : quotedPrintable(word.replaceAll('_', ' '))
      ).toString('latin1'),
    )
    .replaceAll(/[\u0080-\u00ff]+/g, bytes => Buffer.from(bytes, 'latin1').toString('utf8'))
