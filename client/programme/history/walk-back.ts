// Reads the log backwards, window by window, until enough events match or enough was read. Pure but for the reading it is given.
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import type { LoggedEvent } from '../events-query.ts'
import { shortTypeOf, villageOf } from './event-type.ts'
import type { HistoryFilter } from './history-choice.ts'

/** One page of the list. */
export const PAGE_EVENTS = 50
/** Read at once while searching; a search that finds nothing stops after so many and says how far it came. */
export const WINDOW_EVENTS = 500
export const MOST_WINDOWS = 8

export type Walk = {
  /** Newest first. */
  readonly events: readonly LoggedEvent[]
  /** Oldest event that was looked at; undefined = there was none. */
  readonly reached: LoggedEvent | undefined
  /** The log has nothing older. */
  readonly isEnd: boolean
}
type Options = {
  readonly before: number
  /** Undefined = everything matches. */
  readonly matches: ((event: LoggedEvent) => boolean) | undefined
  /** Newest first, ids below `before`. */
  readonly read: (before: number, limit: number) => Promise<readonly LoggedEvent[]>
}

export async function walkBack({ before, matches, read }: Options): Promise<Walk> {
  const limit = matches ? WINDOW_EVENTS : PAGE_EVENTS
  const events: LoggedEvent[] = []
  let reached: LoggedEvent | undefined
  for (let windows = 0; windows < MOST_WINDOWS; windows++) {
    // Each window starts where the one before ended.
    // oxlint-disable-next-line no-await-in-loop
    const window = await read(reached?.id ?? before, limit)
    for (const event of window) {
      reached = event
      if (matches?.(event) ?? true) events.push(event)
      if (events.length >= PAGE_EVENTS) return { events, reached, isEnd: false }
    }
    if (window.length < limit) return { events, reached, isEnd: true }
  }
  return { events, reached, isEnd: false }
}

/** Undefined when nothing is filtered away. */
export function matcherOf(
  filter: Pick<HistoryFilter, 'type' | 'village'>,
  state: Pick<ProgrammeState, 'obstacles'>,
): ((event: LoggedEvent) => boolean) | undefined {
  const { type, village } = filter
  if (type === undefined && village === undefined) return undefined
  return event =>
    (type === undefined || shortTypeOf(event) === type) &&
    (village === undefined || villageOf(event, state) === village)
}

/** A page of what is held already. */
export function pageOf(events: readonly LoggedEvent[], before: number | undefined): Walk {
  const older = events.filter(({ id }) => before === undefined || id < before)
  const page = older.slice(0, PAGE_EVENTS)
  return { events: page, reached: page.at(-1), isEnd: older.length <= PAGE_EVENTS }
}
