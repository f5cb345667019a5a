// The outbox: cursors, messages with leases, and what became of them. Synchronous; inside the store's worker only. Whoever writes
// here is in a transaction.
import type { DatabaseSync } from 'node:sqlite'
import {
  type Claimed,
  type ClaimRequest,
  type EnqueueOutcome,
  type EnqueueRequest,
  MAX_OUTBOX_READ,
  type OutboxChannel,
  type OutboxLane,
  type OutboxMessage,
  type OutboxPageRequest,
  type OutboxPruning,
  type Settlement,
} from '../outbox.ts'

type MessageRow = Omit<OutboxMessage, 'payload'> & { readonly payload: string }

const MESSAGE = `select m.id, m.channel, m.recipient, m.event_id as eventId, m.subject, m.rank, m.payload, m.created_at as createdAt,
  m.attempts, m.next_at as nextAt, m.state, m.last_error as lastError, m.settled_at as settledAt, m.leased_until as leasedUntil
  from outbox m`
const PRUNE_SLICE = 1_000

export type OutboxTables = {
  readonly openOutbox: (channel: string, cursor: number) => number
  readonly enqueue: (request: EnqueueRequest) => EnqueueOutcome
  readonly dueLanes: (now: number) => OutboxLane[]
  /** Whether a claim may find something: asked outside a transaction, so that looking costs no lock. */
  readonly hasDue: (request: ClaimRequest) => boolean
  readonly claimOutbox: (request: ClaimRequest) => OutboxMessage[]
  readonly settleOutbox: (claims: readonly Claimed[], settlement: Settlement, at: number) => number
  readonly outboxPage: (request: OutboxPageRequest) => OutboxMessage[]
  readonly outboxChannels: () => OutboxChannel[]
  readonly retryOutbox: (id: number, at: number) => boolean
  readonly pruneOutbox: (pruning: OutboxPruning) => number
}

export function createOutboxTables(db: DatabaseSync): OutboxTables {
  const open = db.prepare('insert into outbox_channel (channel, cursor) values (?, ?) on conflict do nothing')
  const cursorOf = db.prepare('select cursor from outbox_channel where channel = ?')
  const moveCursor = db.prepare('update outbox_channel set cursor = ? where channel = ?')
  const insert = db.prepare(
    `insert into outbox (channel, recipient, event_id, subject, rank, payload, created_at, next_at)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
  )
  const waitingIn = db.prepare(`select count(*) as count from outbox where state = 'waiting' and channel = ?`)
  const giveUpExcess = db.prepare(
    `update outbox set state = 'dead', last_error = 'overflow', settled_at = ? where id in (
       select id from outbox where state = 'waiting' and channel = ? and (leased_until is null or leased_until <= ?)
       order by rank, id limit ?)`,
  )
  const countOverflow = db.prepare('update outbox_channel set overflowed = overflowed + ? where channel = ?')

  const lanes = db.prepare(
    `select distinct channel, recipient from outbox
     where state = 'waiting' and next_at <= ? and (leased_until is null or leased_until <= ?) order by channel, recipient`,
  )
  const due = db.prepare(
    `select 1 from outbox where state = 'waiting' and channel = ? and recipient = ? and next_at <= ?
     and (leased_until is null or leased_until <= ?) limit 1`,
  )
  const claimable = (earlier: string, which = '') =>
    db.prepare(
      `${MESSAGE} where m.state = 'waiting' and m.channel = :channel and m.recipient = :recipient and m.next_at <= :now
       and (m.leased_until is null or m.leased_until <= :now) ${which}
       and not exists (select 1 from outbox e where e.state = 'waiting' and e.channel = m.channel
         and e.recipient = m.recipient and e.subject = m.subject and e.id < m.id ${earlier})
       order by m.id limit :limit`,
    )
  const oldestOfEach = claimable('')
  const HELD_UP = 'and (e.next_at > :now or e.leased_until > :now)'
  const allThatMay = claimable(HELD_UP)
  const urgentThatMay = claimable(HELD_UP, 'and m.rank >= :rank')
  const leased = db.prepare(
    `select 1 from outbox where state = 'waiting' and channel = ? and recipient = ? and leased_until > ? limit 1`,
  )
  const lastDelivery = db.prepare(
    `select max(settled_at) as at from outbox where state = 'delivered' and channel = ? and recipient = ?`,
  )
  // What left together was settled at one moment.
  const urgentDeliveries = db.prepare(
    `select count(distinct settled_at) as count from outbox
     where state = 'delivered' and channel = ? and recipient = ? and settled_at > ? and rank >= ?`,
  )
  const lease = db.prepare('update outbox set attempts = attempts + 1, leased_until = ? where id = ?')

  const settleDelivered = db.prepare(
    `update outbox set state = 'delivered', settled_at = ?, leased_until = null where id = ? and state <> 'delivered'`,
  )
  const STILL_MINE = `where id = ? and attempts = ? and state = 'waiting' and leased_until is not null`
  const settleRetry = db.prepare(`update outbox set next_at = ?, last_error = ?, leased_until = null ${STILL_MINE}`)
  const settleDead = db.prepare(
    `update outbox set state = 'dead', settled_at = ?, last_error = ?, leased_until = null ${STILL_MINE}`,
  )
  const noteDelivery = db.prepare(
    'update outbox_channel set delivered = delivered + 1, delivered_at = ? where channel = (select channel from outbox where id = ?)',
  )
  const noteError = db.prepare(
    'update outbox_channel set error = ?, error_at = ? where channel = (select channel from outbox where id = ?)',
  )

  const pageWhere = (...conditions: readonly string[]) =>
    db.prepare(`${MESSAGE} where ${[...conditions, 'm.id < ?'].join(' and ')} order by m.id desc limit ?`)
  const pages = {
    all: pageWhere(),
    ofState: pageWhere('m.state = ?'),
    ofChannel: pageWhere('m.channel = ?'),
    ofBoth: pageWhere('m.channel = ?', 'm.state = ?'),
  }
  const channels = db.prepare(
    `select c.channel, c.cursor, c.delivered as deliveredEver, c.overflowed as overflowedEver, c.delivered_at as deliveredAt,
       c.error, c.error_at as errorAt,
       (select count(*) from outbox where state = 'waiting' and channel = c.channel) as waiting,
       (select count(*) from outbox where state = 'dead' and channel = c.channel) as dead,
       (select min(created_at) from outbox where state = 'waiting' and channel = c.channel) as oldestWaitingAt
     from outbox_channel c order by c.channel`,
  )
  const revive = db.prepare(
    `update outbox set state = 'waiting', attempts = 0, next_at = ?, settled_at = null, leased_until = null
     where id = ? and state = 'dead'`,
  )
  const expire = db.prepare(
    `update outbox set state = 'dead', last_error = 'expired', settled_at = ? where id in (
       select id from outbox where state = 'waiting' and created_at < ? and (leased_until is null or leased_until <= ?) limit ?)`,
  )
  const forget = db.prepare(
    'delete from outbox where id in (select id from outbox where state = ? and settled_at < ? limit ?)',
  )
  const forgetExcess = db.prepare(
    `delete from outbox where id in (
       select id from outbox where state = 'dead' order by settled_at desc, id desc limit ? offset ?)`,
  )

  const cursorNow = (channel: string) => (cursorOf.get(channel) as { cursor: number } | undefined)?.cursor

  function giveUpBeyond({ channel, at, maxWaiting }: EnqueueRequest): number {
    const excess = (waitingIn.get(channel) as { count: number }).count - maxWaiting
    if (excess <= 0) return 0
    const overflowed = Number(giveUpExcess.run(at, channel, at, excess).changes)
    countOverflow.run(overflowed, channel)
    return overflowed
  }

  function isAtRest({ channel, recipient, now, gathered }: ClaimRequest): boolean {
    if (!gathered) return false
    if (leased.get(channel, recipient, now) !== undefined) return true
    const { at } = lastDelivery.get(channel, recipient) as { at: number | null }
    if (at === null || now - at >= gathered.restMs) return false
    const { rank, most, withinMs } = gathered.urgent
    if (urgentThatMay.get({ channel, recipient, now, rank, limit: 1 }) === undefined) return true
    return (urgentDeliveries.get(channel, recipient, now - withinMs, rank) as { count: number }).count >= most
  }

  function settleOne({ id, attempts }: Claimed, settlement: Settlement, at: number): boolean {
    if (settlement.kind === 'delivered') {
      if (settleDelivered.run(at, id).changes === 0) return false
      noteDelivery.run(at, id)
      return true
    }
    const { changes } =
      settlement.kind === 'retry'
        ? settleRetry.run(settlement.nextAt, settlement.error, id, attempts)
        : settleDead.run(at, settlement.error, id, attempts)
    if (changes === 0) return false
    noteError.run(settlement.error, at, id)
    return true
  }

  return {
    openOutbox(channel, cursor) {
      open.run(channel, cursor)
      return cursorNow(channel) ?? cursor
    },
    enqueue(request) {
      const { channel, from, to, messages, at } = request
      const cursor = cursorNow(channel)
      if (cursor === undefined) throw new RangeError(`channel: ${channel} was never opened`)
      if (cursor !== from) return { kind: 'elsewhere', cursor }
      if (!Number.isInteger(to) || to < from) throw new RangeError(`to: ${to} is before ${from}`)
      for (const { recipient, eventId, subject, rank, payload } of messages)
        insert.run(channel, recipient, eventId, subject, rank, JSON.stringify(payload), at, at)
      moveCursor.run(to, channel)
      return { kind: 'moved', overflowed: messages.length === 0 ? 0 : giveUpBeyond(request) }
    },
    dueLanes: now => lanes.all(now, now).map(row => ({ ...(row as OutboxLane) })),
    hasDue: request =>
      due.get(request.channel, request.recipient, request.now, request.now) !== undefined && !isAtRest(request),
    claimOutbox(request) {
      const { channel, recipient, now, leasedUntil, limit, gathered } = request
      bounded(limit)
      if (isAtRest(request)) return []
      const rows = messagesFrom((gathered ? allThatMay : oldestOfEach).all({ channel, recipient, now, limit }))
      return rows.map(row => {
        lease.run(leasedUntil, row.id)
        return { ...row, attempts: row.attempts + 1, leasedUntil }
      })
    },
    settleOutbox: (claims, settlement, at) => claims.filter(claim => settleOne(claim, settlement, at)).length,
    outboxPage({ state, channel, beforeId, limit }) {
      const rest = [beforeId, bounded(limit)] as const
      if (channel !== null && state !== null) return messagesFrom(pages.ofBoth.all(channel, state, ...rest))
      if (channel !== null) return messagesFrom(pages.ofChannel.all(channel, ...rest))
      return messagesFrom(state === null ? pages.all.all(...rest) : pages.ofState.all(state, ...rest))
    },
    outboxChannels: () => channels.all().map(row => ({ ...(row as OutboxChannel) })),
    retryOutbox: (id, at) => revive.run(at, id).changes > 0,
    pruneOutbox: ({ at, deliveredBefore, deadBefore, waitingBefore, maxDead }) =>
      Number(expire.run(at, waitingBefore, at, PRUNE_SLICE).changes) +
      Number(forget.run('delivered', deliveredBefore, PRUNE_SLICE).changes) +
      Number(forget.run('dead', deadBefore, PRUNE_SLICE).changes) +
      Number(forgetExcess.run(PRUNE_SLICE, maxDead).changes),
  }
}

const messagesFrom = (rows: readonly unknown[]): OutboxMessage[] =>
  (rows as readonly MessageRow[]).map(row => ({ ...row, payload: JSON.parse(row.payload) }))

/** The count itself. @throws RangeError unless it is a whole number from 1 to MAX_OUTBOX_READ */
function bounded(limit: number): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_OUTBOX_READ)
    throw new RangeError(`limit: ${limit}, not 1 to ${MAX_OUTBOX_READ}`)
  return limit
}
