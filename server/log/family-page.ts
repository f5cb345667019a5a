// A page of one family's log: of one subject or before an event newest first, else oldest first after an event. Knows no HTTP.
import type { Family } from '../../shared/wire.ts'
import type { Store } from '../store/store.ts'
import type { EventRow, FoldedLog } from './folded-log.ts'

export type FamilyQuery = {
  readonly subject?: string | undefined
  /** Ids; both are left out themselves. */
  readonly before?: number | undefined
  readonly after?: number | undefined
  readonly limit?: number | undefined
}
export type FamilyPage = {
  readonly events: readonly EventRow[]
  /** `before` (or `after`) of the next page; null on the last, and for a subject. */
  readonly next: number | null
}
export type FamilyPageDeps = {
  readonly family: Family
  readonly log: Pick<FoldedLog<unknown>, 'eventsAfter'>
  readonly store: Pick<Store, 'eventsAbout' | 'eventsBefore'>
}

const DEFAULT_PAGE = 100

export async function familyPage(
  { family, log, store }: FamilyPageDeps,
  { subject, before, after = 0, limit = DEFAULT_PAGE }: FamilyQuery,
): Promise<FamilyPage> {
  const isOwn = ({ type }: EventRow) => type.startsWith(`${family}.`)
  const events =
    subject !== undefined
      ? (await store.eventsAbout(subject, limit + 1)).filter(isOwn)
      : before !== undefined
        ? await store.eventsBefore(family, before, limit + 1)
        : await log.eventsAfter(after, limit + 1)
  const hasMore = events.length > limit
  const page = events.slice(0, limit)
  return { events: page, next: hasMore && subject === undefined ? (page.at(-1)?.id ?? null) : null }
}
