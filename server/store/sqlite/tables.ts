// The SQLite store as one synchronous object: each method one transaction. Runs inside the store's worker.
import { statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { Store } from '../store.ts'
import { createAccessTables } from './access.ts'
import { createEventTables } from './events.ts'
import { createHistoryTables } from './history.ts'
import { createLinkTables } from './links.ts'
import { type OpenOptions, openDatabase } from './open.ts'
import { createOutboxTables } from './outbox.ts'
import { createReadingTables } from './readings.ts'
import { createRegistryTables } from './registry.ts'
import { createReplayTables } from './replay.ts'

type Synchronous<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => Promise<infer R> ? (...args: A) => R : never
}
export type SqliteTables = Synchronous<Store>

export function openTables(options: OpenOptions): SqliteTables {
  const db = openDatabase(options)
  const events = createEventTables(db)
  const registry = createRegistryTables(db, events.record)
  const readings = createReadingTables(db)
  const history = createHistoryTables(db)
  const replay = createReplayTables(db)
  const outbox = createOutboxTables(db)
  const links = createLinkTables(db)
  const access = createAccessTables(db, events.record)
  const dataVersion = db.prepare('pragma data_version')
  const hotRows = db.prepare('select count(*) as rows from hot')
  const pages = db.prepare('select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()')

  const versionNow = () => (dataVersion.get() as { data_version: number }).data_version
  let version = versionNow()
  let isChangedElsewhere = false

  /** `data_version` moves only when another connection commits; what we remember of the tables is then worth nothing. */
  function noticeOthers(): void {
    const now = versionNow()
    if (now === version) return
    version = now
    isChangedElsewhere = true
    readings.forget()
  }

  function write<A extends unknown[], R>(work: (...args: A) => R): (...args: A) => R {
    return (...args) => {
      db.exec('begin immediate')
      try {
        noticeOthers()
        const result = work(...args)
        db.exec('commit')
        return result
      } catch (error) {
        if (db.isTransaction) db.exec('rollback')
        readings.forget()
        throw error
      }
    }
  }

  const claim = write(outbox.claimOutbox)

  return {
    registry: registry.registry,
    addDevice: write(registry.addDevice),
    addSeries: write(registry.addSeries),
    rotateToken: write(registry.rotateToken),
    disableDevice: write(registry.disableDevice),
    append: write(readings.append),
    latest: readings.latest,
    stateAt: readings.stateAt,
    readings: readings.readings,
    readingsAfter: replay.readingsAfter,
    firstReadingAt: replay.firstReadingAt,
    eventCounts: replay.eventCounts,
    buckets: history.buckets,
    // What moves to cold is found there by look-up, so nothing remembered may say "newer than all that is cold".
    compact: write(before => {
      const moved = history.compact(before)
      if (moved > 0) readings.forget()
      return moved
    }),
    prune: write(history.prune),
    changedElsewhere() {
      noticeOthers()
      const answer = isChangedElsewhere
      isChangedElsewhere = false
      return answer
    },
    appendEvents: write(events.appendEvents),
    outcomeOf: events.outcomeOf,
    events: events.events,
    eventsOf: events.eventsOf,
    eventsBefore: events.eventsBefore,
    eventsAbout: events.eventsAbout,
    event: events.event,
    lastEvent: events.lastEvent,
    lastEventOf: events.lastEventOf,
    brokenEvent: events.brokenEvent,
    checkChain: events.checkChain,
    openOutbox: write(outbox.openOutbox),
    enqueue: write(outbox.enqueue),
    dueLanes: outbox.dueLanes,
    claimOutbox: request => (outbox.hasDue(request) ? claim(request) : []),
    settleOutbox: write(outbox.settleOutbox),
    outboxPage: outbox.outboxPage,
    outboxChannels: outbox.outboxChannels,
    retryOutbox: write(outbox.retryOutbox),
    pruneOutbox: write(outbox.pruneOutbox),
    addLinkTokens: write(links.addLinkTokens),
    linkToken: links.linkToken,
    useLinkToken: write(links.useLinkToken),
    releaseLinkToken: write(links.releaseLinkToken),
    pruneLinkTokens: write(links.pruneLinkTokens),
    accessRecords: access.accessRecords,
    changeAccess: write(access.changeAccess),
    figures: () => ({
      hotRows: (hotRows.get() as { rows: number }).rows,
      databaseBytes: (pages.get() as { bytes: number }).bytes,
      walBytes: statSync(`${options.path}-wal`, { throwIfNoEntry: false })?.size ?? 0,
    }),
    close: () => closeDatabase(db),
  }
}

function closeDatabase(db: DatabaseSync): void {
  try {
    db.exec('pragma wal_checkpoint(truncate)')
  } finally {
    db.close()
  }
}
