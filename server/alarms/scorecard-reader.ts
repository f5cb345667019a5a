// Scorecards from the log: each period's is read once, page by page, and then only read on. Knows the store and the pure scorecard.

import { ALARM_FAMILY } from '../../shared/alarms/event.ts'
import { createScorecard, type Scorecard } from '../../shared/alarms/scorecard.ts'
import type { ScorecardFigures } from '../../shared/alarms/scorecard-figures.ts'
import type { Period } from '../../shared/alarms/scorecard-load.ts'
import type { AlarmState } from '../../shared/alarms/state.ts'
import { type SharedRun, sharedRun } from '../shared-run.ts'
import type { Store } from '../store/store.ts'

/** Between two pages others get their turn. */
const PAGE = 2_000
/** A period asked for again meanwhile is answered as then. */
export const KEEP_MS = 60_000
const MAX_KEPT = 32
/** Periods held open, so that the next look reads only what is new. */
export const MAX_OPEN = 4
/** Periods that may be computed or wait for it; whoever comes then is told to come later. */
export const MAX_WAITING = 8

export type ScorecardReader = {
  /**
   * Null = too many periods are being computed. The period as createScorecard takes it. A period that nobody waits for any more,
   * their signals aborted, is read no further.
   */
  readonly read: (period: Period, signal?: AbortSignal) => Promise<ScorecardFigures> | null
}
export type ScorecardReaderDeps = {
  readonly store: Pick<Store, 'eventsOf'>
  /** The alarms after all events up to and including an instant. */
  readonly stateAt: (at: number) => Promise<AlarmState>
  readonly now: () => number
}

type Open = { readonly scorecard: Scorecard; lastId: number; isDone: boolean }
type Kept = { readonly at: number; readonly run: SharedRun<ScorecardFigures> }

export function createScorecardReader({ store, stateAt, now }: ScorecardReaderDeps): ScorecardReader {
  /** Both in the order of use, by period. */
  const open = new Map<string, Open>()
  const kept = new Map<string, Kept>()
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0

  async function compute(period: Period, key: string, signal: AbortSignal): Promise<ScorecardFigures> {
    signal.throwIfAborted()
    const known = open.get(key) ?? (await begin(period))
    // While it is read on it belongs to this turn alone: one that fails is begun anew.
    open.delete(key)
    await readOn(known, period.to, signal)
    open.set(key, known)
    const [oldest] = open.keys()
    if (open.size > MAX_OPEN && oldest !== undefined) open.delete(oldest)
    return known.scorecard.figures(now())
  }

  async function begin(period: Period): Promise<Open> {
    const before = await stateAt(period.from - 1)
    const scorecard = createScorecard({ ...period, before })
    return { scorecard, lastId: before.lastId, isDone: false }
  }

  async function readOn(one: Open, to: number, signal: AbortSignal): Promise<void> {
    while (!one.isDone) {
      signal.throwIfAborted()
      const events = await store.eventsOf(ALARM_FAMILY, one.lastId, PAGE)
      for (const event of events) one.scorecard.take(event)
      const last = events.at(-1)
      if (last) one.lastId = last.id
      // Time never goes back within a family: nothing of the period can follow.
      one.isDone = last !== undefined && last.at >= to
      if (events.length < PAGE) return
    }
  }

  return {
    read(period, asker) {
      const at = now()
      for (const [key, one] of kept) if (at - one.at >= KEEP_MS) kept.delete(key)
      const key = `${period.from} ${period.to}`
      const held = kept.get(key)
      if (held && !held.run.isGivenUp()) return held.run.join(asker)
      if (waiting >= MAX_WAITING) return null
      waiting += 1
      // One after the other: the store has one thread, and so have we.
      const run = sharedRun(signal => {
        const answer = turn
          .then(() => compute(period, key, signal))
          .finally(() => {
            waiting -= 1
          })
        turn = answer.catch(() => undefined)
        // What went wrong is tried anew, not kept.
        answer.catch(() => {
          if (kept.get(key)?.run === run) kept.delete(key)
        })
        return answer
      })
      kept.set(key, { at, run })
      const [oldest] = kept.keys()
      if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
      return run.join(asker)
    },
  }
}
