// Buckets of a series as SVG path data: a mean line and a band between minimum and maximum. Pure; gaps stay gaps.
import type { Bucket } from '../../shared/api.ts'
import type { History } from './history-query.ts'

export type Scale = {
  readonly width: number
  readonly height: number
  /** Value at the lower and at the upper edge. */
  readonly low: number
  readonly high: number
}

/** Width of a bucket: the server may answer in fewer, wider ones than asked for, so the narrowest step tells. */
function bucketMsOf({ from, to, points, buckets }: History): number {
  const steps = stepsOf(buckets)
  return Math.max((to - from) / points, steps[0] ?? 0)
}

/** Steps between neighbouring buckets, ascending. */
const stepsOf = (buckets: readonly Bucket[]): readonly number[] =>
  buckets
    .slice(1)
    .map(({ t }, i) => t - (buckets[i]?.t ?? t))
    .sort((a, b) => a - b)

/** A step this many times the usual one is a hole, whatever interval the station has today. */
const HOLE_STEPS = 3

/** Splits where readings are missing: longer than two expected intervals and well beyond the usual step. */
export function runsOf(history: History, intervalMs: number | null): readonly (readonly Bucket[])[] {
  const steps = stepsOf(history.buckets)
  const usualStep = steps[Math.floor((steps.length - 1) / 2)] ?? 0
  const bucketMs = bucketMsOf(history)
  const longestStep = Math.max(bucketMs * 1.5, (intervalMs ?? 0) * 2 + bucketMs, usualStep * HOLE_STEPS)
  const runs: Bucket[][] = []
  let previous: Bucket | undefined
  for (const bucket of history.buckets) {
    const last = runs.at(-1)
    if (last && previous && bucket.t - previous.t <= longestStep) last.push(bucket)
    else runs.push([bucket])
    previous = bucket
  }
  return runs
}

/** The values to show, with a little air; a flat line gets a band of its own around it. */
export function valueRange(buckets: readonly Bucket[], smallest: number): { low: number; high: number } | undefined {
  if (buckets.length === 0) return undefined
  const low = Math.min(...buckets.map(({ min }) => min))
  const high = Math.max(...buckets.map(({ max }) => max))
  const air = Math.max((high - low) * 0.08, smallest / 2)
  return { low: low - air, high: high + air }
}

/** Four steps of the last decimal: less would be drawn as if it were much. */
export const leastSpan = (decimals: number): number => 4 * 10 ** -decimals

/** The range of the readings, wide enough for these limits and for the words above each. */
export function rangeWith(range: Pick<Scale, 'low' | 'high'>, limits: readonly number[]): Pick<Scale, 'low' | 'high'> {
  if (limits.length === 0) return range
  const air = (Math.max(range.high, ...limits) - Math.min(range.low, ...limits)) * 0.12
  return {
    low: Math.min(range.low, ...limits.map(at => at - air)),
    high: Math.max(range.high, ...limits.map(at => at + air)),
  }
}

export function pathsOf(history: History, intervalMs: number | null, scale: Scale): { line: string; band: string } {
  const { width, height, low, high } = scale
  const bucketMs = bucketMsOf(history)
  const x = ({ t }: Bucket) =>
    (((Math.min(t + bucketMs / 2, history.to) - history.from) / (history.to - history.from)) * width).toFixed(1)
  const y = (value: number) => (height - ((value - low) / (high - low)) * height).toFixed(1)
  let line = ''
  let band = ''
  for (const run of runsOf(history, intervalMs)) {
    line += `M${run.map(bucket => `${x(bucket)} ${y(bucket.mean)}`).join('L')}`
    // A lone bucket is still a measurement: a stroke of no length with round ends is a dot.
    if (run.length === 1) line += 'h0'
    const above = run.map(bucket => `${x(bucket)} ${y(bucket.max)}`)
    const below = run.map(bucket => `${x(bucket)} ${y(bucket.min)}`).reverse()
    band += `M${[...above, ...below].join('L')}Z`
  }
  return { line, band }
}

const NICE = [1, 2, 2.5, 5, 10]

/** About `count` round values between low and high. */
export function ticksBetween(low: number, high: number, count: number): readonly number[] {
  const rough = (high - low) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * (NICE.find(nice => nice * power >= rough) ?? 10)
  const ticks: number[] = []
  for (let at = Math.ceil(low / step) * step; at <= high; at += step) ticks.push(Number(at.toPrecision(12)))
  return ticks
}

export const isWithin = ({ from, to }: Pick<History, 'from' | 'to'>, at: number): boolean => at > from && at < to
