// Which days a scorecard is about, read from its address. Whole days of the province, so that the same link means the same. Pure.
import { MAX_SCORECARD_MS } from '../../../shared/alarms/scorecard-figures.ts'
import { endOfDay } from '../../../shared/programme/province-day.ts'
import { addDays } from '../../../shared/programme/working-calendar.ts'

export const PERIODS = ['today', '7', '30', '90', 'own'] as const
type PeriodName = (typeof PERIODS)[number]
export type PeriodChoice = {
  readonly name: PeriodName
  /** ISO days of an own period, both within it. */
  readonly from: string | undefined
  readonly to: string | undefined
}
/** ISO days, both within. */
export type Period = { readonly from: string; readonly to: string }

export const MAX_PERIOD_DAYS = MAX_SCORECARD_MS / 86_400_000

/** What an address names wrongly is left out. */
export function periodChoice(parameters: URLSearchParams): PeriodChoice {
  const day = (name: string) => {
    const text = parameters.get(name) ?? ''
    return endOfDay(text) === undefined ? undefined : text
  }
  return {
    name: PERIODS.find(period => period === parameters.get('period')) ?? '7',
    from: day('from'),
    to: day('to'),
  }
}

/** Undefined while the days of an own period make none. @param today ISO day of the province */
export function periodOf({ name, from, to }: PeriodChoice, today: string): Period | undefined {
  if (name === 'own') return from === undefined || to === undefined ? undefined : daysBetween(from, to)
  return daysBetween(name === 'today' ? today : addDays(today, 1 - Number(name)), today)
}

function daysBetween(from: string, to: string): Period | undefined {
  return from <= to && addDays(from, MAX_PERIOD_DAYS) > to ? { from, to } : undefined
}
