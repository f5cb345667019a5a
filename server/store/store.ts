// The store's port: what the station keeps and how it answers. No SQL here; test/server/store-contract.ts is its meaning in tests.
import type { FrameColumns } from '../../shared/frame.ts'
import type { Source } from '../../shared/reading.ts'
import type { AccessStore } from './access.ts'
import type { OutboxStore } from './outbox.ts'

/** Columns of readings to store; `n` is the series' number, `q` a quality code. Rows may stand in any order. */
export type ReadingBatch = FrameColumns

/** What became of each row of a batch. */
export const OUTCOME = {
  /** Same series and time, same value: nothing changed. */
  duplicate: 0,
  /** Stored, and now the newest of its series. */
  newest: 1,
  /** Stored with quality `late` (unless `bad`): its series already holds a newer one. */
  late: 2,
  /** Same series and time, other value: the first one stays. */
  conflict: 3,
} as const

/** What a device is and where it stands. */
export type DeviceSite = {
  readonly id: string
  readonly name: string
  readonly village: string
  readonly lon: number
  readonly lat: number
  readonly source: Source
}
export type StoredDevice = DeviceSite & {
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string
  /** The token before this one, and when it stops working; null = none. */
  readonly previousTokenHash: string | null
  readonly previousTokenUntil: number | null
  readonly createdAt: number
  readonly disabledAt: number | null
}
/** A device as it is added: enabled, with its first token. */
export type NewDevice = Omit<StoredDevice, 'previousTokenHash' | 'previousTokenUntil' | 'disabledAt'>
export type TokenRotation = {
  readonly tokenHash: string
  /** How long the present token goes on working; null = it stops at once. */
  readonly previousUntil: number | null
  readonly at: number
  readonly actor: string
}
export type StoredSeries = {
  readonly n: number
  readonly device: string
  readonly quantity: string
  readonly unit: string
  readonly intervalMs: number | null
}
export type NewSeries = Omit<StoredSeries, 'n' | 'device'>
export type StoredRegistry = { readonly devices: readonly StoredDevice[]; readonly series: readonly StoredSeries[] }

export type StoredEvent = {
  readonly id: number
  readonly at: number
  readonly actor: string
  readonly type: string
  readonly subject: string
  readonly data: unknown
  readonly hash: string
}
/** An event that isn't stored yet. Its family is the text before the first dot of its type. */
export type NewEvent = Omit<StoredEvent, 'id' | 'hash'>
/** Where a log stood: the hash stands for the event and all before it. */
export type EventMark = Pick<StoredEvent, 'id' | 'hash' | 'at'>

/** What the next event's hash follows from. */
export type ChainPlace = Pick<StoredEvent, 'id' | 'hash'>
export const CHAIN_START: ChainPlace = { id: 0, hash: '' }
export type ChainCheck = {
  /** The first event whose hash doesn't follow from its predecessor. */
  readonly brokenId: number | null
  /** Up to and with this event the chain holds. */
  readonly end: ChainPlace
  /** Nothing is left to check. */
  readonly isWhole: boolean
}

export const MAX_EVENTS_A_COMMAND = 10_000
export const MAX_EVENTS_A_READ = 10_000
/** The last millisecond that a date can be (and, negative, the first). */
export const MAX_EVENT_AT = 8.64e15

/** What a writer has seen: id of the newest event about the subject (of any family), 0 = none. */
export type ExpectedVersion = { readonly subject: string; readonly version: number }
/** What one command adds to the log. */
export type AppendRequest = {
  /** 1 to MAX_EVENTS_A_COMMAND, in order. */
  readonly events: readonly NewEvent[]
  /** At most MAX_EVENTS_A_COMMAND; may name subjects that the events aren't about. */
  readonly expected: readonly ExpectedVersion[]
  /** Names the command among all there ever were: sent again, it is answered with the events of the first time. */
  readonly key: string
  /** Stands for what the command says: the same key with another fingerprint is another command, and refused. */
  readonly fingerprint: string
}
export type AppendOutcome =
  | { readonly kind: 'appended'; readonly events: readonly StoredEvent[] }
  | { readonly kind: 'repeated'; readonly events: readonly StoredEvent[] }
  /** A subject moved on; the newest event about it. */
  | { readonly kind: 'conflict'; readonly newest: StoredEvent }
  /** A version was expected of a subject that no event is about. */
  | { readonly kind: 'missing'; readonly subject: string }
  | { readonly kind: 'key-reused' }

export type Buckets = {
  /** Start of each bucket, epoch milliseconds, ascending; empty buckets are left out. */
  readonly t: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly mean: Float64Array
  readonly count: Float64Array
}
export type Columns = Pick<FrameColumns, 't' | 'v' | 'q'>

/** A place in the order of all readings. */
export type ReadingPlace = { readonly t: number; readonly n: number }
export type ReplayQuery = {
  readonly series: readonly number[]
  readonly after: ReadingPlace
  readonly to: number
  /** Null = every reading. */
  readonly stepMs: number | null
  readonly limit: number
}
/** Equal parts of a span; an event at the end of the last one is in it. */
export type EventParts = {
  readonly from: number
  readonly to: number
  readonly points: number
}

export type StoreFigures = { readonly hotRows: number; readonly databaseBytes: number; readonly walBytes: number }

type Parts = AccessStore & OutboxStore

/** Every method rejects with StoreTrouble when the disk or the database can't do it now. Times are epoch milliseconds. */
export type Store = Parts & {
  readonly registry: () => Promise<StoredRegistry>
  /** False when a device of that id exists. */
  readonly addDevice: (device: NewDevice, series: readonly NewSeries[], actor: string) => Promise<boolean>
  /** Adds a series to a device unless it has one of that quantity. False when the device doesn't exist. */
  readonly addSeries: (device: string, series: NewSeries, at: number, actor: string) => Promise<boolean>
  /**
   * False when the device doesn't exist. Never leaves more than two tokens: the one before the present is dropped. Also
   * enables a disabled device again, and then without its old token: whatever it was disabled for, that one had a part in it.
   */
  readonly rotateToken: (device: string, rotation: TokenRotation) => Promise<boolean>
  readonly disableDevice: (device: string, at: number, actor: string) => Promise<boolean>

  /** Commits the whole batch or nothing, on disk before it resolves. One OUTCOME per row. */
  readonly append: (batch: ReadingBatch) => Promise<Uint8Array>
  /** The newest reading of every series that has one. */
  readonly latest: () => Promise<FrameColumns>
  /** The newest reading of every series that isn't newer than `at`. */
  readonly stateAt: (at: number) => Promise<FrameColumns>
  /** Raw readings with from ≤ t ≤ to, oldest first, at most `limit`. */
  readonly readings: (n: number, from: number, to: number, limit: number) => Promise<Columns>
  /**
   * Raw readings of these series by time, then by series: those after `after` (which itself is left out) up to and with `to`,
   * at most `limit`. With `stepMs` only the last reading of each series in each step of the clock.
   */
  readonly readingsAfter: (query: ReplayQuery) => Promise<FrameColumns>
  /** The time of the oldest raw reading, or null. */
  readonly firstReadingAt: () => Promise<number | null>
  /** At most `points` buckets over [from, to], from the coarsest level that serves them. `bad` readings are left out. */
  readonly buckets: (n: number, from: number, to: number, points: number) => Promise<Buckets>

  /** Moves readings older than `before` from the hot to the cold table with their rollups; at most one slice. Rows moved. */
  readonly compact: (before: number) => Promise<number>
  /** Deletes raw cold readings older than `before`, one slice; rollups stay. Rows deleted. */
  readonly prune: (before: number) => Promise<number>
  /** True once after another process wrote to the same store (a device was added, history was imported). */
  readonly changedElsewhere: () => Promise<boolean>

  /**
   * Appends a command's events, all or none, on disk before it resolves; refusals leave no trace. The key is looked up
   * first, so that a repetition is answered whatever happened since. Within a family time never goes back: an event is
   * stored at the later of its own time and the family's newest. Rejects with RangeError beyond the bounds.
   */
  readonly appendEvents: (request: AppendRequest) => Promise<AppendOutcome>
  /** What a command of that key led to, or null when there was none. For a sender whose repetition would now be refused. */
  readonly outcomeOf: (
    key: string,
    fingerprint: string,
  ) => Promise<Extract<AppendOutcome, { kind: 'repeated' | 'key-reused' }> | null>
  readonly events: (afterId: number, limit: number) => Promise<readonly StoredEvent[]>
  /** Oldest first; `limit` 1 to MAX_EVENTS_A_READ, else RangeError. */
  readonly eventsOf: (family: string, afterId: number, limit: number) => Promise<readonly StoredEvent[]>
  /** Newest first, before an event; `limit` as above. */
  readonly eventsBefore: (family: string, beforeId: number, limit: number) => Promise<readonly StoredEvent[]>
  /** Newest first, of any family; `limit` 1 to MAX_EVENTS_A_READ, else RangeError. */
  readonly eventsAbout: (subject: string, limit: number) => Promise<readonly StoredEvent[]>
  readonly event: (id: number) => Promise<StoredEvent | null>
  /** How many events of a family fall into each part; of one type when it is named. */
  readonly eventCounts: (family: string, type: string | null, parts: EventParts) => Promise<Uint32Array>
  readonly lastEvent: () => Promise<EventMark | null>
  readonly lastEventOf: (family: string) => Promise<EventMark | null>
  /** The id of the first event whose hash doesn't follow from its predecessor, or null when the chain holds. */
  readonly brokenEvent: () => Promise<number | null>
  /** The same for the events after a place, at most `limit` of them (1 to MAX_EVENTS_A_READ, else RangeError): others get their turn. */
  readonly checkChain: (after: ChainPlace, limit: number) => Promise<ChainCheck>

  readonly figures: () => Promise<StoreFigures>
  readonly close: () => Promise<void>
}

export type TroubleCode = 'full' | 'busy' | 'io' | 'closed'

/** The store can't write or read now; a later try may succeed. Never a bug of the caller. */
export class StoreTrouble extends Error {
  readonly code: TroubleCode
  constructor(code: TroubleCode, message: string) {
    super(message)
    this.name = 'StoreTrouble'
    this.code = code
  }
}
