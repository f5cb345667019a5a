// Which stretch of history a trial runs over. Pure; the clock is handed in.
import { endOfDay, provinceDayOf } from '../../../shared/programme/province-day.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'

export const TRIAL_DAYS = [7, 30, 92] as const
/** No trial is longer. */
export const MAX_TRIAL_DAYS = 92
const DAY_MS = 86_400_000

export type TrialChoice = {
  readonly kind: '7' | '30' | '92' | 'own'
  /** ISO days of an own period, both within it. */
  readonly from: string | undefined
  readonly to: string | undefined
}
/** Epoch milliseconds, `to` not within. */
export type TrialPeriod = { readonly from: number; readonly to: number }

/** Undefined when the days make no period. It never ends after now, for nothing has been measured there. */
export function trialPeriod({ kind, from, to }: TrialChoice, now: number): TrialPeriod | undefined {
  if (kind !== 'own') return { from: now - Number(kind) * DAY_MS, to: now }
  const dayBefore = from === undefined ? undefined : endOfDay(addDays(from, -1))
  const lastDay = to === undefined ? undefined : endOfDay(to)
  if (dayBefore === undefined || lastDay === undefined) return undefined
  const period = { from: dayBefore + 1, to: Math.min(lastDay + 1, now) }
  return period.from < period.to && period.to - period.from <= MAX_TRIAL_DAYS * DAY_MS ? period : undefined
}

/** At least one, however short it is. */
export const daysOf = ({ from, to }: TrialPeriod): number => Math.max(1, Math.round((to - from) / DAY_MS))

/** The province's days that a period touches, oldest first. */
export function daysWithin({ from, to }: TrialPeriod): readonly string[] {
  const days: string[] = []
  const last = provinceDayOf(to - 1)
  for (let day = provinceDayOf(from); day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
