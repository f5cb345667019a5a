// A station that notifies by mail, and a real mail server that does what the test says.
import { expect } from 'vitest'
import type { EmailChannel } from '../../server/notify/channel.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { eventually, type NotifyBench, notifyBench } from './notify-bench.ts'
import { anEmailChannel } from './notify-station.ts'

export const FROM = 'canh-bao@ioc.example.vn'
export const PUBLIC_URL = 'https://ioc.example.vn'

export type MailBench = {
  readonly bench: NotifyBench
  readonly server: MailServer
  readonly startServer: (...about: Parameters<typeof startMailServer>) => Promise<void>
  /** Ready; the server must be there. */
  readonly start: (
    channel?: Partial<EmailChannel>,
    account?: { readonly username?: string; readonly password?: string },
  ) => Promise<void>
  /** So many wait, and all of them failed so often. */
  readonly failedWith: (lastError: string | RegExp, attempts?: number, count?: number) => Promise<void>
}

export function mailBench(): MailBench {
  const bench = notifyBench()
  let server: MailServer | undefined
  const mail: MailBench = {
    bench,
    get server() {
      if (!server) throw new Error('no mail server was started')
      return server
    },
    async startServer(...about) {
      server = await startMailServer(...about)
      bench.endWith(server.stop)
    },
    async start(channel = {}, { username, password } = {}) {
      const smtp = { url: mail.server.url, username, password, from: FROM }
      await bench.startReady([anEmailChannel(channel)], { smtp, publicUrl: PUBLIC_URL })
    },
    failedWith: (lastError, attempts = 1, count = 1) =>
      eventually(async () => {
        const error = typeof lastError === 'string' ? lastError : expect.stringMatching(lastError)
        const each = expect.objectContaining({ lastError: error, attempts, leasedUntil: null })
        expect(await bench.station.messages('waiting')).toEqual(Array.from({ length: count }, () => each))
      }),
  }
  return mail
}

/** Of the one-time links in a mail. */
export const tokensIn = (text: string): string[] =>
  [...text.matchAll(/\/alarms\/acknowledge#([\w-]+)/g)].map(match => match[1] ?? '')
