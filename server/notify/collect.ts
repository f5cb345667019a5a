// From the alarms' log into the outbox: each channel reads on from its own cursor, and its messages and the cursor move together. What
// was in the log when the process died is told after it starts again; two processes tell it once.
import type { Logger } from 'pino'
import { ALARM_FAMILY } from '../../shared/alarms/event.ts'
import type { AlarmMessage } from '../../shared/alarms/notification.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'
import type { NewOutboxMessage } from '../store/outbox.ts'
import { type Store, StoreTrouble } from '../store/store.ts'
import { type Channel, rankOf, recipientsOf, wants } from './channel.ts'
import type { MessageWriter } from './message.ts'

/** Events read at a time. */
const PAGE = 200
/** More than these waiting in one channel: the oldest of low priority are given up. */
const MAX_WAITING = 10_000
/** What is older is nobody's alarm any more: a channel that was away isn't flooded with last month. */
const MAX_AGE_MS = 86_400_000
/** Messages kept at hand, so that several channels don't have the same one written anew. */
const KEPT = 1_000

export type AlarmLog = {
  /** Oldest first. */
  readonly eventsAfter: (id: number, limit: number) => Promise<readonly AnyEvent[]>
  /** The last event that the alarms as they stand now have in them. */
  readonly head: () => { readonly id: number }
}
export type CollectDeps = {
  readonly store: Pick<Store, 'openOutbox' | 'enqueue' | 'lastEventOf'>
  readonly alarmLog: AlarmLog
  readonly writer: MessageWriter
  readonly log: Logger
  readonly now: () => number
  readonly maxWaiting?: number
}

/** Brings a channel up to date. Resolves with how many messages were given up for lack of room. */
export function createCollector({ store, alarmLog, writer, log, now, maxWaiting = MAX_WAITING }: CollectDeps) {
  const cursors = new Map<string, number>()
  const written = new Map<number, AlarmMessage | null>()

  async function messageOf(event: AnyEvent): Promise<AlarmMessage | null> {
    if (event.at < now() - MAX_AGE_MS) return null
    const known = written.get(event.id)
    if (known !== undefined) return known
    const message = await writer.messageOf(event).catch((error: unknown) => {
      if (error instanceof StoreTrouble) throw error
      // One event that can't be told must not hold up all that come after it.
      log.error({ err: error, event: event.id }, 'an alarm event makes no message')
      return null
    })
    written.set(event.id, message)
    if (written.size > KEPT) written.delete(written.keys().next().value as number)
    return message
  }

  async function messagesFor(channel: Channel, events: readonly AnyEvent[]): Promise<NewOutboxMessage[]> {
    const messages: NewOutboxMessage[] = []
    for (const event of events) {
      const message = await messageOf(event)
      if (!message || !wants(channel.filter, message)) continue
      const rank = rankOf(message)
      for (const recipient of recipientsOf(channel))
        messages.push({ recipient, eventId: event.id, subject: event.subject, rank, payload: message })
    }
    return messages
  }

  async function collect(channel: Channel): Promise<number> {
    let cursor = cursors.get(channel.id) ?? (await open(channel))
    let overflowed = 0
    for (let head = alarmLog.head().id; cursor < head; head = alarmLog.head().id) {
      const events = (await alarmLog.eventsAfter(cursor, PAGE)).filter(event => event.id <= head)
      const to = events.at(-1)?.id ?? head
      const messages = await messagesFor(channel, events)
      const outcome = await store.enqueue({ channel: channel.id, from: cursor, to, messages, at: now(), maxWaiting })
      cursor = outcome.kind === 'moved' ? to : outcome.cursor
      if (outcome.kind === 'moved') overflowed += outcome.overflowed
    }
    cursors.set(channel.id, cursor)
    return overflowed
  }

  /** A new channel begins at the newest event: nobody wants the alarms of before. */
  async function open({ id }: Channel): Promise<number> {
    return store.openOutbox(id, (await store.lastEventOf(ALARM_FAMILY))?.id ?? 0)
  }
  return collect
}
