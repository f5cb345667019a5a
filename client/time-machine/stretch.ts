// A stretch of time chosen on the track, from–to: what an incident is made of, and what is played again and again. Pure.
import { DESK_LIMITS } from '../../shared/desk/limits.ts'
import { instantOfText, textOfInstant } from './past-address.ts'
import { instantAfterKey, type SliderKey } from './slider-keys.ts'
import type { TrackRange } from './track-range.ts'

export type Stretch = { readonly from: number; readonly to: number }
export const EDGES = ['from', 'to'] as const
export type Edge = (typeof EDGES)[number]

const MINUTE_MS = 60_000
export const LEAST_STRETCH_MS = MINUTE_MS
/** As long as an incident may be. */
export const MOST_STRETCH_MS = DESK_LIMITS.incidentMs
/** A new one begins as what lies around the instant. */
const AROUND_MS = 30 * MINUTE_MS

const clamp = (at: number, least: number, most: number) => Math.min(Math.max(at, least), most)

export const isStretch = ({ from, to }: Stretch): boolean =>
  to - from >= LEAST_STRETCH_MS && to - from <= MOST_STRETCH_MS

/** The nearest stretch inside the bounds, neither too short nor too long; undefined where the bounds have no room for any. */
export function fitted({ from, to }: Stretch, bounds: TrackRange): Stretch | undefined {
  if (bounds.to - bounds.from < LEAST_STRETCH_MS) return undefined
  const start = clamp(from, bounds.from, bounds.to - LEAST_STRETCH_MS)
  return { from: start, to: clamp(to, start + LEAST_STRETCH_MS, Math.min(bounds.to, start + MOST_STRETCH_MS)) }
}

export const stretchAround = (at: number, bounds: TrackRange): Stretch | undefined =>
  fitted({ from: wholeMinute(at - AROUND_MS), to: wholeMinute(at + AROUND_MS) }, bounds)

/** Where an edge of it may stand while the other stays. */
export const edgeRange = ({ from, to }: Stretch, edge: Edge, bounds: TrackRange): TrackRange =>
  edge === 'from'
    ? { from: Math.max(bounds.from, to - MOST_STRETCH_MS), to: to - LEAST_STRETCH_MS }
    : { from: from + LEAST_STRETCH_MS, to: Math.min(bounds.to, from + MOST_STRETCH_MS) }

/** One edge put to an instant, by whole minutes, or to the end of where it may stand; the other stays where it is. */
export function withEdge(stretch: Stretch, edge: Edge, at: number, bounds: TrackRange): Stretch {
  const { from: least, to: most } = edgeRange(stretch, edge, bounds)
  const wanted = at > least && at < most ? wholeMinute(at) : at
  return { ...stretch, [edge]: clamp(wanted, least, most) }
}

/** The stretch after a key on one of its edges; undefined for a key that means nothing there. */
export function afterKey(stretch: Stretch, edge: Edge, key: SliderKey, bounds: TrackRange): Stretch | undefined {
  const at = instantAfterKey(key, stretch[edge], edgeRange(stretch, edge, bounds))
  return at === undefined ? undefined : withEdge(stretch, edge, at, bounds)
}

const wholeMinute = (at: number) => Math.round(at / MINUTE_MS) * MINUTE_MS

/** As ISO 8601 writes a span where a slash can't stand; to the second. */
const BETWEEN = '--'
export const textOfStretch = ({ from, to }: Stretch): string => `${textOfInstant(from)}${BETWEEN}${textOfInstant(to)}`

/** Undefined when it says none, or one that is too short or too long. */
export function stretchOfText(text: string | null): Stretch | undefined {
  const [from, to, ...more] = (text ?? '').split(BETWEEN).map(instantOfText)
  if (from === undefined || to === undefined || more.length > 0) return undefined
  return isStretch({ from, to }) ? { from, to } : undefined
}
