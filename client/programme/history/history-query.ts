// One page of the history and, while it shows the newest, what is added on top of it.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WatchedQuery } from '../../operation/query-progress.tsx'
import { type LoggedEvent, readAfter, readBefore, subjectEventsKey, useSubjectEvents } from '../events-query.ts'
import type { ProgrammeView } from '../programme-hooks.tsx'
import type { HistoryChoice } from './history-choice.ts'
import { matcherOf, pageOf, type Walk, walkBack } from './walk-back.ts'

/** More than these on top, and the list begins anew from the newest. */
export const MAX_FRESH = 50

export type HistoryPageOfEvents = {
  /** Undefined while it is being read. */
  readonly walk: Walk | undefined
  /** Came since the list was opened; newest first. */
  readonly fresh: readonly LoggedEvent[]
  /** What it is read by. */
  readonly query: WatchedQuery
}

export function useHistoryPage(view: ProgrammeView, choice: HistoryChoice): HistoryPageOfEvents {
  const { state } = view
  const { subject, type, village, before } = choice
  /** Where the list begins: it doesn't move under the reader's eyes. */
  const [anchor, setAnchor] = useState(state.lastId)
  const matches = matcherOf(choice, state)
  const about = useSubjectEvents(view, subject)
  const from = before ?? anchor + 1
  const key = ['programme-history', from, type, village]
  const result = useQuery({
    queryKey: key,
    enabled: subject === undefined,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      walkBack({ before: from, matches, read: (below, limit) => readBefore(below, limit, signal) }),
  })
  const walk = result.data
  const isFollowing = subject === undefined && before === undefined && !view.isPast && state.lastId > anchor
  const { data: later = [] } = useQuery({
    queryKey: ['programme-history-later', anchor, isFollowing ? state.lastId : anchor],
    enabled: isFollowing,
    staleTime: Infinity,
    queryFn: () => readAfter(anchor, MAX_FRESH + 1),
    placeholderData: (held, query) => (query?.queryKey[1] === anchor ? held : undefined),
  })
  if (isFollowing && later.length > MAX_FRESH) setAnchor(state.lastId)
  if (subject !== undefined)
    return {
      walk:
        about.data &&
        pageOf(
          about.data.filter(event => matches?.(event) ?? true),
          before,
        ),
      fresh: [],
      query: { key: subjectEventsKey(view, subject), result: about },
    }
  const fresh = isFollowing ? later.toReversed().filter(event => matches?.(event) ?? true) : []
  return { walk, fresh, query: { key, result } }
}
