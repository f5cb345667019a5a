// A village's milestones in the order of their days, and how each stands. Pure.
import type { VillageMilestone } from '../../../shared/programme/facts.ts'

/** By the day it was reached or planned for; those without a day come last, in the order they were written. */
export function milestonesByDay<Milestone extends VillageMilestone>(
  milestones: readonly Milestone[],
): readonly Milestone[] {
  const dayOf = ({ reachedOn, plannedOn }: VillageMilestone) => reachedOn ?? plannedOn ?? '9999-12-31'
  return milestones.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}

/** One without a planned day can't be overdue. */
export function milestoneSign({ plannedOn, reachedOn }: VillageMilestone, day: string): 'done' | 'overdue' | 'waiting' {
  if (reachedOn !== null) return 'done'
  return plannedOn !== null && plannedOn < day ? 'overdue' : 'waiting'
}
