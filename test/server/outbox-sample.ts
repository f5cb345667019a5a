// Messages, enqueues and claims for the contract of the outbox: name only what the test is about.
import {
  type ClaimRequest,
  type EnqueueRequest,
  type Gathering,
  MAX_OUTBOX_READ,
  type NewOutboxMessage,
  type OutboxChannel,
  type OutboxMessage,
} from '../../server/store/outbox.ts'
import type { Store } from '../../server/store/store.ts'
import { unique } from './store-contract-events.ts'

export const NEVER = Number.MAX_SAFE_INTEGER
export const aMessage = (eventId: number, about: Partial<NewOutboxMessage> = {}): NewOutboxMessage => ({
  recipient: '',
  eventId,
  subject: `alarm:${eventId}`,
  rank: 1,
  payload: { text: `Mực nước ${eventId}` },
  ...about,
})
/** A channel of its own with these messages waiting since 1,000. */
export async function aChannel(store: Store, messages: readonly NewOutboxMessage[] = []): Promise<string> {
  const channel = unique('channel')
  await store.openOutbox(channel, 0)
  if (messages.length > 0) await store.enqueue(anEnqueue(channel, messages))
  return channel
}
export const anEnqueue = (
  channel: string,
  messages: readonly NewOutboxMessage[],
  about: Partial<EnqueueRequest> = {},
): EnqueueRequest => ({ channel, from: 0, to: 100, messages, at: 1_000, maxWaiting: 1_000, ...about })
export const aClaim = (channel: string, about: Partial<ClaimRequest> = {}): ClaimRequest => ({
  channel,
  recipient: '',
  now: 2_000,
  leasedUntil: 62_000,
  limit: 100,
  gathered: null,
  ...about,
})
export const ascending = (ids: readonly number[]): number[] => ids.toSorted((a, b) => a - b)
export const eventsOf = (messages: readonly OutboxMessage[]): number[] => messages.map(({ eventId }) => eventId)
export const standOf = async (store: Store, channel: string): Promise<OutboxChannel> => {
  const found = (await store.outboxChannels()).find(one => one.channel === channel)
  if (!found) throw new Error(`${channel} isn't open`)
  return found
}
export const pageOf = (store: Store, channel: string, state: OutboxMessage['state'] | null = null) =>
  store.outboxPage({ state, channel, beforeId: NEVER, limit: MAX_OUTBOX_READ })
/** A minute's rest, which rank 3 ends, twice within ten minutes. */
export const GATHERED: Gathering = { restMs: 60_000, urgent: { rank: 3, most: 2, withinMs: 600_000 } }
