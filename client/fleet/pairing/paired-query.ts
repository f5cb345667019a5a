// The paired displays as the station sees them, asked for again and again; nothing where nobody signs in.
import { useQuery } from '@tanstack/react-query'
import type { PairedReply } from '../../../shared/access/pairing-schema.ts'
import { hasRight } from '../../access/may.ts'
import { useMe } from '../../access/me.ts'
import { getJson } from '../../app/rest.ts'

const POLL_MS = 5_000
export const PAIRED_KEY = ['access', 'displays'] as const

/** `isNeeded`: displays need a pairing at this station. */
export type Pairings = {
  readonly isNeeded: boolean
  readonly mayManage: boolean
  readonly reply: PairedReply | undefined
}

export function usePairings(): Pairings {
  const me = useMe()
  const isNeeded = me?.mode === 'required'
  const { data: reply } = useQuery({
    queryKey: PAIRED_KEY,
    queryFn: async () => (await getJson('/api/v1/access/displays')) as PairedReply,
    refetchInterval: POLL_MS,
    retry: false,
    enabled: isNeeded,
  })
  return { isNeeded, mayManage: hasRight(me, 'manage-displays'), reply }
}
