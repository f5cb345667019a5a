// One family of events and the state they fold to: read once from the store, then kept in step with it, whoever appends. Knows no
// event's meaning; what is appended, and why, its owner decides.
import { createHash } from 'node:crypto'
import type { AnyEvent } from '../../shared/programme/event.ts'
import type { Family } from '../../shared/wire.ts'
import type { AppendOutcome, AppendRequest, Store } from '../store/store.ts'

/** Events read from the store at a time; the store allows ten thousand. */
const PAGE = 5_000
/** The newest events are kept at hand for screens that are a little behind. */
const TAIL = 1_000
/** Pictures of the past kept at hand, those asked for last. */
export const PAST_STATES = 8

export type EventRow = AnyEvent & { readonly hash: string }
/** What every folded state says of itself: the last event in it. */
type Folded = { readonly lastId: number; readonly lastAt: number }

export type FoldedLogDeps<State> = {
  readonly store: Pick<Store, 'appendEvents' | 'eventsOf' | 'event'>
  readonly family: Family
  readonly empty: State
  readonly fold: (state: State, events: readonly AnyEvent[]) => State
  /** Called with every event once, in order, after it is in the state. */
  readonly onEvents: (events: readonly EventRow[]) => void
}
export type FoldedLog<State> = {
  readonly state: () => State
  /** Id and hash of the last event folded in; 0 and '' before the first. */
  readonly head: () => { readonly id: number; readonly hash: string }
  readonly newest: () => EventRow | undefined
  /** One after the other: a decision is made on the state that its events will follow. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
  /** Folds in what others appended. Only in turn. */
  readonly readOn: () => Promise<void>
  /** Appends, and folds in what came of it, also what others did before it. Only in turn. */
  readonly append: (request: AppendRequest) => Promise<AppendOutcome>
  /** The state as it stood at an instant. */
  readonly stateAt: (at: number) => Promise<{ readonly state: State; readonly hash: string }>
  /** Events after an id, oldest first, at most `limit`. */
  readonly eventsAfter: (id: number, limit: number) => Promise<readonly EventRow[]>
  /** Whether the log holds this event with this hash: if not, a screen has followed another log. */
  readonly holds: (id: number, hash: string) => Promise<boolean>
}

/** Empty until the first `readOn`. */
export function createFoldedLog<State extends Folded>(deps: FoldedLogDeps<State>): FoldedLog<State> {
  const { store, family, empty, fold, onEvents } = deps
  const past = new Map<number, Promise<{ readonly state: State; readonly hash: string }>>()
  let state = empty
  let hash = ''
  let tail: readonly EventRow[] = []
  let turn: Promise<unknown> = Promise.resolve()

  function take(events: readonly EventRow[]): void {
    const fresh = events.filter(event => event.id > state.lastId)
    const last = fresh.at(-1)
    if (!last) return
    state = fold(state, fresh)
    hash = last.hash
    tail = [...tail, ...fresh].slice(-TAIL)
    onEvents(fresh)
  }

  async function readOn(): Promise<void> {
    for (;;) {
      const events = await store.eventsOf(family, state.lastId, PAGE)
      take(events)
      if (events.length < PAGE) return
    }
  }

  async function foldUntil(at: number): Promise<{ readonly state: State; readonly hash: string }> {
    let then = empty
    let last: EventRow | undefined
    for (;;) {
      const events = await store.eventsOf(family, then.lastId, PAGE)
      // Time never goes back within a family, so the past is a beginning of the log.
      const before = events.filter(event => event.at <= at)
      then = fold(then, before)
      last = before.at(-1) ?? last
      if (before.length < PAGE) return { state: then, hash: last?.hash ?? '' }
    }
  }

  return {
    state: () => state,
    head: () => ({ id: state.lastId, hash }),
    newest: () => tail.at(-1),
    inTurn(work) {
      const mine = turn.then(work, work)
      turn = mine.catch(() => undefined)
      return mine
    },
    readOn,
    async append(request) {
      const outcome = await store.appendEvents(request)
      if (outcome.kind === 'appended') {
        // Another process may have appended before us: its events come first.
        if (outcome.events[0] && outcome.events[0].id > state.lastId + 1) await readOn()
        take(outcome.events)
      } else if (outcome.kind === 'conflict') await readOn()
      return outcome
    },
    async stateAt(at) {
      if (at >= state.lastAt) return { state, hash }
      // Nothing is written into the past any more: its picture stays true while the log goes on.
      const found = past.get(at) ?? foldUntil(at)
      past.delete(at)
      past.set(at, found)
      found.catch(() => past.delete(at))
      const [oldest] = past.keys()
      if (past.size > PAST_STATES && oldest !== undefined) past.delete(oldest)
      return found
    },
    async eventsAfter(id, limit) {
      const first = tail[0]
      const isAtHand = id >= state.lastId || (first !== undefined && (id >= first.id || tail.length < TAIL))
      if (isAtHand) return tail.filter(event => event.id > id).slice(0, limit)
      return store.eventsOf(family, id, limit)
    },
    async holds(id, claimed) {
      if (id === 0) return claimed === ''
      const event = tail.find(one => one.id === id) ?? (await store.event(id))
      return event?.hash === claimed
    },
  }
}

/** The same command has the same fingerprint, whatever the order of its keys. */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value, sortedKeys)).digest('hex')

const sortedKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
