// Figures of a computed series over a range, from every step of it. A stage or a class is an order, not a quantity: it has no mean.
import type { DerivedKind } from '../../shared/derived/kinds.ts'
import type { DerivedStatistics } from '../../shared/history/api-schema.ts'
import type { FoundDerived } from './derived.ts'
import { type DerivedSteps, stepsWithin } from './derived-steps.ts'
import type { Range } from './range.ts'
import { statisticsOfReadings } from './statistics.ts'

const ORDERS: ReadonlySet<DerivedKind> = new Set(['flood-stage', 'water-class'])

/** @param limits numbers on the series' own scale. Throws the signal's reason once it is aborted */
export async function readDerivedStatistics(
  all: DerivedSteps,
  found: FoundDerived,
  range: Range,
  limits: readonly number[],
  now: number,
  signal?: AbortSignal,
): Promise<DerivedStatistics> {
  const { id, kind, inputSource, decision, inputs } = found.about
  const { end, stepMs } = stepsWithin(found, range, now)
  const [t, v]: [number[], number[]] = [[], []]
  const counts = new Map<string, { readonly value: number; count: number }>()
  for await (const steps of all.of(found, range, now, signal))
    for (const step of steps) {
      t.push(step.t)
      v.push(step.value)
      const held = counts.get(step.category)
      if (held) held.count += 1
      else counts.set(step.category, { value: step.value, count: 1 })
    }
  // The step that runs isn't missing.
  const to = Math.max(range.from, Math.min(range.to, end))
  const about = { from: range.from, to, series: id, intervalMs: stepMs, holdMs: stepMs, limits }
  const figures = statisticsOfReadings({ t, v }, about)
  return {
    ...figures,
    ...(ORDERS.has(kind) ? { mean: null, deviation: null } : {}),
    basis: 'steps',
    source: 'derived',
    inputSource,
    decision,
    inputs: [...inputs],
    categories: [...counts]
      .toSorted(([, one], [, other]) => one.value - other.value)
      .map(([category, { count }]) => ({ category, count })),
  }
}
