// The plan's tasks that a village's district leads or takes part in, by itself or as one of a group. Pure.
import type { ProgrammeState, VillageState } from '../../../shared/programme/state.ts'
import { type TaskStanding, taskStandings } from '../../../shared/programme/task-standing.ts'
import { planDistrictOf, type Units } from '../../../shared/programme/units.ts'

/** In the plan's order. */
export function tasksConcerning(
  state: ProgrammeState,
  units: Units,
  village: VillageState,
  day: string,
): readonly TaskStanding[] {
  const own = new Set([planDistrictOf(units, village)?.id, ...village.links.map(({ unit }) => unit)])
  const groups = Object.entries(state.plan?.groups ?? {}).filter(([, members]) => members.some(id => own.has(id)))
  const ids = new Set([...own, ...groups.map(([id]) => id)])
  return taskStandings(state, day).filter(({ task }) => [task.lead, ...task.partners].some(id => ids.has(id)))
}
