// Holds the programme's state of one screen outside React: a snapshot, then the events that follow, by the same fold as the station's.
// Knows no socket and no page: messages are handed to it.
import type { AnyEvent } from '../../shared/programme/event.ts'
import { fold } from '../../shared/programme/fold.ts'
import { type ProgrammeSnapshot, unpackState } from '../../shared/programme/snapshot.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import type { ProgrammeEvents } from '../../shared/protocol.ts'
import { createListeners } from '../live/listeners.ts'

/** The newest events kept for the line at the bottom of the wall and the "just now" lists. */
const RECENT = 50

export type RecentEvent = AnyEvent & {
  /** Monotonic moment this screen heard of it; undefined = it came while the screen caught up. */
  readonly heardAt: number | undefined
}
export type ProgrammePicture = {
  /** Undefined until the first snapshot is here. */
  readonly state: ProgrammeState | undefined
  readonly hash: string
  /** Newest first. */
  readonly recent: readonly RecentEvent[]
}
export type ProgrammeStore = {
  readonly picture: () => ProgrammePicture
  readonly onChange: (listener: () => void) => () => void
  /** `outdated`: made by a station of another version; only a new page helps. */
  readonly takeSnapshot: (snapshot: ProgrammeSnapshot) => 'applied' | 'outdated'
  /** `gap`: they don't follow what is held; the screen must follow anew. */
  readonly takeEvents: (body: ProgrammeEvents) => 'applied' | 'gap'
  /** The log is another one now: what is held stays on the page until a new snapshot is here. */
  readonly forget: () => void
  /** What to follow from; undefined when a snapshot is needed first. */
  readonly followFrom: () => { readonly after: number; readonly hash: string } | undefined
  /** The newest event when following began. */
  readonly catchUpTo: (head: number) => void
}

export function createProgrammeStore(monotonicNow: () => number = () => performance.now()): ProgrammeStore {
  const changed = createListeners<void>()
  let picture: ProgrammePicture = { state: undefined, hash: '', recent: [] }
  let isForgotten = false
  /** Events up to this one happened before the screen began to listen: they are no news. */
  let newsAfter = Infinity

  return {
    picture: () => picture,
    onChange: changed.add,
    takeSnapshot(snapshot) {
      const state = unpackState(snapshot)
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
