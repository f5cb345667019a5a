// What the desk shows, read from its address. Pure.
import { PRIORITIES, type Priority } from '../../../shared/alarms/rule.ts'

export const TABS = ['open', 'shelved', 'hidden', 'all'] as const
export type Tab = (typeof TABS)[number]

export type DeskFilter = {
  readonly priority: Priority | undefined
  readonly village: string | undefined
  /** A quantity's code or one of OTHER_KINDS, see desk-rows.ts. */
  readonly kind: string | undefined
  readonly text: string
  readonly isUnacknowledgedOnly: boolean
}
export type DeskChoice = DeskFilter & {
  readonly tab: Tab
  /** The alarm whose details are open. */
  readonly alarm: string | undefined
  /** Undefined = grouped while alarms come as a flood. */
  readonly isGrouped: boolean | undefined
}

/** What an address names wrongly is left out. */
export function deskChoice(parameters: URLSearchParams): DeskChoice {
  const text = (name: string) => parameters.get(name) || undefined
  const grouped = text('grouped')
  return {
    tab: TABS.find(tab => tab === text('tab')) ?? 'open',
    alarm: text('alarm'),
    priority: PRIORITIES.find(priority => priority === text('priority')),
    village: text('village'),
    kind: text('kind'),
    text: parameters.get('text') ?? '',
    isUnacknowledgedOnly: text('unacknowledged') === '1',
    isGrouped: grouped === '1' ? true : grouped === '0' ? false : undefined,
  }
}

export const isNarrowed = ({ priority, village, kind, text, isUnacknowledgedOnly }: DeskFilter): boolean =>
  priority !== undefined || village !== undefined || kind !== undefined || text.trim() !== '' || isUnacknowledgedOnly

/** For `withParameters`: shows everything of the tab again. */
export const NOT_NARROWED = {
  priority: undefined,
  village: undefined,
  kind: undefined,
  text: undefined,
  unacknowledged: undefined,
} as const
