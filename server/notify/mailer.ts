// Hands a mail to the province's mail server (SMTP). Knows no alarm. Opens a connection for each mail: an alarm's mail is rare.
import { createTransport, type NodemailerError } from 'nodemailer'
import type { SmtpSettings } from '../config.ts'
import type { MailText } from './mail-parts.ts'
import { isPrivateHost } from './private-host.ts'
import { failed, type SendOutcome } from './sending.ts'

export type Mail = MailText & {
  readonly to: string
  /** Without brackets. The same for a repetition. */
  readonly messageId: string
  readonly isUrgent: boolean
  /** Epoch milliseconds. */
  readonly at: number
}
export type Mailer = { readonly send: (mail: Mail, signal: AbortSignal) => Promise<SendOutcome> }

const CONNECT_MS = 10_000
const SILENCE_MS = 20_000
const MAIL_TIMEOUT_MS = 60_000
/** What the server judges there is the receiver, or this mail. Earlier it is the account or the sender: people mend that. */
const JUDGING = new Set(['RCPT TO', 'DATA'])
/** Bad sequence of commands: about the session, the mail may go in the next. */
const BAD_SEQUENCE = 503

export function createMailer({ url, username, password, from }: SmtpSettings): Mailer {
  const { protocol, hostname, port } = new URL(url)
  const isSecure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    ...(port === '' ? {} : { port: Number(port) }),
    secure: isSecure,
    // A password never crosses a foreign network in the clear.
    requireTLS: !isSecure && username !== undefined && !isPrivateHost(hostname),
    ...(username === undefined ? {} : { auth: { user: username, pass: password ?? '' } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return {
    async send({ to, subject, text, html, messageId, isUrgent, at }, stop) {
      const signal = AbortSignal.any([stop, AbortSignal.timeout(MAIL_TIMEOUT_MS)])
      try {
        await transport.sendMail({
          from: { name: 'Đài Sen', address: from },
          to: { name: '', address: to },
          envelope: { from, to },
          subject,
          text,
          html,
          messageId: `<${messageId}>`,
          date: new Date(at),
          priority: isUrgent ? 'high' : 'normal',
          // RFC 3834: no out-of-office reply to a machine.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          signal,
        })
        return { kind: 'delivered' }
      } catch (error) {
        return stop.aborted ? failed('stopped') : refusalOf(error)
      }
    },
  }
}

function refusalOf(error: unknown): SendOutcome {
  const { code, responseCode, command } = error as NodemailerError
  const name = /^[A-Z]{1,30}$/.test(code ?? '') ? code : 'unknown'
  if (name === 'EABORT') return failed('timeout')
  if (responseCode === undefined) return failed(`smtp-${name}`)
  const isFinal = responseCode >= 500 && responseCode !== BAD_SEQUENCE && JUDGING.has(command ?? '')
  return failed(`smtp-${responseCode}`, { isFinal })
}
