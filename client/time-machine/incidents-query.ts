// The incidents that were saved, as they are now: what was written down later about a time belongs to looking at that time.
import { useQuery } from '@tanstack/react-query'
import { type DeskSnapshot, unpackDesk } from '../../shared/desk/snapshot.ts'
import type { Incident } from '../../shared/desk/state.ts'
import { useParameters } from '../app/address.ts'
import { getJson, queryClient } from '../app/rest.ts'

const KEY = 'incidents'
const REFRESH_MS = 30_000
const NONE: ReadonlyMap<string, Incident> = new Map()

/** Undefined until they are here, and for those who may not read them. */
export function useIncidents(): ReadonlyMap<string, Incident> | undefined {
  const { data } = useQuery({
    queryKey: [KEY],
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
    queryFn: async () => unpackDesk((await getJson('/api/v1/desk/state')) as DeskSnapshot)?.incidents ?? NONE,
  })
  return data
}

/** The one the address names. */
export function useIncident(): Incident | undefined {
  const id = useParameters().get('incident')
  const incidents = useIncidents()
  return id === null ? undefined : incidents?.get(id)
}

export const renewIncidents = (): void => void queryClient.invalidateQueries({ queryKey: [KEY] })
