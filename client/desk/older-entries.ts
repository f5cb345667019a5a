// The entries of the log that the screen's state no longer holds: read page by page when somebody asks for them.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DeskEntriesReply } from '../../shared/desk/api-schema.ts'
import { DESK_LIMITS } from '../../shared/desk/limits.ts'
import type { LogEntry } from '../../shared/desk/state.ts'
import { getJson, isTurnedAway, ReadFailed } from '../app/rest.ts'

/** Of what is read beside the state: as much again as the state holds. */
export const MOST_PAGES = DESK_LIMITS.entries / DESK_LIMITS.entriesPage.usual

export type OlderEntries = {
  readonly entries: readonly LogEntry[]
  readonly isLoading: boolean
  readonly isFailing: boolean
  /** There is no entry to begin from. */
  readonly isMissing: boolean
  /** What there is beyond: more to load, nothing, or more than a page of this size holds. */
  readonly beyond: 'more' | 'nothing' | 'too-many'
  readonly load: () => void
}

/** @param from the entry from which on back, itself included; undefined = the state holds all there are */
export function useOlderEntries(from: string | undefined, isAsked: boolean): OlderEntries {
  const found = useInfiniteQuery({
    queryKey: ['desk-entries', from],
    enabled: from !== undefined && isAsked,
    staleTime: Infinity,
    initialPageParam: `from=${from}`,
    queryFn: async ({ pageParam }) => (await getJson(`/api/v1/desk/entries?${pageParam}`)) as DeskEntriesReply,
    getNextPageParam: ({ next }) => (next === null ? undefined : `before=${next}`),
    retry: (_count, error) => !isTurnedAway(error) && !isNone(error),
  })
  const { data, error, failureCount, hasNextPage, isFetching, fetchNextPage } = found
  const entries = useMemo(() => data?.pages.flatMap(page => page.entries) ?? [], [data])
  return {
    entries,
    isLoading: isFetching,
    isFailing: failureCount > 0 && !isNone(error),
    isMissing: isNone(error),
    beyond:
      from === undefined || isNone(error) || (data && !hasNextPage)
        ? 'nothing'
        : (data?.pages.length ?? 0) < MOST_PAGES
          ? 'more'
          : 'too-many',
    load: () => void fetchNextPage(),
  }
}

/** The id names nothing, or is none. */
const isNone = (error: unknown): boolean =>
  error instanceof ReadFailed && (error.status === 404 || error.status === 400)
