// The accounts as REST state, and the commands about them.
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { AccountRow, accessCommandReplySchema } from '../../../shared/access/api-schema.ts'
import type { AccessCommand } from '../../../shared/access/command-schema.ts'
import type { Answer } from '../../app/post-json.ts'
import { getJson } from '../../app/rest.ts'
import { meQuery } from '../me-query.ts'
import { sendAccess } from '../send-access.ts'

export type CommandReply = z.infer<typeof accessCommandReplySchema>
type AccountsReply = { readonly accounts: readonly AccountRow[] }
const KEY = ['access-accounts']
const REFRESH_MS = 30_000

export const useAccounts = (isWanted = true): UseQueryResult<AccountsReply> =>
  useQuery({
    queryKey: KEY,
    enabled: isWanted,
    queryFn: async () => (await getJson('/api/v1/access/accounts')) as AccountsReply,
    refetchInterval: REFRESH_MS,
  })

/** Sends a command; what it changed is looked at anew, also who one is oneself. */
export function useAccountCommand(): (command: AccessCommand) => Promise<Answer<CommandReply>> {
  const queries = useQueryClient()
  return async command => {
    const answer = await sendAccess<CommandReply>('commands', command)
    if (answer.body) {
      void queries.invalidateQueries({ queryKey: KEY })
      void queries.invalidateQueries({ queryKey: meQuery.queryKey })
    }
    return answer
  }
}
