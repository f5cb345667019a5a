// The fleet as the station sees it now, asked for again and again. What it said too long ago is no longer said as now.
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { FleetReply } from '../../shared/displays/api-schema.ts'
import { getJson } from '../app/rest.ts'

const POLL_MS = 5_000
/** Three polls without an answer. */
export const UNHEARD_MS = 15_000
export const FLEET_KEY = ['displays', 'fleet'] as const

/** Asked again by the clock alone, so that a failure shows at once. */
export function useFleet(): UseQueryResult<FleetReply> {
  return useQuery({
    queryKey: FLEET_KEY,
    queryFn: async () => (await getJson('/api/v1/displays')) as FleetReply,
    refetchInterval: POLL_MS,
    retry: false,
  })
}

/** Pure. @param saidAt,now server time; `now` undefined = no word from the station yet */
export const isUnheard = (saidAt: number, now: number | undefined): boolean =>
  now !== undefined && now - saidAt > UNHEARD_MS
