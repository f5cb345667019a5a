// What the small chart of an alarm shows: the readings with the limit in sight, from when on it was beyond. Pure.
import type { Rule } from '../../../shared/alarms/rule.ts'
import type { Alarm } from '../../../shared/alarms/state.ts'
import { valueRange } from '../../history/chart-path.ts'
import type { History } from '../../history/history-query.ts'

export type ChartFrame = {
  readonly low: number
  readonly high: number
  /** Undefined where the rule watches something else than the reading itself: the line would lie. */
  readonly limit: number | undefined
  /** Undefined while the signal isn't beyond, or has been since before the chart begins. */
  readonly since: number | undefined
}

/** @param smallest smallest range worth drawing, in the series' unit */
export function chartFrame(
  history: History,
  alarm: Pick<Alarm, 'limit' | 'since' | 'isActive'>,
  signal: Rule['signal'] | undefined,
  smallest: number,
): ChartFrame | undefined {
  const range = valueRange(history.buckets, smallest)
  if (!range) return undefined
  const isOfReading = signal?.kind === 'value' || signal?.kind === 'flood'
  const limit = isOfReading ? (alarm.limit ?? undefined) : undefined
  // Room around the limit for its own words.
  const air = limit === undefined ? 0 : (Math.max(range.high, limit) - Math.min(range.low, limit)) * 0.12
  return {
    low: limit === undefined ? range.low : Math.min(range.low, limit - air),
    high: limit === undefined ? range.high : Math.max(range.high, limit + air),
    limit,
    since: alarm.isActive && alarm.since > history.from && alarm.since < history.to ? alarm.since : undefined,
  }
}

const ZONE_MS = 7 * 3_600_000

/** 00, 06, 12 and 18 o'clock in the province, which lies a whole hour from UTC. */
export function sixHourMarks(from: number, to: number): readonly number[] {
  const step = 6 * 3_600_000
  const marks: number[] = []
  for (let at = Math.ceil((from + ZONE_MS) / step) * step - ZONE_MS; at <= to; at += step) marks.push(at)
  return marks
}
