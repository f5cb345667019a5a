// From appended events to the screens that follow them. Nothing is queued for a slow screen: the log itself is the queue, and of
// each screen only the last event it was sent is remembered. Every event reaches it, in order; one batch unanswered at a time.
import type { FollowedEvents } from '../../shared/protocol.ts'
import type { Family } from '../../shared/wire.ts'

/** Events in one message: a screen that comes back after a day catches up in a few. */
const BATCH = 500

/** One connection, as the followers need it. */
export type Follower = {
  /** Resolves when the screen has applied them, rejects when it stayed silent too long. */
  readonly events: (body: FollowedEvents) => Promise<void>
  readonly letGo: () => void
}

export type EventLog = {
  readonly family: Family
  /** Id of the newest event. */
  readonly head: () => number
  readonly eventsAfter: (id: number, limit: number) => Promise<readonly FollowedEvents['events'][number][]>
  readonly holds: (id: number, hash: string) => Promise<boolean>
}

export type Followers = {
  /** Whether the log holds what the screen has followed so far. False as well when it can't be asked now. */
  readonly knows: (after: number, hash: string) => Promise<boolean>
  readonly head: () => number
  /** Sends what comes after event `after`, now and from now on; returns the way to stop. */
  readonly add: (after: number, follower: Follower) => () => void
  /** Something was appended. */
  readonly tell: () => void
  readonly count: () => number
}

type Following = { readonly follower: Follower; sentId: number; isSending: boolean; hasNews: boolean }

export function createFollowers(log: EventLog): Followers {
  const following = new Set<Following>()

  async function send(one: Following): Promise<void> {
    one.hasNews = true
    if (one.isSending) return
    one.isSending = true
    try {
      while (one.hasNews && following.has(one)) {
        one.hasNews = false
        const events = await log.eventsAfter(one.sentId, BATCH)
        const last = events.at(-1)
        if (!last || !following.has(one)) continue
        await one.follower.events({ family: log.family, after: one.sentId, events: [...events] })
        one.sentId = last.id
        if (events.length === BATCH) one.hasNews = true
      }
      one.isSending = false
    } catch {
      // Silent too long, or the log can't be read now: the screen comes back and asks again from where it is.
      following.delete(one)
      one.follower.letGo()
    }
  }

  return {
    head: log.head,
    knows: (after, hash) => log.holds(after, hash).catch(() => false),
    add(after, follower) {
      const one = { follower, sentId: after, isSending: false, hasNews: false }
      following.add(one)
      void send(one)
      return () => following.delete(one)
    },
    tell() {
      for (const one of following) void send(one)
    },
    count: () => following.size,
  }
}
