// Sends what waits, one after the other, once and only once: every step is kept before it is taken, what got no answer is sent again
// under its key. Knows no React, no network and no database; they are handed to it.

import { createListeners } from '../../live/listeners.ts'
import type { Clock } from '../../live/live-store.ts'
import {
  type Amendment,
  type Anew,
  added,
  again,
  amended,
  begun,
  conflicted,
  done,
  dropped,
  EMPTY_QUEUE,
  type EntryDraft,
  type EntryFault,
  type EntryQueue,
  type NewestChange,
  nextToSend,
  type QueuedEntry,
  refused,
} from './queue-state.ts'

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 60_000

export type EntryOutcome =
  | { readonly kind: 'done'; readonly version: number }
  | { readonly kind: 'conflict'; readonly newest: NewestChange | null }
  | { readonly kind: 'refused'; readonly faults: readonly EntryFault[] }
  /** No answer, or one that a later try may change. */
  | { readonly kind: 'failed'; readonly waitMs: number | undefined }

/** What is written down outlives the page. Photographs lie beside their entry. */
export type QueueKeeping = {
  readonly all: () => Promise<EntryQueue>
  readonly keep: (entry: QueuedEntry) => Promise<void>
  /** In the place of those it had. */
  readonly keepPhotographs: (id: string, photographs: readonly Uint8Array[]) => Promise<void>
  readonly photographsOf: (entry: QueuedEntry) => Promise<readonly Uint8Array[]>
  /** The entry and its photographs. */
  readonly remove: (id: string) => Promise<void>
}
export type EntryQueueDeps = {
  readonly keeping: QueueKeeping
  readonly send: (entry: QueuedEntry, photographs: readonly Uint8Array[]) => Promise<EntryOutcome>
  readonly newKey: () => string
  readonly clock: Pick<Clock, 'after'>
  /** By the station's clock, as far as it is known here. */
  readonly now: () => number
}
export type QueueRunner = {
  readonly queue: () => EntryQueue
  /** The entry that is on its way now. */
  readonly sending: () => string | undefined
  readonly onChange: (listener: () => void) => () => void
  /** Told what the station said of each entry. */
  readonly onAnswer: (listener: (subject: string, outcome: EntryOutcome) => void) => () => void
  /** Kept when it resolves. @throws RangeError when the queue is full */
  readonly add: (draft: EntryDraft, photographs?: readonly Uint8Array[]) => Promise<void>
  readonly again: (id: string, anew?: Anew) => Promise<void>
  /** Kept when it resolves. @returns false when it isn't held up any more */
  readonly amend: (id: string, amendment: Amendment, photographs: readonly Uint8Array[]) => Promise<boolean>
  readonly photographsOf: (entry: QueuedEntry) => Promise<readonly Uint8Array[]>
  readonly drop: (id: string) => Promise<void>
  /** The line may be back. */
  readonly hurry: () => void
  /** Reads what is kept and begins; returns the way to stop. */
  readonly run: () => () => void
  readonly loaded: Promise<void>
}

export function createEntryQueue({ keeping, send, newKey, clock, now }: EntryQueueDeps): QueueRunner {
  const changed = createListeners<void>()
  const answered = createListeners<{ subject: string; outcome: EntryOutcome }>()
  const ready = Promise.withResolvers<void>()
  let queue: EntryQueue = EMPTY_QUEUE
  let sending: string | undefined
  let isStopped = true
  let failures = 0
  let cancelWait: (() => void) | undefined
  /** Steps one after the other: each is kept before the next is decided. */
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const run = turn.then(work)
    turn = run.catch(() => undefined)
    return run
  }

  /** Keeps what differs, then lets it count. */
  async function become(next: EntryQueue): Promise<void> {
    const before = new Map(queue.map(one => [one.id, one]))
    for (const one of next) if (before.get(one.id) !== one) await keeping.keep(one)
    const ids = new Set(next.map(({ id }) => id))
    for (const { id } of queue) if (!ids.has(id)) await keeping.remove(id)
    queue = next
    changed.tell()
  }

  async function sendNext(): Promise<void> {
    if (isStopped || sending !== undefined || cancelWait) return
    const first = nextToSend(queue)
    if (!first) return
    const { id, subject } = first
    sending = id
    changed.tell()
    try {
      await inTurn(() => become(begun(queue, id, now())))
      const entry = queue.find(one => one.id === id)
      const outcome = entry
        ? await send(entry, await keeping.photographsOf(entry))
        : ({ kind: 'failed', waitMs: 0 } as const)
      if (isStopped) return
      await inTurn(() => settle(id, outcome))
      if (outcome.kind !== 'failed') answered.tell({ subject, outcome })
    } catch {
      wait(undefined)
    } finally {
      sending = undefined
      changed.tell()
    }
    void sendNext()
  }
  async function settle(id: string, outcome: EntryOutcome): Promise<void> {
    if (outcome.kind === 'failed') {
      wait(outcome.waitMs)
      return
    }
    failures = 0
    if (outcome.kind === 'done') await become(done(queue, id, outcome.version))
    else if (outcome.kind === 'conflict') await become(conflicted(queue, id, outcome.newest))
    else await become(refused(queue, id, outcome.faults))
  }
  function wait(asked: number | undefined): void {
    const waitMs = asked ?? Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10))
    failures++
    cancelWait = clock.after(waitMs, () => {
      cancelWait = undefined
      void sendNext()
    })
  }
  function hurry(): void {
    cancelWait?.()
    cancelWait = undefined
    failures = 0
    void sendNext()
  }
  const step = (next: () => EntryQueue) =>
    inTurn(() => become(next())).then(() => {
      hurry()
    })

  return {
    queue: () => queue,
    sending: () => sending,
    onChange: changed.add,
    onAnswer: listener => answered.add(({ subject, outcome }) => listener(subject, outcome)),
    add: (draft, photographs = []) =>
      inTurn(async () => {
        const next = added(queue, draft)
        // Before the entry: one that is kept has all its photographs.
        await keeping.keepPhotographs(draft.id, photographs)
        await become(next)
      }).then(hurry),
    again: (id, anew) => step(() => again(queue, id, newKey(), anew)),
    amend: (id, amendment, photographs) =>
      inTurn(async () => {
        const next = amended(queue, id, newKey(), amendment)
        if (!next) return false
        await keeping.keepPhotographs(id, photographs)
        await become(next)
        return true
      }).then(isTaken => {
        hurry()
        return isTaken
      }),
    photographsOf: keeping.photographsOf,
    drop: id => step(() => (id === sending ? queue : dropped(queue, id))),
    hurry,
    loaded: ready.promise,
    run() {
      isStopped = false
      inTurn(async () => {
        queue = await keeping.all()
        changed.tell()
      })
        .catch(() => undefined)
        .finally(() => {
          ready.resolve()
          void sendNext()
        })
      return () => {
        isStopped = true
        cancelWait?.()
        cancelWait = undefined
      }
    },
  }
}
