// The newest of some events, each once. Pure.
import type { AnyEvent } from '../../../shared/programme/event.ts'

/** Newest first; those after `lastId` haven't happened yet in the picture shown. */
export function newestOf(events: readonly AnyEvent[], lastId: number, count: number): readonly AnyEvent[] {
  const known = new Map(events.filter(({ id }) => id <= lastId).map(event => [event.id, event]))
  return [...known.values()].toSorted((a, b) => b.id - a.id).slice(0, count)
}
