// State = fold of events, the same code in the station and on every screen. Pure; trusts what was checked before it was appended.
import { type Draft, draftOf } from './draft.ts'
import { type AnyEvent, type EventType, PROGRAMME_FAMILY, type ProgrammeEvent } from './event.ts'
import { foldAssessment } from './fold-assessment.ts'
import { foldFunding } from './fold-funding.ts'
import { foldObstacles } from './fold-obstacles.ts'
import { foldReports } from './fold-reports.ts'
import { foldTasks } from './fold-tasks.ts'
import { foldVillages } from './fold-villages.ts'
import { stampOf } from './stamp.ts'
import type { ProgrammeState } from './state.ts'

/** One entry for each type there is: the compiler insists. */
const HANDLERS: { readonly [T in EventType]: (draft: Draft, event: Extract<ProgrammeEvent, { type: T }>) => void } = {
  'programme.plan-adopted': (draft, event) => draft.set({ plan: { ...event.data.plan, ...stampOf(event) } }),
  'programme.calendar-published': (draft, { data }) => void draft.table('calendar').set(data.year.year, data.year),
  'programme.setting-changed': (draft, event) => {
    const { key, value } = event.data
    draft.set({ settings: { ...draft.state.settings, [key]: value } })
    draft.table('changedSettings').set(key, stampOf(event))
  },
  ...foldVillages,
  ...foldAssessment,
  ...foldTasks,
  ...foldFunding,
  ...foldReports,
  ...foldObstacles,
}

export type Folding = {
  /** As folded so far. Valid until the next event is taken: keep what is read of it, not itself. */
  readonly state: () => ProgrammeState
  readonly take: (event: AnyEvent) => void
}

/** A fold that stays open, for a caller that must see each step: every table is copied once, however many events come. */
export function folding(from: ProgrammeState): Folding {
  const draft = draftOf(from)
  return {
    state: () => draft.state,
    take(event) {
      // A repeat of what is known, or another family's event, changes nothing.
      if (event.id <= draft.state.lastId || !event.type.startsWith(`${PROGRAMME_FAMILY}.`)) return
      if (isKnown(event)) (HANDLERS[event.type] as (draft: Draft, event: ProgrammeEvent) => void)(draft, event)
      draft.table('versions').set(event.subject, event.id)
      draft.set({ lastId: event.id, lastAt: event.at })
    },
  }
}

/**
 * The state after these events. Never changes the state it is given.
 * Event types it doesn't know (a newer station's) move only `lastId`, `lastAt` and the subject's version.
 */
export function fold(state: ProgrammeState, events: Iterable<AnyEvent>): ProgrammeState {
  const open = folding(state)
  for (const event of events) open.take(event)
  return open.state()
}

export const apply = (state: ProgrammeState, event: AnyEvent): ProgrammeState => fold(state, [event])

export const isKnown = (event: AnyEvent): event is ProgrammeEvent => Object.hasOwn(HANDLERS, event.type)
