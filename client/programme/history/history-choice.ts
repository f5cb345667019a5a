// What the history page shows, read from its address, and the addresses that lead to it. Pure.
import { addressWith } from '../address-with.ts'
import { EVENT_TYPES, type ShortType } from './event-type.ts'

export type HistoryFilter = {
  /** All of one subject, as the log spells it: `task:1.1`. */
  readonly subject: string | undefined
  readonly type: ShortType | undefined
  readonly village: string | undefined
}
export type HistoryChoice = HistoryFilter & {
  /** Only events with a smaller id; undefined = from the newest on. */
  readonly before: number | undefined
  /** The event whose details are open. */
  readonly event: number | undefined
}

/** What an address names wrongly is left out. */
export function historyChoice(parameters: URLSearchParams): HistoryChoice {
  const text = (name: string) => parameters.get(name) || undefined
  const id = (name: string) => (/^\d{1,15}$/.test(text(name) ?? '') ? Number(text(name)) : undefined)
  return {
    subject: text('subject'),
    type: EVENT_TYPES.find(type => type === text('type')),
    village: text('village'),
    before: id('before'),
    event: id('event'),
  }
}

/** The history of one subject. */
export const historyOf = (subject: string, search?: string): string =>
  addressWith('history', undefined, { subject }, undefined, search)

/** The whole programme at the end of a day. */
export const programmeOn = (day: string, search?: string): string =>
  addressWith('overview', undefined, { at: day }, undefined, search)
