// Asks the station who sits here: at the start, on coming back to the page, now and then, and whenever it turned something away.
import { queryOptions } from '@tanstack/react-query'
import type { Me } from '../../shared/access/api-schema.ts'
import { type Answer, postJson } from '../app/post-json.ts'
import { getJson, queryClient } from '../app/rest.ts'
import { onTurnedAway } from '../app/station-fetch.ts'
import { holdMe } from './me.ts'

const PATH = '/api/v1/access/me'
const REFRESH_MS = 3 * 60_000
/** Many parts of a page are turned away at once. */
const ASK_AGAIN_AFTER_MS = 2_000
let askedAt = -Infinity

export const meQuery = queryOptions({
  queryKey: ['access-me'],
  queryFn: async (): Promise<Me> => {
    const me = (await getJson(PATH)) as Me
    holdMe(me)
    return me
  },
  refetchInterval: REFRESH_MS,
  refetchOnWindowFocus: 'always',
})

/** Asks again, unless that was done just now. */
export function askWho(): void {
  const now = performance.now()
  if (now - askedAt < ASK_AGAIN_AFTER_MS) return
  askedAt = now
  void queryClient.invalidateQueries({ queryKey: meQuery.queryKey })
}
onTurnedAway(askWho)

/** Somebody came in: what was turned away before is asked for anew. */
export function takeMe(me: Me): void {
  holdMe(me)
  queryClient.setQueryData(meQuery.queryKey, me)
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] })
}

export async function signOut(): Promise<Answer<unknown>> {
  const answer = await postJson('/api/v1/access/sign-out', {})
  // What one person was shown isn't kept for the next.
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] })
  await queryClient.refetchQueries({ queryKey: meQuery.queryKey })
  return answer
}
