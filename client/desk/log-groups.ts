// The entries of the log as they are read: newest first, under the shift in which they happened. Pure.
import { startOfShift } from '../../shared/desk/shift-times.ts'
import type { LogEntry } from '../../shared/desk/state.ts'

/** What is true now. */
export const textOf = ({ text, corrections }: Pick<LogEntry, 'text' | 'corrections'>): string =>
  corrections.at(-1)?.text ?? text

export type LogGroup = { readonly shiftAt: number; readonly entries: readonly LogEntry[] }

export function logGroups(entries: Iterable<LogEntry>): readonly LogGroup[] {
  const newestFirst = [...entries].sort((a, b) => b.happenedAt - a.happenedAt || b.writtenAt - a.writtenAt)
  return [...Map.groupBy(newestFirst, ({ happenedAt }) => startOfShift(happenedAt))].map(([shiftAt, own]) => ({
    shiftAt,
    entries: own,
  }))
}

/** The first so many, and as many more as it takes to hold one of them; groups keep their order. */
export function firstOf(
  groups: readonly LogGroup[],
  most: number,
  held: string | undefined,
): { readonly groups: readonly LogGroup[]; readonly rest: number } {
  const all = groups.flatMap(({ entries }) => entries)
  const wanted = all.findIndex(({ id }) => id === held)
  let room = Math.max(most, wanted + 1)
  const rest = Math.max(0, all.length - room)
  const shown = groups.flatMap(({ shiftAt, entries }) => {
    const own = entries.slice(0, Math.max(0, room))
    room -= own.length
    return own.length > 0 ? [{ shiftAt, entries: own }] : []
  })
  return { groups: shown, rest }
}
