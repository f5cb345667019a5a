// The access log page by page, newest first.
import { useInfiniteQuery } from '@tanstack/react-query'
import type { AnyEvent } from '../../../shared/programme/event.ts'
import { getJson } from '../../app/rest.ts'

type LogPage = { readonly events: readonly AnyEvent[]; readonly next: number | null }
const PAGE = 100

export const useAccessLog = () =>
  useInfiniteQuery({
    queryKey: ['access-log'],
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ pageParam }) => {
      const parameters = new URLSearchParams({ limit: String(PAGE) })
      if (pageParam !== undefined) parameters.set('before', String(pageParam))
      return (await getJson(`/api/v1/access/events?${parameters}`)) as LogPage
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  })
