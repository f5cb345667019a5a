// How old an obstacle or proposal is, who keeps it waiting how long, and whether its day is over. Derived, never stored. Pure.
import type { Day } from './facts.ts'
import type { ObstacleItem, ProgrammeState } from './state.ts'
import { daysBetween } from './working-calendar.ts'

export type ObstacleStanding = {
  readonly item: ObstacleItem
  /** Since it was raised; of a resolved one, how long it took. */
  readonly ageDays: number
  readonly isOpen: boolean
  /** Open, with a day by which somebody must act, and that day is over. */
  readonly isOverdue: boolean
  /** Since it last moved; null when nobody is waiting any more. */
  readonly waitingDays: number | null
}

/** Open ones first, then the oldest. */
export function obstacleStandings(state: ProgrammeState, day: Day): readonly ObstacleStanding[] {
  return [...state.obstacles.values()].map(item => standingOf(item, day)).sort(byUrgency)
}

function standingOf(item: ObstacleItem, day: Day): ObstacleStanding {
  const { raisedOn, dueOn, moves } = item
  const isOpen = isUnresolved(item)
  const movedOn = moves.at(-1)?.on ?? raisedOn
  return {
    item,
    ageDays: passed(raisedOn, isOpen ? day : movedOn),
    isOpen,
    isOverdue: isOpen && dueOn !== null && day > dueOn,
    waitingDays: isOpen ? passed(movedOn, day) : null,
  }
}

function isUnresolved({ state }: ObstacleItem): boolean {
  switch (state) {
    case 'raised':
    case 'assigned':
    case 'answered':
    case 'escalated':
      return true
    case 'resolved':
      return false
    default:
      return state satisfies never
  }
}

const passed = (from: Day, to: Day): number => Math.max(0, daysBetween(from, to))

function byUrgency(a: ObstacleStanding, b: ObstacleStanding): number {
  if (a.isOpen !== b.isOpen) return a.isOpen ? -1 : 1
  const [left, right] = [`${a.item.raisedOn} ${a.item.id}`, `${b.item.raisedOn} ${b.item.id}`]
  return left < right ? -1 : left > right ? 1 : 0
}
