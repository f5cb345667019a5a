// What a trial found, as its page shows it: by day, by village, against the version in use. Pure.
import type { BacktestReply } from '../../../shared/alarms/api-schema.ts'
import type { Priority } from '../../../shared/alarms/rule.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { daysWithin } from './trial-period.ts'

type DayCount = Readonly<Record<Priority, number>> & {
  readonly day: string
  /** No reading of that day was tested, or its alarms are beyond the list: nothing is known of it. */
  readonly isUnknown: boolean
}

/** No alarm, but no reading either: silence of the store is no proof of quiet. */
export const saysNothing = ({ alarms, firstReadingAt }: Pick<BacktestReply, 'alarms' | 'firstReadingAt'>): boolean =>
  alarms === 0 && firstReadingAt === null

/** Whether the list holds every alarm: by day and priority only those can be told that it holds. */
export const isListWhole = ({ alarms, listed }: Pick<BacktestReply, 'alarms' | 'listed'>): boolean =>
  listed.length === alarms

type Tested = Pick<BacktestReply, 'from' | 'until' | 'alarms' | 'listed' | 'firstReadingAt'>

/** Every day of the period, also those without one. */
export function countsByDay({ from, until, alarms, listed, firstReadingAt }: Tested): DayCount[] {
  const firstDay = firstReadingAt === null ? undefined : provinceDayOf(firstReadingAt)
  const lastListed = listed.at(-1)
  const lastDay = isListWhole({ alarms, listed }) || !lastListed ? undefined : provinceDayOf(lastListed.raisedAt)
  const byDay = new Map(
    daysWithin({ from, to: until }).map(day => [
      day,
      { low: 0, medium: 0, high: 0 } satisfies Record<Priority, number>,
    ]),
  )
  for (const { raisedAt, priority } of listed) {
    const counts = byDay.get(provinceDayOf(raisedAt))
    if (counts) counts[priority]++
  }
  return [...byDay].map(([day, counts]) => ({
    day,
    ...counts,
    isUnknown: firstDay === undefined || day < firstDay || (lastDay !== undefined && day > lastDay),
  }))
}

type VillageCount = { readonly village: string | null; readonly alarms: number }

/** @param villageOf null = of none, or not known any more */
export function countsByVillage(
  byTarget: BacktestReply['byTarget'],
  villageOf: (target: string) => string | null,
): readonly VillageCount[] {
  const counts = new Map<string | null, number>()
  for (const { target, alarms } of byTarget) {
    const village = villageOf(target)
    counts.set(village, (counts.get(village) ?? 0) + alarms)
  }
  return [...counts].map(([village, alarms]) => ({ village, alarms })).sort((a, b) => b.alarms - a.alarms)
}
