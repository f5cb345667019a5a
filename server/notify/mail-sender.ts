// Alarms by mail to one receiver: at most one mail a minute with all that waits, at once where a high alarm asks for attention; each
// alarm with its one-time link. The links' tokens are made for this one try and stand nowhere but in the mail.
import { createHash } from 'node:crypto'
import type { AlarmMessage } from '../../shared/alarms/notification.ts'
import { hashToken, newToken } from '../registry/token.ts'
import type { Gathering, OutboxStore } from '../store/outbox.ts'
import { type EmailChannel, rankOf, URGENT_RANK } from './channel.ts'
import { deskLink, type StationAbout } from './cloud-event.ts'
import { acknowledgeLink, LINK_LIFE_MS } from './link-token.ts'
import { linkedIn, mailOf, newestOfEach } from './mail-text.ts'
import type { Mailer } from './mailer.ts'
import type { Sender } from './sending.ts'

/** A storm of high alarms is three mails, and then one a minute too. */
export const MAIL_GATHERING: Gathering = {
  restMs: 60_000,
  urgent: { rank: URGENT_RANK, most: 3, withinMs: 600_000 },
}

export type MailSenderDeps = {
  readonly mailer: Mailer
  readonly from: string
  readonly store: Pick<OutboxStore, 'addLinkTokens'>
  readonly station: () => Promise<StationAbout>
  readonly now: () => number
}

export function createMailSender({ language }: EmailChannel, deps: MailSenderDeps): Sender {
  const { mailer, from, store, station, now } = deps

  async function linksFor(messages: readonly AlarmMessage[], recipient: string, publicUrl: string | undefined) {
    const links = new Map<string, string>()
    if (publicUrl === undefined) return links
    const expiresAt = now() + LINK_LIFE_MS
    const tokens = messages.map(({ alarm }) => {
      const token = newToken()
      links.set(alarm.id, acknowledgeLink(publicUrl, token))
      return { hash: hashToken(token), alarm: alarm.id, occurrence: alarm.occurrence, recipient, expiresAt }
    })
    if (tokens.length > 0) await store.addLinkTokens(tokens)
    return links
  }

  return {
    gathered: MAIL_GATHERING,
    async send(given, recipient, signal) {
      const messages = newestOfEach(given)
      const [first] = messages
      if (!first) return { kind: 'delivered' }
      const about = await station()
      const { publicUrl } = about
      const links = await linksFor(linkedIn(messages), recipient, publicUrl)
      const one = messages.length === 1 ? first.alarm.id : undefined
      const text = mailOf(messages, {
        language,
        now: now(),
        linkOf: ({ alarm }) => links.get(alarm.id),
        desk: publicUrl && (one === undefined ? `${publicUrl}/alarms` : deskLink(publicUrl, one)),
      })
      return mailer.send(
        {
          ...text,
          to: recipient,
          messageId: mailId(given, recipient, about, from),
          isUrgent: messages.some(message => rankOf(message) === URGENT_RANK),
          at: now(),
        },
        signal,
      )
    },
  }
}

/** The same for the same messages to the same receiver, and for no others. */
function mailId(messages: readonly AlarmMessage[], recipient: string, { chain }: StationAbout, from: string): string {
  const events = messages.map(({ event }) => event).sort((a, b) => a - b)
  const digest = createHash('sha256')
    .update(JSON.stringify([chain, recipient, events]))
    .digest('hex')
  return `alarm-${events.at(-1)}-${digest.slice(0, 32)}@${from.slice(from.lastIndexOf('@') + 1)}`
}
