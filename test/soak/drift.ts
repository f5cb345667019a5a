// Whether something grows: the median of the first quarter after the warm-up against that of the last quarter. Pure.
import { median } from '../bench/statistics.ts'

/** A share of the beginning. */
export const DRIFT_LIMIT = 0.05

export type Metric = {
  readonly id: string
  readonly name: string
  readonly unit: string
  /** After the warm-up, in the order in which they were taken. */
  readonly values: readonly number[]
  /** What the growth is a share of, where the metric itself can be next to nothing. */
  readonly outOf?: readonly number[]
}

export type Drift = {
  readonly first: number
  readonly last: number
  /** Negative when it shrank. */
  readonly share: number
  readonly isWithin: boolean
}

/**
 * The same over one life of something that is made anew every `life` values: the last of each life against the first. Tells what piles
 * up for as long as nothing is made anew, which the drift over all lives doesn't see.
 */
export function driftInLife(metric: Metric, life: number): Drift {
  const ends = metric.values.map((_, i) => i).filter(i => i % life === life - 1)
  const at = (values: readonly number[], back: number) => ends.map(i => values[i - back] ?? Number.NaN)
  const { values, outOf = values } = metric
  const [first, last, base] = [at(values, life - 1), at(values, 0), at(outOf, life - 1)].map(median)
  return judged(first ?? Number.NaN, last ?? Number.NaN, base ?? Number.NaN, DRIFT_LIMIT)
}

/** @param limit of growth; shrinking is no fault */
export function driftOf({ values, outOf = values }: Metric, limit = DRIFT_LIMIT): Drift {
  const quarter = Math.max(1, Math.floor(values.length / 4))
  const first = median(values.slice(0, quarter))
  const last = median(values.slice(-quarter))
  return judged(first, last, median(outOf.slice(0, quarter)), limit)
}

function judged(first: number, last: number, base: number, limit: number): Drift {
  const share = base === 0 ? (last === first ? 0 : Number.POSITIVE_INFINITY) : (last - first) / base
  // What could not be measured is not within anything.
  return { first, last, share, isWithin: share <= limit }
}
