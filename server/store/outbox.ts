// The store's port for what waits to leave the station, and for the one-time links in it. No SQL here, and no idea of what a message
// says; test/server/store-contract-{outbox,outbox-keeping,gathering,links}.ts are its meaning in tests. Times are epoch milliseconds.
import type { OutboxState } from '../../shared/alarms/notification.ts'

export type NewOutboxMessage = {
  /** Whom it goes to within its channel: an address; '' where the channel has one receiver. */
  readonly recipient: string
  /** The event it tells of. A channel tells a recipient of an event once. */
  readonly eventId: number
  /** Messages about one subject leave in order. */
  readonly subject: string
  /** Of too many, the lowest are given up first; a high one may end a lane's rest (Gathering). */
  readonly rank: number
  readonly payload: unknown
}
export type OutboxMessage = NewOutboxMessage & {
  readonly id: number
  readonly channel: string
  readonly createdAt: number
  /** How often it was taken to be sent. */
  readonly attempts: number
  readonly nextAt: number
  readonly state: OutboxState
  readonly lastError: string | null
  /** When it was delivered or given up. */
  readonly settledAt: number | null
  readonly leasedUntil: number | null
}

export type EnqueueRequest = {
  readonly channel: string
  /** The cursor the messages follow from, and where it stands then. */
  readonly from: number
  readonly to: number
  readonly messages: readonly NewOutboxMessage[]
  readonly at: number
  /** More waiting messages than these aren't held: the oldest of the lowest rank become dead by 'overflow'. */
  readonly maxWaiting: number
}
export type EnqueueOutcome =
  | { readonly kind: 'moved'; readonly overflowed: number }
  /** Another process moved the cursor meanwhile; nothing was added. */
  | { readonly kind: 'elsewhere'; readonly cursor: number }

export type OutboxLane = { readonly channel: string; readonly recipient: string }
/** How a lane sends all that waits as one: nothing while others of the lane are leased, nor while it rests. */
export type Gathering = {
  /** After a delivery. */
  readonly restMs: number
  /**
   * What has at least this rank ends a rest at once, with all that waits; but not after `most` deliveries of such within `withinMs`.
   */
  readonly urgent: { readonly rank: number; readonly most: number; readonly withinMs: number }
}
export type ClaimRequest = OutboxLane & {
  readonly now: number
  /** Nobody else gets them until then. */
  readonly leasedUntil: number
  readonly limit: number
  /** Null: each message by itself, the oldest of its subject only. */
  readonly gathered: Gathering | null
}
/** `attempts` as claimed: whose lease ran out can't settle what another has taken since. */
export type Claimed = Pick<OutboxMessage, 'id' | 'attempts'>
export type Settlement =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'retry'; readonly nextAt: number; readonly error: string }
  | { readonly kind: 'dead'; readonly error: string }

export type OutboxPageRequest = {
  readonly state: OutboxState | null
  readonly channel: string | null
  readonly beforeId: number
  /** 1 to MAX_OUTBOX_READ, else RangeError. */
  readonly limit: number
}
export const MAX_OUTBOX_READ = 1_000

/** What stands of one channel, and what came of its messages since it was opened. */
export type OutboxChannel = {
  readonly channel: string
  readonly cursor: number
  readonly waiting: number
  readonly dead: number
  readonly deliveredEver: number
  readonly overflowedEver: number
  readonly oldestWaitingAt: number | null
  readonly deliveredAt: number | null
  readonly error: string | null
  readonly errorAt: number | null
}

export type OutboxPruning = {
  readonly at: number
  readonly deliveredBefore: number
  readonly deadBefore: number
  /** Added before: given up as 'expired', e.g. because their channel is gone. */
  readonly waitingBefore: number
  /** Dead ones beyond these are forgotten, oldest first. */
  readonly maxDead: number
}

export type LinkToken = {
  /** SHA-256 of the token, hex. */
  readonly hash: string
  readonly alarm: string
  readonly occurrence: number
  readonly recipient: string
  readonly expiresAt: number
  readonly usedAt: number | null
}

export type OutboxStore = {
  /** The channel's cursor; a channel nobody knew begins at `cursor`. */
  readonly openOutbox: (channel: string, cursor: number) => Promise<number>
  /** Adds messages and moves the cursor, both or neither. A message that is there already changes nothing. */
  readonly enqueue: (request: EnqueueRequest) => Promise<EnqueueOutcome>
  /** Lanes with messages that could be sent by `now`. */
  readonly dueLanes: (now: number) => Promise<readonly OutboxLane[]>
  /** Takes due messages, oldest first, each with one attempt more; no two callers get the same while the lease runs. */
  readonly claimOutbox: (request: ClaimRequest) => Promise<readonly OutboxMessage[]>
  /** How many it applied to: a delivery always, the rest only while the claim is still the caller's. */
  readonly settleOutbox: (claims: readonly Claimed[], settlement: Settlement, at: number) => Promise<number>
  /** Newest first. */
  readonly outboxPage: (request: OutboxPageRequest) => Promise<readonly OutboxMessage[]>
  readonly outboxChannels: () => Promise<readonly OutboxChannel[]>
  /** A dead message waits again, as if never tried. False when there is none of that id. */
  readonly retryOutbox: (id: number, at: number) => Promise<boolean>
  /** One slice; how many rows changed. */
  readonly pruneOutbox: (pruning: OutboxPruning) => Promise<number>

  readonly addLinkTokens: (tokens: readonly Omit<LinkToken, 'usedAt'>[]) => Promise<void>
  readonly linkToken: (hash: string) => Promise<LinkToken | null>
  /** The link for one caller only; null when it is unknown, used, or expired by `at`. */
  readonly useLinkToken: (hash: string, at: number) => Promise<LinkToken | null>
  /** What it was used for at `usedAt` didn't happen: it may be used again. */
  readonly releaseLinkToken: (hash: string, usedAt: number) => Promise<void>
  /** Those that expired before, one slice; how many. */
  readonly pruneLinkTokens: (before: number) => Promise<number>
}
