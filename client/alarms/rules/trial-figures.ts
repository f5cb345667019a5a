// What a trial found, as its page shows it: by day, by village, against the version in use. Pure.
import type { BacktestResult } from '../../../shared/alarms/backtest.ts'
import type { Priority } from '../../../shared/alarms/rule.ts'
import { provinceDayOf } from '../../../shared/programme/province-day.ts'
import { daysWithin } from './trial-period.ts'

export type DayCount = { readonly day: string } & Readonly<Record<Priority, number>>

/** Whether the list holds every alarm: by day and priority only those can be told that it holds. */
export const isListWhole = ({ alarms, listed }: Pick<BacktestResult, 'alarms' | 'listed'>): boolean =>
  listed.length === alarms

/** Every day of the period, also those without one. */
export function countsByDay({ from, until, listed }: Pick<BacktestResult, 'from' | 'until' | 'listed'>): DayCount[] {
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
  return [...byDay].map(([day, counts]) => ({ day, ...counts }))
}

export type VillageCount = { readonly village: string | null; readonly alarms: number }

/** @param villageOf null = of none, or not known any more */
export function countsByVillage(
  byTarget: BacktestResult['byTarget'],
  villageOf: (target: string) => string | null,
): readonly VillageCount[] {
  const counts = new Map<string | null, number>()
  for (const { target, alarms } of byTarget) {
    const village = villageOf(target)
    counts.set(village, (counts.get(village) ?? 0) + alarms)
  }
  return [...counts].map(([village, alarms]) => ({ village, alarms })).sort((a, b) => b.alarms - a.alarms)
}
