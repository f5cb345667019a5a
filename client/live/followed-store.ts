// Holds what one family of events comes to on one screen, outside React: a snapshot, then the events that follow, by the same fold
// as the station's. Knows no socket and no page: messages are handed to it.
import type { AnyEvent } from '../../shared/programme/event.ts'
import type { FollowedEvents } from '../../shared/protocol.ts'
import type { Family } from '../../shared/wire.ts'
import { createListeners } from './listeners.ts'

/** The newest events kept for the line at the bottom of the wall and the "just now" lists. */
const RECENT = 50

export type RecentEvent = AnyEvent & {
  /** Monotonic moment this screen heard of it; undefined = it came while the screen caught up. */
  readonly heardAt: number | undefined
}
export type FollowedPicture<State> = {
  /** Undefined until the first snapshot is here. */
  readonly state: State | undefined
  readonly hash: string
  /** Newest first. */
  readonly recent: readonly RecentEvent[]
}
/** What the socket needs of a store, whatever it holds. */
export type Followed = {
  readonly family: Family
  /** Where the snapshot is had. */
  readonly path: string
  /** `outdated`: made by a station of another version; only a new page helps. */
  readonly takeSnapshot: (snapshot: unknown) => 'applied' | 'outdated'
  /** `gap`: they don't follow what is held; the screen must follow anew. */
  readonly takeEvents: (body: Pick<FollowedEvents, 'after' | 'events'>) => 'applied' | 'gap'
  /** The log is another one now: what is held stays on the page until a new snapshot is here. */
  readonly forget: () => void
  /** What to follow from; undefined when a snapshot is needed first. */
  readonly followFrom: () => { readonly after: number; readonly hash: string } | undefined
  /** The newest event when following began. */
  readonly catchUpTo: (head: number) => void
}
export type FollowedStore<State> = Followed & {
  readonly picture: () => FollowedPicture<State>
  readonly onChange: (listener: () => void) => () => void
}
export type FollowedKind<State, Snapshot extends { readonly hash: string }> = Pick<Followed, 'family' | 'path'> & {
  /** Undefined when it is of another version. */
  readonly unpack: (snapshot: Snapshot) => State | undefined
  readonly fold: (state: State, events: readonly AnyEvent[]) => State
}

export function createFollowedStore<
  State extends { readonly lastId: number },
  Snapshot extends { readonly hash: string },
>(
  { family, path, unpack, fold }: FollowedKind<State, Snapshot>,
  monotonicNow: () => number = () => performance.now(),
): FollowedStore<State> {
  const changed = createListeners<void>()
  let picture: FollowedPicture<State> = { state: undefined, hash: '', recent: [] }
  let isForgotten = false
  /** Events up to this one happened before the screen began to listen: they are no news. */
  let newsAfter = Infinity

  return {
    family,
    path,
    picture: () => picture,
    onChange: changed.add,
    takeSnapshot(body) {
      // The station's own answer: what it says is trusted, its version is looked at.
      const snapshot = body as Snapshot
      const state = unpack(snapshot)
      if (!state) return 'outdated'
      picture = { state, hash: snapshot.hash, recent: [] }
      isForgotten = false
      newsAfter = Infinity
      changed.tell()
      return 'applied'
    },
    takeEvents({ after, events }) {
      const { state } = picture
      if (!state || isForgotten || after > state.lastId) return 'gap'
      const fresh = events.filter(event => event.id > state.lastId)
      const last = fresh.at(-1)
      if (last) {
        const now = monotonicNow()
        const news = fresh.map(event => ({ ...event, heardAt: event.id > newsAfter ? now : undefined })).reverse()
        picture = { state: fold(state, fresh), hash: last.hash, recent: [...news, ...picture.recent].slice(0, RECENT) }
        changed.tell()
      }
      return 'applied'
    },
    forget() {
      isForgotten = true
    },
    followFrom: () => (picture.state && !isForgotten ? { after: picture.state.lastId, hash: picture.hash } : undefined),
    catchUpTo(head) {
      newsAfter = head
    },
  }
}
