// The plan's milestones, one for each unit that must reach it. Derived, never stored. Pure; knows the units of the plan, and
// not who carries on for them: these days were theirs.
import type { Unit } from '../registry.ts'
import { type DateMark, dateMarkOf } from './deadline.ts'
import type { Day, PlanMilestone } from './facts.ts'
import { keyOf, type ProgrammeState } from './state.ts'
import { groupOf, planDistrictOf, type Units } from './units.ts'

export type PlanMilestoneMark = 'done' | DateMark | 'no-date'
export type PlanMilestoneStanding = {
  readonly milestone: PlanMilestone
  readonly unit: Unit
  readonly mark: PlanMilestoneMark
  /** When it was reached; null = it wasn't. */
  readonly on: Day | null
}

/** In the plan's order of milestones, then of the units bound by one. */
export function planMilestoneStandings(
  state: ProgrammeState,
  units: Units,
  day: Day,
): readonly PlanMilestoneStanding[] {
  const { plan, planMilestones } = state
  if (!plan) return []
  return plan.milestones.flatMap(milestone =>
    boundBy(milestone, state, units).map(unit => {
      const on = planMilestones.get(keyOf.planMilestone(milestone.id, unit.id))?.on ?? null
      return { milestone, unit, mark: markOf(milestone, on, state.settings.dueSoonDays, day), on }
    }),
  )
}

function markOf({ on: dueOn }: PlanMilestone, reachedOn: Day | null, dueSoonDays: number, day: Day): PlanMilestoneMark {
  if (reachedOn !== null) return 'done'
  return dueOn === null ? 'no-date' : dateMarkOf(dueOn, day, dueSoonDays)
}

/** The members of the group that leads, or the one unit that does; of the districts those with a village in the programme. */
function boundBy({ lead }: PlanMilestone, { plan, villages }: ProgrammeState, units: Units): readonly Unit[] {
  const concerned = new Set([...villages.values()].map(village => planDistrictOf(units, village)?.id))
  return (groupOf(plan, lead) ?? [lead]).flatMap(id => {
    const unit = units.get(id)
    return unit && (unit.kind !== 'district' || concerned.has(id)) ? [unit] : []
  })
}
