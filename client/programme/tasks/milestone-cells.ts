// The plan's milestones as a small table: units by milestones. Pure.
import { isSimulated } from '../../../shared/programme/event.ts'
import {
  type PlanMilestoneMark,
  type PlanMilestoneStanding,
  planMilestoneStandings,
} from '../../../shared/programme/plan-milestone-standing.ts'
import type { ProgrammeState as StateShape } from '../../kit/state-shapes.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'

export const SHAPE_OF_MILESTONE: Readonly<Record<PlanMilestoneMark, StateShape>> = {
  done: 'done',
  overdue: 'overdue',
  'due-soon': 'due-soon',
  'on-track': 'on-track',
  'no-date': 'unknown',
}

export type MilestoneTable = {
  readonly milestones: readonly PlanMilestoneStanding['milestone'][]
  readonly units: readonly PlanMilestoneStanding['unit'][]
  /** Undefined where the plan doesn't ask this of the unit. */
  readonly cellOf: (unit: string, milestone: string) => PlanMilestoneStanding | undefined
  /** What an entry begins with: one that is overdue, else one that is open, else the first. */
  readonly nextOpen: PlanMilestoneStanding | undefined
  /** Something in it was made up by a simulated field. */
  readonly isSimulated: boolean
  readonly reachedBy: (unit: string) => { readonly reached: number; readonly asked: number }
}

export function milestoneTable(view: ProgrammeView): MilestoneTable {
  const standings = planMilestoneStandings(view.state, view.units, view.day)
  const cells = new Map(standings.map(one => [`${one.unit.id}:${one.milestone.id}`, one]))
  return {
    milestones: [...new Map(standings.map(({ milestone }) => [milestone.id, milestone])).values()],
    units: [...new Map(standings.map(({ unit }) => [unit.id, unit])).values()],
    cellOf: (unit, milestone) => cells.get(`${unit}:${milestone}`),
    nextOpen:
      standings.find(({ mark }) => mark === 'overdue') ?? standings.find(({ mark }) => mark !== 'done') ?? standings[0],
    isSimulated: [...view.state.planMilestones.values()].some(({ by }) => isSimulated(by)),
    reachedBy(unit) {
      const own = standings.filter(one => one.unit.id === unit)
      return { reached: own.filter(({ mark }) => mark === 'done').length, asked: own.length }
    },
  }
}
