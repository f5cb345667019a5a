// The registry as REST state: villages, units, gauges, quantities, targets, sources.
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Registry } from '../../shared/registry.ts'
import { getJson } from '../app/rest.ts'

const REFRESH_MS = 10 * 60_000

/** Same origin, validated by the server that wrote it: the validator stays out of the screen's bundle. */
export function useRegistry(): UseQueryResult<Registry> {
  return useQuery({
    queryKey: ['registry'],
    queryFn: async () => (await getJson('/api/v1/registry')) as Registry,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  })
}
