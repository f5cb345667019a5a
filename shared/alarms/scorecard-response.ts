// How long it took until an alarm was acknowledged: a distribution of bounded size, exact to the second where it matters. Part of the
// scorecard; pure, but for what it has counted so far.
import { PRIORITIES, type Priority } from './rule.ts'
import type { Responses, ScorecardFigures } from './scorecard-figures.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** The start of the step that holds a duration: seconds within an hour, minutes within a day, then hours. */
export function stepOf(durationMs: number): number {
  const size = durationMs < HOUR_MS ? SECOND_MS : durationMs < DAY_MS ? MINUTE_MS : HOUR_MS
  return Math.floor(durationMs / size) * size
}

type Counted = {
  /** By step: so many steps as a period has hours, and those of a day, at most. */
  readonly steps: Map<number, number>
  maxMs: number | null
  inTime: number
}
const nothing = (): Counted => ({ steps: new Map(), maxMs: null, inTime: 0 })

export function createResponses() {
  const counted: Readonly<Record<Priority, Counted>> = { low: nothing(), medium: nothing(), high: nothing() }

  return {
    add(priority: Priority, durationMs: number, isInTime: boolean): void {
      const one = counted[priority]
      const step = stepOf(durationMs)
      one.steps.set(step, (one.steps.get(step) ?? 0) + 1)
      one.maxMs = Math.max(one.maxMs ?? 0, durationMs)
      if (isInTime) one.inTime += 1
    },
    read(overdue: Readonly<Record<Priority, number>>): ScorecardFigures['responses'] {
      const of = (...priorities: readonly Priority[]): Responses => {
        const parts = priorities.map(priority => counted[priority])
        const steps = merged(parts.map(part => part.steps))
        const most = parts.flatMap(({ maxMs }) => maxMs ?? [])
        return {
          answered: steps.reduce((sum, [, count]) => sum + count, 0),
          medianMs: percentile(steps, 0.5),
          p90Ms: percentile(steps, 0.9),
          maxMs: most.length === 0 ? null : Math.max(...most),
          inTime: parts.reduce((sum, { inTime }) => sum + inTime, 0),
          overdue: priorities.reduce((sum, priority) => sum + overdue[priority], 0),
        }
      }
      return { all: of(...PRIORITIES), low: of('low'), medium: of('medium'), high: of('high') }
    },
  }
}

type Steps = readonly (readonly [step: number, count: number])[]

function merged(all: readonly ReadonlyMap<number, number>[]): Steps {
  const sum = new Map<number, number>()
  for (const steps of all) for (const [step, count] of steps) sum.set(step, (sum.get(step) ?? 0) + count)
  return [...sum].toSorted(([a], [b]) => a - b)
}

/** Nearest rank: the smallest that so large a share isn't above. */
function percentile(steps: Steps, share: number): number | null {
  const rank = Math.ceil(share * steps.reduce((sum, [, count]) => sum + count, 0))
  let seen = 0
  for (const [step, count] of steps) {
    seen += count
    if (seen >= rank) return step
  }
  return null
}
