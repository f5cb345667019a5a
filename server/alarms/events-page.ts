// A page of the alarms' log, of everything or of one alarm or rule: newest first, or oldest first after an event. Knows no HTTP.
import { ALARM_FAMILY } from '../../shared/alarms/event.ts'
import { subjectOfAlarm, subjectOfRule } from '../../shared/alarms/target.ts'
import { idAfter } from '../log/event-times.ts'
import type { EventRow, FoldedLog } from '../log/folded-log.ts'
import { MAX_EVENTS_A_READ, type Store } from '../store/store.ts'

export type EventsQuery = {
  readonly alarm?: string | undefined
  readonly rule?: string | undefined
  /** Ids; both are left out themselves. With `after` the page is oldest first. */
  readonly before?: number | undefined
  readonly after?: number | undefined
  /** Epoch milliseconds, inclusive. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly limit: number
}
export type EventsPage = {
  readonly events: readonly EventRow[]
  /** `before` (or `after`) of the next page; null on the last. */
  readonly next: number | null
}
export type EventsPageDeps = {
  readonly alarms: Pick<FoldedLog<unknown>, 'head' | 'eventsAfter'>
  readonly store: Pick<Store, 'eventsOf' | 'eventsBefore' | 'eventsAbout'>
}

/** Of one alarm or rule, the newest ten thousand events are all there are. */
export async function eventsPage({ alarms, store }: EventsPageDeps, query: EventsQuery): Promise<EventsPage> {
  const { alarm, rule, before = Infinity, after, from = -Infinity, to = Infinity, limit } = query
  const subject = alarm !== undefined ? subjectOfAlarm(alarm) : rule !== undefined ? subjectOfRule(rule) : undefined
  const { id: head } = alarms.head()
  const [lowest, end] =
    subject === undefined
      ? [
          Math.max((after ?? 0) + 1, from === -Infinity ? 0 : await idAfter(store, ALARM_FAMILY, head, from - 1)),
          Math.min(before, to === Infinity ? head + 1 : await idAfter(store, ALARM_FAMILY, head, to)),
        ]
      : [(after ?? 0) + 1, before]
  const isOnPage = ({ id, at }: EventRow) => id >= lowest && id < end && at >= from && at <= to

  async function read(): Promise<readonly EventRow[]> {
    if (subject !== undefined) {
      const events = (await store.eventsAbout(subject, MAX_EVENTS_A_READ)).filter(isOnPage)
      return after === undefined ? events : events.toReversed()
    }
    if (lowest >= end) return []
    return after === undefined
      ? store.eventsBefore(ALARM_FAMILY, end, limit + 1)
      : alarms.eventsAfter(lowest - 1, limit + 1)
  }
  const events = (await read()).filter(isOnPage)
  const page = events.slice(0, limit)
  return { events: page, next: events.length > limit ? (page.at(-1)?.id ?? null) : null }
}
