// One's own open sessions as REST state.
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { sessionsReplySchema } from '../../shared/access/api-schema.ts'
import { getJson } from '../app/rest.ts'
import { meQuery } from './me-query.ts'

export type SessionsReply = z.infer<typeof sessionsReplySchema>
const KEY = ['access-sessions']
const REFRESH_MS = 30_000

export const useOwnSessions = (): UseQueryResult<SessionsReply> =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => (await getJson('/api/v1/access/sessions')) as SessionsReply,
    refetchInterval: REFRESH_MS,
  })

/** After a change of how one signs in: who one is, and where. */
export function useSessionsAgain(): () => void {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: meQuery.queryKey })
    void queries.invalidateQueries({ queryKey: KEY })
  }
}
