// Changes of conditions that were found and aren't written down yet, in the order they were found, so that nothing is lost or doubled
// while the store can't write. Pure bookkeeping; knows neither evaluation nor log.
import type { ConditionChange } from '../../shared/alarms/watch.ts'

/** Of one alarm. Of more, the newest takes the place of the one before: what is true in the end is never forgotten. */
export const MOST_WAITING = 8

export type PendingChanges = {
  readonly add: (changes: readonly ConditionChange[]) => void
  readonly all: () => readonly ConditionChange[]
  /** These were decided. */
  readonly done: (decided: readonly ConditionChange[]) => void
  /** What was found of this alarm is out of date. */
  readonly forget: (alarm: string) => void
}
type Found = { readonly change: ConditionChange; readonly place: number }

export function createPendingChanges(): PendingChanges {
  const waiting = new Map<string, readonly Found[]>()
  let found = 0
  return {
    add(changes) {
      for (const change of changes) {
        const before = (waiting.get(change.alarm) ?? []).slice(0, MOST_WAITING - 1)
        waiting.set(change.alarm, [...before, { change, place: ++found }])
      }
    },
    all: () =>
      [...waiting.values()]
        .flat()
        .sort((a, b) => a.place - b.place)
        .map(({ change }) => change),
    done(decided) {
      const gone = new Set(decided)
      for (const alarm of new Set(decided.map(change => change.alarm))) {
        const left = (waiting.get(alarm) ?? []).filter(({ change }) => !gone.has(change))
        if (left.length > 0) waiting.set(alarm, left)
        else waiting.delete(alarm)
      }
    },
    forget: alarm => void waiting.delete(alarm),
  }
}
