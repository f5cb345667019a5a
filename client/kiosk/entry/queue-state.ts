// The entries of a kiosk that wait for the line: in which order they go out, under which key, on top of which version, and what becomes
// of each. Pure; whoever keeps it writes down every step before it is taken.
//
//   waiting ──begin──▶ (sent) ──done──▶ gone
//      ▲                 │ no answer: as before, under the same key
//      │   conflict ◀────┤
//      └─again─┘ refused ◀┘          conflict, refused ──drop──▶ gone, ──amend──▶ waiting
import type { EntryCommand, EntryDeed } from '../../../shared/entry/entry.ts'

export const MOST_QUEUED = 200
export const MOST_PHOTOGRAPH_BYTES = 20 * 1024 * 1024
/** Entered so long before it is first sent, it waited for the line. */
const PROMPT_MS = 60_000

export type Photograph = { readonly name: string; readonly bytes: number }
export type EntryFault = { readonly vi: string; readonly en: string }
export type NewestChange = { readonly id: number; readonly at: number; readonly actor: string }

export type QueuedEntry = {
  readonly id: string
  /** Its place: whoever keeps entries needn't keep their order. */
  readonly order: number
  /** Of the request; another one only after the station said that nothing was done under the one before. */
  readonly key: string
  readonly entry: EntryCommand
  readonly deed: EntryDeed
  /** What the list calls it: "Nhiệm vụ 5", the title of an obstacle. */
  readonly about: string
  readonly subject: string
  readonly who: string
  readonly ticket: string
  readonly enteredAt: number
  readonly sendableUntil: number
  /** It was entered while there was no line. */
  readonly wasOffline: boolean
  readonly photographs: readonly Photograph[]
  /** The version its sender saw, when no earlier entry of the queue is about the same. */
  readonly seen: number
  /** The entry of this queue that it was made on top of. */
  readonly after: string | null
  /** Fixed with the first sending: whatever is sent again under a key is the same. Null = never sent. */
  readonly sent: { readonly expected: number; readonly wasOffline: boolean } | null
  readonly standing:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'conflict'; readonly newest: NewestChange | null }
    | { readonly kind: 'refused'; readonly faults: readonly EntryFault[] }
}
export type EntryDraft = Omit<QueuedEntry, 'order' | 'after' | 'sent' | 'standing'>
/** In the order they were entered. */
export type EntryQueue = readonly QueuedEntry[]
export type QueueFull = 'too-many' | 'photographs'

export const EMPTY_QUEUE: EntryQueue = []

export function whyFull(queue: EntryQueue, photographs: readonly Photograph[]): QueueFull | undefined {
  if (queue.length >= MOST_QUEUED) return 'too-many'
  const bytes = [...queue.flatMap(one => one.photographs), ...photographs].reduce((sum, one) => sum + one.bytes, 0)
  return bytes > MOST_PHOTOGRAPH_BYTES ? 'photographs' : undefined
}

/** @throws RangeError when it is full: asked before */
export function added(queue: EntryQueue, draft: EntryDraft): EntryQueue {
  if (whyFull(queue, draft.photographs)) throw new RangeError('the queue is full')
  const before = queue.findLast(({ subject }) => subject === draft.subject)
  const order = (queue.at(-1)?.order ?? 0) + 1
  return [...queue, { ...draft, order, after: before?.id ?? null, sent: null, standing: { kind: 'waiting' } }]
}

/** The next to be sent: the first that waits and has nothing of its subject before it. What is held up holds up its own subject only. */
export const nextToSend = (queue: EntryQueue): QueuedEntry | undefined =>
  queue.find(({ standing, after }) => standing.kind === 'waiting' && after === null)

/** From now on what is sent of it stays the same until the station answers. */
export const begun = (queue: EntryQueue, id: string, now: number): EntryQueue =>
  changed(queue, id, one =>
    one.sent
      ? one
      : { ...one, sent: { expected: one.seen, wasOffline: one.wasOffline || now - one.enteredAt > PROMPT_MS } },
  )

/** The station has it: what was made on top of it is on top of what it became. */
export const done = (queue: EntryQueue, id: string, version: number): EntryQueue =>
  queue
    .filter(one => one.id !== id)
    .map(one => (one.after === id ? { ...one, after: null, seen: Math.max(one.seen, version) } : one))

export const conflicted = (queue: EntryQueue, id: string, newest: NewestChange | null): EntryQueue =>
  changed(queue, id, one => ({ ...one, standing: { kind: 'conflict', newest } }))

export const refused = (queue: EntryQueue, id: string, faults: readonly EntryFault[]): EntryQueue =>
  changed(queue, id, one => ({ ...one, standing: { kind: 'refused', faults } }))

export type Anew = Partial<Pick<QueuedEntry, 'ticket' | 'enteredAt' | 'sendableUntil' | 'who' | 'entry'>>

/** Sent once more, under a new key: nothing was done under the old one. On top of what somebody else made of it, when that is known. */
export const again = (queue: EntryQueue, id: string, key: string, anew: Anew = {}): EntryQueue =>
  changed(queue, id, one => ({
    ...one,
    ...anew,
    key,
    seen: one.standing.kind === 'conflict' ? (one.standing.newest?.id ?? one.seen) : one.seen,
    sent: null,
    standing: { kind: 'waiting' },
  }))

/** What an officer made of one that was held up. */
export type Amendment = Pick<
  QueuedEntry,
  'entry' | 'about' | 'ticket' | 'sendableUntil' | 'who' | 'enteredAt' | 'wasOffline' | 'photographs' | 'seen'
>

/**
 * Typed anew in the place of what was held up, and sent under a new key. On top of what whoever typed it saw.
 * @returns undefined when it isn't held up any more: somebody else settled it
 */
export function amended(queue: EntryQueue, id: string, key: string, amendment: Amendment): EntryQueue | undefined {
  const held = queue.find(one => one.id === id)
  if (!held || held.standing.kind === 'waiting') return undefined
  const newest = held.standing.kind === 'conflict' ? (held.standing.newest?.id ?? 0) : 0
  const seen = Math.max(amendment.seen, held.seen, newest)
  return changed(queue, id, one => ({ ...one, ...amendment, key, seen, sent: null, standing: { kind: 'waiting' } }))
}

/** Given up. What was made on top of it is on top of what was there before. */
export function dropped(queue: EntryQueue, id: string): EntryQueue {
  const gone = queue.find(one => one.id === id)
  if (!gone) return queue
  const seen = gone.standing.kind === 'conflict' ? (gone.standing.newest?.id ?? gone.seen) : gone.seen
  return queue.filter(one => one.id !== id).map(one => (one.after === id ? { ...one, after: gone.after, seen } : one))
}

const changed = (queue: EntryQueue, id: string, next: (one: QueuedEntry) => QueuedEntry): EntryQueue =>
  queue.map(one => (one.id === id ? next(one) : one))
