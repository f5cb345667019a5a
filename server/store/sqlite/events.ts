// The log of events in one hash chain: single changes and whole commands go in, pages come out, the chain is checked.
// Knows no event's meaning. Synchronous; inside the store's worker only.
import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import {
  type AppendOutcome,
  type AppendRequest,
  CHAIN_START,
  type ChainCheck,
  type ChainPlace,
  type EventMark,
  type ExpectedVersion,
  MAX_EVENT_AT,
  MAX_EVENTS_A_COMMAND,
  MAX_EVENTS_A_READ,
  type NewEvent,
  type StoredEvent,
} from '../store.ts'

type EventRow = Omit<StoredEvent, 'data'> & { readonly data: string }
type CommandRow = { readonly fingerprint: string; readonly first: number; readonly last: number }
const EVENT = 'select id, at, actor, type, subject, data, hash from event'
/** As a limit of SQLite. */
const ALL = -1
const MARK = 'select id, hash, at from event'

export type EventTables = {
  /** Adds one event as it is, within the transaction of the change that it records. */
  readonly record: (event: NewEvent) => void
  readonly appendEvents: (request: AppendRequest) => AppendOutcome
  readonly outcomeOf: (
    key: string,
    fingerprint: string,
  ) => Extract<AppendOutcome, { kind: 'repeated' | 'key-reused' }> | null
  readonly events: (afterId: number, limit: number) => StoredEvent[]
  readonly eventsOf: (family: string, afterId: number, limit: number) => StoredEvent[]
  readonly eventsBefore: (family: string, beforeId: number, limit: number) => StoredEvent[]
  readonly eventsAbout: (subject: string, limit: number) => StoredEvent[]
  readonly event: (id: number) => StoredEvent | null
  readonly lastEvent: () => EventMark | null
  readonly lastEventOf: (family: string) => EventMark | null
  readonly brokenEvent: () => number | null
  readonly checkChain: (after: ChainPlace, limit: number) => ChainCheck
}

const hashOf = (previous: string, { id, at, actor, type, subject, data }: EventRow): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, id, at, actor, type, subject, data]))
    .digest('hex')

const eventOf = (row: EventRow): StoredEvent => ({ ...row, data: JSON.parse(row.data) })

/** As the generated column of the same name has it. */
const familyOf = (type: string): string => type.split('.', 1)[0] ?? type

export function createEventTables(db: DatabaseSync): EventTables {
  const insert = db.prepare('insert into event (id, at, actor, type, subject, data, hash) values (?, ?, ?, ?, ?, ?, ?)')
  const after = db.prepare(`${EVENT} where id > ? order by id limit ?`)
  const ofFamily = db.prepare(`${EVENT} where family = ? and id > ? order by id limit ?`)
  const before = db.prepare(`${EVENT} where family = ? and id < ? order by id desc limit ?`)
  const about = db.prepare(`${EVENT} where subject = ? order by id desc limit ?`)
  const between = db.prepare(`${EVENT} where id between ? and ? order by id`)
  const last = db.prepare(`${MARK} order by id desc limit 1`)
  const lastOf = db.prepare(`${MARK} where family = ? order by id desc limit 1`)
  const commandOf = db.prepare(
    'select fingerprint, first_event as first, last_event as last from command where key = ?',
  )
  const insertCommand = db.prepare(
    'insert into command (key, fingerprint, first_event, last_event) values (?, ?, ?, ?)',
  )

  const lastEvent = () => markOf(last.get())
  const lastEventOf = (family: string) => markOf(lastOf.get(family))
  const eventsAbout = (subject: string, limit: number) =>
    eventsFrom(about.all(subject, bounded('limit', limit, MAX_EVENTS_A_READ)))

  function link(previous: ChainPlace, event: NewEvent): EventRow {
    // The database replaces half characters; the hash must be of the text that is read back.
    const [actor, type, subject] = [event.actor.toWellFormed(), event.type.toWellFormed(), event.subject.toWellFormed()]
    const unsealed = {
      id: previous.id + 1,
      at: event.at,
      actor,
      type,
      subject,
      data: JSON.stringify(event.data),
      hash: '',
    }
    const row = { ...unsealed, hash: hashOf(previous.hash, unsealed) }
    insert.run(row.id, row.at, row.actor, row.type, row.subject, row.data, row.hash)
    return row
  }

  function outcomeOf(key: string, fingerprint: string): ReturnType<EventTables['outcomeOf']> {
    const done = commandOf.get(key) as CommandRow | undefined
    if (!done) return null
    if (done.fingerprint !== fingerprint) return { kind: 'key-reused' }
    return { kind: 'repeated', events: eventsFrom(between.all(done.first, done.last)) }
  }

  /** Why the events may not follow what is stored by now, or undefined. */
  function refusalOf(expected: readonly ExpectedVersion[]): AppendOutcome | undefined {
    for (const { subject, version } of expected) {
      const [newest] = eventsAbout(subject, 1)
      if (newest && newest.id !== version) return { kind: 'conflict', newest }
      if (!newest && version !== 0) return { kind: 'missing', subject }
    }
    return undefined
  }

  function appendAll(events: readonly NewEvent[]): EventRow[] {
    let end = lastEvent() ?? CHAIN_START
    return events.map(event => {
      const at = Math.max(event.at, lastEventOf(familyOf(event.type))?.at ?? event.at)
      const row = link(end, { ...event, at })
      end = row
      return row
    })
  }

  function checkChain(start: ChainPlace, limit: number): ChainCheck {
    let end = start
    let count = 0
    for (const row of after.iterate(start.id, limit) as unknown as Iterable<EventRow>) {
      if (row.id !== end.id + 1 || row.hash !== hashOf(end.hash, row)) return { brokenId: row.id, end, isWhole: true }
      end = { id: row.id, hash: row.hash }
      count++
    }
    return { brokenId: null, end, isWhole: count < limit || limit < 0 }
  }

  return {
    record(event) {
      link(lastEvent() ?? CHAIN_START, event)
    },
    appendEvents({ events, expected, key, fingerprint }) {
      bounded('events', events.length, MAX_EVENTS_A_COMMAND)
      if (expected.length > 0) bounded('expected', expected.length, MAX_EVENTS_A_COMMAND)
      for (const { at } of events) if (!isEventTime(at)) throw new RangeError(`at: ${at} is no time`)
      const earlier = outcomeOf(key, fingerprint) ?? refusalOf(expected)
      if (earlier) return earlier
      const rows = appendAll(events)
      const end = rows.at(-1)?.id ?? 0
      insertCommand.run(key, fingerprint, end - rows.length + 1, end)
      // As they will be read, not as they were given: what JSON doesn't keep, nobody has seen.
      return { kind: 'appended', events: rows.map(eventOf) }
    },
    outcomeOf,
    events: (afterId, limit) => eventsFrom(after.all(afterId, limit)),
    eventsOf: (family, afterId, limit) =>
      eventsFrom(ofFamily.all(family, afterId, bounded('limit', limit, MAX_EVENTS_A_READ))),
    eventsBefore: (family, beforeId, limit) =>
      eventsFrom(before.all(family, beforeId, bounded('limit', limit, MAX_EVENTS_A_READ))),
    eventsAbout,
    event: id => eventsFrom(between.all(id, id))[0] ?? null,
    lastEvent,
    lastEventOf,
    brokenEvent: () => checkChain(CHAIN_START, ALL).brokenId,
    checkChain: (start, limit) => checkChain(start, bounded('limit', limit, MAX_EVENTS_A_READ)),
  }
}

const eventsFrom = (rows: readonly unknown[]): StoredEvent[] => (rows as readonly EventRow[]).map(eventOf)
const markOf = (row: unknown): EventMark | null => (row === undefined ? null : { ...(row as EventMark) })

/** The count itself. @throws RangeError unless it is a whole number from 1 to `max` */
function bounded(name: string, count: number, max: number): number {
  if (!Number.isInteger(count) || count < 1 || count > max) throw new RangeError(`${name}: ${count}, not 1 to ${max}`)
  return count
}

/** A time that a date can have; beyond, a number is stored that can't be read back. */
const isEventTime = (at: number): boolean => Number.isInteger(at) && Math.abs(at) <= MAX_EVENT_AT
