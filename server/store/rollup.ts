// The arithmetic of rollups: which bucket a time falls in, which level serves a question, how readings add up. Pure.
import { QUALITY_CODE } from '../../shared/quality.ts'
import type { Columns } from './store.ts'

const MINUTE = 60_000
/** The province's day: UTC+7 all year (Vietnam has no daylight saving). */
const DAY_OFFSET_MS = 7 * 60 * MINUTE

/** Lengths of the rollup levels, finest first. */
export const LEVELS = [MINUTE, 15 * MINUTE, 60 * MINUTE, 24 * 60 * MINUTE] as const

/** Start of the bucket of `length` that holds `t`; days begin at 00:00 in Đồng Tháp. */
export const bucketStart = (t: number, length: number): number =>
  Math.floor((t + DAY_OFFSET_MS) / length) * length - DAY_OFFSET_MS

export type Plan = {
  /** Start of the first bucket, at or before `from`, on a boundary of `level`. */
  readonly anchor: number
  /** Bucket length of the answer, a multiple of `level`. */
  readonly step: number
  /** Rollup level to read; null = raw readings. */
  readonly level: number | null
}

/** The coarsest level whose buckets fit the answer's, and the step that keeps [from, to] within `points` buckets. */
export function planBuckets(from: number, to: number, points: number): Plan {
  const level = LEVELS.findLast(length => length <= (to - from + 1) / points) ?? null
  const unit = level ?? 1
  const anchor = level === null ? from : bucketStart(from, level)
  const step = Math.ceil((to - anchor + 1) / points / unit) * unit
  return { anchor, step, level }
}

export type Bucket = { t: number; min: number; max: number; sum: number; count: number; last: number; lastT: number }

/** Adds readings (any order) into the buckets that `startOf` gives them; `bad` readings don't count. */
export function rollUp(
  into: Map<number, Bucket>,
  readings: Columns,
  startOf: (t: number) => number,
): Map<number, Bucket> {
  const { t: times, v: values, q: qualities } = readings
  for (let i = 0; i < times.length; i++) {
    if (qualities[i] === QUALITY_CODE.bad) continue
    const time = times[i] as number
    const value = values[i] as number
    addTo(into, {
      t: startOf(time),
      min: value,
      max: value,
      sum: value,
      count: 1,
      last: value,
      lastT: time,
    })
  }
  return into
}

/** Merges one part into the bucket that starts at `part.t`. */
export function addTo(into: Map<number, Bucket>, part: Bucket): void {
  const held = into.get(part.t)
  if (!held) {
    into.set(part.t, { ...part })
    return
  }
  if (part.min < held.min) held.min = part.min
  if (part.max > held.max) held.max = part.max
  held.sum += part.sum
  held.count += part.count
  if (part.lastT >= held.lastT) {
    held.last = part.last
    held.lastT = part.lastT
  }
}
