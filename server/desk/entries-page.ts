// A page of the operators' log out of the store, newest written first, each entry as its corrections left it: also those that the state
// no longer holds. Knows no HTTP.
import type { DeskEntriesQuery, DeskEntriesReply } from '../../shared/desk/api-schema.ts'
import { DESK_FAMILY, subjectOfEntry } from '../../shared/desk/event.ts'
import { foldDesk } from '../../shared/desk/fold.ts'
import { DESK_LIMITS } from '../../shared/desk/limits.ts'
import { EMPTY_DESK_STATE, type LogEntry } from '../../shared/desk/state.ts'
import type { Store, StoredEvent } from '../store/store.ts'

/** Read at a time; the log holds other things between the entries. */
const READ = 500
/** Reads for one page: where entries are rare it comes with fewer, and a next. */
const MOST_READS = 10

const WRITTEN = 'desk.entry-written'

/** @returns undefined when there is no entry with the id in `from` */
export async function entriesPage(
  store: Pick<Store, 'eventsAbout' | 'eventsBefore'>,
  { from, before, limit = DESK_LIMITS.entriesPage.usual }: DeskEntriesQuery,
): Promise<DeskEntriesReply | undefined> {
  const first = from === undefined ? undefined : (await eventsOf(store, subjectOfEntry(from)))[0]
  if (from !== undefined && first?.type !== WRITTEN) return undefined
  const { written, next } = await writtenBefore(
    store,
    first ? first.id + 1 : (before ?? Number.MAX_SAFE_INTEGER),
    limit,
  )
  const entries = await Promise.all(written.map(({ subject }) => entryOf(store, subject)))
  return { entries: entries.filter(entry => entry !== undefined), next }
}

async function writtenBefore(store: Pick<Store, 'eventsBefore'>, beforeId: number, limit: number) {
  const written: StoredEvent[] = []
  let at = beforeId
  for (let reads = 0; reads < MOST_READS; reads++) {
    const events = await store.eventsBefore(DESK_FAMILY, at, READ)
    for (const event of events) {
      if (event.type !== WRITTEN) continue
      const last = written.at(-1)
      // One more than has room: there is a next page, and it begins after the last that had.
      if (written.length === limit && last) return { written, next: last.id }
      written.push(event)
    }
    const oldest = events.at(-1)
    if (events.length < READ || !oldest) return { written, next: null }
    at = oldest.id
  }
  return { written, next: at }
}

/** Oldest first: how it was written, then its corrections. */
const eventsOf = async (store: Pick<Store, 'eventsAbout'>, subject: string): Promise<readonly StoredEvent[]> =>
  (await store.eventsAbout(subject, DESK_LIMITS.correctionsAnEntry + 1)).toReversed()

async function entryOf(store: Pick<Store, 'eventsAbout'>, subject: string): Promise<LogEntry | undefined> {
  const { entries } = foldDesk(EMPTY_DESK_STATE, await eventsOf(store, subject))
  return [...entries.values()][0]
}
