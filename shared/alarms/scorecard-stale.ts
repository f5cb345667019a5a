// On which days how many alarms were stale: active for more than a day and not set aside. Part of the scorecard; pure, but for what it
// has counted so far.
import { PROVINCE_OFFSET_MS } from '../programme/province-day.ts'
import { addDays } from '../programme/working-calendar.ts'
import type { ScorecardFigures } from './scorecard-figures.ts'
import { isQuiet } from './standing.ts'
import { type Alarm, STALE_MS } from './state.ts'

const DAY_MS = 86_400_000
/** Days of the province since 1970. */
const dayOf = (at: number): number => Math.floor((at + PROVINCE_OFFSET_MS) / DAY_MS)

/** Counts of one pass; a later look continues a copy of it. */
type Count = {
  readonly byDay: Map<number, number>
  /** The last day an alarm was counted on: once a day, whatever happens to it. */
  readonly counted: Map<string, number>
}

export function createStale(from: number) {
  const settled: Count = { byDay: new Map(), counted: new Map() }
  /** Until when each alarm was looked at; before the first event about it: from the period's start. */
  const seen = new Map<string, number>()

  /** What an alarm was between the last look and `end` (not included), when nothing happened to it. */
  function count({ byDay, counted }: Count, alarm: Alarm, end: number): void {
    if (!alarm.isActive || isQuiet(alarm)) return
    const start = Math.max(from, seen.get(alarm.id) ?? from, alarm.raisedAt + STALE_MS + 1)
    if (start >= end) return
    const last = dayOf(end - 1)
    for (let day = Math.max(dayOf(start), (counted.get(alarm.id) ?? -Infinity) + 1); day <= last; day++)
      byDay.set(day, (byDay.get(day) ?? 0) + 1)
    counted.set(alarm.id, Math.max(last, counted.get(alarm.id) ?? last))
  }

  return {
    /** Before an event changes an alarm. */
    settle(before: Alarm, at: number): void {
      count(settled, before, at)
      seen.set(before.id, at)
    },
    /** Each day that had one, up to `end` (not included). */
    read(alarms: Iterable<Alarm>, end: number): ScorecardFigures['stale']['days'] {
      const now: Count = { byDay: new Map(settled.byDay), counted: new Map(settled.counted) }
      for (const alarm of alarms) count(now, alarm, end)
      return [...now.byDay]
        .toSorted(([a], [b]) => a - b)
        .map(([day, alarmsOfDay]) => ({ day: addDays('1970-01-01', day), count: alarmsOfDay }))
    },
  }
}
