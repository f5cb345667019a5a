// One page of the alarms' history.
import { useQuery } from '@tanstack/react-query'
import type { AlarmState } from '../../../shared/alarms/state.ts'
import { type Walk, walkBack } from '../../programme/history/walk-back.ts'
import { readAlarmEvents } from '../alarm-events-query.ts'
import { matcherOf } from './event-facts.ts'
import { type HistoryChoice, isTurned, timeOf } from './history-choice.ts'

const NOTHING: Walk = { events: [], reached: undefined, isEnd: true }

/** @param anchor newest event of the list when it was opened: it doesn't move under the reader's eyes */
export function useHistoryPage(state: AlarmState, choice: HistoryChoice, anchor: number) {
  const { alarm, type, village, priority, from, to, before } = choice
  const start = before ?? anchor + 1
  const queryKey = ['alarm-history', start, alarm, type, village, priority, from, to]
  const result = useQuery({
    queryKey,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      isTurned(choice)
        ? NOTHING
        : walkBack({
            before: start,
            matches: matcherOf(choice, state),
            read: async (below, limit) =>
              (await readAlarmEvents({ alarm, before: below, ...timeOf(choice), limit }, signal)).events,
          }),
  })
  return { key: queryKey, result }
}
