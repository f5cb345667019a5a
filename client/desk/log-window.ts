// Which entries the log shows: what the state holds, or from an entry back that it no longer holds; and what of it is searched. Pure.
import { DESK_LIMITS } from '../../shared/desk/limits.ts'
import type { DeskState, LogEntry } from '../../shared/desk/state.ts'
import { isFoundBy } from '../programme/plain-text.ts'

export type LogWindow = {
  /** Entries older than those in the state are read from this one back; undefined = there are none. */
  readonly from: string | undefined
  /** Begins at an entry that the state no longer holds: newer ones aren't shown. */
  readonly isPast: boolean
}

/** @param entryId that the address names */
export function logWindow({ entries }: Pick<DeskState, 'entries'>, entryId: string | undefined): LogWindow {
  if (entryId !== undefined && !entries.has(entryId)) return { from: entryId, isPast: true }
  const [oldest] = entries.keys()
  return { from: entries.size >= DESK_LIMITS.entries ? oldest : undefined, isPast: false }
}

/** Each once, as the state has it where both do: what was read can be older. */
export function shownEntries(
  { entries }: Pick<DeskState, 'entries'>,
  older: readonly LogEntry[],
  isPast: boolean,
): readonly LogEntry[] {
  if (isPast) return older
  return [...older.filter(({ id }) => !entries.has(id)), ...entries.values()]
}

/** @param textsOf everything that an entry says on the screen */
export const foundEntries = (
  entries: readonly LogEntry[],
  typed: string,
  textsOf: (entry: LogEntry) => readonly string[],
): readonly LogEntry[] => (typed.trim() === '' ? entries : entries.filter(entry => isFoundBy(typed, ...textsOf(entry))))
