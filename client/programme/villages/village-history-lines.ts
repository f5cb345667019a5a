// A village's history in one list. Pure.
import { type AnyEvent, subjectOf } from '../../../shared/programme/event.ts'
import { ASSESSMENT_STEPS } from '../../../shared/programme/facts.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'

/** Newest first, each once; what came after `lastId` hasn't happened yet in the picture shown. */
export function villageHistory(events: readonly AnyEvent[], lastId: number): readonly AnyEvent[] {
  const known = new Map(events.filter(({ id }) => id <= lastId).map(event => [event.id, event]))
  return [...known.values()].toSorted((a, b) => b.id - a.id)
}

/**
 * The events that gave the results that hold, as they were written. Results carried over are left out: that was one event
 * about the sets, not about the village.
 */
export function resultEvents(state: ProgrammeState, village: string): readonly AnyEvent[] {
  return [...state.results.values()]
    .filter(result => result.village === village)
    .flatMap(({ set, indicator, steps }) =>
      ASSESSMENT_STEPS.flatMap(step => {
        const result = steps[step]
        if (!result || result.carriedFrom !== null) return []
        const { eventId, at, by, outcome, value, note, evidence, unit } = result
        return {
          id: eventId,
          at,
          actor: by,
          type: 'programme.indicator-assessed',
          subject: subjectOf.result(village, set, indicator),
          data: { village, set, indicator, step, outcome, value, note, evidence, unit },
        }
      }),
    )
}
