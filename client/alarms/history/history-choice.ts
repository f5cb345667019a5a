// What the history of the alarms shows, read from its address. Pure.
import type { AlarmEventType } from '../../../shared/alarms/event.ts'
import { PRIORITIES, type Priority } from '../../../shared/alarms/rule.ts'
import { endOfDay } from '../../../shared/programme/province-day.ts'

export type ShortType = AlarmEventType extends infer T ? (T extends `alarm.${infer Name}` ? Name : never) : never

/** The compiler insists that none is missing. */
const TYPES: Readonly<Record<ShortType, true>> = {
  raised: true,
  'level-changed': true,
  're-alarmed': true,
  returned: true,
  acknowledged: true,
  reset: true,
  shelved: true,
  unshelved: true,
  suppressed: true,
  unsuppressed: true,
  'taken-out-of-service': true,
  'returned-to-service': true,
  assigned: true,
  commented: true,
  'rule-published': true,
}
export const SHORT_TYPES = Object.keys(TYPES) as readonly ShortType[]

export type HistoryChoice = {
  readonly alarm: string | undefined
  readonly type: ShortType | undefined
  readonly village: string | undefined
  readonly priority: Priority | undefined
  /** ISO days, both included. */
  readonly from: string | undefined
  readonly to: string | undefined
  /** Only events with a smaller id; undefined = from the newest on. */
  readonly before: number | undefined
}

/** What an address names wrongly is left out. */
export function historyChoice(parameters: URLSearchParams): HistoryChoice {
  const text = (name: string) => parameters.get(name) || undefined
  const day = (name: string) => (endOfDay(text(name) ?? '') === undefined ? undefined : text(name))
  const before = text('before') ?? ''
  return {
    alarm: text('alarm'),
    type: SHORT_TYPES.find(type => type === text('type')),
    village: text('village'),
    priority: PRIORITIES.find(priority => priority === text('priority')),
    from: day('from'),
    to: day('to'),
    before: /^\d{1,15}$/.test(before) ? Number(before) : undefined,
  }
}

const DAY_MS = 86_400_000

/** The days as a time in epoch milliseconds, inclusive. */
export function timeOf({ from, to }: Pick<HistoryChoice, 'from' | 'to'>): {
  readonly from: number | undefined
  readonly to: number | undefined
} {
  const endOfFrom = from === undefined ? undefined : endOfDay(from)
  return {
    from: endOfFrom === undefined ? undefined : endOfFrom - DAY_MS + 1,
    to: to === undefined ? undefined : endOfDay(to),
  }
}

export const isTurned = ({ from, to }: Pick<HistoryChoice, 'from' | 'to'>): boolean =>
  from !== undefined && to !== undefined && to < from
