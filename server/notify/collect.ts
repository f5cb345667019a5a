// From the alarms' log into the outbox: each channel reads on from its own cursor, and its messages and the cursor move together. What
// was in the log when the process died is told after it starts again; two processes tell it once.
import type { Logger } from 'pino'
import { ALARM_FAMILY } from '../../shared/alarms/event.ts'
import type { AlarmMessage } from '../../shared/alarms/notification.ts'
import { PRIORITIES } from '../../shared/alarms/rule.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'
import type { NewOutboxMessage } from '../store/outbox.ts'
import { type Store, StoreTrouble } from '../store/store.ts'
import { type Channel, recipientsOf, wants } from './channel.ts'
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
      const rank = PRIORITIES.indexOf(message.alarm.priority)
      for (const recipient of recipientsOf(channel))
        messages.push({ recipient, eventId: event.id, subject: event.subject, rank, payload: message })
    }
    return messages
  }

  return async function collect(channel: Channel): Promise<number> {
    // A new channel begins at the newest event: nobody wants the alarms of before.
    const begin = async () => (await store.lastEventOf(ALARM_FAMILY))?.id ?? 0
    let cursor = cursors.get(channel.id) ?? (await store.openOutbox(channel.id, await begin()))
    let overflowed = 0
    for (;;) {
      const read = await alarmLog.eventsAfter(cursor, PAGE)
      const { id: head } = alarmLog.head()
      const events = read.filter(event => event.id <= head)
      const to = events.at(-1)?.id
      cursors.set(channel.id, cursor)
      if (to === undefined) return overflowed
      const messages = await messagesFor(channel, events)
      const outcome = await store.enqueue({ channel: channel.id, from: cursor, to, messages, at: now(), maxWaiting })
      cursor = outcome.kind === 'moved' ? to : outcome.cursor
      if (outcome.kind === 'moved') overflowed += outcome.overflowed
    }
  }
}
