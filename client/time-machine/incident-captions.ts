// What the notes of an incident say at an instant, and the stretch of track it is seen on. Pure.
import type { Incident } from '../../shared/desk/state.ts'
import type { TrackRange } from './track-range.ts'

/** The last note up to the instant; undefined before the first, and outside of the incident. */
export function captionAt<Note extends { readonly at: number }>(
  { annotations, from, to }: Pick<Incident, 'from' | 'to'> & { readonly annotations: readonly Note[] },
  at: number,
): Note | undefined {
  // Notes stand to the second, a clock between.
  return at < from || at > to ? undefined : annotations.findLast(note => Math.floor(note.at / 1_000) * 1_000 <= at)
}

/** The incident with a little of before and after, up to the present. */
export function rangeOfIncident({ from, to }: Incident, now: number): TrackRange {
  const margin = Math.max(60_000, (to - from) / 10)
  return { from: from - margin, to: Math.max(from, Math.min(to + margin, now)) }
}
