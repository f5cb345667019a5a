// Events of one family fetched ahead of the virtual clock, handed out in order up to an instant. Pure but for what it holds.
import type { LoggedEvent } from './past-loading.ts'

/** Events in one page; two pages at the most are held. */
export const EVENTS_PAGE = 500

export type EventQueue = {
  /** The event that the next page follows. */
  readonly lastId: () => number
  /** All events up to here are in it, or were handed out. */
  readonly until: () => number
  readonly hasRoom: () => boolean
  /** @param isLast nothing happened after them until `present` */
  readonly add: (events: readonly LoggedEvent[], isLast: boolean, present: number) => void
  /** Those up to and with `t`, with the event they follow; undefined when there are none. */
  readonly takeUpTo: (t: number) => { readonly after: number; readonly events: readonly LoggedEvent[] } | undefined
}

export function createEventQueue(after: number, at: number): EventQueue {
  let events: readonly LoggedEvent[] = []
  let handedOut = after
  let last = after
  let until = at

  return {
    lastId: () => last,
    until: () => until,
    hasRoom: () => events.length <= EVENTS_PAGE,
    add(page, isLast, present) {
      events = [...events, ...page]
      const newest = page.at(-1)
      last = newest?.id ?? last
      // More of the same millisecond may stand on the next page.
      until = Math.max(until, isLast ? present : (newest?.at ?? until) - 1)
    },
    takeUpTo(t) {
      const count = events.findIndex(event => event.at > t)
      const taken = count === -1 ? events : events.slice(0, count)
      const newest = taken.at(-1)
      if (!newest) return undefined
      events = events.slice(taken.length)
      const before = handedOut
      handedOut = newest.id
      return { after: before, events: taken }
    },
  }
}
