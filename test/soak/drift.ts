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

/** @param limit of growth; shrinking is no fault */
export function driftOf({ values, outOf = values }: Metric, limit = DRIFT_LIMIT): Drift {
  const quarter = Math.max(1, Math.floor(values.length / 4))
  const first = median(values.slice(0, quarter))
  const last = median(values.slice(-quarter))
  const base = median(outOf.slice(0, quarter))
  const share = base === 0 ? (last === first ? 0 : Number.POSITIVE_INFINITY) : (last - first) / base
  // What could not be measured is not within anything.
  return { first, last, share, isWithin: share <= limit }
}
