// What must be read to propose a deadband for an alarm that came and went: one question for the desk, the scorecard and the station.
// Pure.
import type { Rule } from './rule.ts'
import { type Alarm, CHATTER_WINDOW_MS } from './state.ts'

export type DeadbandQuestion = {
  /** Epoch milliseconds; readings within them. */
  readonly from: number
  readonly to: number
  readonly setpoint: number
}

/** Chattering is a matter of minutes. */
const BEFORE_MS = 2 * 3_600_000

/**
 * About its newest raises and returns, however long ago they are: an alarm that is quiet now chattered then.
 * Undefined where no deadband can help: what is watched isn't the reading itself, or nothing came and went.
 */
export function deadbandQuestion(
  { limit, transitions }: Pick<Alarm, 'limit' | 'transitions'>,
  { signal }: Pick<Rule, 'signal'>,
): DeadbandQuestion | undefined {
  const newest = transitions.at(-1)
  const isOfReading = signal.kind === 'value' || signal.kind === 'flood'
  if (!isOfReading || limit === null || newest === undefined) return undefined
  return { from: newest - BEFORE_MS, to: newest + CHATTER_WINDOW_MS, setpoint: limit }
}
