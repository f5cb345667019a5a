// Everything that happens to alarms without a person at one moment, in one piece: each part is decided on what the parts before it come
// to, so that nothing is said twice. Pure.
import { decideConditions } from './decide-conditions.ts'
import { decideSuppressions } from './decide-suppressions.ts'
import { decideTimers } from './decide-timers.ts'
import type { AlarmDraft } from './event.ts'
import { foldAlarms } from './fold.ts'
import type { AlarmState } from './state.ts'
import { subjectOfAlarm } from './target.ts'
import type { ConditionChange, Watch } from './watch.ts'

export type SystemDecision = {
  readonly events: readonly AlarmDraft[]
  /** Id of the newest event about each subject that it was decided on. */
  readonly expected: readonly { readonly subject: string; readonly version: number }[]
}

export function decideSystem(
  state: AlarmState,
  changes: readonly ConditionChange[],
  watches: ReadonlyMap<string, Watch>,
  now: number,
): SystemDecision {
  const parts: readonly ((at: AlarmState) => readonly AlarmDraft[])[] = [
    at => decideConditions(at, changes, watches, now),
    // Before the timers: shelving that ends under suppression asks nobody.
    at => decideSuppressions(at, watches, now),
    at => decideTimers(at, now),
  ]
  const events: AlarmDraft[] = []
  let prospective = state
  for (const part of parts) {
    const drafts = part(prospective)
    events.push(...drafts)
    prospective = drafts.length === 0 ? prospective : happen(prospective, drafts, now)
  }
  return { events, expected: expectedOf(state, events) }
}

/** The alarms as they would stand after drafts. Ids are made up: for deciding on, not for keeping. */
function happen(state: AlarmState, drafts: readonly AlarmDraft[], at: number): AlarmState {
  return foldAlarms(
    state,
    drafts.map((draft, place) => ({ ...draft, id: state.lastId + 1 + place, at, actor: 'system:alarms' })),
  )
}

function expectedOf({ alarms }: AlarmState, events: readonly AlarmDraft[]): SystemDecision['expected'] {
  const subjects = new Set(events.map(({ subject }) => subject))
  const prefix = subjectOfAlarm('').length
  return [...subjects].map(subject => ({ subject, version: alarms.get(subject.slice(prefix))?.version ?? 0 }))
}
