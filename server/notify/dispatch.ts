// From the outbox to the receivers: claims what is due, sends it, settles it. Each receiver is served by itself, so that a slow one
// delays no other; what fails comes back later and later, and is given up in the end.
import type { Logger } from 'pino'
import type { AlarmMessage } from '../../shared/alarms/notification.ts'
import { MAX_OUTBOX_READ, type OutboxLane, type OutboxMessage, type OutboxStore } from '../store/outbox.ts'
import { StoreTrouble } from '../store/store.ts'
import { backOffMs, MAX_ATTEMPTS } from './back-off.ts'
import { type Channel, recipientsOf } from './channel.ts'
import { failed, type Sender, type SendOutcome } from './sending.ts'

/** Sends of one channel under way at a time. */
export const MAX_PARALLEL = 4
/** Longer than the longest send: after it a message belongs to nobody any more. */
export const LEASE_MS = 180_000

export type DispatchDeps = {
  readonly store: Pick<OutboxStore, 'dueLanes' | 'claimOutbox' | 'settleOutbox'>
  readonly channels: readonly { readonly channel: Channel; readonly sender: Sender }[]
  readonly now: () => number
  /** 0 ≤ random < 1 */
  readonly random: () => number
  readonly log: Logger
  /** A send came to its end: there is room for the next. */
  readonly onSettled: () => void
}
export type Dispatcher = {
  /** Starts what can be started now; resolves without waiting for any receiver. */
  readonly run: () => Promise<void>
  /** Breaks off what is under way; it is sent again later. */
  readonly stop: () => Promise<void>
}

type Way = {
  readonly sender: Sender
  readonly recipients: ReadonlySet<string>
  underWay: number
  /** A receiver that asked to be left alone. */
  restsUntil: number
  isFailing: boolean
}

export function createDispatcher(deps: DispatchDeps): Dispatcher {
  const { store, channels, now, random, log, onSettled } = deps
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()
  const ways = new Map<string, Way>(
    channels.map(({ channel, sender }) => [
      channel.id,
      { sender, recipients: new Set(recipientsOf(channel)), underWay: 0, restsUntil: 0, isFailing: false },
    ]),
  )

  async function serve(lane: OutboxLane, way: Way): Promise<void> {
    const free = MAX_PARALLEL - way.underWay
    if (free <= 0 || way.restsUntil > now()) return
    const { gathered } = way.sender
    const claimed = await store.claimOutbox({
      ...lane,
      now: now(),
      leasedUntil: now() + LEASE_MS,
      limit: gathered ? MAX_OUTBOX_READ : free,
      gathered,
    })
    if (claimed.length === 0) return
    for (const parcel of gathered ? [claimed] : claimed.map(one => [one])) start(parcel, lane, way)
  }

  function start(parcel: readonly OutboxMessage[], lane: OutboxLane, way: Way): void {
    way.underWay += 1
    const work = send(parcel, lane, way)
      // Its lease runs out, and it is sent again.
      .catch((error: unknown) =>
        log.error({ err: error, channel: lane.channel }, 'an alarm message could not be settled'),
      )
      .finally(() => {
        way.underWay -= 1
        underWay.delete(work)
        onSettled()
      })
    underWay.add(work)
  }

  async function send(parcel: readonly OutboxMessage[], { channel, recipient }: OutboxLane, way: Way): Promise<void> {
    // Taken as often as that and never settled: the process died with it each time.
    const [spent, fresh] = partition(parcel, ({ attempts }) => attempts > MAX_ATTEMPTS)
    await store.settleOutbox(spent, { kind: 'dead', error: 'interrupted' }, now())
    if (fresh.length === 0) return
    const messages = fresh.map(({ payload }) => payload as AlarmMessage)
    const outcome = await way.sender.send(messages, recipient, stopping.signal).catch((error: unknown) => {
      if (error instanceof StoreTrouble) throw error
      log.error({ err: error, channel }, 'an alarm message could not be sent')
      return failed('unexpected')
    })
    note(outcome, channel, way)
    await settle(fresh, outcome)
  }

  async function settle(parcel: readonly OutboxMessage[], outcome: SendOutcome): Promise<void> {
    if (outcome.kind === 'delivered') {
      await store.settleOutbox(parcel, outcome, now())
      return
    }
    const { error, isFinal, retryAfterMs } = outcome
    for (const [attempts, rows] of Map.groupBy(parcel, one => one.attempts)) {
      const isOver = isFinal || attempts >= MAX_ATTEMPTS
      const nextAt = now() + Math.max(backOffMs(attempts, random()), retryAfterMs ?? 0)
      await store.settleOutbox(rows, isOver ? { kind: 'dead', error } : { kind: 'retry', nextAt, error }, now())
      if (isOver) log.warn({ messages: rows.map(({ id }) => id), error, attempts }, 'alarm messages were given up')
    }
  }

  /** Says once that a channel fails, and once that it works again. What one message is refused for isn't the channel's failure. */
  function note(outcome: SendOutcome, channel: string, way: Way): void {
    const isFailing = outcome.kind === 'failed' && !outcome.isFinal && !stopping.signal.aborted
    if (outcome.kind === 'failed' && outcome.retryAfterMs !== null) way.restsUntil = now() + outcome.retryAfterMs
    if (isFailing && !way.isFailing) log.warn({ channel, error: outcome.error }, 'alarm messages cannot be delivered')
    if (!isFailing && way.isFailing) log.info({ channel }, 'alarm messages are delivered again')
    way.isFailing = isFailing
  }

  return {
    async run() {
      for (const lane of await store.dueLanes(now())) {
        const way = ways.get(lane.channel)
        // Of a channel or a receiver that is no longer there: it waits until it expires.
        if (way?.recipients.has(lane.recipient) && !stopping.signal.aborted) await serve(lane, way)
      }
    },
    async stop() {
      stopping.abort()
      await Promise.all(underWay)
    },
  }
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(isFirst), all.filter(one => !isFirst(one))]
}
