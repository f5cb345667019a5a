// Whether alarms come faster than one person can take them in (ISA-18.2): begins at more than FLOOD_BEGIN within the window, ends at
// fewer than FLOOD_END. Pure; the beginning comes with an event, the end with time.
import { type AlarmState, FLOOD_BEGIN, FLOOD_END, FLOOD_WINDOW_MS } from './state.ts'

type FloodState = Pick<AlarmState, 'annunciations' | 'floodSince'>

/** The flood that stands at `now` (epoch milliseconds, not before the state's last event), or null. */
export function floodAt({ annunciations, floodSince }: FloodState, now: number): { readonly since: number } | null {
  if (floodSince === null) return null
  // While the FLOOD_END-th newest is within the window, there are that many.
  const lastNeeded = annunciations.at(-FLOOD_END)
  return lastNeeded !== undefined && lastNeeded > now - FLOOD_WINDOW_MS ? { since: floodSince } : null
}

/**
 * How many alarms asked for attention within the window up to `now`. One that did so again and again counts once there, but they are
 * never fewer than the newest times that are kept.
 */
export function countInWindow(
  { alarms, annunciations }: Pick<AlarmState, 'alarms' | 'annunciations'>,
  now: number,
): number {
  const isRecent = (at: number) => at > now - FLOOD_WINDOW_MS
  // What is suppressed by design was raised without asking anybody.
  const asked = [...alarms.values()].filter(({ suppressed, annunciatedAt }) => !suppressed && isRecent(annunciatedAt))
  return Math.max(asked.length, annunciations.filter(isRecent).length)
}

/** After one more alarm asked for attention. */
export function withAnnunciation(state: FloodState, at: number): FloodState {
  const annunciations = [...state.annunciations, at].slice(-(FLOOD_BEGIN + 1))
  const [first] = annunciations
  const isMany = annunciations.length > FLOOD_BEGIN && first !== undefined && first > at - FLOOD_WINDOW_MS
  return { annunciations, floodSince: floodAt(state, at)?.since ?? (isMany ? at : null) }
}
