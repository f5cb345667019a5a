// The paired displays as the station sees them, asked for again and again; nothing where nobody signs in.
import { useQuery } from '@tanstack/react-query'
import type { Me } from '../../../shared/access/api-schema.ts'
import type { PairedReply } from '../../../shared/access/pairing-schema.ts'
import { getJson } from '../../app/rest.ts'
import { holdFormSecret } from '../../app/station-fetch.ts'

const POLL_MS = 5_000
export const PAIRED_KEY = ['access', 'displays'] as const

/** `isNeeded`: displays need a pairing at this station. */
export type Pairings = {
  readonly isNeeded: boolean
  readonly mayManage: boolean
  readonly reply: PairedReply | undefined
}

export function usePairings(): Pairings {
  const { data: me } = useQuery({
    queryKey: ['access-me'],
    queryFn: async (): Promise<Me> => {
      const answer = (await getJson('/api/v1/access/me')) as Me
      holdFormSecret(answer.formSecret)
      return answer
    },
  })
  const isNeeded = me?.mode === 'required'
  const { data: reply } = useQuery({
    queryKey: PAIRED_KEY,
    queryFn: async () => (await getJson('/api/v1/access/displays')) as PairedReply,
    refetchInterval: POLL_MS,
    retry: false,
    enabled: isNeeded,
  })
  return { isNeeded, mayManage: me?.rights.includes('manage-displays') ?? false, reply }
}
